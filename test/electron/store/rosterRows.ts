import type { JsonObject } from '../../../domain/journal/change.ts'
import { ok } from '../../../domain/result.ts'
import type { IncomingRow, RosterSource } from '../../../electron/import/session/source.ts'

/** Rosters that a test writes down row by row; reading files has tests of its own. The path names the roster. */

export interface RowSource extends RosterSource {
  readonly rosters: Map<string, readonly IncomingRow[]>
}

export function createRowSource(): RowSource {
  const rosters = new Map<string, readonly IncomingRow[]>()
  return {
    rosters,
    async read({ path, countyCode, signal, onProgress, onRow }) {
      const rows = rosters.get(path) ?? []
      for (const [index, row] of rows.entries()) {
        if (index % 100 === 0) {
          onProgress(index, rows.length)
          await new Promise((resolve) => setImmediate(resolve))
        }
        if (signal.aborted) break
        onRow(row)
      }
      return ok({
        sheets: [{ name: '花名册', headerRow: 2, rows: rows.length }],
        columns: [{ sheet: '花名册', heading: '姓名', readAs: '姓名' }],
        county: { code: countyCode ?? '210199', name: '示范县' },
      })
    },
    describe: (code) => ({ title: code, explanation: code }),
  }
}

export function row(no: number, fields: JsonObject, more: Partial<IncomingRow> = {}): IncomingRow {
  return { sheet: '花名册', row: no, verdict: 'clean', findings: [], fields, ...more }
}

/** Made-up people of the made-up county; the check digits are not theirs to care about here. */
export function people(count: number, from = 0): IncomingRow[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const idNumber = `21019919800101${String(n).padStart(4, '0')}`
    return row(n + 3, {
      name: `测${String.fromCodePoint(0x4e00 + (n % 5000))}`, idNumber, certNumber: `${idNumber}43`, sex: '1', birthDate: '1980-01-01',
      disabilityCategory: '4', disabilityGrade: '3', hukouTown: '示范镇', hukouVillage: '王家村',
      phone: `139${String(n).padStart(8, '0')}`, employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01',
    })
  })
}
