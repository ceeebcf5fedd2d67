import { demoCounty } from '../../../domain/divisions/liaoning.ts'
import type { County } from '../../../domain/divisions/county.ts'
import { idCheckChar } from '../../../domain/identity/idNumber.ts'
import type { Cell } from '../../../domain/roster/cell.ts'
import { createRosterChecker } from '../../../domain/roster/check.ts'
import type { RosterRow, RosterSummary } from '../../../domain/roster/check.ts'

export type Given = string | Cell | null | undefined

/** A valid number of the made-up county; odd sequences are men. */
export function number(birth: string, sequence: number): string {
  const body = `210199${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return body + idCheckChar(body)
}

export interface CheckedSheets {
  readonly rows: RosterRow[]
  readonly summary: RosterSummary
}

export function checkSheets(sheets: Readonly<Record<string, readonly (readonly Given[])[]>>, county: County = demoCounty, on = '2026-03-01'): CheckedSheets {
  const checker = createRosterChecker({ county, on })
  const rows: RosterRow[] = []
  for (const [name, content] of Object.entries(sheets)) {
    checker.startSheet({ name, hidden: false })
    content.forEach((given, index) => {
      const cells = given.map((cell): Cell | undefined => (typeof cell === 'string' ? (cell === '' ? undefined : { kind: 'text', text: cell }) : (cell ?? undefined)))
      rows.push(...checker.row(index + 1, cells))
    })
    rows.push(...checker.endSheet())
  }
  return { rows, summary: checker.finish() }
}

/** One row under a header, read and put in one line: the verdict and its findings. */
export function verdictOf(row: Readonly<Record<string, Given>>, county?: County): string {
  const { rows } = checkSheets({ 名册: [Object.keys(row), Object.values(row)] }, county)
  const only = rows[0]
  if (only === undefined || rows.length !== 1) return `${rows.length} rows`
  return [only.verdict, ...only.findings.map((item) => `${item.code}@${item.field}`)].join(' ')
}

export function personOf(row: Readonly<Record<string, Given>>, county?: County) {
  return checkSheets({ 名册: [Object.keys(row), Object.values(row)] }, county).rows[0]?.person ?? null
}
