import { ageOn } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { isBlank } from './fields.ts'
import type { Loose } from './fields.ts'
import type { PersonField } from './person.ts'

/** What an info check goes over with the person, in groups: last value, new value, changed. */
export const checkedFields = {
  contact: ['phone', 'contactName', 'contactRelation', 'contactPhone', 'guardianName', 'guardianRelation', 'guardianPhone', 'communicationModes'],
  place: ['hukouTown', 'hukouVillage', 'hukouAddress', 'hukouType', 'residenceTown', 'residenceVillage', 'residenceAddress'],
  certificate: ['certNumber', 'disabilityCategory', 'multiCategories', 'disabilityGrade', 'certValidUntil', 'certStatus'],
  self: ['ethnicity', 'maritalStatus', 'education', 'isLiterate', 'school', 'major', 'graduatedOn', 'selfCare', 'legalCapacity', 'workCapacity'],
  household: ['householdId', 'relationToHead', 'socialAid', 'antiPovertyType', 'workInjuryGrade'],
} as const satisfies Readonly<Record<string, readonly PersonField[]>>

export interface FieldChange {
  readonly field: string
  readonly old: unknown
  readonly new: unknown
}

/** What changed between the file and the answers; fields that the answers do not name were not asked. Blank is null on either side. */
export function changesBetween(file: Loose, answers: Loose): FieldChange[] {
  return Object.entries(answers).flatMap(([field, answer]) => {
    const [old, now] = [isBlank(file[field]) ? null : file[field], isBlank(answer) ? null : answer]
    return isSame(old, now) ? [] : [{ field, old, new: now }]
  })
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => item === b[index])
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.trim() === b.trim())
}

export interface MissingField {
  readonly field: PersonField
  readonly because: string
}

const alwaysNeeded = [
  'certNumber', 'disabilityCategory', 'disabilityGrade', 'certStatus', 'sex', 'birthDate', 'ethnicity', 'education', 'hukouType', 'hukouTown', 'hukouVillage',
  'residenceTown', 'legalCapacity', 'communicationModes', 'selfCare', 'workCapacity', 'socialAid',
] as const satisfies readonly PersonField[]

/** What a whole file has and this one has not yet; a roster seldom holds it all, and the info check is the time to ask. */
export function missingOf(person: Loose, on: IsoDate): MissingField[] {
  const missing: MissingField[] = alwaysNeeded.filter((field) => isEmpty(person[field])).map((field) => ({ field, because: '档案要有这一项' }))
  const add = (field: PersonField, because: string) => {
    if (isEmpty(person[field])) missing.push({ field, because })
  }
  if (isEmpty(person.phone) && isEmpty(person.contactPhone)) add('phone', '本人和联系人的电话至少要有一个')
  const isMinor = typeof person.birthDate === 'string' && ageOn(person.birthDate, on) < 18
  const isMental = person.disabilityCategory === '5' || person.disabilityCategory === '6'
  if (isMinor || isMental) {
    const because = isMinor ? '未满 18 岁，要有联系人' : '智力、精神残疾，要有联系人'
    for (const field of ['contactName', 'contactRelation', 'contactPhone'] as const) add(field, because)
  }
  if (person.disabilityCategory === '7') add('multiCategories', '多重残疾，要写明有哪几类')
  if (person.legalCapacity === 'LIMITED' || person.legalCapacity === 'NONE') {
    for (const field of ['guardianName', 'guardianRelation', 'guardianPhone'] as const) add(field, '民事行为能力不完全，要有监护人')
  }
  if (person.workCapacity === 'LOST') add('workCapacityDocument', '丧失劳动能力要有鉴定书')
  if (!isEmpty(person.antiPovertyType)) add('antiPovertyFrom', '防返贫对象要有认定日期')
  if (/^[123]/.test(String(person.education ?? ''))) {
    for (const field of ['school', 'major', 'graduatedOn'] as const) add(field, '大专以上，要有学校、专业和毕业时间')
  }
  return missing
}

function isEmpty(value: unknown): boolean {
  return isBlank(value) || (Array.isArray(value) && value.length === 0)
}
