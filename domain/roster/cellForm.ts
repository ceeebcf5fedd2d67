import { toHalfWidth, withoutBlanks } from '../identity/text.ts'
import type { Cell } from './cell.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'

/** Blanks that a word of a table does not have. */
export function spaceFindings(field: RosterField, cell: Cell): Finding[] {
  const text = toHalfWidth(cell.text)
  // Tick boxes are parted by blanks.
  if (/[□☐☑■○●]/.test(text)) return []
  const bare = withoutBlanks(text)
  return bare === text && !cell.text.includes('\u3000') ? [] : [finding('spaces', field, cell.text, bare)]
}

/** As `spaceFindings`, and full-width digits: ３级. */
export function wordFindings(field: RosterField, cell: Cell): Finding[] {
  const wide = /[\uff10-\uff19]/.test(cell.text) ? [finding('full-width', field, cell.text, withoutBlanks(toHalfWidth(cell.text)))] : []
  return [...wide, ...spaceFindings(field, cell)]
}
