import type { LivingState } from '../../domain/journal/fold.ts'
import type { Json } from '../../domain/journal/change.ts'

/** The values of a person that stand, and the columns that lists and look-ups read. Field names are those of the glossary. */

export interface PersonFacts {
  readonly id: string
  readonly fields: { readonly [field: string]: Json }
}

/** Set by the undo of the action that brought the person in; a later patch to false brings the person back. */
export const withdrawnField = 'withdrawn'

export interface PersonColumns {
  readonly name: string
  readonly idNumber: string | null
  readonly certNumber: string | null
  readonly sex: string | null
  readonly birthDate: string | null
  readonly phone: string | null
  readonly category: string | null
  readonly grade: string | null
  readonly town: string
  readonly village: string
  readonly responsibleId: string | null
  readonly householdId: string | null
  readonly toVerify: number
  readonly rivals: number
  readonly hidden: boolean
}

export function valuesOf(state: LivingState): { [field: string]: Json } {
  const values: { [field: string]: Json } = {}
  for (const [field, head] of Object.entries(state.fields)) if (head.value !== null) values[field] = head.value
  return values
}

export function columnsOf(state: LivingState, values: { readonly [field: string]: Json }): PersonColumns {
  const text = (field: string) => {
    const value = values[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    name: text('name') ?? '',
    idNumber: text('idNumber'),
    certNumber: text('certNumber'),
    sex: text('sex'),
    birthDate: text('birthDate'),
    phone: text('phone'),
    category: text('disabilityCategory'),
    grade: text('disabilityGrade'),
    town: text('hukouTown') ?? text('residenceTown') ?? '',
    village: text('hukouVillage') ?? text('residenceVillage') ?? '',
    responsibleId: text('responsibleId'),
    householdId: text('householdId'),
    toVerify: Object.keys(verifyMarks(values)).length,
    rivals: Object.values(state.fields).filter((head) => head.rivals.length > 0).length,
    // A file of which nothing but a merge has arrived, or nothing is left, has nobody to show.
    hidden: state.erased || values[withdrawnField] === true || Object.keys(state.fields).length === 0,
  }
}

/** Field -> why it waits for a look at the paper. */
export function verifyMarks(values: { readonly [field: string]: Json }): { [field: string]: string } {
  const marks: { [field: string]: string } = {}
  const stated = values.verification
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) return marks
  for (const [field, why] of Object.entries(stated)) if (typeof why === 'string' && why !== '') marks[field] = why
  return marks
}
