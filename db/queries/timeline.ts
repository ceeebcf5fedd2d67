import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { sameJson } from '../../domain/journal/change.ts'
import { inCountyOrder } from '../../domain/journal/fold.ts'
import { maskCertNumber, maskIdNumber, maskPhone } from '../../domain/privacy/index.ts'
import type { StoredChange } from '../journal/rows.ts'
import { isDocument } from '../projection/documents.ts'
import { markOfChange } from '../projection/marks.ts'
import type { Mark } from '../projection/marks.ts'

/** What happened to a person, newest first: who, when, from what to what. Numbers are masked. */

export interface TimelineEntry {
  readonly actionId: string
  readonly at: string
  readonly actor: string
  /** person.patch, infoCheck.create, serviceRecord.void, review.RETURNED, groupConfirmation.denied ... */
  readonly what: string
  readonly fields: { readonly field: string; readonly from: Json; readonly to: Json }[]
  /** Of a record: which one, and the how manieth version this made. */
  readonly documentId?: string
  readonly version?: number
  readonly reason: string | null
  readonly mark: Mark
  /** The file that it belongs to, where that is another one than it is shown in. */
  readonly openedFor?: string
}

type Values = { [field: string]: Json }

export function timelineOf(
  changes: readonly StoredChange[], settled: ReadonlySet<string>, nameOf: (actorId: string) => string, shownIn: string,
): TimelineEntry[] {
  const before = new Map<string, Values>()
  const versions = new Map<string, number>()
  const entries = inCountyOrder(changes).map((change) => {
    const known = before.get(change.entityId) ?? {}
    const now = valuesAfter(change, known)
    before.set(change.entityId, now)
    if (change.kind === 'create' || change.kind === 'succeed') versions.set(change.entityId, (versions.get(change.entityId) ?? 0) + 1)
    const reason = change.fields?.reason ?? change.fields?.ground ?? wordOf(change)?.reason
    return {
      actionId: change.actionId,
      at: change.recordedAt,
      actor: nameOf(change.actorId),
      what: `${change.entity}.${wordOf(change)?.kind ?? change.kind}`,
      fields: differences(known, now),
      reason: typeof reason === 'string' ? reason : null,
      mark: markOfChange(change, settled),
      ...(isDocument(change.entity) ? { documentId: change.entityId, version: versions.get(change.entityId) ?? 1 } : {}),
      ...(change.personId !== null && change.personId !== shownIn ? { openedFor: change.personId } : {}),
    }
  })
  return entries.reverse()
}

/** Documents that are themselves a word of somebody are told by what was said. */
function wordOf({ entity, kind, fields }: StoredChange): { readonly kind: string; readonly reason: Json | undefined } | null {
  const body = fields?.body
  if (kind !== 'create' || !isObject(body)) return null
  if (entity === 'review' && typeof body.decision === 'string') return { kind: body.decision, reason: body.reason }
  if (entity === 'groupConfirmation') return { kind: body.isConfirmed === false ? 'denied' : 'confirmed', reason: body.note }
  return null
}

/** What the change says, whether it stands or waits as a rival: a history hides nothing. */
function valuesAfter(change: StoredChange, known: Values): Values {
  const { fields } = change
  if (fields === null) return known
  if (isDocument(change.entity)) return isObject(fields.body) ? { ...fields.body } : known
  if (change.kind === 'settle' && typeof fields.field === 'string') return { ...known, [fields.field]: fields.after ?? null }
  if (change.kind !== 'patch') return known
  const after: Values = { ...known }
  for (const [field, patch] of Object.entries(fields)) if (isObject(patch)) after[field] = patch.after ?? null
  return after
}

function differences(from: Values, to: Values): TimelineEntry['fields'] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return names.flatMap((field) => {
    const [old, now] = [from[field] ?? null, to[field] ?? null]
    return sameJson(old, now) ? [] : [{ field, from: withCover(field, old), to: withCover(field, now) }]
  })
}

/** Also inside lists and parts; a change that a check found names its field itself. */
function withCover(field: string, value: Json): Json {
  if (typeof value === 'string') return maskField(field, value)
  if (Array.isArray(value)) return value.map((item: Json) => withCover(field, item))
  if (!isObject(value)) return value
  const { field: named } = value
  const fieldOf = (name: string) => (typeof named === 'string' && (name === 'old' || name === 'new') ? named : name)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withCover(fieldOf(name), part)]))
}

const phones = ['phone', 'otherPhones', 'contactPhone', 'guardianPhone']

/** A field's value as the screen may show it without asking. */
export function maskField(field: string, value: string): string {
  if (field === 'idNumber') return maskIdNumber(value, 'SCREEN')
  if (field === 'certNumber') return maskCertNumber(value, 'SCREEN')
  if (phones.includes(field)) return maskPhone(value, 'SCREEN') ?? ''
  return value
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
