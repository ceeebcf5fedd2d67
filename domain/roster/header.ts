import { compact, isBlank } from './cell.ts'
import type { Cell, Cells } from './cell.ts'
import type { RosterField } from './fields.ts'
import { fieldOfLabels } from './labels.ts'

/** Which column says what, from one header on. */
export interface Layout {
  readonly fields: readonly (RosterField | null)[]
  readonly labels: readonly string[]
  /** First column of each field. */
  readonly columnOf: ReadonlyMap<RosterField, number>
  /** Two tables side by side, as paper is saved; the layout of each, in whose rows the other's cells are blank. Empty for the usual one table. */
  readonly panels: readonly Panel[]
}

export interface Panel {
  readonly layout: Layout
  readonly from: number
  readonly until: number
}

export interface HeaderFound {
  readonly layout: Layout
  /** Rows of the header, counted from the first one looked at. */
  readonly rows: number
}

const numberFields: readonly RosterField[] = ['idNumber', 'idOrCert', 'certNumber']

/** Where several columns could be the field, the one whose label says it more plainly. */
const plainer: Partial<Record<RosterField, RegExp>> = {
  name: /姓名/,
  idNumber: /身份/,
  category: /残/,
  grade: /残/,
  employed: /是否|与否/,
}
/** Fields that may stand in several columns, all of which are read. */
const repeatable: readonly RosterField[] = ['note', 'status', 'other', 'phone2']

export function mayBeHeader(cells: Cells): boolean {
  return cells.some((cell) => cell !== undefined && cell.kind === 'text' && cell.text.length <= 40 && /姓\s*名|名\s*字|持证人/.test(cell.text))
}

/** Tries one to three rows from `rows[0]` on, with and without the row above as merged groups, and takes the richest reading. */
export function findHeader(rows: readonly Cells[], above: Cells | null): HeaderFound | null {
  let best: { found: HeaderFound; score: number } | null = null
  const groups = above !== null && isGroupRow(above) ? [above] : []
  for (const lead of groups.length > 0 ? [[], groups] : [[]]) {
    for (let count = 1; count <= Math.min(3, rows.length); count++) {
      const window = rows.slice(0, count)
      if (window.some((row) => row.some(isDatum))) break
      const layout = layoutOf([...lead, ...window])
      if (layout === null) continue
      const score = layout.fields.filter((field) => field !== null && field !== 'other').length
      if (best === null || score > best.score) best = { found: { layout, rows: count }, score }
    }
  }
  return best?.found ?? null
}

/** Something that only stands under a header. */
function isDatum(cell: Cell | undefined): boolean {
  if (cell === undefined) return false
  if (cell.kind === 'date') return true
  return /\d{11,}|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}/.test(cell.text) || (cell.kind === 'number' && cell.text.length > 4)
}

function isGroupRow(cells: Cells): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)) as Cell[]
  if (new Set(texts.map((cell) => cell.text)).size < 2) return false
  return texts.every((cell) => !isDatum(cell) && cell.text.length <= 30 && !/[:：]/.test(cell.text))
}

function layoutOf(rows: readonly Cells[]): Layout | null {
  const width = Math.max(...rows.map((row) => row.length))
  const labels: string[] = []
  const guesses: (RosterField | null)[] = []
  for (let column = 0; column < width; column++) {
    const path = labelsOfColumn(rows, column)
    labels.push(path.join(' '))
    guesses.push(path.length === 0 ? null : (fieldOfLabels(path) ?? 'other'))
  }
  return panelled(guesses, labels) ?? tableOf(guesses, labels)
}

function tableOf(guesses: readonly (RosterField | null)[], labels: readonly string[]): Layout | null {
  const fields = withoutRepeats(guesses, labels)
  const columnOf = new Map<RosterField, number>()
  fields.forEach((field, column) => {
    if (field !== null && !columnOf.has(field)) columnOf.set(field, column)
  })
  if (!columnOf.has('name') || !numberFields.some((field) => columnOf.has(field))) return null
  return { fields, labels, columnOf, panels: [] }
}

/** The same labels again to the right: name and number stand there twice. */
function panelled(guesses: readonly (RosterField | null)[], labels: readonly string[]): Layout | null {
  const names = guesses.flatMap((field, column) => (field === 'name' ? [column] : []))
  const width = (names[1] ?? 0) - (names[0] ?? 0)
  const start = labels.findIndex((label) => label !== '')
  if (names.length < 2 || width < 2 || start < 0) return null
  const repeats = labels.slice(start, start + width).every((label, at) => (labels[start + width + at] ?? '') === label)
  if (!repeats) return null
  const panels: Panel[] = []
  for (let from = start; from < labels.length; from += width) {
    const inside = (_: unknown, column: number): boolean => column >= from && column < from + width
    const layout = tableOf(guesses.map((field, column) => (inside(field, column) ? field : null)), labels)
    if (layout !== null) panels.push({ layout, from, until: from + width })
  }
  const first = panels[0]
  return first === undefined || panels.length < 2 ? null : { ...first.layout, panels }
}

/** The labels above a column, topmost first; a blank under a merged group takes the group to its left. */
function labelsOfColumn(rows: readonly Cells[], column: number): string[] {
  const path: string[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Cells
    let label = compact(row[column])
    const below = rows.slice(index + 1).some((lower) => !isBlank(lower[column]))
    for (let left = column - 1; label === '' && below && left >= 0; left--) label = compact(row[left])
    if (label !== '' && path.at(-1) !== label) path.push(label)
  }
  return path
}

function withoutRepeats(guesses: readonly (RosterField | null)[], labels: readonly string[]): (RosterField | null)[] {
  const chosen = new Map<RosterField, number>()
  guesses.forEach((field, column) => {
    if (field === null || repeatable.includes(field)) return
    const earlier = chosen.get(field)
    const rule = plainer[field]
    if (earlier === undefined || (rule !== undefined && !rule.test(labels[earlier] ?? '') && rule.test(labels[column] ?? ''))) {
      chosen.set(field, column)
    }
  })
  const fields = guesses.map((field, column): RosterField | null => {
    if (field === null || repeatable.includes(field) || chosen.get(field) === column) return field
    return field === 'phone' ? 'phone2' : 'other'
  })
  return withOnlyTown(withPlainNumber(fields, labels))
}

/** A column that says only 证号 is of the kind that no other column is of. */
function withPlainNumber(fields: readonly (RosterField | null)[], labels: readonly string[]): (RosterField | null)[] {
  const missing = fields.includes('idNumber') ? 'certNumber' : fields.includes('certNumber') ? 'idNumber' : null
  return fields.map((field, column) => {
    const plain = field === 'idOrCert' && /^证号$/.test(labels[column] ?? '')
    return plain && missing !== null && !fields.includes(missing) ? missing : field
  })
}

/** Where the only town is that of the home, it is the town of the roster. */
function withOnlyTown(fields: readonly (RosterField | null)[]): (RosterField | null)[] {
  if (fields.includes('town') || fields.includes('townVillage') || !fields.includes('residenceTown')) return [...fields]
  const villageToo = !fields.includes('village')
  return fields.map((field) => (field === 'residenceTown' ? 'town' : field === 'residenceVillage' && villageToo ? 'village' : field))
}

/** Two headers that say the same: a header printed again on the next page. */
export function sameLayout(a: Layout, b: Layout): boolean {
  return a.fields.length === b.fields.length && a.fields.every((field, column) => field === b.fields[column])
}
