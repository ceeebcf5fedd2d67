import { maskCertNumber, maskIdNumber, maskPhone } from '../../../domain/privacy/index.ts'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import { isValidPhone } from '../../../domain/identity/phone.ts'
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
  // What is no phone is shown whole: somebody has to see what is wrong with it.
  if (/phone/i.test(field)) return isValidPhone(text) ? (maskPhone(text, 'SCREEN') ?? '') : text
  return text
}

/**
 * The two ends of a finding for a screen. Only the 18-digit number that an old 15-digit one would become is shown whole: it is what somebody has to
 * type into the roster.
 */
export function shownEnds(finding: { readonly code: string; readonly field: string; readonly before: string | null; readonly after: string | null }): {
  before: string | null
  after: string | null
} {
  const masked = (text: string | null): string | null => (text === null ? null : displayText(finding.field, text))
  return { before: masked(finding.before), after: finding.code === 'id-fifteen' ? finding.after : masked(finding.after) }
}
