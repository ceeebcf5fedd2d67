import { sameJson } from '../journal/change.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import { recordKinds } from '../records/index.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'

/** Two files side by side, and the one that is made of them. */

export interface ComparedField {
  readonly field: string
  readonly survivor: Json
  readonly loser: Json
  /** What only one of them knows is taken; where they differ a person chooses. */
  readonly state: 'same' | 'onlySurvivor' | 'onlyLoser' | 'differ'
}

/** They follow from the others, or belong to a file and not to a person. */
const followers: readonly string[] = ['verification', 'certDerived', 'withdrawn']

type Values = { readonly [field: string]: Json }

/** In the order of the form; what this version does not know comes last. */
export function compareFiles(survivor: Values, loser: Values): ComparedField[] {
  const known = recordKinds.person.fields
  const names = [...new Set([...known, ...Object.keys(survivor).sort(), ...Object.keys(loser).sort()])]
  return names.flatMap((field) => {
    const [own, other] = [survivor[field] ?? null, loser[field] ?? null]
    if (followers.includes(field) || (isEmpty(own) && isEmpty(other))) return []
    const state = isEmpty(other) ? 'onlySurvivor' : isEmpty(own) ? 'onlyLoser' : sameJson(own, other) ? 'same' : 'differ'
    return [{ field, survivor: own, loser: other, state }]
  })
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

export type Choice = 'survivor' | 'loser'

/** The values that the survivor takes over, or the fields that nobody has chosen yet. */
export function valuesToTake(survivor: Values, loser: Values, choices: { readonly [field: string]: Choice }): Result<JsonObject, string[]> {
  const compared = compareFiles(survivor, loser)
  const open = compared.filter(({ field, state }) => state === 'differ' && choices[field] === undefined)
  if (open.length > 0) return fail(open.map(({ field }) => field))
  const taken = compared.filter(({ field, state }) => state === 'onlyLoser' || (state === 'differ' && choices[field] === 'loser'))
  const values = Object.fromEntries(taken.map((one) => [one.field, one.loser]))
  const marks = marksAfter(survivor, loser, Object.keys(values))
  const isDerived = 'certNumber' in values && (survivor.certDerived ?? false) !== (loser.certDerived ?? false)
  return ok({
    ...values,
    ...(isDerived ? { certDerived: loser.certDerived ?? false } : {}),
    ...(sameJson(marks, marksOf(survivor)) ? {} : { verification: marks }),
  })
}

/** A value comes with its mark: whether anybody has looked at the paper does not change by moving it. */
function marksAfter(survivor: Values, loser: Values, taken: readonly string[]): JsonObject {
  const own = Object.entries(marksOf(survivor)).filter(([field]) => !taken.includes(field))
  const others = Object.entries(marksOf(loser)).filter(([field]) => taken.includes(field))
  return Object.fromEntries([...own, ...others])
}

function marksOf({ verification }: Values): JsonObject {
  return typeof verification === 'object' && verification !== null && !Array.isArray(verification) ? (verification as JsonObject) : {}
}
