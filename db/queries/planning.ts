import { compareVisits } from '../../domain/planning/visitOrder.ts'
import { addDays } from '../../domain/plan/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { groupOf } from '../projection/aliases.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** Where to go and whom to see: villages by what is owed, and the visits that are planned. */

const inTarget = `target_from <> '' and target_from <= :today and target_until > :today`
const owes = `next_step between 1 and 4 and ${inTarget}`
/** Promised follow-ups and looks at a job are asked for at the door, too; of somebody who owes no step as well. */
const asks = `exists (select 1 from agenda indexed by agenda_no where agenda.no = case_state.no and kind in ('followUp', 'placementCheck') and on_date >= :askedFrom and on_date <= :soon)`

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
  const counts = prepared(
    store.sqlite,
    `select village, sum(${owes} and due_on < :today) as overdue,
       sum((${owes} and due_on >= :today and due_on <= :soon) or (not (${owes}) and ${asks})) as due, count(*) as open
     from case_state indexed by case_town where cycle_year = :year and town = :town and ((${owes}) or ${asks}) group by village order by village`,
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
  readonly on: string
  readonly summary: string
}

const visitColumns = `id as documentId, head_change_id as headId, person_id as personId, on_date as 'on', summary`

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

/** Those of a person that are still to come. */
export function visitsOfPerson(store: Store, personId: string, from: string): PlannedVisitRow[] {
  const rows = prepared(
    store.sqlite,
    `select ${visitColumns} from document indexed by document_person where person_id = ? and entity = 'plannedVisit' and on_date >= ? and voided = 0 order by on_date, id`,
  ).all(personId, from) as StoredVisit[]
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

/** What the file of a person asks for besides the steps. */
export function asksOf(store: Store, personId: string, today: string): Ask[] {
  const { soon: until, askedFrom } = spans(today)
  return prepared(
    store.sqlite,
    `select a.kind, a.on_date as "on" from person p join agenda a indexed by agenda_no on a.no = p.no
     where p.id = ? and a.kind in ('followUp', 'placementCheck') and a.on_date >= ? and a.on_date <= ? order by a.on_date`,
  ).all(personId, askedFrom, until) as Ask[]
}

/** Whom something is owed of or promised to, the longest overdue first. */
export function villagePersons(store: Store, place: { readonly town: string; readonly village: string; readonly offset: number; readonly limit: number }, today: string): { total: number; rows: VillagePerson[] } {
  const year = cycleFor(store, today)
  const nos = preparedValue(
    store.sqlite,
    `select no from case_state indexed by case_town where cycle_year = :year and town = :town and village = :village and ((${owes}) or ${asks}) order by case when ${owes} then due_on else '9999' end, name_key, no`,
  ).all({ year, town: place.town, village: place.village, ...spans(today) }) as number[]
  const rows = rowsOf(store, nos.slice(place.offset, place.offset + place.limit), year, today)
  return { total: nos.length, rows: rows.map((row) => ({ row, asks: asksOf(store, row.id, today), planned: visitsOfPerson(store, row.id, today)[0] ?? null })) }
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
  return found
    .map(({ visit, nameKey, modes }, index) => {
      const row = rows[index] as PersonRow
      const order = { order: visit.order, dueOn: row.dueOn, town: row.town ?? '', village: row.village ?? '', nameKey }
      return { order, visit: { ...visit, row, modes: JSON.parse(modes ?? '[]') as string[], asks: asksOf(store, row.id, today), done: wasVisited(store, row.id, visit.on) } }
    })
    .sort((a, b) => compareVisits(a.order, b.order))
    .map(({ visit }) => visit)
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
