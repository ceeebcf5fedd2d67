import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { v7 } from 'uuid'
import { afterAll, beforeAll, vi } from 'vitest'
import type { CountyRole, Scope } from '../../domain/sync/index.ts'
import type { CountyServer, ServerDeps } from '../../server/context.ts'
import { migrateDatabase } from '../../server/database/migrate.ts'
import { openDatabase } from '../../server/database/database.ts'
import { createApp } from '../../server/http/app.ts'
import { makeCounty } from '../../server/people/counties.ts'
import { makeUserWithCode } from '../../server/people/users.ts'
import { makeDatabase } from '../../server/postgres/database.ts'
import { startOwnPostgres } from '../../server/postgres/own.ts'
import type { OwnPostgres } from '../../server/postgres/own.ts'
import { realDeps } from '../../server/start.ts'

/** A real PostgreSQL for each test file, a database of its own for each county, servers in this process. */

export const demoTowns = [
  { code: '210199100', name: '示范镇' },
  { code: '210199101', name: '东河乡' },
  { code: '210199102', name: '西岭镇' },
]

export interface TestServer {
  readonly url: string
  readonly server: CountyServer
  close(): Promise<void>
}

export interface TestCounty extends TestServer {
  readonly databaseUrl: string
  /** A one-time code for a new user. */
  newCode(name: string, role?: CountyRole, scope?: Scope): Promise<{ readonly userId: string; readonly code: string }>
  /** One more server on the same database. */
  addServer(deps?: Partial<ServerDeps>): Promise<TestServer>
  /** Rows of a query, for looking at what the county holds. */
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>
}

export interface TestPostgres {
  createCounty(options?: { readonly code?: string; readonly deps?: Partial<ServerDeps>; readonly databaseUrl?: string }): Promise<TestCounty>
}

/** Call it once at the top of a test file. */
export function usePostgres(): TestPostgres {
  // A cluster is made in about a second on a free machine, and these tests wait for disks.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })
  const folder = mkdtempSync(join(tmpdir(), 'four-ones-county-'))
  const closers: (() => Promise<void>)[] = []
  let postgres: OwnPostgres | null = null
  beforeAll(async () => {
    const started = await startOwnPostgres(folder)
    if (!started.ok) throw new Error(started.error.message)
    postgres = started.value
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  let count = 0
  return {
    async createCounty(options = {}) {
      if (postgres === null) throw new Error('PostgreSQL has not started')
      const name = `county_${(count += 1)}`
      const code = options.code ?? '210199'
      if (options.databaseUrl === undefined) await makeDatabase(postgres.url('postgres'), name)
      const databaseUrl = options.databaseUrl ?? postgres.url(name)
      const start = async (deps: Partial<ServerDeps> = {}): Promise<TestServer> => {
        const started = await startServer(databaseUrl, code, deps)
        closers.push(started.close)
        return started
      }
      const first = await start(options.deps)
      return {
        ...first,
        databaseUrl,
        newCode: (userName, role = 'office', scope = { kind: 'county' }) => makeUserWithCode(first.server, { name: userName, role, scope }),
        addServer: start,
        rows: async <T extends object>(sql: string, values: unknown[] = []) => (await first.server.database.pool.query<T>(sql, values)).rows,
      }
    },
  }
}

async function startServer(databaseUrl: string, countyCode: string, deps: Partial<ServerDeps>): Promise<TestServer> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' }, pino.destination({ dest: 2, sync: true }))
  const database = openDatabase(databaseUrl, () => undefined)
  const migrated = await migrateDatabase(database.pool)
  if (!migrated.ok) throw new Error(migrated.error.message)
  const server: CountyServer = { countyCode, database, log, deps: { ...realDeps(), ...deps } }
  await makeCounty(database.orm, server.deps, { code: countyCode, name: '示范县', towns: demoTowns })
  const app = await createApp(server, { requestsPerMinute: 1_000_000 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  let closed = false
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    async close() {
      if (closed) return
      closed = true
      await app.close()
      await database.close()
    },
  }
}

export { v7 as newId }
