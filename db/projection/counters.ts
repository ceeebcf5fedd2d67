import type { Database } from 'better-sqlite3'
import { prepared, preparedValue } from '../prepared.ts'
import type { CounterEvent } from './case.ts'

/** Counters are differences by due day; a sum up to a day reads whole months and the days of the last one. */

export interface Counted {
  readonly town: string
  readonly events: readonly CounterEvent[]
}

export interface CounterDiff {
  add(cycleYear: string, counted: Counted, sign: 1 | -1): void
  /** A row of the list of the cycle came or went. */
  addListed(cycleYear: string, town: string, sign: 1 | -1): void
  write(sqlite: Database): void
}

/** In no name of a town. */
const separator = '\u0000'

function keyOf(cycleYear: string, span: string, town: string, name: string): string {
  return `${cycleYear}${separator}${span}${separator}${town}${separator}${name}`
}

/** Everybody in the list of a cycle, on whatever day: in no sum over days, whose spans begin with D or M. */
const everybody = { span: 'A', name: 'listed' } as const

export function createCounterDiff(): CounterDiff {
  const diff = new Map<string, number>()
  const bump = (key: string, delta: number) => diff.set(key, (diff.get(key) ?? 0) + delta)
  return {
    add(cycleYear, counted, sign) {
      for (const { name, on, delta } of counted.events) {
        bump(keyOf(cycleYear, `D${on}`, counted.town, name), sign * delta)
        bump(keyOf(cycleYear, `M${on.slice(0, 7)}`, counted.town, name), sign * delta)
      }
    },
    addListed(cycleYear, town, sign) {
      bump(keyOf(cycleYear, everybody.span, town, everybody.name), sign)
    },
    write(sqlite) {
      const upsert = prepared(
        sqlite,
        `insert into counter (cycle_year, span, town, name, n) values (?, ?, ?, ?, ?)
         on conflict (cycle_year, span, town, name) do update set n = n + excluded.n`,
      )
      const clear = prepared(sqlite, 'delete from counter where cycle_year = ? and span = ? and town = ? and name = ? and n = 0')
      for (const [key, n] of diff) {
        if (n === 0) continue
        const parts = key.split(separator)
        upsert.run(...parts, n)
        clear.run(...parts)
      }
      diff.clear()
    },
  }
}

export interface CounterSum {
  readonly town: string
  readonly name: string
  readonly n: number
}

export const sumOfCounters = `select town, name, sum(n) as n from (
  select town, name, n from counter where cycle_year = :year and span >= 'M' and span < :month
  union all
  select town, name, n from counter where cycle_year = :year and span >= :firstDay and span <= :lastDay
) group by town, name order by town, name`

/** What every counter of a cycle stands at on a day. */
export function countersOn(sqlite: Database, year: string, on: string): CounterSum[] {
  const month = on.slice(0, 7)
  const rows = prepared(sqlite, sumOfCounters).all({ year, month: `M${month}`, firstDay: `D${month}-01`, lastDay: `D${on}` })
  return (rows as CounterSum[]).filter(({ n }) => n !== 0)
}

/** How long the list of a cycle is; of one town where it is named. */
export function listedIn(sqlite: Database, year: string, town: string | null): number {
  const sql = `select coalesce(sum(n), 0) from counter where cycle_year = ? and span = '${everybody.span}'${town === null ? '' : ' and town = ?'}`
  return preparedValue(sqlite, sql).get(year, ...(town === null ? [] : [town])) as number
}
