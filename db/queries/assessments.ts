import { instrumentOf, instruments, isDrawn, reassessBy } from '../../domain/assessment/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { addDays, addMonths } from '../../domain/plan/index.ts'
import type { PlanCycle } from '../../domain/plan/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'

/** Looks over many assessments: which were drawn for a second rating, and who is to be assessed again. */

export interface DrawnAssessment {
  readonly id: string
  readonly headId: string
  readonly personId: string
  readonly on: string
  readonly second: SecondRatingRow | null
}

/** A version of a document, with who wrote it down. */
export interface Version {
  readonly authorId: string
  readonly body: JsonObject
}

export interface SecondRatingRow {
  readonly headId: string
  readonly ratedOn: string
  readonly raterId: string
  readonly raterName: string | null
}

interface DocumentRow {
  readonly id: string
  readonly headId: string
  readonly personId: string
  readonly on: string
  readonly summary: string
}

const shown = `d.voided = 0 and d.head_change_id is not null and d.person_id is not null`

/** Assessments of a cycle in which the items were asked and that the draw fell upon, newest first. `only`: this one. No content is read: there may be many. */
export function drawnAssessments(store: Store, cycle: Pick<PlanCycle, 'from' | 'until'>, only: string | null = null): DrawnAssessment[] {
  const drawn = (prepared(
    store.sqlite,
    `select d.id, d.head_change_id as headId, d.person_id as personId, d.on_date as "on", d.summary from document d
     where d.entity = 'capabilityAssessment' and d.on_date between :from and :until and (:only is null or d.id = :only) and ${shown} order by d.on_date desc, d.id desc`,
  ).all({ from: cycle.from, until: cycle.until, only }) as DocumentRow[]).filter(({ id, summary }) => isDrawn(id) && wasAsked(summary))
  const rated = drawn.length === 0 ? new Map<string, SecondRatingRow>() : secondRatings(store, cycle)
  return drawn.map(({ summary: _summary, ...row }) => ({ ...row, second: rated.get(row.id) ?? null }))
}

export function drawnAssessment(store: Store, assessmentId: string, cycle: Pick<PlanCycle, 'from' | 'until'>): DrawnAssessment | null {
  return drawnAssessments(store, cycle, assessmentId)[0] ?? null
}

/** Persons of whom a second rating was begun on this PC. */
export function ratingsBegun(store: Store): ReadonlySet<string> {
  return new Set(preparedValue(store.sqlite, "select person_id from draft where kind = 'secondRating'").all() as string[])
}

/** By the assessment that they rate. Where two people rated the same one, the earlier counts. */
function secondRatings(store: Store, cycle: Pick<PlanCycle, 'from' | 'until'>): ReadonlyMap<string, SecondRatingRow> {
  const rows = prepared(
    store.sqlite,
    `select d.id, d.head_change_id as headId, d.person_id as personId, d.on_date as "on", d.summary from document d
     where d.entity = 'secondRating' and d.on_date >= ? and ${shown} order by d.on_date desc, d.id desc`,
  ).all(cycle.from) as DocumentRow[]
  return new Map(rows.map(({ headId, on, summary }) => {
    const { assessmentId, raterId, raterName } = JSON.parse(summary) as { assessmentId?: string; raterId?: string; raterName?: string }
    return [assessmentId ?? '', { headId, ratedOn: on, raterId: raterId ?? '', raterName: raterName ?? null }]
  }))
}

/** The whole of a version; null where its content was erased. */
export function versionOf(store: Store, changeId: string): Version | null {
  const row = prepared(store.sqlite, 'select actor_id as authorId, fields from change where id = ?').get(changeId) as { authorId: string; fields: string | null } | undefined
  if (row?.fields == null) return null
  const { body } = JSON.parse(row.fields) as { body?: JsonObject }
  return body === undefined ? null : { authorId: row.authorId, body }
}

/** A confirmation has no answers of its own; those of a version that this program does not know cannot be compared. */
function wasAsked(summary: string): boolean {
  const { reviewOf, instrumentVersion } = JSON.parse(summary) as { reviewOf?: unknown; instrumentVersion?: unknown }
  return reviewOf === undefined && instrumentOf(instrumentVersion) !== null
}

export interface DueAgain {
  readonly personId: string
  readonly on: string
  readonly dueOn: string
}

/** So long before the day a person is listed, and so long back it looks for assessments: each row costs a read, and whoever was not assessed for longer is overdue in the cycle anyway. */
const daysAhead = 60
const monthsBack = 24
/** Levels that ask for another assessment, and after how many months at the soonest: of any version. */
const asking = instruments.flatMap(({ levels }) => levels.flatMap(({ level, reassessMonths }) => (reassessMonths === undefined ? [] : [{ level, reassessMonths }])))
const gravest = Math.min(...asking.map(({ level }) => level))
const soonest = Math.min(...asking.map(({ reassessMonths }) => reassessMonths))

/** Of whom the last assessment asks for another one within a time that is over or nearly so, the longest overdue first. */
export function assessedAgainSoon(store: Store, today: string): DueAgain[] {
  const horizon = addDays(today, daysAhead)
  // Only of levels that ask for it, and only where nothing was asked anew since.
  const rows = prepared(
    store.sqlite,
    `select d.person_id as personId, d.on_date as "on", d.summary from document d
     where d.entity = 'capabilityAssessment' and d.on_date between ? and ? and ${shown}
       and json_extract(d.summary, '$.supportLevel') >= ? and json_extract(d.summary, '$.reviewOf') is null
       and not exists (
         select 1 from document n indexed by document_person where n.person_id = d.person_id and n.entity = 'capabilityAssessment' and n.on_date > d.on_date
           and n.voided = 0 and n.head_change_id is not null and json_extract(n.summary, '$.reviewOf') is null)`,
  ).all(addMonths(today, -monthsBack), addMonths(horizon, -soonest), gravest) as Pick<DocumentRow, 'personId' | 'on' | 'summary'>[]
  return rows
    .flatMap(({ personId, on, summary }) => {
      const dueOn = reassessBy(JSON.parse(summary) as { assessedOn?: unknown; supportLevel?: unknown; instrumentVersion?: unknown })
      return dueOn === null || dueOn > horizon ? [] : [{ personId, on, dueOn }]
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.personId < b.personId ? -1 : 1))
}
