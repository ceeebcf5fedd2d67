import type { Database, Statement } from 'better-sqlite3'

const rows = new WeakMap<Database, Map<string, Statement<unknown[]>>>()
const values = new WeakMap<Database, Map<string, Statement<unknown[]>>>()

/** Each text is compiled once per connection. */
export function prepared(sqlite: Database, sql: string): Statement<unknown[]> {
  return kept(rows, sqlite, sql, false)
}

/** Like `prepared`, for the first column alone. */
export function preparedValue(sqlite: Database, sql: string): Statement<unknown[]> {
  return kept(values, sqlite, sql, true)
}

function kept(cache: WeakMap<Database, Map<string, Statement<unknown[]>>>, sqlite: Database, sql: string, pluck: boolean) {
  let statements = cache.get(sqlite)
  if (statements === undefined) {
    statements = new Map()
    cache.set(sqlite, statements)
  }
  let statement = statements.get(sql)
  if (statement === undefined) {
    statement = sqlite.prepare<unknown[]>(sql)
    if (pluck) statement.pluck(true)
    statements.set(sql, statement)
  }
  return statement
}
