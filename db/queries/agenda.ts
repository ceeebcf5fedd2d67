import { addDays } from '../../domain/plan/index.ts'
import { agendaKinds } from '../../domain/reminders/agenda.ts'
import type { AgendaKind } from '../../domain/reminders/agenda.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

export interface AgendaList {
  readonly kind: AgendaKind
  readonly total: number
  readonly rows: { readonly on: string; readonly row: PersonRow }[]
}

/** So many days ahead each kind is put in sight. */
const ahead: Readonly<Record<AgendaKind, number>> = { followUp: 7, placementCheck: 7, renewal: 30, reassess: 30, certificate: 60 }
/** What nobody has done for a year is no news of the day any more. */
const daysBack = 366
/** Rows shown of each list; the totals say how many there are. */
const shown = 20

/** What files ask for by a day, the oldest first. */
export function agendaLists(store: Store, today: string): AgendaList[] {
  const year = cycleFor(store, today)
  return agendaKinds.flatMap((kind): AgendaList[] => {
    const span = [kind, addDays(today, -daysBack), addDays(today, ahead[kind])]
    const total = preparedValue(store.sqlite, 'select count(*) from agenda where kind = ? and on_date >= ? and on_date <= ?').get(...span) as number
    if (total === 0) return []
    const found = prepared(store.sqlite, 'select no, on_date as "on" from agenda where kind = ? and on_date >= ? and on_date <= ? order by on_date, no limit ?')
      .all(...span, shown) as { no: number; on: string }[]
    const rows = rowsOf(store, found.map(({ no }) => no), year, today)
    return [{ kind, total, rows: rows.map((row, index) => ({ on: (found[index] as { on: string }).on, row })) }]
  })
}
