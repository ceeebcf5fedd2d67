import type { PlanCycle } from '../plan/cycles.ts'
import { isInCycle } from '../plan/cycles.ts'
import { isIsoDate } from '../plan/dates.ts'
import type { Instant, IsoDate } from '../plan/dates.ts'
import { happenedOn } from '../records/kinds.ts'

/** What is known of one person; everything about a case follows from it and a cycle, and from nothing else. */
export interface CaseFacts {
  /** Values of the person's fields; absent or null: unknown. */
  readonly person: { readonly [field: string]: unknown }
  /** All documents of the person, of every entity and every year: heads that are not void, nothing else. */
  readonly documents: readonly FactsDocument[]
}

export interface FactsDocument {
  /** The id of the document, the same for all its versions; other documents refer to it. */
  readonly id: string
  readonly entity: string
  readonly body: { readonly [field: string]: unknown }
  /** Decides between documents of the same day. */
  readonly recordedAt?: Instant | undefined
  /** The change that holds the version that stands, and who wrote it: reviews name them. */
  readonly headId?: string | undefined
  readonly authorId?: string | undefined
}

export interface Dated extends FactsDocument {
  readonly on: IsoDate
}

export interface DaySpan {
  readonly from: IsoDate
  /** The first day that is outside again; null: open. */
  readonly until: IsoDate | null
}

export function holdsOn(span: DaySpan | null, day: IsoDate): boolean {
  return span !== null && span.from <= day && (span.until === null || day < span.until)
}

/** Documents of an entity that say when they happened, oldest first. */
export function documentsOf(facts: CaseFacts, entity: string): Dated[] {
  const dated: Dated[] = []
  for (const document of facts.documents) {
    if (document.entity !== entity) continue
    const on = happenedOn(entity, document.body)
    if (on !== null && isIsoDate(on)) dated.push({ ...document, on })
  }
  return dated.sort(byTime)
}

/** Those that belong to a cycle: by their day, and by the year that they were written for. */
export function documentsIn(facts: CaseFacts, entity: string, cycle: PlanCycle): Dated[] {
  return documentsOf(facts, entity).filter(
    ({ on, body }) => isInCycle(on, cycle) && (body.cycleYear === undefined || body.cycleYear === cycle.year),
  )
}

/** By day, then by when it was written down, then by id: every device comes to the same order. */
export function byTime(a: Dated, b: Dated): number {
  return compare(a.on, b.on) || compare(a.recordedAt ?? '', b.recordedAt ?? '') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function textIn(body: { readonly [field: string]: unknown }, field: string): string | null {
  const value = body[field]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function dateIn(body: { readonly [field: string]: unknown }, field: string): IsoDate | null {
  const value = body[field]
  return typeof value === 'string' && isIsoDate(value) ? value : null
}
