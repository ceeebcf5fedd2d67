import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  challengeReply, challengeRequest, enrolReply, enrolRequest, sessionReply, sessionRequest, stampSchema,
} from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { publicKeys } from '../keys.ts'
import { countyRow } from '../people/counties.ts'
import { enrol, findDevice, markSeen, nextSeqs } from '../people/devices.ts'
import { scopeText, stampFrom, stampOf } from './stamp.ts'
import { checkChallenge, makeToken, sessionSeconds } from './tokens.ts'

/** Guessing is hopeless at this pace, a wrong key or two is not punished. */
const enrolLimit = { rateLimit: { max: 30, timeWindow: 60_000, keyGenerator: (request: { ip: string }) => `enrol ${request.ip}` } }

/** Becoming known, and proving to be who one is. */
export function sessionRoutes(instance: FastifyInstance, { server }: { server: CountyServer }, done: () => void): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()
  const { orm } = server.database

  app.get('/v1/health', { schema: { response: { 200: stampSchema } } }, () => stampOf(server))

  app.post('/v1/enrol', { config: enrolLimit, schema: { body: enrolRequest, response: { 200: enrolReply } } }, async (request) => {
    const device = await enrol(server, request.body)
    const row = await countyRow(server)
    return {
      ...stampFrom(row),
      userId: device.userId,
      userName: device.userName,
      role: device.role,
      countyName: row.name,
      scope: device.scope,
      scopeText: scopeText(device.scope, row),
      countyKeys: await publicKeys(orm, server.countyCode),
    }
  })

  app.post('/v1/challenge', { schema: { body: challengeRequest, response: { 200: challengeReply } } }, async (request) => ({
    ...(await stampOf(server)),
    challenge: await makeToken(server, 'challenge', request.body.deviceId),
  }))

  app.post('/v1/session', { schema: { body: sessionRequest, response: { 200: sessionReply } } }, async (request) => {
    const device = await findDevice(server, request.body.deviceId)
    await checkChallenge(server, device, request.body.challenge, request.body.signature)
    await markSeen(server, device.id)
    const row = await countyRow(server)
    return {
      ...stampFrom(row),
      token: await makeToken(server, 'session', device.id),
      expiresInSeconds: sessionSeconds,
      role: device.role,
      scope: device.scope,
      scopeText: scopeText(device.scope, row),
      countyKeys: await publicKeys(orm, server.countyCode),
      nextSeqs: await nextSeqs(server, device.id),
      now: server.deps.now().toISOString(),
    }
  })
  done()
}
