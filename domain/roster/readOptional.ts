import { isIsoDate } from '../identity/calendar.ts'
import type { IsoDate } from '../identity/calendar.ts'
import { compact, tidy } from './cell.ts'
import type { Cell } from './cell.ts'
import { spaceFindings } from './cellForm.ts'
import { readCode } from './codeWords.ts'
import type { CodedField } from './codeWords.ts'
import { readDate } from './dates.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'
import type { MutablePerson } from './person.ts'
import { readPhoneCell } from './readPhone.ts'
import type { RowView } from './rowView.ts'
import { isAbsent, readEmployed, readYesNo } from './words.ts'

const codedFields: readonly CodedField[] = [
  'education', 'hukouType', 'ethnicity', 'maritalStatus', 'politicalStatus', 'selfCare', 'workCapacity', 'socialAid',
  'disabilityCause', 'certStatus', 'employmentForm', 'livingSource', 'contactRelation', 'guardianRelation',
]
const textFields = [
  'school', 'major', 'address', 'hukouAddress', 'residenceAddress', 'residenceTown', 'residenceVillage', 'contactName', 'guardianName',
  'householdId', 'relationToHead', 'disabilityDetail', 'employerName', 'jobTitle',
] as const
const dateFields = ['certIssuedOn', 'certValidUntil', 'graduatedOn', 'employedSince', 'unemployedSince'] as const

/** Everything beyond the identity. Blank cells say nothing; words without a code are kept as they stand under `unread`. */
export function readOptionalFields(row: RowView, person: MutablePerson): Finding[] {
  const findings: Finding[] = []
  const unread: Partial<Record<RosterField, string>> = {}
  for (const field of codedFields) {
    const cell = present(row, field)
    if (cell === undefined) continue
    const reading = readCode(field, cell)
    if (reading === null) unread[field] = tidy(cell)
    else {
      person[field] = reading.value
      if (reading.coded) findings.push(finding('digit-code', field, cell.text, reading.value))
      else findings.push(...spaceFindings(field, cell))
    }
  }
  for (const field of textFields) {
    const cell = present(row, field)
    if (cell !== undefined) person[field] = tidy(cell)
  }
  for (const field of dateFields) {
    const cell = present(row, field)
    if (cell === undefined) continue
    const date = dateOf(cell)
    if (date === null) unread[field] = tidy(cell)
    else person[field] = date
  }
  readEmployment(row, person, unread, findings)
  readFlags(row, person, unread)
  for (const field of ['contactPhone', 'guardianPhone'] as const) {
    const reading = readPhoneCell(present(row, field), field)
    findings.push(...reading.findings)
    if (reading.phones[0] !== undefined) person[field] = reading.phones[0]
  }
  const notes = row.all('note').filter((cell) => !isAbsent(cell)).map(tidy)
  if (notes.length > 0) person.note = notes.join('；')
  if (Object.keys(unread).length > 0) person.unread = unread
  return findings
}

function readEmployment(row: RowView, person: MutablePerson, unread: Partial<Record<RosterField, string>>, findings: Finding[]): void {
  const cell = present(row, 'employed')
  if (cell !== undefined && !(isAbsent(cell) && readYesNo(cell) === null)) {
    const employed = readEmployed(cell)
    if (employed === null) unread.employed = tidy(cell)
    else {
      person.employed = employed
      findings.push(...spaceFindings('employed', cell))
      const form = employed && person.employmentForm === undefined ? readCode('employmentForm', cell) : null
      if (form !== null) person.employmentForm = form.value
    }
  }
  if (person.employed === undefined && readYesNo(row.cell('unemployedMark')) === true) person.employed = false
  const reasonCell = present(row, 'unemployedReason')
  if (reasonCell === undefined) return
  const reason = readCode('unemployedReason', reasonCell)
  if (reason === null) unread.unemployedReason = tidy(reasonCell)
  else {
    person.unemployedReason = reason.value
    findings.push(...spaceFindings('unemployedReason', reasonCell))
  }
}

function readFlags(row: RowView, person: MutablePerson, unread: Partial<Record<RosterField, string>>): void {
  for (const field of ['isLiterate', 'unempRegistered'] as const) {
    const cell = present(row, field)
    const value = readYesNo(cell)
    if (value !== null) person[field] = value
    else if (cell !== undefined) unread[field] = tidy(cell)
  }
  const dibao = row.cell('isDibao')
  if (dibao !== undefined && person.socialAid === undefined) {
    // 否 denies the allowance, not every kind of help.
    if (readYesNo(dibao) === true) person.socialAid = 'DIBAO'
    else if (readYesNo(dibao) === null) {
      const code = readCode('socialAid', dibao)
      if (code !== null) person.socialAid = code.value
      else unread.isDibao = tidy(dibao)
    }
  }
  const income = present(row, 'monthlyIncome')
  if (income === undefined) return
  const yuan = /^(\d{1,7})(?:\.(\d{1,2})\d*)?元?$/.exec(compact(income).replaceAll(',', ''))
  if (yuan === null) unread.monthlyIncome = tidy(income)
  else person.monthlyIncomeFen = Number(yuan[1]) * 100 + Number((yuan[2] ?? '').padEnd(2, '0'))
}

function present(row: RowView, field: RosterField): Cell | undefined {
  const cell = row.cell(field)
  // 无 and 否 are answers here, not blanks.
  if (field === 'employed' || field === 'isLiterate' || field === 'unempRegistered' || field === 'socialAid') return cell
  return isAbsent(cell) ? undefined : cell
}

function dateOf(cell: Cell): IsoDate | null {
  const reading = readDate(cell)
  return reading.kind === 'day' && isIsoDate(reading.date) ? reading.date : null
}
