import type { IsoDate } from '../plan/dates.ts'

/** In which order one goes: what people put by hand first; then what has been overdue for longest; then by due day; within a day place by place. */

export interface OrderedVisit {
  /** Set by hand; null: none. */
  readonly order: number | null
  readonly dueOn: IsoDate | null
  readonly town: string
  readonly village: string
  readonly nameKey: string
}

export function compareVisits(a: OrderedVisit, b: OrderedVisit): number {
  return (
    compare(a.order ?? Infinity, b.order ?? Infinity) || compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.town, b.town) ||
    compare(a.village, b.village) || compare(a.nameKey, b.nameKey)
  )
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
