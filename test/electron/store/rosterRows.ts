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

/** GB 11643; the n-th made-up man of the made-up county. */
export function idNumberOf(n: number): string {
  const birth = new Date(Date.UTC(1970, 0, 1 + Math.floor(n / 400))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `210199${birth}${String(101 + 2 * (n % 400)).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}

/** Made-up people of the made-up county. */
export function people(count: number, from = 0): IncomingRow[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const idNumber = idNumberOf(n)
    return row(n + 3, {
      name: `测${String.fromCodePoint(0x4e00 + (n % 5000))}`, idNumber, certNumber: `${idNumber}43`, sex: '1', birthDate: idNumber.slice(6, 14).replace(/(....)(..)(..)/, '$1-$2-$3'),
      disabilityCategory: '4', disabilityGrade: '3', hukouTown: '示范镇', hukouVillage: '王家村',
      phone: `139${String(n).padStart(8, '0')}`, employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01',
    })
  })
}
