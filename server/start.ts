import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { v7 } from 'uuid'
import { ok, problem } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { ServerDeps } from './context.ts'
import { openDatabase } from './database/database.ts'
import type { Database } from './database/database.ts'
import { migrateDatabase } from './database/migrate.ts'
import { makeDatabase } from './postgres/database.ts'
import { defaultDataFolder, startOwnPostgres } from './postgres/own.ts'

export function realDeps(): ServerDeps {
  return { now: () => new Date(), newId: () => v7(), randomBytes: (count) => randomBytes(count) }
}

export interface ReadyDatabase {
  readonly database: Database
  /** Closes the connections, and PostgreSQL where it is the county's own. */
  close(): Promise<void>
}

/** The database at the URL, or the county's own PostgreSQL in the data folder; its tables brought up to date. */
export async function makeDatabaseReady(
  given: { readonly databaseUrl: string | null; readonly dataFolder: string | null }, log: Logger,
): Promise<Result<ReadyDatabase>> {
  const own = given.databaseUrl === null ? await startOwnPostgres(given.dataFolder ?? defaultDataFolder()) : null
  if (own !== null && !own.ok) return own
  if (own !== null) await makeDatabase(own.value.url('postgres'), 'four_ones')
  const url = given.databaseUrl ?? (own === null ? '' : own.value.url())
  const database = openDatabase(url, (error) => log.warn({ code: (error as NodeJS.ErrnoException).code }, 'an idle database connection broke'))
  const close = async () => {
    await database.close()
    if (own !== null) await own.value.stop()
  }
  try {
    const migrated = await migrateDatabase(database.pool)
    if (migrated.ok) return ok({ database, close })
    await close()
    return migrated
  } catch (error) {
    await close()
    if (own === null && isConnectionTrouble(error)) {
      return problem('noDatabase', '连不上 DATABASE_URL 指定的数据库，请核对地址、用户和密码', { detail: (error as { code?: string }).code ?? '' })
    }
    throw error
  }
}

/** No such host or port, a wrong user or password, no such database: said by the network or by PostgreSQL (classes 08, 28, 3D). */
function isConnectionTrouble(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return /^(E[A-Z]+|08\w{3}|28\w{3}|3D\w{3}|57P03)$/.test(String(code)) || /timeout/i.test(String(message))
}
