import { cycleIn } from '../../../db/cycle.ts'
import { sameJson } from '../../../domain/journal/change.ts'
import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import { completeRecord, recordKinds } from '../../../domain/records/index.ts'
import type { StoreContext } from '../context.ts'
import type { KnownFile } from './knownFile.ts'

/** What an info check changed in the file. The page knows numbers only masked, so the old values are filled in here. */
export function withOldValues(record: JsonObject, person: KnownFile['person']): JsonObject {
  if (!Array.isArray(record.changes)) return record
  const changes = changesOf(record).map(({ field, new: value }) => ({ field, old: person[field] ?? null, new: value }))
  return { ...record, changes: changes.filter((change) => !sameJson(change.old, change.new)) }
}

/** Field -> the change of the file that the page showed when the new value was typed, where it says so. */
export function seenBy(draft: JsonObject): ReadonlyMap<string, string | null> {
  return new Map(changesOf(draft).flatMap(({ field, seen }) => (seen === null || typeof seen === 'string' ? [[field, seen] as const] : [])))
}

/** Set by `persons.assign` and `persons.verify` alone, each with its own roles. */
const ownWays: readonly string[] = ['responsibleId', 'verification', 'certDerived']

/** Whether an edit, or a check of the file, may give this field a value. */
export function isEditable(field: string): boolean {
  return recordKinds.person.fields.includes(field) && !ownWays.includes(field)
}

/** A new value must be one that the file of a person takes. */
export function changeFaults(context: StoreContext, file: KnownFile, record: JsonObject): { path: string; message: string }[] {
  const changes = changesOf(record)
  if (changes.length === 0) return []
  if (!changes.every(({ field }) => isEditable(field))) return [{ path: 'changes', message: '有一项不能在核对里改，请去掉' }]
  const today = context.today()
  const values = { ...file.person, ...Object.fromEntries(changes.map((change) => [change.field, change.new])) }
  const checked = completeRecord('person', values, { today, lastKnownDate: file.lastEntryOn, cycle: cycleIn(context.store.sqlite, today.slice(0, 4)) })
  if (checked.ok) return []
  const touched = new Set(changes.map((change) => change.field))
  return checked.error.flatMap(({ field, message }) => (touched.has(field.split('.')[0] ?? '') ? [{ path: 'changes', message }] : []))
}

function changesOf(record: JsonObject): { readonly field: string; readonly new: Json; readonly seen?: Json }[] {
  return Array.isArray(record.changes) ? (record.changes as unknown as { field: string; new: Json; seen?: Json }[]) : []
}
