import type { Database } from 'better-sqlite3'
import { prepared } from '../prepared.ts'
import type { CounterEvent } from './case.ts'

/** Counters are differences by due day; a sum up to a day reads whole months and the days of the last one. */

export interface Counted {
  readonly town: string
  readonly events: readonly CounterEvent[]
}

export interface CounterDiff {
  add(cycleYear: string, counted: Counted, sign: 1 | -1): void
  write(sqlite: Database): void
}

export function createCounterDiff(): CounterDiff {
  const diff = new Map<string, number>()
  const bump = (key: string, delta: number) => diff.set(key, (diff.get(key) ?? 0) + delta)
  return {
    add(cycleYear, counted, sign) {
      for (const { name, on, delta } of counted.events) {
        bump(JSON.stringify([cycleYear, on, counted.town, name]), sign * delta)
        bump(JSON.stringify([cycleYear, on.slice(0, 7), counted.town, name]), sign * delta)
      }
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
        const parts = JSON.parse(key) as string[]
        upsert.run(...parts, n)
        clear.run(...parts)
      }
      diff.clear()
    },
  }
}
