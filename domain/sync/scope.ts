import { z } from 'zod'
import type { ChangeKind, EntityName } from '../journal/change.ts'

/** Who holds what, and who may write what. */

export const countyRoles = ['counsellor', 'office', 'supervisor'] as const
export const countyRoleSchema = z.enum(countyRoles)
export type CountyRole = z.infer<typeof countyRoleSchema>

/** Towns by their 9-digit code (or by name where a county has no codes for them). */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('county') }),
  z.strictObject({ kind: z.literal('towns'), towns: z.array(z.string().min(1).max(40)).min(1).max(200) }),
  z.strictObject({ kind: z.literal('caseload') }),
])
export type Scope = z.infer<typeof scopeSchema>

export interface PersonPlace {
  /** Town code, or its name when no code is known; null: unknown. */
  readonly town: string | null
  readonly responsibleId: string | null
}

/** `ownIds`: every id under which the user of the device is named as the one in charge. A person without a town belongs to the county. */
export function isInScope(scope: Scope, place: PersonPlace, ownIds: readonly string[]): boolean {
  if (scope.kind === 'county') return true
  if (scope.kind === 'towns') return place.town !== null && scope.towns.includes(place.town)
  return place.responsibleId !== null && ownIds.includes(place.responsibleId)
}

export function scopeSentence(scope: Scope, townName: (code: string) => string): string {
  if (scope.kind === 'county') return '全县'
  if (scope.kind === 'caseload') return '本人负责的人员'
  return scope.towns.map(townName).join('、')
}

/** Entities about no single person that only devices holding the whole county get. */
const countyOnly: readonly string[] = ['rosterImport', 'bankAccount', 'subsidy', 'household']

/** Of changes that belong to no person: whether every device gets them. */
export function goesToAll(entity: string): boolean {
  return !countyOnly.includes(entity)
}

const officeKinds: readonly string[] = ['merge', 'unmerge', 'erase'] satisfies ChangeKind[]
const officeEntities: readonly string[] = ['rosterImport', 'countyValues'] satisfies EntityName[]

/** The same rule on the device (before a command) and at the county (before a change is taken). */
export function mayWrite(
  role: CountyRole,
  change: { readonly entity: string; readonly kind: string; readonly fields: { readonly [field: string]: unknown } | null },
): boolean {
  if (role === 'office') return true
  if (officeKinds.includes(change.kind) || officeEntities.includes(change.entity)) return false
  // Whoever works in the field submits; office and supervisors decide, and take back what they decided.
  if (change.entity === 'review') return role === 'supervisor' ? decisionOf(change) !== 'SUBMITTED' : change.kind === 'create' && decisionOf(change) === 'SUBMITTED'
  if (role === 'counsellor') return true
  // A supervisor changes nothing else but who is in charge of a person.
  const fields = Object.keys(change.fields ?? {})
  return change.entity === 'person' && change.kind === 'patch' && fields.length === 1 && fields[0] === 'responsibleId'
}

function decisionOf(change: { readonly fields: { readonly [field: string]: unknown } | null }): unknown {
  const body = change.fields?.body
  return typeof body === 'object' && body !== null ? (body as { readonly decision?: unknown }).decision : undefined
}
