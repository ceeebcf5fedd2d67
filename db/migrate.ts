import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { hasPlainHeader } from './connection.ts'
import { migrations as released } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

export const schemaVersion = released.at(-1)?.version ?? 0

export function versionOf(sqlite: Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

/** All pending steps in one transaction: a failing one leaves the file as it was. */
export function migrate(sqlite: Database, migrations: readonly Migration[] = released): void {
  const pending = migrations.filter((migration) => migration.version > versionOf(sqlite))
  if (pending.length === 0) return
  sqlite
    .transaction(() => {
      for (const migration of pending) {
        sqlite.exec(migration.sql)
        sqlite.pragma(`user_version = ${migration.version}`)
      }
    })
    .immediate()
}

/** A complete copy under the same key, on disk before this returns. */
export function backUp(sqlite: Database, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true })
  const target = join(folder, name)
  rmSync(target, { force: true })
  sqlite.prepare('vacuum into ?').run(target)
  if (hasPlainHeader(target)) {
    rmSync(target)
    throw new Error('A backup must be encrypted')
  }
  const handle = openSync(target, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  return target
}
