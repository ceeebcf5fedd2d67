import { localDay } from '../../../db/localDay.ts'
import { changesOfPerson } from '../../../db/projection/aliases.ts'
import { foldDocuments } from '../../../db/projection/documents.ts'
import { valuesOf } from '../../../db/projection/personColumns.ts'
import { factsOf } from '../../../db/projection/write.ts'
import type { Store } from '../../../db/store.ts'
import type { CaseFacts } from '../../../domain/cycle/index.ts'
import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import { foldLiving } from '../../../domain/journal/fold.ts'
import type { LivingState } from '../../../domain/journal/fold.ts'
import { happenedOn } from '../../../domain/records/index.ts'

/** A person's file as the journal tells it now; commands check their rules against this. */
export interface KnownFile {
  readonly personId: string
  readonly living: LivingState
  readonly person: { readonly [field: string]: Json }
  /** Heads that are not void: what rules look at. */
  readonly facts: CaseFacts
  /** Latest entry of anybody in this file, as this computer's calendar has it. */
  readonly lastEntryOn: string
}

/** null: there is no such person on this device, or their data were erased. */
export function knownFile(store: Store, personId: string): KnownFile | null {
  const changes = changesOfPerson(store.sqlite, personId)
  const living = foldLiving(changes.filter((change) => change.entity === 'person'))
  if (Object.keys(living.fields).length === 0) return null
  const person = valuesOf(living)
  const lastEntryOn = localDay(changes.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), ''))
  return { personId, living, person, facts: factsOf(person, foldDocuments(changes)), lastEntryOn }
}

/** Documents that stand, newest first: by the day that they are about; within a day, and of what has none, by when they were written. */
export function standingDocuments(file: KnownFile): { id: string; entity: string; body: JsonObject }[] {
  return file.facts.documents
    .map(({ id, entity, body, recordedAt }) => ({ id, entity, body: body as JsonObject, on: happenedOn(entity, body) ?? '', recordedAt: recordedAt ?? '' }))
    .sort((a, b) => descending(a.on, b.on) || descending(a.recordedAt, b.recordedAt))
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0
}
