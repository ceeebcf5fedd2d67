import { maskCertNumber, maskIdNumber, maskPhone } from '../../../domain/privacy/index.ts'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { Json } from '../../../domain/journal/change.ts'

/** A value of a person as a list shows it: words for codes, numbers masked. */

const tableOfField: Readonly<Record<string, CodeTableId>> = {
  disabilityCategory: 'category',
  multiCategories: 'category',
  disabilityGrade: 'grade',
  certStatus: 'certStatus',
  disabilityCause: 'cause',
  sex: 'sex',
  ethnicity: 'ethnicity',
  politicalStatus: 'politicalStatus',
  maritalStatus: 'marital',
  education: 'education',
  hukouType: 'hukouType',
  contactRelation: 'relation',
  guardianRelation: 'relation',
  legalCapacity: 'legalCapacity',
  selfCare: 'selfCare',
  workCapacity: 'workCapacity',
  socialAid: 'socialAid',
  antiPovertyType: 'antiPovertyType',
  employmentState: 'employmentState',
  employmentForm: 'employmentForm',
  unemployedReason: 'unemployedReason',
}

export function displayValue(field: string, value: Json): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((item: Json) => displayValue(field, item)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return ''
  return displayText(field, String(value))
}

/** For the text of cells, too. */
export function displayText(field: string, text: string): string {
  const table = tableOfField[field]
  if (table !== undefined) return codeLabel(table, text)
  if (field === 'idNumber') return maskIdNumber(text, 'SCREEN')
  if (field === 'certNumber') return maskCertNumber(text, 'SCREEN')
  if (/phone/i.test(field)) return maskPhone(text, 'SCREEN') ?? ''
  return text
}
