import { addDays } from '../../domain/plan/index.ts'
import type { AgeRule } from '../../domain/plan/index.ts'
import { cycleIn } from '../cycle.ts'
import { listDrafts } from '../drafts.ts'
import { prepared } from '../prepared.ts'
import { countersOn } from '../projection/counters.ts'
import type { Store } from '../store.ts'
import { cycleFor, listPersons } from './list.ts'
import type { PersonList } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

export interface Dashboard {
  readonly cycleYear: string
  /** By which rule of working age `target` counts. */
  readonly ageRule: AgeRule
  readonly on: string
  readonly towns: { readonly town: string; readonly counts: { [name: string]: number } }[]
  readonly total: { [name: string]: number }
}

export function dashboard(store: Store, today: string): Dashboard {
  const year = cycleFor(store, today)
  const towns = new Map<string, { [name: string]: number }>()
  const total: { [name: string]: number } = {}
  for (const { town, name, n } of countersOn(store.sqlite, year, today)) {
    const counts = towns.get(town) ?? {}
    counts[name] = n
    towns.set(town, counts)
    total[name] = (total[name] ?? 0) + n
  }
  return { cycleYear: year, ageRule: cycleIn(store.sqlite, year).ageRule, on: today, towns: [...towns].map(([town, counts]) => ({ town, counts })), total }
}

type RecordKind = 'infoCheck' | 'capabilityAssessment' | 'demandRegistration' | 'serviceRecord'
const recordKinds: readonly string[] = ['infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord']

export interface Today {
  readonly on: string
  readonly overdue: PersonList
  readonly dueThisWeek: PersonList
  readonly drafts: { readonly kind: RecordKind; readonly row: PersonRow; readonly savedAt: string; readonly field: string | null }[]
  readonly next: { readonly on: string; readonly row: PersonRow } | null
}

/** Rows shown of each list; the totals say how many there are. */
const shown = 20

export function todayLists(store: Store, today: string, responsibleId?: string): Today {
  const year = cycleFor(store, today)
  const due = (kind: 'overdue' | 'week') =>
    listPersons(store, { filter: { due: kind, responsibleId }, sort: 'due', descending: false, offset: 0, limit: shown }, today)
  return {
    on: today,
    overdue: due('overdue'),
    dueThisWeek: due('week'),
    drafts: openDrafts(store, year, today),
    next: nextDue(store, year, today),
  }
}

function openDrafts(store: Store, year: string, today: string): Today['drafts'] {
  const drafts = listDrafts(store).filter((draft) => recordKinds.includes(draft.kind))
  // A form that was begun for a file that has been merged since is gone on with in the one that is shown.
  const find = prepared(
    store.sqlite,
    `select coalesce(s.no, p.no) as no, coalesce(s.id, p.id) as id from person p left join person s on s.id = p.merged_into
     where p.id = ? and coalesce(s.hidden, p.hidden) = 0`,
  )
  const shown = new Map(drafts.flatMap(({ personId }) => {
    const person = find.get(personId) as { no: number; id: string } | undefined
    return person === undefined ? [] : [[personId, person]]
  }))
  const nos = [...new Set([...shown.values()].map(({ no }) => no))]
  const rows = new Map(rowsOf(store, nos, year, today).map((row) => [row.id, row]))
  return drafts.flatMap(({ kind, personId, savedAt, field }) => {
    const row = rows.get(shown.get(personId)?.id ?? '')
    return row === undefined ? [] : [{ kind: kind as RecordKind, row, savedAt, field }]
  })
}

function nextDue(store: Store, year: string, today: string): Today['next'] {
  const first = prepared(
    store.sqlite,
    `select no, due_on as day from case_state indexed by case_due where cycle_year = ? and due_on > ? and due_on < '9999' and next_step between 1 and 4
     and target_from <> '' and target_from <= due_on and target_until > due_on order by due_on, name_key, no limit 1`,
  ).get(year, addDays(today, 7)) as { no: number; day: string } | undefined
  const row = first === undefined ? undefined : rowsOf(store, [first.no], year, today)[0]
  return first === undefined || row === undefined ? null : { on: first.day, row }
}
