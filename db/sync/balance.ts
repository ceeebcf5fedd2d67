import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'

/** 对账单: counts of changes written on this device, by where they stand. Written = received + contested + refused + unsent, to the last change. */

export interface BalanceLine {
  readonly written: number
  readonly received: number
  readonly unsent: number
  readonly contested: number
  readonly refused: number
}
export interface BalanceDay extends BalanceLine {
  readonly day: string
}
export interface Balance extends BalanceLine {
  readonly days: BalanceDay[]
}

/** Days as this computer's calendar has them, newest first. */
export function balance(store: Store): Balance {
  const days = prepared(
    store.sqlite,
    `select date(c.recorded_at, 'localtime') as day, count(*) as written,
       sum(d.state = 'accepted') as received, sum(d.state in ('pending', 'sealed')) as unsent,
       sum(d.state = 'contested') as contested, sum(d.state = 'refused') as refused
     from change c join delivery d on d.change_id = c.id where c.device_id = ? group by day order by day desc`,
  ).all(store.device.id) as BalanceDay[]
  const sum = (name: keyof BalanceLine) => days.reduce((total, day) => total + day[name], 0)
  return {
    written: sum('written'), received: sum('received'), unsent: sum('unsent'), contested: sum('contested'), refused: sum('refused'), days,
  }
}

export interface DeliveryCounts {
  readonly unsent: number
  readonly refused: number
  readonly contested: number
}

/** Cheap: looks only at what has no receipt of acceptance. */
export function deliveryCounts(store: Store): DeliveryCounts {
  const rows = prepared(store.sqlite, `select state, count(*) as n from delivery where state <> 'accepted' group by state`).all() as {
    state: string
    n: number
  }[]
  const count = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  return { unsent: count('pending') + count('sealed'), refused: count('refused'), contested: count('contested') }
}
