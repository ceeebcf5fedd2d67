import type { Database } from 'better-sqlite3'
import { cycleOf } from '../../domain/plan/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { ensureCycle } from '../projection/rebuild.ts'
import type { Store } from '../store.ts'
import { remember } from './remember.ts'
import { whereOf } from './filter.ts'
import type { PersonFilter, Where } from './filter.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

export type Sort = 'due' | 'name' | 'town' | 'age'

export interface ListInput {
  readonly filter: PersonFilter
  readonly sort: Sort
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export interface PersonList {
  readonly total: number
  readonly rows: PersonRow[]
}

/** Case rows of the cycle that `today` belongs to, prepared if the year is new. */
export function cycleFor(store: Store, today: string): string {
  const { year } = cycleOf(today)
  ensureCycle(store, year)
  return year
}

export function listPersons(store: Store, input: ListInput, today: string): PersonList {
  const year = cycleFor(store, today)
  const where = whereOf(input.filter, year, today)
  const nos = preparedValue(store.sqlite, pageSql(input, where)).all(...where.values, input.limit, input.offset) as number[]
  return { total: countOf(store.sqlite, where, input), rows: rowsOf(store, nos, year, today) }
}

/** Each order is that of an index that also holds what filters read. Older is the same as born earlier. */
const orders: { readonly [sort in Sort]: { readonly columns: readonly string[]; readonly index: string; readonly isReversed?: boolean } } = {
  due: { columns: ['due_on', 'name_key', 'no'], index: 'case_due' },
  town: { columns: ['town', 'due_on', 'name_key', 'no'], index: 'case_town' },
  name: { columns: ['name_key', 'no'], index: 'case_name' },
  age: { columns: ['birth_date', 'no'], index: 'case_age', isReversed: true },
}

export function pageSql(input: Pick<ListInput, 'filter' | 'sort' | 'descending'>, where: Where): string {
  const order = orders[input.sort]
  const direction = input.descending !== (order.isReversed ?? false) ? 'desc' : 'asc'
  const columns = order.columns.map((column) => `c.${column} ${direction}`).join(', ')
  return `select c.no from case_state c ${indexFor(input)} where ${where.sql} order by ${columns} limit ? offset ?`
}

export function countSql(input: Pick<ListInput, 'filter' | 'sort'>, where: Where): string {
  return `select count(*) from case_state c ${indexFor(input)} where ${where.sql}`
}

/** A typed text finds few persons: they are looked up one by one. A town is one stretch of its index. */
function indexFor({ filter, sort }: Pick<ListInput, 'filter' | 'sort'>): string {
  const isNarrow =
    (filter.text ?? '').trim() !== '' || filter.toVerify === true || filter.responsibleId !== undefined ||
    (filter.flags ?? []).length > 0 || (filter.mark !== undefined && filter.mark !== 'received')
  if (isNarrow) return ''
  if (filter.town !== undefined) return 'indexed by case_town'
  return `indexed by ${orders[sort].index}`
}

/** Paging through one filter counts it once. */
function countOf(sqlite: Database, where: Where, input: ListInput): number {
  const question = JSON.stringify([where.sql, where.values])
  return remember(sqlite, question, () => preparedValue(sqlite, countSql(input, where)).get(...where.values) as number)
}

export interface Place {
  readonly town: string
  readonly villages: string[]
  readonly persons: number
}

export function places(store: Store, today: string): Place[] {
  const year = cycleFor(store, today)
  return remember(store.sqlite, `places ${year}`, () => placesOf(store, year))
}

function placesOf(store: Store, year: string): Place[] {
  const rows = prepared(
    store.sqlite,
    'select town, village, count(*) as n from case_state where cycle_year = ? group by town, village order by town, village',
  ).all(year) as { town: string; village: string; n: number }[]
  const byTown = new Map<string, { town: string; villages: string[]; persons: number }>()
  for (const { town, village, n } of rows) {
    const place = byTown.get(town) ?? { town, villages: [], persons: 0 }
    place.persons += n
    if (village !== '') place.villages.push(village)
    byTown.set(town, place)
  }
  return [...byTown.values()]
}
