import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { devicesReply, scopeRequest, stampSchema, userReply, userRequest } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { listDevices, revoke } from '../people/devices.ts'
import { makeUserWithCode, setScope } from '../people/users.ts'
import { officeOf } from './authentication.ts'
import { stampOf } from './stamp.ts'

const idParams = z.strictObject({ id: z.uuid() })

/** What only the county's office may do. */
export function officeRoutes(instance: FastifyInstance, { server }: { server: CountyServer }, done: () => void): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()

  app.post('/v1/users', { schema: { body: userRequest, response: { 200: userReply } } }, async (request) => {
    officeOf(request)
    const { userId, code, expiresAt } = await makeUserWithCode(server, request.body)
    return { ...(await stampOf(server)), userId, code, expiresAt: expiresAt.toISOString() }
  })

  app.put('/v1/users/:id/scope', { schema: { params: idParams, body: scopeRequest, response: { 200: stampSchema } } }, async (request) => {
    officeOf(request)
    await setScope(server, request.params.id, request.body.scope)
    return stampOf(server)
  })

  app.get('/v1/devices', { schema: { response: { 200: devicesReply } } }, async (request) => {
    officeOf(request)
    return { ...(await stampOf(server)), devices: await listDevices(server) }
  })

  app.post('/v1/devices/:id/revoke', { schema: { params: idParams, response: { 200: stampSchema } } }, async (request) => {
    officeOf(request)
    await revoke(server, request.params.id)
    return stampOf(server)
  })
  done()
}
