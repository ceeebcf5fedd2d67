import type { Database } from 'better-sqlite3'
import { cycleOf } from '../../domain/plan/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { listedIn } from '../projection/counters.ts'
import { ensureCycle } from '../projection/rebuild.ts'
import type { Store } from '../store.ts'
import { remember } from './remember.ts'
import { whereOf } from './filter.ts'
import type { Bound, Condition, PersonFilter, Where } from './filter.ts'
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

/** So few are looked up one by one and put in order; more are met on the way through the index of the order. */
const fewAtMost = 400

export function listPersons(store: Store, input: ListInput, today: string): PersonList {
  const year = cycleFor(store, today)
  const where = whereOf(input.filter, year, today)
  const few = fewOf(store.sqlite, where)
  if (few === null) return listOfMany(store, input, where, today)
  const query = fewSql(input, few.rest, few.nos)
  const nos = preparedValue(store.sqlite, query.sql).all(...query.values) as number[]
  return { total: nos.length, rows: rowsOf(store, nos.slice(input.offset, input.offset + input.limit), year, today) }
}

function listOfMany(store: Store, input: ListInput, where: Where, today: string): PersonList {
  const total = countOf(store.sqlite, where)
  // From the nearer end: an offset is walked entry by entry.
  const isLate = input.offset > total / 2
  const limit = Math.max(0, isLate ? Math.min(input.limit, total - input.offset) : input.limit)
  const offset = isLate ? Math.max(0, total - input.offset - limit) : input.offset
  const query = pageSql({ sort: input.sort, descending: input.descending !== isLate }, where)
  const nos = limit === 0 ? [] : (preparedValue(store.sqlite, query.sql).all(...query.values, limit, offset) as number[])
  return { total, rows: rowsOf(store, isLate ? nos.reverse() : nos, where.cycleYear, today) }
}

type Order = Pick<ListInput, 'sort' | 'descending'>
type Column = 'village' | 'due_on' | 'birth_date'
type CaseIndex = 'case_due' | 'case_town' | 'case_name' | 'case_age'

/** Each order is that of an index that also holds most of what filters read. Older is the same as born earlier. */
const orders: { readonly [sort in Sort]: { readonly columns: readonly string[]; readonly index: CaseIndex; readonly isReversed?: boolean } } = {
  due: { columns: ['due_on', 'name_key', 'no'], index: 'case_due' },
  town: { columns: ['town', 'due_on', 'name_key', 'no'], index: 'case_town' },
  name: { columns: ['name_key', 'no'], index: 'case_name' },
  age: { columns: ['birth_date', 'no'], index: 'case_age', isReversed: true },
}

/** Which of the columns that are not in all of them. */
const holds: { readonly [index in CaseIndex]: readonly Column[] } = {
  case_due: ['due_on'],
  case_town: ['due_on', 'village'],
  case_name: [],
  case_age: ['birth_date'],
}

export function pageSql(order: Order, where: Where): Bound {
  const index = indexOfPage(order.sort, where)
  const { sql, values } = filtered(where, index)
  return { sql: `select c.no from case_state c indexed by ${index} where ${sql} order by ${orderSql(order)} limit ? offset ?`, values }
}

export function countSql(where: Where): Bound {
  const [set] = where.sets
  if (set?.isShown === true && where.sets.length === 1 && where.conditions.length === 0) {
    return { sql: `select count(distinct no) from (${set.sql})`, values: set.values }
  }
  const index = smallestIndex(where)
  const { sql, values } = filtered(where, index)
  return { sql: `select count(*) from case_state c indexed by ${index} where ${sql}`, values }
}

export function fewSql(order: Order, where: Where, nos: readonly number[]): Bound {
  const { sql, values } = filtered(where, null)
  return {
    // A cross join is gone through from left to right.
    sql: `select c.no from json_each(?) few cross join case_state c on c.no = few.value where ${sql} order by ${orderSql(order)}`,
    values: [JSON.stringify(nos), ...values],
  }
}

function orderSql({ sort, descending }: Order): string {
  const { columns, isReversed = false } = orders[sort]
  return columns.map((column) => `c.${column} ${descending !== isReversed ? 'desc' : 'asc'}`).join(', ')
}

/** Of a town or of what falls due soon, few are left to be put in order; otherwise the order of an index saves the sorting. */
function indexOfPage(sort: Sort, where: Where): CaseIndex {
  return sort === 'age' ? 'case_age' : narrowIndex(where) ?? orders[sort].index
}

function smallestIndex(where: Where): CaseIndex {
  return narrowIndex(where) ?? 'case_due'
}

/** One stretch of this index holds everybody whom the filter can mean. */
function narrowIndex({ conditions }: Where): CaseIndex | null {
  if (conditions.some((condition) => condition.sql === 'c.town = ?' || condition.column === 'village')) return 'case_town'
  return conditions.some((condition) => condition.column === 'due_on') ? 'case_due' : null
}

/** What the index does not hold is asked of one that does: rows themselves are long and lie far apart. */
function filtered({ cycleYear, conditions, sets }: Where, index: CaseIndex | null): Bound {
  const isHeld = ({ column }: Condition) => column === undefined || index === null || holds[index].includes(column)
  const parts: Bound[] = [{ sql: 'c.cycle_year = ?', values: [cycleYear] }, ...conditions.filter(isHeld)]
  const elsewhere = conditions.filter((condition) => !isHeld(condition))
  if (elsewhere.length > 0) {
    const inner = filtered({ cycleYear, conditions, sets: [] }, 'case_town')
    parts.push({ sql: `c.no in (select c.no from case_state c indexed by ${narrowIndex({ cycleYear, conditions, sets }) ?? 'case_town'} where ${inner.sql})`, values: inner.values })
  }
  for (const set of sets) parts.push({ sql: `c.no ${set.isWithout === true ? 'not ' : ''}in (${set.sql})`, values: set.values })
  return { sql: parts.map((part) => part.sql).join(' and '), values: parts.flatMap((part) => part.values) }
}

/** The members of a set of the filter that has few, and what else is asked of them; null when no set has few. */
function fewOf(sqlite: Database, where: Where): { readonly nos: readonly number[]; readonly rest: Where } | null {
  for (const set of where.sets) {
    if (set.isWithout === true) continue
    const nos = preparedValue(sqlite, `${set.sql} limit ${fewAtMost + 1}`).all(...set.values) as number[]
    if (nos.length <= fewAtMost) return { nos: [...new Set(nos)], rest: { ...where, sets: where.sets.filter((other) => other !== set) } }
  }
  return null
}

/** The whole list and that of a town are counted already; paging through another filter counts it once. */
function countOf(sqlite: Database, where: Where): number {
  const town = onlyTownOf(where)
  if (town !== undefined) return listedIn(sqlite, where.cycleYear, town)
  const { sql, values } = countSql(where)
  return remember(sqlite, JSON.stringify([sql, values]), () => preparedValue(sqlite, sql).get(...values) as number)
}

/** null: everybody; undefined: something else is asked as well. */
function onlyTownOf({ conditions, sets }: Where): string | null | undefined {
  const [first, ...others] = conditions
  if (sets.length > 0 || others.length > 0) return undefined
  if (first === undefined) return null
  return first.sql === 'c.town = ?' ? String(first.values[0]) : undefined
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
    'select town, village, count(*) as n from case_state indexed by case_town where cycle_year = ? group by town, village order by town, village',
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
