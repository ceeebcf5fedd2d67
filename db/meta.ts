import type { Database } from 'better-sqlite3'
import { prepared, preparedValue } from './prepared.ts'

export function readMeta(sqlite: Database, key: string): string | null {
  const value = preparedValue(sqlite, 'select value from meta where key = ?').get(key)
  return typeof value === 'string' ? value : null
}

export function writeMeta(sqlite: Database, key: string, value: string): void {
  prepared(sqlite, 'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value').run(key, value)
}
