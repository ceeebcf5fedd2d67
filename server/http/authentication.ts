import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CountyServer } from '../context.ts'
import { findDevice } from '../people/devices.ts'
import type { KnownDevice } from '../people/devices.ts'
import { HttpProblem } from '../problem.ts'
import { readToken } from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    device: KnownDevice | null
  }
}

/** Who speaks: looked up anew at each request, so that a revoked device is out at once. */
export function authentication(app: FastifyInstance, { server }: { server: CountyServer }, done: () => void): void {
  app.decorateRequest('device', null)
  app.addHook('onRequest', async (request) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (token !== undefined) request.device = await findDevice(server, await readToken(server, 'session', token))
  })
  done()
}
// Hooks of this plugin hold for the whole server, not only for routes inside it.
Object.assign(authentication, { [Symbol.for('skip-override')]: true })

export function deviceOf(request: FastifyRequest): KnownDevice {
  if (request.device === null) throw new HttpProblem(401, 'sessionOver', '连接过期了，会自动重新连接')
  return request.device
}

export function officeOf(request: FastifyRequest): KnownDevice {
  const device = deviceOf(request)
  if (device.role !== 'office') throw new HttpProblem(403, 'notAllowed', '这一项要由县里的管理人员来做')
  return device
}
