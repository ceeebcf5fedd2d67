import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import type { RosterField } from '../../../domain/roster/fields.ts'
import type { RosterPerson } from '../../../domain/roster/person.ts'

/** From the words of a roster to the fields of a person's file. What the roster does not hold is absent. */

/** Same name and meaning in both. */
const sameName = [
  'name', 'idNumber', 'certNumber', 'birthDate', 'disabilityCategory', 'disabilityGrade', 'multiCategories', 'phone', 'otherPhones',
  'education', 'isLiterate', 'hukouType', 'ethnicity', 'maritalStatus', 'politicalStatus', 'employmentForm', 'unemployedReason',
  'unemployedSince', 'hukouAddress', 'residenceAddress', 'residenceTown', 'residenceVillage', 'contactName', 'contactRelation',
  'contactPhone', 'guardianName', 'guardianRelation', 'guardianPhone', 'selfCare', 'workCapacity', 'socialAid', 'disabilityCause',
  'disabilityDetail', 'certIssuedOn', 'certValidUntil', 'certStatus', 'school', 'major', 'graduatedOn', 'householdId', 'relationToHead',
  // No field of the file yet, but nothing that a roster tells is lost: forms take them as first values.
  'employerName', 'jobTitle', 'employedSince', 'monthlyIncomeFen', 'livingSource', 'unempRegistered',
] as const satisfies readonly (keyof RosterPerson)[]

/** `on`: the day that the roster speaks of; what it says of work holds from then. */
export function personFieldsOf(person: Partial<RosterPerson>, on: string): JsonObject {
  const fields: { [field: string]: Json } = {}
  const put = (field: string, value: Json | undefined): void => {
    if (value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) fields[field] = value
  }
  for (const field of sameName) put(field, person[field])
  put('sex', person.sexCode)
  put('hukouTown', person.town)
  put('hukouAreaCode', person.townCode)
  put('hukouVillage', person.village)
  // 住址 without a word more is where one lives.
  if (person.residenceAddress === undefined) put('residenceAddress', person.address)
  put('rosterNotes', person.note)
  if (person.unread !== undefined && Object.keys(person.unread).length > 0) put('rosterUnread', { ...person.unread } as JsonObject)
  if (person.certDerived === true) put('certDerived', true)
  if (person.employed !== undefined) {
    put('employmentState', person.employed ? 'EMPLOYED' : 'UNEMPLOYED')
    put('employmentStateOn', on)
  }
  return fields
}

const otherName: Readonly<Partial<Record<RosterField, string>>> = {
  idOrCert: 'idNumber',
  category: 'disabilityCategory',
  grade: 'disabilityGrade',
  categoryGrade: 'disabilityCategory',
  town: 'hukouTown',
  townVillage: 'hukouTown',
  village: 'hukouVillage',
  phone2: 'phone',
  employed: 'employmentState',
  unemployedMark: 'employmentState',
  note: 'rosterNotes',
  status: 'rosterNotes',
  address: 'residenceAddress',
  isDibao: 'socialAid',
  monthlyIncome: 'monthlyIncomeFen',
  maleMark: 'sex',
  femaleMark: 'sex',
}

/** The field of a person that a column speaks of; '' where it is about none. */
export function personFieldOf(field: RosterField): string {
  if (field === 'serial' || field === 'other') return ''
  if (field.startsWith('categoryMark')) return 'disabilityCategory'
  if (field.startsWith('gradeMark')) return 'disabilityGrade'
  return otherName[field] ?? field
}
