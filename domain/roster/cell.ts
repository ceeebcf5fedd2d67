import type { IsoDate } from '../identity/calendar.ts'
import { tidyBlanks, toHalfWidth, withoutBlanks } from '../identity/text.ts'

/**
 * A cell as a reader of any format hands it on. `text` is what the file holds: strings whole with their blanks, numbers as their exact source
 * (`2.10199198503E+17`), so that lost digits can be told.
 */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean'
  readonly text: string
  /** Only of real date cells. */
  readonly date?: IsoDate
}

/** Cells by column; blank ones are undefined. */
export type Cells = readonly (Cell | undefined)[]

export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
}

export function textCell(text: string): Cell {
  return { kind: 'text', text }
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || withoutBlanks(cell.text) === ''
}

export function isBlankRow(cells: Cells): boolean {
  return cells.every(isBlank)
}

/** For comparing words: half-width, no blanks at all. */
export function compact(cell: Cell | undefined): string {
  return cell === undefined ? '' : withoutBlanks(toHalfWidth(cell.text))
}

/** For keeping: blanks tidied, nothing else changed. */
export function tidy(cell: Cell | undefined): string {
  return cell === undefined ? '' : tidyBlanks(cell.text)
}

/** What people put into a cell that has nothing to say. */
const placeholder = /^(?:[-–—―－_/\\.。·…~*?？]+|无|空|暂无|没有|不详|不明|未知|不清楚|未填|未说明|N\/?A|#N\/A|null|none|nan|undefined)$/i

export function isPlaceholder(text: string): boolean {
  return placeholder.test(text)
}

/** 2.10199E+17: a number that a spreadsheet has rounded. */
const scientific = /^([+-]?)(\d)(?:\.(\d+))?E\+?(\d+)$/i

/** The digits before the decimal point, written out; null when the text is no plain number. */
export function integerDigits(text: string): { digits: string; exact: boolean } | null {
  const plain = /^(\d+)(?:\.0*)?$/.exec(text)
  if (plain !== null) return { digits: plain[1] as string, exact: true }
  const match = scientific.exec(text)
  if (match === null) return null
  const fraction = match[3] ?? ''
  const exponent = Number(match[4])
  if (exponent > 40) return null
  const digits = (match[2] as string) + fraction.slice(0, exponent).padEnd(exponent, '0')
  return { digits, exact: fraction.length >= exponent }
}

export function isScientific(text: string): boolean {
  return scientific.test(text)
}
