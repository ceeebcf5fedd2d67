import type { Store } from '../../../db/store.ts'
import type { Input, Output } from '../../api/contract.ts'
import { differences, joinRows } from './compare.ts'
import { displayText, displayValue, shownEnds } from './display.ts'
import { knownByNumber } from './known.ts'
import type { RowTable, TableRow } from './rowTable.ts'

type Rows = Output<'roster.rows'>

/** Rows of a preview for the page: numbers masked, and field by field what would change. */
export function listRows(store: Store, table: RowTable, input: Input<'roster.rows'>): Rows {
  const { total, rows } = table.list(input)
  return { total, rows: rows.map((row) => shown(store, row)) }
}

function shown(store: Store, row: TableRow): Rows['rows'][number] {
  const { name, idNumber, hukouTown, hukouVillage } = row.fields
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  return {
    sheet: row.sheet,
    row: row.row,
    name: text(name),
    idNumberMasked: text(idNumber) === null ? null : displayText('idNumber', String(idNumber)),
    place: [text(hukouTown), text(hukouVillage)].filter((part) => part !== null).join(' ') || null,
    verdict: row.verdict,
    standing: row.standing,
    findings: row.findings.map((finding) => ({ ...finding, ...shownEnds(finding) })),
    changes: row.standing === 'changed' ? changesOf(store, row) : [],
  }
}

function changesOf(store: Store, row: TableRow): Rows['rows'][number]['changes'] {
  const known = typeof row.fields.idNumber === 'string' ? knownByNumber(store, row.fields.idNumber) : null
  if (known === null) return []
  return differences(known.values, joinRows([row], displayValue)).map(({ field, from, to }) => ({
    field,
    from: from === null ? null : displayValue(field, from),
    to: displayValue(field, to),
  }))
}
