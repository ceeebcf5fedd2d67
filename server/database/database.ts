import { drizzle } from 'drizzle-orm/node-postgres'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema.ts'

export type Orm = NodePgDatabase<typeof schema>
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0]

export interface Database {
  readonly pool: pg.Pool
  readonly orm: Orm
  close(): Promise<void>
}

export function openDatabase(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: 15_000,
    // A server that hangs must not hold the county's row for ever; a device waits 60 s for its reply.
    lock_timeout: 45_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that breaks while idle must not end the server; the next query takes another one.
  pool.on('error', onError)
  return { pool, orm: drizzle(pool, { schema }), close: () => pool.end() }
}
