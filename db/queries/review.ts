import type { FactsDocument } from '../../domain/cycle/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { reviewStandingOf } from '../../domain/review/index.ts'
import type { ReviewStanding, ReviewState } from '../../domain/review/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** Records by where they stand with the review, in the current year. */

export interface ReviewRow {
  readonly documentId: string
  readonly changeId: string
  readonly entity: string
  readonly on: string
  readonly version: number
  readonly authorId: string
  readonly standing: ReviewStanding
  readonly row: PersonRow
}

export interface ReviewQuestion {
  readonly state: Exclude<ReviewState, 'reviewed'>
  /** Only what these users wrote; null: everybody's. */
  readonly authors: readonly string[] | null
  readonly offset: number
  readonly limit: number
}

/** Counting stops here: nobody reads further, and a list of everything ever written would be counted for nothing. */
export const mostCounted = 9999

const inState = `d.review = ? and d.cycle_year = ? and d.on_date is not null`

/** Conditions on a document `d`, and their values. */
function whereOf(year: string, { state, authors }: Pick<ReviewQuestion, 'state' | 'authors'>): { sql: string; values: string[] } {
  if (authors === null) return { sql: inState, values: [state, year] }
  return { sql: `${inState} and d.author_id in (select value from json_each(?))`, values: [state, year, JSON.stringify(authors)] }
}

export function countReviews(store: Store, today: string, question: Pick<ReviewQuestion, 'state' | 'authors'>): number {
  const { sql, values } = whereOf(cycleFor(store, today), question)
  return preparedValue(store.sqlite, `select count(*) from (select 1 from document d indexed by document_review where ${sql} limit ${mostCounted})`).get(...values) as number
}

interface Found {
  readonly id: string
  readonly entity: string
  readonly on: string
  readonly headId: string
  readonly version: number
  readonly authorId: string
  readonly personId: string
  readonly no: number
}

/** Oldest first: what has waited longest is looked at first. */
export function listReviews(store: Store, today: string, question: ReviewQuestion): ReviewRow[] {
  const year = cycleFor(store, today)
  const columns = `d.id, d.entity, d.on_date as "on", d.head_change_id as headId, d.version, d.author_id as authorId, d.person_id as personId, p.no`
  const { sql, values } = whereOf(year, question)
  const found = prepared(
    store.sqlite,
    `select ${columns} from document d indexed by document_review join person p on p.id = d.person_id and p.hidden = 0 where ${sql} order by d.on_date, d.id limit ? offset ?`,
  ).all(...values, question.limit, question.offset) as Found[]
  const rows = new Map(rowsOf(store, [...new Set(found.map(({ no }) => no))], year, today).map((row) => [row.id, row]))
  return found.flatMap((record): ReviewRow[] => {
    const row = rows.get(record.personId)
    if (row === undefined) return []
    const { id, entity, on, headId, version, authorId } = record
    return [{ documentId: id, changeId: headId, entity, on, version, authorId, standing: reviewStandingOf(record, reviewsOfPerson(store, record.personId)), row }]
  })
}

/** From the rows of the documents, so that a list folds no files. */
function reviewsOfPerson(store: Store, personId: string): FactsDocument[] {
  const rows = prepared(
    store.sqlite,
    `select id, author_id as authorId, summary from document indexed by document_person where person_id = ? and entity = 'review' and voided = 0`,
  ).all(personId) as { id: string; authorId: string | null; summary: string }[]
  return rows.map(({ id, authorId, summary }) => ({ id, entity: 'review', body: JSON.parse(summary) as JsonObject, authorId: authorId ?? undefined }))
}
