import type { County, Town } from '../divisions/county.ts'
import { createTownLookup } from '../divisions/townLookup.ts'
import type { IsoDate } from '../identity/calendar.ts'
import { normaliseName } from '../identity/name.ts'
import { compact, isBlankRow, tidy } from './cell.ts'
import type { Cells, SheetInfo } from './cell.ts'
import { createRepetitionFinder } from './duplicates.ts'
import type { RowPlace } from './duplicates.ts'
import type { RosterField } from './fields.ts'
import { finding, verdictOf } from './findings.ts'
import type { Finding, FindingCode, Verdict } from './findings.ts'
import { findHeader, mayBeHeader } from './header.ts'
import type { Layout } from './header.ts'
import type { RosterPerson } from './person.ts'
import { readRow } from './readRow.ts'
import { kindOfRow } from './rowKind.ts'
import { viewRow } from './rowView.ts'

export interface RosterRow {
  readonly sheet: string
  /** Row number in the sheet, line number in a csv file. */
  readonly row: number
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** null when the row is refused. */
  readonly person: RosterPerson | null
  /** The name as far as it can be read, also of refused rows. */
  readonly name: string
  /** The earlier row that this one repeats or disagrees with. */
  readonly sameAs: RowPlace | null
}

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  /** Row of the first header; null for a sheet that is no roster. */
  readonly headerRow: number | null
  readonly rows: number
}

export interface RosterSummary {
  readonly county: { readonly code: string; readonly name: string; readonly townsKnown: boolean }
  readonly on: IsoDate
  readonly rows: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** Rows with at least one flag. */
  readonly flagged: number
  readonly findings: Readonly<Partial<Record<FindingCode, number>>>
  /** Different persons among the rows that can come in. */
  readonly persons: number
  /** Subtotals, footers, titles and the like. */
  readonly skipped: number
  /** Cells of coded columns whose words were not understood, by field. */
  readonly unread: Readonly<Partial<Record<RosterField, number>>>
  readonly sheets: readonly SheetSummary[]
}

export interface RosterChecker {
  startSheet(info: SheetInfo): void
  /** Rows in order; blank ones may be left out. Returns the rows that are decided by now. */
  row(number: number, cells: Cells): RosterRow[]
  endSheet(): RosterRow[]
  finish(): RosterSummary
}

interface PendingRow {
  readonly number: number
  readonly cells: Cells
}

/** How many rows must be known before the first of them is judged: headers are up to three rows high. */
const lookAhead = 3

export function createRosterChecker(options: { county: County; on: IsoDate }): RosterChecker {
  const { county, on } = options
  const lookup = createTownLookup(county)
  const repetitions = createRepetitionFinder()
  const persons = new Set<string>()
  const verdicts: Record<Verdict, number> = { clean: 0, mended: 0, doubtful: 0, refused: 0, duplicate: 0 }
  const counts: Partial<Record<FindingCode, number>> = {}
  const unread: Partial<Record<RosterField, number>> = {}
  const sheets: SheetSummary[] = []
  let flagged = 0
  let skipped = 0

  let sheet: SheetInfo = { name: '', hidden: false }
  let layout: Layout | null = null
  let headerRow: number | null = null
  let sheetRows = 0
  let above: Cells | null = null
  let sheetTown: Town | null = null
  let groupTown: Town | null = null
  let pending: PendingRow[] = []

  function startSheet(info: SheetInfo): void {
    sheet = info
    layout = null
    headerRow = null
    sheetRows = 0
    above = null
    sheetTown = lookup.context(info.name.trim())
    groupTown = null
    pending = []
  }

  function row(number: number, cells: Cells): RosterRow[] {
    if (isBlankRow(cells)) return []
    pending.push({ number, cells })
    return drain(lookAhead)
  }

  function endSheet(): RosterRow[] {
    const rows = drain(1)
    sheets.push({ name: sheet.name, hidden: sheet.hidden, headerRow, rows: sheetRows })
    return rows
  }

  function drain(needed: number): RosterRow[] {
    const out: RosterRow[] = []
    while (pending.length >= needed && pending.length > 0) {
      const taken = takeHeader()
      if (taken > 0) {
        pending.splice(0, taken)
        continue
      }
      const next = pending.shift() as PendingRow
      if (layout === null) beforeHeader(next)
      else out.push(...judgePanels(layout, next))
      above = next.cells
    }
    return out
  }

  /** Rows of a header that begins here, 0 when none does. A later header replaces the layout. */
  function takeHeader(): number {
    const first = pending[0] as PendingRow
    if (!mayBeHeader(first.cells)) return 0
    const found = findHeader(pending.slice(0, lookAhead).map(({ cells }) => cells), above)
    if (found === null) return 0
    if (layout !== null) skipped += found.rows
    layout = found.layout
    headerRow ??= first.number
    above = (pending[found.rows - 1] as PendingRow).cells
    return found.rows
  }

  /** Titles may name the town that the whole sheet is of. */
  function beforeHeader(next: PendingRow): void {
    for (const cell of next.cells) sheetTown ??= cell === undefined ? null : lookup.find(compact(cell))
  }

  function judgePanels(current: Layout, next: PendingRow): RosterRow[] {
    if (current.panels.length === 0) return judge(current, next) ?? []
    return current.panels.flatMap(({ layout: panel, from, until }) => {
      const cells = next.cells.map((cell, column) => (column >= from && column < until ? cell : undefined))
      return judge(panel, { number: next.number, cells }) ?? []
    })
  }

  function judge(current: Layout, { number, cells }: PendingRow): [RosterRow] | null {
    const view = viewRow(current, cells)
    const kind = kindOfRow(view, lookup)
    if (kind.kind === 'group') groupTown = kind.town
    if (kind.kind !== 'data') {
      skipped += 1
      return null
    }
    const reading = readRow(view, { county, lookup, on, town: groupTown ?? sheetTown })
    const place = { sheet: sheet.name, row: number }
    const findings = [...reading.findings]
    const repetition = reading.person === null ? ({ kind: 'first' } as const) : repetitions.see(view, reading.person, place)
    if (repetition.kind === 'differs') findings.push(finding('same-person-differs', repetition.field, repetition.fields.join('、'), null))
    const verdict = verdictOf(findings, repetition.kind === 'duplicate')
    const person = verdict === 'refused' ? null : reading.person
    const judged: RosterRow = {
      ...place,
      verdict,
      findings,
      person,
      name: reading.name !== '' ? reading.name : normaliseName(tidy(view.cell('name'))),
      sameAs: repetition.kind === 'duplicate' ? repetition.of : repetition.kind === 'differs' ? repetition.from : null,
    }
    count(judged)
    return [judged]
  }

  function count(judged: RosterRow): void {
    sheetRows += 1
    verdicts[judged.verdict] += 1
    if (judged.findings.some(({ kind }) => kind === 'flagged')) flagged += 1
    for (const code of new Set(judged.findings.map((item) => item.code))) counts[code] = (counts[code] ?? 0) + 1
    if (judged.person === null) return
    if (judged.verdict !== 'duplicate') persons.add(judged.person.idNumber)
    for (const field of Object.keys(judged.person.unread ?? {}) as RosterField[]) unread[field] = (unread[field] ?? 0) + 1
  }

  function finish(): RosterSummary {
    const rows = Object.values(verdicts).reduce((sum, value) => sum + value, 0)
    return {
      county: { code: county.code, name: county.name, townsKnown: !lookup.isEmpty },
      on, rows, verdicts, flagged, findings: counts, persons: persons.size, skipped, unread, sheets,
    }
  }

  return { startSheet, row, endSheet, finish }
}
