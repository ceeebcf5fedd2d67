import { sameJson } from './change.ts'
import type { DocumentFields, Json, JsonObject, PatchField, PlacedChange, SettleFields, VoidFields } from './change.ts'

/**
 * The one function that turns changes into what they mean, for local and remote changes alike, on devices and at the county. It never fails: what
 * cannot be taken as it stands becomes a rival value for a person to settle. The order in which changes arrived does not matter.
 */

export interface Rival {
  readonly value: Json
  readonly changeId: string
}

export interface FieldHead {
  readonly value: Json
  /** The change that set the value, then any others that set the same value. */
  readonly changeIds: readonly string[]
  readonly rivals: readonly Rival[]
}

export interface LivingState {
  readonly fields: { readonly [field: string]: FieldHead }
  readonly erased: boolean
}

export interface DocumentState {
  readonly headId: string | null
  readonly body: JsonObject | null
  /** 1 for the first version. */
  readonly version: number
  readonly voided: boolean
  /** The void that holds: a version that names it takes it back. */
  readonly voidId: string | null
  readonly voidReason: string | null
  /** Versions or voids that did not build upon the head: one question for a person. */
  readonly rivals: readonly string[]
  readonly erased: boolean
}

/** The county's order first, then what has no place in it yet, in the order in which each device wrote it. */
export function inCountyOrder<T extends PlacedChange>(changes: readonly T[]): T[] {
  return [...changes].sort(
    (a, b) =>
      (a.serverSeq ?? Number.MAX_SAFE_INTEGER) - (b.serverSeq ?? Number.MAX_SAFE_INTEGER) ||
      compareText(a.deviceId, b.deviceId) ||
      compareText(a.deviceEpoch, b.deviceEpoch) ||
      a.deviceSeq - b.deviceSeq ||
      compareText(a.id, b.id),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A patch is taken when it was based on what is shown now (or says the same); otherwise it is a rival. */
export function foldLiving(changes: readonly PlacedChange[]): LivingState {
  const fields: { [field: string]: FieldHead } = {}
  let erased = false
  for (const change of inCountyOrder(changes)) {
    if (change.kind === 'erase') erased = true
    if (change.fields === null) continue
    if (change.kind === 'patch') {
      for (const [field, patch] of Object.entries(change.fields)) {
        if (isPatchField(patch)) fields[field] = withPatch(fields[field], patch, change.id)
      }
    } else if (change.kind === 'settle' && isSettle(change.fields)) {
      fields[change.fields.field] = withSettlement(fields[change.fields.field], change.fields, change.id)
    }
  }
  return { fields, erased }
}

function withPatch(head: FieldHead | undefined, patch: PatchField, changeId: string): FieldHead {
  if (head === undefined) return { value: patch.after, changeIds: [changeId], rivals: [] }
  if (patch.basedOn !== null && head.changeIds.includes(patch.basedOn)) {
    return { value: patch.after, changeIds: [changeId], rivals: head.rivals }
  }
  if (sameJson(head.value, patch.after)) return { ...head, changeIds: [...head.changeIds, changeId] }
  // A device that goes on from its own rival value keeps one rival, not two.
  const others = head.rivals.filter((rival) => rival.changeId !== patch.basedOn)
  return { ...head, rivals: [...others, { value: patch.after, changeId }] }
}

function withSettlement(head: FieldHead | undefined, settle: SettleFields, changeId: string): FieldHead {
  if (head === undefined) return { value: settle.after, changeIds: [changeId], rivals: [] }
  const named = new Set(settle.heads)
  if (!head.changeIds.some((id) => named.has(id))) {
    return { ...head, rivals: [...head.rivals, { value: settle.after, changeId }] }
  }
  const unseen = head.rivals.filter((rival) => !named.has(rival.changeId))
  return { value: settle.after, changeIds: [changeId], rivals: unseen }
}

/**
 * The first version stands; a successor or a void counts when it names the head, otherwise it is a rival. Once void, a document comes back only with
 * a version that names the void itself: whoever did not know of it takes nothing back.
 */
export function foldDocument(changes: readonly PlacedChange[]): DocumentState {
  let state: DocumentState = {
    headId: null, body: null, version: 0, voided: false, voidId: null, voidReason: null, rivals: [], erased: false,
  }
  for (const change of inCountyOrder(changes)) {
    if (change.kind === 'erase') state = { ...state, body: null, erased: true }
    if (change.kind === 'create' || change.kind === 'succeed') state = withVersion(state, change)
    if (change.kind === 'void') state = withVoid(state, change)
  }
  return state
}

function withVersion(state: DocumentState, change: PlacedChange): DocumentState {
  const fields = change.fields as unknown as Partial<DocumentFields> | null
  const replaces = fields?.replaces ?? null
  const takesBack = state.voidId !== null && replaces === state.voidId
  const isNext = state.headId === null || takesBack || (replaces === state.headId && !state.voided)
  if (!isNext) return { ...state, rivals: [...state.rivals, change.id] }
  return {
    ...state,
    ...(takesBack ? { voided: false, voidId: null, voidReason: null } : {}),
    headId: change.id,
    body: isObject(fields?.body) ? fields.body : null,
    version: state.version + 1,
  }
}

function withVoid(state: DocumentState, change: PlacedChange): DocumentState {
  const fields = change.fields as unknown as Partial<VoidFields> | null
  if (state.headId !== null && fields !== null && fields.voids !== state.headId) {
    return { ...state, rivals: [...state.rivals, change.id] }
  }
  return { ...state, voided: true, voidId: change.id, voidReason: fields?.reason ?? null }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isPatchField(value: Json): value is PatchField & JsonObject {
  return isObject(value) && 'after' in value
}

function isSettle(value: JsonObject): value is SettleFields & JsonObject {
  return typeof value.field === 'string' && 'after' in value && Array.isArray(value.heads)
}

/** What a `patch` of these values should be based on, given the present state. */
export function patchOf(state: LivingState | null, after: JsonObject): { [field: string]: PatchField } {
  const patch: { [field: string]: PatchField } = {}
  for (const [field, value] of Object.entries(after)) {
    const head = state?.fields[field]
    if (head !== undefined && sameJson(head.value, value)) continue
    patch[field] = { after: value, basedOn: head?.changeIds.at(-1) ?? null }
  }
  return patch
}
