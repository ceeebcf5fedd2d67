import { compareVisits } from '../../domain/planning/visitOrder.ts'
import { addDays } from '../../domain/plan/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { groupOf } from '../projection/aliases.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { remember } from './remember.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** Where to go and whom to see: villages by what is owed, and the visits that are planned. */

const inTarget = `target_from <> '' and target_from <= :today and target_until > :today`
const owes = `next_step between 1 and 4 and ${inTarget}`
/** Promised follow-ups and looks at a job are asked for at the door, too; of somebody who owes no step as well. */
const asked = `from agenda indexed by agenda_no where agenda.no = case_state.no and kind in ('followUp', 'placementCheck') and on_date >= :askedFrom`
const asks = `exists (select 1 ${asked} and on_date <= :soon)`
const asksLate = `exists (select 1 ${asked} and on_date < :today)`
/** What is owed or was promised first. */
const firstOn = `min(case when ${owes} then due_on else '9999' end, coalesce((select min(on_date) ${asked}), '9999'))`

export interface VillageCount {
  readonly village: string
  readonly overdue: number
  readonly due: number
  readonly open: number
  readonly planned: number
}

/** So many days ahead something counts as due soon. */
const soon = 30

/** What was promised so long ago and never done is looked for in the file, not on the way. */
const askedDaysBack = 366

function spans(today: string): { today: string; soon: string; askedFrom: string } {
  return { today, soon: addDays(today, soon), askedFrom: addDays(today, -askedDaysBack) }
}

/** Town by town through the index, never over everybody. */
export function townsOf(store: Store, today: string): string[] {
  const year = cycleFor(store, today)
  return preparedValue(
    store.sqlite,
    `with recursive town(name) as (
       select min(town) from case_state indexed by case_town where cycle_year = :year
       union all
       select (select min(town) from case_state indexed by case_town where cycle_year = :year and town > town.name) from town where town.name is not null
     ) select name from town where name is not null`,
  ).all({ year }) as string[]
}

export function villagesOf(store: Store, town: string, today: string): VillageCount[] {
  const year = cycleFor(store, today)
  return remember(store.sqlite, JSON.stringify(['villages', year, town, today]), () => countVillages(store, year, town, today))
}

/** Goes once through the town's stretch of the index: some 10 ms for 12,000 persons. */
function countVillages(store: Store, year: string, town: string, today: string): VillageCount[] {
  // The days of a file are asked for only where no overdue step has spoken for a visit already.
  const counts = prepared(
    store.sqlite,
    `with person_of_town as materialized (
       select village, due_on, case when ${owes} and due_on < :today then 'late' when ${asksLate} then 'late' when ${owes} then 'owes' when ${asks} then 'asks' end as why
       from case_state indexed by case_town where cycle_year = :year and town = :town
     )
     select village, sum(why = 'late') as overdue, sum(why = 'asks' or (why = 'owes' and due_on <= :soon)) as due, count(*) as open
     from person_of_town where why is not null group by village order by village`,
  ).all({ year, town, ...spans(today) }) as Omit<VillageCount, 'planned'>[]
  const planned = new Map(
    (prepared(
      store.sqlite,
      `select p.village as village, count(*) as n from document d join person p on p.id = d.person_id
       where d.entity = 'plannedVisit' and d.on_date >= ? and d.voided = 0 and p.town = ? group by p.village`,
    ).all(today, town) as { village: string; n: number }[]).map(({ village, n }) => [village, n]),
  )
  return counts.map((count) => ({ ...count, planned: planned.get(count.village) ?? 0 }))
}

export interface PlannedVisitRow {
  readonly documentId: string
  readonly headId: string
  readonly personId: string
  /** The file that it was written in; another one where files were merged. */
  readonly ownerId: string
  readonly on: string
  readonly byId: string
  readonly byName: string
  readonly purpose: string | null
  readonly order: number | null
}

interface StoredVisit {
  readonly documentId: string
  readonly headId: string
  readonly personId: string
  readonly ownerId: string
  readonly on: string
  readonly summary: string
}

const visitColumns = `id as documentId, head_change_id as headId, person_id as personId, opened_for as ownerId, on_date as 'on', summary`

function visitOf({ summary, ...stored }: StoredVisit): PlannedVisitRow {
  const { byId, byName, purpose, order } = JSON.parse(summary) as { byId?: string; byName?: string; purpose?: string; order?: number }
  return { ...stored, byId: byId ?? '', byName: byName ?? '', purpose: purpose ?? null, order: order ?? null }
}

/** Visits that stand, of anybody, from one day to another (included). */
export function visitsBetween(store: Store, from: string, to: string): PlannedVisitRow[] {
  const rows = prepared(
    store.sqlite,
    `select ${visitColumns} from document indexed by document_entity where entity = 'plannedVisit' and on_date >= ? and on_date <= ? and voided = 0 order by on_date, id`,
  ).all(from, to) as StoredVisit[]
  return rows.map(visitOf)
}

/** Those of persons that are still to come, the next one first. */
export function visitsOfPersons(store: Store, personIds: readonly string[], from: string): PlannedVisitRow[] {
  const rows = prepared(
    store.sqlite,
    `select d.id as documentId, d.head_change_id as headId, d.person_id as personId, d.opened_for as ownerId, d.on_date as "on", d.summary
     from json_each(?) wanted cross join document d indexed by document_person on d.person_id = wanted.value
     where d.entity = 'plannedVisit' and d.on_date >= ? and d.voided = 0 order by d.on_date, d.id`,
  ).all(JSON.stringify(personIds), from) as StoredVisit[]
  return rows.map(visitOf)
}

export function visitById(store: Store, documentId: string): PlannedVisitRow | null {
  const row = prepared(store.sqlite, `select ${visitColumns} from document where id = ? and entity = 'plannedVisit' and voided = 0`).get(documentId) as StoredVisit | undefined
  return row === undefined ? null : visitOf(row)
}

export interface VillagePerson {
  readonly row: PersonRow
  readonly asks: readonly Ask[]
  readonly planned: PlannedVisitRow | null
}

export interface Ask {
  readonly kind: 'followUp' | 'placementCheck'
  readonly on: string
}

/** What the files of persons ask for besides the steps, by the person's id. */
export function asksOf(store: Store, personIds: readonly string[], today: string): Map<string, Ask[]> {
  const { soon: until, askedFrom } = spans(today)
  const rows = prepared(
    store.sqlite,
    `select p.id, a.kind, a.on_date as "on" from json_each(?) wanted cross join person p on p.id = wanted.value cross join agenda a indexed by agenda_no on a.no = p.no
     where a.kind in ('followUp', 'placementCheck') and a.on_date >= ? and a.on_date <= ? order by a.on_date`,
  ).all(JSON.stringify(personIds), askedFrom, until) as (Ask & { id: string })[]
  const asks = new Map<string, Ask[]>()
  for (const { id, kind, on } of rows) asks.set(id, [...(asks.get(id) ?? []), { kind, on }])
  return asks
}

/** Whom something is owed of or promised to, the longest overdue first. */
export function villagePersons(store: Store, place: { readonly town: string; readonly village: string; readonly offset: number; readonly limit: number }, today: string): { total: number; rows: VillagePerson[] } {
  const year = cycleFor(store, today)
  const nos = preparedValue(
    store.sqlite,
    `select no from case_state indexed by case_town where cycle_year = :year and town = :town and village = :village and ((${owes}) or ${asks}) order by ${firstOn}, name_key, no`,
  ).all({ year, town: place.town, village: place.village, ...spans(today) }) as number[]
  const rows = rowsOf(store, nos.slice(place.offset, place.offset + place.limit), year, today)
  const ids = rows.map((row) => row.id)
  const asked = asksOf(store, ids, today)
  const planned = new Map(visitsOfPersons(store, ids, today).reverse().map((visit) => [visit.personId, visit]))
  return { total: nos.length, rows: rows.map((row) => ({ row, asks: asked.get(row.id) ?? [], planned: planned.get(row.id) ?? null })) }
}

export interface VisitOnDay extends PlannedVisitRow {
  readonly row: PersonRow
  readonly modes: readonly string[]
  readonly asks: readonly Ask[]
  readonly done: boolean
}

/** Visits with the rows of their persons, in the order in which one goes. Who is on no list any more is left out. */
export function withRows(store: Store, visits: readonly PlannedVisitRow[], today: string): VisitOnDay[] {
  const year = cycleFor(store, today)
  const find = prepared(store.sqlite, `select no, name_key as nameKey, fields ->> '$.communicationModes' as modes from person where id = ? and hidden = 0`)
  const found = visits.flatMap((visit) => {
    const person = find.get(groupOf(store.sqlite, visit.personId).survivorId) as { no: number; nameKey: string; modes: string | null } | undefined
    return person === undefined ? [] : [{ visit, ...person }]
  })
  const rows = rowsOf(store, found.map(({ no }) => no), year, today)
  const asked = asksOf(store, rows.map((row) => row.id), today)
  return found
    .map(({ visit, nameKey, modes }, index) => {
      const row = rows[index] as PersonRow
      const asks = asked.get(row.id) ?? []
      const order = { order: visit.order, dueOn: firstDay(row.dueOn, asks), town: row.town ?? '', village: row.village ?? '', nameKey }
      return { order, visit: { ...visit, row, modes: JSON.parse(modes ?? '[]') as string[], asks, done: wasVisited(store, row.id, visit.on) } }
    })
    .sort((a, b) => compareVisits(a.order, b.order))
    .map(({ visit }) => visit)
}

/** Of the next step and what was promised besides. */
function firstDay(dueOn: string | null, asks: readonly Ask[]): string | null {
  return [dueOn, ...asks.map(({ on }) => on)].filter((day) => day !== null).sort()[0] ?? null
}

/** Records that tell that somebody has dealt with the person. */
const work = `('infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord', 'placementCheck')`

export function wasVisited(store: Store, personId: string, from: string): boolean {
  const found = preparedValue(
    store.sqlite,
    `select 1 from document indexed by document_person where person_id = ? and entity in ${work} and on_date >= ? and voided = 0 limit 1`,
  ).get(personId, from)
  return found !== undefined
}

/** Persons whose id ends so; more than one is possible, if hardly so. The ids lie in an index of their own, which is short enough to be read through. */
export function personsByTail(store: Store, tail: string): string[] {
  const ends = [tail, (BigInt(`0x${tail}`) | (1n << 47n)).toString(16)]
  const ids = preparedValue(store.sqlite, 'select id from person where substr(id, 25) in (?, ?)').all(...ends) as string[]
  return [...new Set(ids.map((id) => groupOf(store.sqlite, id).survivorId))]
}
