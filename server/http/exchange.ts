import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { directoryReply, feedQuery, receiptReply } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { readFeed } from '../feed/read.ts'
import { receiptOf } from '../intake/look.ts'
import { openBatch } from '../intake/open.ts'
import { takeBatch } from '../intake/take.ts'
import { listUsers } from '../people/users.ts'
import { HttpProblem } from '../problem.ts'
import { deviceOf } from './authentication.ts'
import { stampOf } from './stamp.ts'

/** Batches up, receipts and the feed down. */
export function exchangeRoutes(instance: FastifyInstance, { server }: { server: CountyServer }, done: () => void): void {
  const app = instance.withTypeProvider<ZodTypeProvider>()

  app.post('/v1/batches', { schema: { response: { 200: receiptReply } } }, async (request) => {
    const device = deviceOf(request)
    if (!Buffer.isBuffer(request.body)) throw new HttpProblem(400, 'batchDamaged', '这一批在路上损坏了，一条也没有收下，请重新发送')
    const stored = await takeBatch(server, device, openBatch(request.body, device, server.countyCode))
    return { ...(await stampOf(server)), ...stored }
  })

  app.get(
    '/v1/batches/:batchId/receipt',
    { schema: { params: z.strictObject({ batchId: z.uuid() }), response: { 200: receiptReply } } },
    async (request) => {
      const found = await receiptOf(server.database.orm, server.countyCode, deviceOf(request).id, request.params.batchId)
      if (found === null) throw new HttpProblem(404, 'noSuchBatch', '县里没有收到过这一批')
      return { ...(await stampOf(server)), receipt: found.receipt, signature: found.signature }
    },
  )

  // Without a reply schema: the items come from rows that were checked when they were taken in.
  app.get('/v1/feed', { schema: { querystring: feedQuery } }, async (request, reply) => {
    const { after, limit } = request.query
    const page = await readFeed(server, deviceOf(request).id, after, limit)
    reply.type('application/json; charset=utf-8')
    return JSON.stringify({ ...(await stampOf(server)), ...page })
  })

  app.get('/v1/directory', { schema: { response: { 200: directoryReply } } }, async (request) => {
    deviceOf(request)
    return { ...(await stampOf(server)), users: await listUsers(server) }
  })
  done()
}
