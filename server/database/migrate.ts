import type { Pool } from 'pg'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { migrations } from '../migrations/index.ts'
import type { Migration } from '../migrations/migration.ts'

/** 'four' as an advisory lock: two servers that start together migrate once. */
const lockKey = 0x666f7572

/** All pending steps in one transaction; a database written by a newer server is refused unchanged. */
export async function migrateDatabase(pool: Pool, steps: readonly Migration[] = migrations): Promise<Result<number>> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await client.query('create table if not exists schema_version (version integer primary key, name text not null, applied_at timestamptz not null default now())')
    const found = await client.query<{ version: number | null }>('select max(version) as version from schema_version')
    const present = found.rows[0]?.version ?? 0
    const latest = steps.at(-1)?.version ?? 0
    if (present > latest) {
      await client.query('rollback')
      return problem('databaseNewer', '数据库是更新的服务端写的，请先升级服务端，数据没有改动', { detail: `${present} > ${latest}` })
    }
    for (const step of steps) {
      if (step.version <= present) continue
      await client.query(step.sql)
      await client.query('insert into schema_version (version, name) values ($1, $2)', [step.version, step.name])
    }
    await client.query('commit')
    return ok(latest)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
