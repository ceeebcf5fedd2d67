import { z } from 'zod'

/**
 * A change: the only thing that is ever written, by a form, an import, the county or a USB stick. History is immutable; where a change stands
 * with the county lives beside it (delivery), never in it. Times are information, never order.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

const jsonObject = z.record(z.string(), z.json()) as unknown as z.ZodType<JsonObject>

/** Living entities are patched field by field; documents are created whole and then succeeded or voided. */
export const livingEntities = ['person', 'household', 'employer', 'job'] as const
export const documentEntities = [
  'infoCheck',
  'capabilityAssessment',
  'demandRegistration',
  'serviceRecord',
  'consent',
  'employmentPeriod',
  'exclusion',
  'plannedVisit',
  'placementCheck',
  'rosterImport',
  'graduatePlan',
  'groupConfirmation',
  'hardshipCert',
  'review',
  'secondRating',
  'countyValues',
  'notDuplicate',
  'rightsRequest',
] as const
export type LivingEntity = (typeof livingEntities)[number]
export type DocumentEntity = (typeof documentEntities)[number]
export type EntityName = LivingEntity | DocumentEntity

export function isLiving(entity: string): entity is LivingEntity {
  return (livingEntities as readonly string[]).includes(entity)
}

export const changeKinds = ['patch', 'create', 'succeed', 'void', 'settle', 'merge', 'unmerge', 'erase'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `fields` of a `patch`: field -> the new value and the change last seen for that field (null: none was). */
export interface PatchField {
  readonly after: Json
  readonly basedOn: string | null
}
/** `fields` of `create` and `succeed`: the whole document; `replaces` names the version that it succeeds, or the void that it takes back. */
export interface DocumentFields {
  readonly body: JsonObject
  readonly replaces?: string
}
/** `fields` of `void`. */
export interface VoidFields {
  readonly reason: string
  readonly voids: string
}
/** `fields` of `settle`: one field, the value chosen, and every rival change that the person saw. */
export interface SettleFields {
  readonly field: string
  readonly after: Json
  readonly heads: readonly string[]
}

/** `fields` of a `merge`, which belongs to the file that is to be read as another one. */
export interface MergeFields {
  readonly into: string
  /** Device and epoch -> the highest of its numbers in both files: what came later was written without knowledge of the merge. */
  readonly seen: { readonly [writer: string]: number }
}
/** `fields` of an `unmerge`: the merges of this file that hold no longer. */
export interface UnmergeFields {
  readonly merges: readonly string[]
}

/** Entity and kind stay open strings here: what this version does not know is kept, sent on and applied after the upgrade. */
export const changeSchema = z.strictObject({
  id: z.uuid(),
  v: z.number().int().min(1),
  actionId: z.uuid(),
  entity: z.string().min(1).max(40),
  entityId: z.uuid(),
  /** Whose file it belongs to; null for reference entities and import runs. Kept when the fields are erased. */
  personId: z.uuid().nullable(),
  kind: z.string().min(1).max(20),
  /** null once erased by law; the hash stays. */
  fields: jsonObject.nullable(),
  salt: z.string().max(64).nullable(),
  /** sha-256, hex, of `hashInput(fields, salt)`. */
  fieldsHash: z.string().regex(/^[0-9a-f]{64}$/),
  actorId: z.uuid(),
  deviceId: z.uuid(),
  /** A new one after every restore or clone, so that (device, epoch, deviceSeq) is used once. */
  deviceEpoch: z.uuid(),
  /** 1, 2, 3 ... without gaps within (device, epoch). */
  deviceSeq: z.number().int().min(1),
  /** Device clock, ISO UTC. */
  recordedAt: z.iso.datetime(),
})
export type Change = z.infer<typeof changeSchema>

/** Where a change stands with the county. */
export const deliveryStates = ['pending', 'sealed', 'accepted', 'contested', 'refused'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** A change with its place in the county's order; null while it has none. */
export interface PlacedChange extends Change {
  readonly serverSeq: number | null
}

/** The text that `fieldsHash` is computed over: salt, newline, fields as JSON with sorted keys. */
export function hashInput(fields: JsonObject, salt: string): string {
  return `${salt}\n${canonicalJson(fields)}`
}

/** JSON with object keys sorted by code unit, so that two programs write the same bytes for the same value. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  const object = value as JsonObject
  const parts = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] as Json)}`)
  return `{${parts.join(',')}}`
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonicalJson(a) === canonicalJson(b)
}
