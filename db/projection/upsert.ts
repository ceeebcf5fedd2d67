import type { Database } from 'better-sqlite3'
import { prepared } from '../prepared.ts'

const texts = new Map<string, string>()

/**
 * Writes a row of an entity table. What stays the same is not written again: a save touches the pages and the indexes of what it changed, no others.
 * `row` has the same columns in the same order each time.
 */
export function upsert(sqlite: Database, table: string, keys: readonly string[], row: { readonly [column: string]: string | number | null }): void {
  let sql = texts.get(table)
  if (sql === undefined) {
    sql = upsertText(table, keys, Object.keys(row))
    texts.set(table, sql)
  }
  prepared(sqlite, sql).run(...Object.values(row))
}

function upsertText(table: string, keys: readonly string[], columns: readonly string[]): string {
  const others = columns.filter((column) => !keys.includes(column))
  const sets = others.map((column) => `${column} = excluded.${column}`).join(', ')
  const differs = others.map((column) => `${table}.${column} is not excluded.${column}`).join(' or ')
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
    on conflict (${keys.join(', ')}) do update set ${sets} where ${differs}`
}
