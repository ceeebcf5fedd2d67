import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RosterRow } from '../../../domain/roster/check.ts'
import { checkFile } from './workbook.ts'

interface Truth {
  readonly county: string
  readonly on: string
  readonly rows: readonly { sheet: string; row: number; verdict: string; flagged: boolean }[]
  readonly persons: readonly { name: string; idNumber: string; certNumber: string; town: string | null; sex: string; birthDate: string }[]
  readonly distinctPersons: number
}

const folder = new URL('../../fixtures/roster/', import.meta.url)
const truth = JSON.parse(readFileSync(new URL('roster-sample.truth.json', folder), 'utf8')) as Truth

describe('the sample roster', async () => {
  const { rows, summary } = await checkFile(new URL('roster-sample.xlsx', folder).pathname, undefined, truth.on)

  it('gives the verdict and flag of every row, and no row more', () => {
    const told = rows.map((row) => ({
      sheet: row.sheet, row: row.row, verdict: row.verdict, flagged: row.findings.some((item) => item.kind === 'flagged'),
    }))
    expect(told).toEqual(truth.rows.map(({ sheet, row, verdict, flagged }) => ({ sheet, row, verdict, flagged })))
  })

  it('gives the persons', () => {
    const byNumber = new Map<string, RosterRow>()
    for (const row of rows) if (row.person !== null && !byNumber.has(row.person.idNumber)) byNumber.set(row.person.idNumber, row)
    expect(byNumber.size).toBe(truth.distinctPersons)
    expect(summary?.persons).toBe(truth.distinctPersons)
    for (const person of truth.persons) {
      const row = byNumber.get(person.idNumber)
      const { name, idNumber, town } = person
      expect(row?.person).toMatchObject(row?.verdict === 'doubtful' ? { name, idNumber, town } : person)
    }
  })

  it('takes the county from the numbers and leaves the sheet that is no roster alone', () => {
    expect(summary?.county).toEqual({ code: truth.county, name: '示范县', townsKnown: true })
    expect(summary?.sheets.map((sheet) => sheet.headerRow)).toEqual([3, null])
    expect(summary?.unread).toEqual({})
  })
})
