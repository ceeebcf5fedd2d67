import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { batchLimits } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { tooLarge } from '../intake/open.ts'
import { HttpProblem } from '../problem.ts'
import { authentication } from './authentication.ts'
import { exchangeRoutes } from './exchange.ts'
import { officeRoutes } from './office.ts'
import { sessionRoutes } from './session.ts'

export interface AppOptions {
  /** Certificate and key in PEM; without them plain HTTP, for this computer or behind a proxy. */
  readonly tls?: { readonly cert: string; readonly key: string }
  readonly requestsPerMinute?: number
}

export type App = Awaited<ReturnType<typeof createApp>>

/** The county's HTTP interface. Listening and ending are the caller's. */
export async function createApp(server: CountyServer, options: AppOptions = {}) {
  const app = Fastify({
    loggerInstance: server.log as FastifyBaseLogger,
    // Addresses and full URLs stay out of the log; the hook below writes what is needed.
    logController: new LogController({ disableRequestLogging: true }),
    // A compressed batch is no larger than the batch, but for some framing.
    bodyLimit: batchLimits.maxBytes + 16 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    ...(options.tls === undefined ? {} : { https: { ...options.tls, minVersion: 'TLSv1.2' as const } }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  await app.register(helmet)
  app.register(authentication, { server })
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: 60_000,
    hook: 'preHandler',
    // Many devices stand behind one address; what is known to be a device is counted by itself.
    keyGenerator: (request) => request.device?.id ?? request.ip,
    errorResponseBuilder: (_request, context) => new HttpProblem(429, 'tooMany', '请求太密了，过一会儿会自动再试', { retryAfterMs: context.ttl }),
  })
  app.setErrorHandler((error: FastifyError | HttpProblem, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: { type: error.name, stack: stackWithoutMessage(error) }, route: request.routeOptions.url }, 'failed')
    return reply.code(problem.status).send({ ...problem.more, format: 'four-ones', code: problem.code, message: problem.message })
  })
  app.setNotFoundHandler(() => {
    throw new HttpProblem(404, 'noSuchPage', '县里的服务没有这个地址，请核对网址')
  })
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime), device: request.device?.id },
      'request',
    )
    done()
  })
  await app.register(sessionRoutes, { server })
  await app.register(exchangeRoutes, { server })
  await app.register(officeRoutes, { server })
  await app.ready()
  return app
}

function problemOf(error: FastifyError | HttpProblem): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge()
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new HttpProblem(400, 'requestWrong', '县里的服务看不懂这个请求，可能需要升级', { fields: error.validation.map((one) => one.instancePath) })
  }
  if (error.statusCode !== undefined && error.statusCode < 500) return new HttpProblem(error.statusCode, 'requestWrong', '县里的服务看不懂这个请求')
  return new HttpProblem(500, 'failed', '县里的服务出了问题，没有送到的记录都还在这台电脑上，会自动再试')
}

/** Messages of the database can quote values; where it happened is enough. */
function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).join('\n')
}
