import pino from 'pino'
import type { Logger } from 'pino'
import { demoCounty } from '../domain/divisions/liaoning.ts'
import type { Problem, Result } from '../domain/result.ts'
import { fail, ok, problem } from '../domain/result.ts'
import type { CountyServer } from './context.ts'
import type { Database } from './database/database.ts'
import { createApp } from './http/app.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import { listCounties, makeCounty } from './people/counties.ts'
import { makeUserWithCode } from './people/users.ts'
import { makeDatabaseReady, realDeps } from './start.ts'

/** `npm run server`: serve, init, code. What programs read goes to standard output, the log to standard error. */

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null }, pino.destination({ dest: 2, sync: true }))

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env)
  if (!options.ok) return giveUp(options.error)
  const stopAsked = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve(signal))
  })
  const ready = await makeDatabaseReady(options.value, log)
  if (!ready.ok) return giveUp(ready.error)
  try {
    const done = await run(options.value, ready.value.database, stopAsked)
    if (!done.ok) giveUp(done.error)
  } finally {
    await ready.value.close()
  }
}

function giveUp(error: Problem): void {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function run(options: Options, database: Database, stopAsked: Promise<string>): Promise<Result<null>> {
  const server = (countyCode: string): CountyServer => ({ countyCode, database, log, deps: realDeps() })
  if (options.command === 'init') return init(options, database, server)
  const code = await chooseCounty(options, database)
  if (!code.ok) return code
  return options.command === 'code' ? giveCode(options, server(code.value)) : serve(options, server(code.value), log, stopAsked)
}

const practice = `这是练手用的${demoCounty.name}（${demoCounty.code}）。正式用时请写明县的代码：npm run server -- init --county 县的代码\n`

async function chooseCounty(options: Options, database: Database): Promise<Result<string>> {
  const counties = await listCounties(database.orm)
  const [first] = counties
  if (first === undefined) {
    if (options.command === 'code' || options.county !== null) return problem('noCounty', '还没有建县，请先运行：npm run server -- init --county 县的代码')
    await makeCounty(database.orm, realDeps(), { ...demoCounty, towns: demoCounty.towns.map(({ code, name }) => ({ code, name })) })
    process.stderr.write(practice)
    return ok(demoCounty.code)
  }
  if (options.county === null && counties.length > 1) return problem('whichCounty', '这个数据库里有几个县，请用 --county 说明是哪一个')
  const chosen = options.county ?? first.code
  return counties.some((county) => county.code === chosen) ? ok(chosen) : problem('noCounty', `这个数据库里没有代码是 ${chosen} 的县`)
}

async function init(options: Options, database: Database, server: (code: string) => CountyServer): Promise<Result<null>> {
  if (options.county === null || options.countyName === null) return problem('usage', '请写明 --county 县的 6 位代码 和 --name 县名')
  if (options.county === demoCounty.code) process.stderr.write(practice)
  await makeCounty(database.orm, realDeps(), { code: options.county, name: options.countyName, towns: options.towns })
  return giveCode({ ...options, role: 'office', scope: { kind: 'county' } }, server(options.county))
}

async function giveCode(options: Options, server: CountyServer): Promise<Result<null>> {
  const { userId, code, expiresAt } = await makeUserWithCode(server, { name: options.userName, role: options.role, scope: options.scope })
  const until = expiresAt.toISOString()
  const line = options.json
    ? JSON.stringify({ county: server.countyCode, userId, userName: options.userName, role: options.role, code, expiresAt: until })
    : `${options.userName}的登记码是 ${code} ，只能用一次，${until.slice(0, 10)} 前有效。请在应用的“设置 › 县里的地址”里输入。`
  process.stdout.write(`${line}\n`)
  return ok(null)
}

async function serve(options: Options, server: CountyServer, logger: Logger, stopAsked: Promise<string>): Promise<Result<null>> {
  const app = await createApp(server, {
    ...(options.tls === null ? {} : { tls: options.tls }),
    ...(options.requestsPerMinute === null ? {} : { requestsPerMinute: options.requestsPerMinute }),
  })
  try {
    await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return fail({ code: 'portUsed', message: `端口 ${options.port} 已经有程序在用，请用 --port 换一个` })
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const host = options.host === '0.0.0.0' ? '127.0.0.1' : options.host
  const url = `${options.tls === null ? 'http' : 'https'}://${host}:${port}`
  const county = (await listCounties(server.database.orm)).find((one) => one.code === server.countyCode)
  process.stdout.write(
    options.port === 0 || options.json
      ? `${JSON.stringify({ url, county: server.countyCode, epoch: county?.epoch })}\n`
      : `${county?.name ?? ''}的县级服务已启动：${url}（按 Ctrl-C 停止）\n`,
  )
  const signal = await stopAsked
  logger.info({ signal }, 'stopping')
  await app.close()
  return ok(null)
}

await main()
