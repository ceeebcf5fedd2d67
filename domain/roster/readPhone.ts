import { splitPhones } from '../identity/phone.ts'
import { toHalfWidth, withoutApostrophes, withoutBlanks } from '../identity/text.ts'
import { integerDigits, isBlank } from './cell.ts'
import type { Cell } from './cell.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'

export interface PhoneReading {
  readonly phones: readonly string[]
  readonly findings: readonly Finding[]
}

const nothing: PhoneReading = { phones: [], findings: [] }

/** The phones of a cell. Anything that is no phone is doubtful, also beside a good one, words included. */
export function readPhoneCell(cell: Cell | undefined, field: RosterField): PhoneReading {
  if (cell === undefined || isBlank(cell)) return nothing
  const raw = cell.text
  const text = integerText(raw)
  const { phones, rest, pieces } = splitPhones(text)
  if (rest.length > 0 || phones.length === 0) {
    return { phones, findings: [finding('phone-impossible', field, raw, phones.length > 0 ? phones.join('、') : null)] }
  }
  const after = phones.join('、')
  if (pieces > 1 || phones.length > 1) return { phones, findings: [finding('two-phones', field, raw, after), ...formFindings(field, raw, after, true)] }
  return { phones, findings: formFindings(field, raw, after, false) }
}

/** 1.3912340318E10 and 13912340318.0 are whole numbers all the same. */
function integerText(raw: string): string {
  const text = withoutBlanks(toHalfWidth(raw))
  const digits = /^\d+$/.test(text) ? null : integerDigits(text)
  return digits !== null && digits.exact ? digits.digits : raw
}

function formFindings(field: RosterField, raw: string, after: string, parted: boolean): Finding[] {
  const findings: Finding[] = []
  const half = toHalfWidth(raw)
  if (/[\uff10-\uff19\uff0d]/.test(raw)) findings.push(finding('full-width', field, raw, after))
  if (parted) return findings
  if (withoutBlanks(half) !== half) findings.push(finding('spaces', field, raw, after))
  if (withoutApostrophes(half) !== half) findings.push(finding('apostrophe', field, raw, after))
  const bare = withoutApostrophes(withoutBlanks(half))
  // A landline may stand without its dash.
  if (findings.length === 0 && bare !== after && bare !== after.replaceAll('-', '') && !/^\d+(?:\.0+|(?:\.\d+)?E\+?\d+)$/i.test(bare)) {
    findings.push(finding('phone-form', field, raw, after))
  }
  return findings
}
