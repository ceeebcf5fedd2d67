import { cleanCertText, splitCertNumber } from '../identity/certNumber.ts'
import type { CertNumber } from '../identity/certNumber.ts'
import type { IsoDate } from '../identity/calendar.ts'
import { cleanIdText, idCheckChar, parseIdNumber, upgradeFifteen } from '../identity/idNumber.ts'
import type { IdNumber } from '../identity/idNumber.ts'
import { toHalfWidth, withoutApostrophes, withoutBlanks } from '../identity/text.ts'
import { compact, integerDigits, isBlank, isPlaceholder, isScientific } from './cell.ts'
import type { Cell } from './cell.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'

/** Spreadsheets keep 15 digits of a number. */
const exactDigits = 15

export type IdReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'good'; readonly id: IdNumber; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly finding: Finding }

/** The identity number of a cell; whoever is born after `on` has a date that does not exist. */
export function readIdCell(cell: Cell | undefined, on: IsoDate): IdReading {
  if (cell === undefined || isBlank(cell) || isPlaceholder(compact(cell))) return { kind: 'absent' }
  const raw = cell.text
  const text = numberText(cell)
  if (hasLostDigits(cell, text)) return refused('id-lost-digits', raw, null)
  if (/^\d{15}$/.test(text)) {
    const whole = upgradeFifteen(text)
    return refused('id-fifteen', raw, whole.ok ? whole.value.idNumber : null)
  }
  const parsed = parseIdNumber(text, on)
  if (parsed.ok) return { kind: 'good', id: parsed.value, findings: textFindings('idNumber', raw, text) }
  switch (parsed.error.code) {
    case 'id-length': return refused('id-length', raw, null)
    case 'id-shape': return refused('id-shape', raw, null)
    case 'id-date': return refused('id-date', raw, null)
    // Saved to csv after the digits were lost, the number ends in zeros that fail the check.
    default: return refused(/000$/.test(text) ? 'id-lost-digits' : 'id-check', raw, null)
  }
}

function refused(code: 'id-lost-digits' | 'id-fifteen' | 'id-length' | 'id-shape' | 'id-date' | 'id-check', before: string, after: string | null): IdReading {
  return { kind: 'refused', finding: finding(code, 'idNumber', before, after) }
}

/** The number as text; what a number cell holds exactly is written out. */
function numberText(cell: Cell): string {
  const text = cleanIdText(cell.text)
  const digits = integerDigits(text)
  return digits !== null && digits.exact && (cell.kind === 'number' || isScientific(text) || /\.0+$/.test(text)) ? digits.digits : text
}

function hasLostDigits(cell: Cell, text: string): boolean {
  const digits = integerDigits(cleanIdText(cell.text))
  if (digits === null) return false
  if (cell.kind === 'number') return digits.digits.length > exactDigits || !digits.exact
  return isScientific(cleanIdText(cell.text)) && (digits.digits.length > exactDigits || !digits.exact || text.length > exactDigits)
}

export type CertReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'whole'; readonly cert: CertNumber; readonly findings: readonly Finding[] }
  /** The first 18 or 19 characters: the number without category and grade. */
  | { readonly kind: 'beginning'; readonly text: string; readonly raw: string }
  | { readonly kind: 'unusable'; readonly raw: string; readonly lostDigits: boolean }

export function readCertCell(cell: Cell | undefined): CertReading {
  if (cell === undefined || isBlank(cell) || isPlaceholder(compact(cell))) return { kind: 'absent' }
  const raw = cell.text
  if (hasLostDigits(cell, numberText(cell))) return { kind: 'unusable', raw, lostDigits: true }
  const text = cleanCertText(cell.text).replace(/^残疾?人?证?(?:第|号|:)*/, '').replace(/号$/, '')
  const cert = splitCertNumber(text)
  if (cert.ok) return { kind: 'whole', cert: cert.value, findings: textFindings('certNumber', raw, cert.value.certNumber) }
  if (/^\d{17}[\dX][1-7]?$/.test(text)) return { kind: 'beginning', text, raw }
  return { kind: 'unusable', raw, lostDigits: false }
}

/** What was done to the text of a number so that it could be read, one finding for each. */
export function textFindings(field: RosterField, raw: string, result: string): Finding[] {
  const findings: Finding[] = []
  const half = toHalfWidth(raw)
  const bare = withoutApostrophes(withoutBlanks(half))
  if (half.replaceAll(' ', '') !== raw.replace(/[\u3000 ]/g, '')) findings.push(finding('full-width', field, raw, result))
  if (withoutBlanks(half) !== half) findings.push(finding('spaces', field, raw, result))
  if (withoutApostrophes(half) !== half) findings.push(finding('apostrophe', field, raw, result))
  if (/[xх×ⅹⅩХΧχ]/.test(bare)) findings.push(finding('lower-case-x', field, raw, result))
  if (findings.length === 0 && raw !== result && !/^\d+(?:\.0+)?$/.test(raw)) findings.push(finding('number-form', field, raw, result))
  return findings
}

/** Whether the first 18 characters pass their own check; telling which of two numbers is the mistaken one. */
export function passesCheck(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && idCheckChar(text) === text[17]
}
