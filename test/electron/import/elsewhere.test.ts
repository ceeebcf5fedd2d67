import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cell } from '../../../domain/roster/cell.ts'
import { openRoster } from '../../../electron/import/readers/index.ts'
import { checkFile, escapeXml, temporaryFolder, xlsxFile } from './workbook.ts'
import type { MadeCell } from './workbook.ts'

/** The rows of the sample in other formats and layouts say the same. */

const fixtures = new URL('../../fixtures/roster/', import.meta.url)
const truth = JSON.parse(readFileSync(new URL('roster-sample.truth.json', fixtures), 'utf8')) as {
  on: string
  rows: { row: number; verdict: string; flagged: boolean }[]
}
const expected = truth.rows.map(({ row, verdict, flagged }) => `${row} ${verdict} ${flagged}`)
const folder = temporaryFolder()
afterAll(() => folder.remove())

const width = 16
const grid: (Cell | undefined)[][] = []

beforeAll(async () => {
  const opened = await openRoster(new URL('roster-sample.xlsx', fixtures).pathname)
  if (!opened.ok) throw new Error(opened.error.message)
  let sheets = 0
  await opened.value.read({
    startSheet: () => void (sheets += 1),
    row(number, cells) {
      if (sheets === 1) grid[number - 1] = Array.from({ length: width }, (_, column) => cells[column])
    },
    endSheet() {},
  })
  for (let index = 0; index < grid.length; index++) grid[index] ??= []
})

const textAt = (row: readonly (Cell | undefined)[], column: number): string => row[column]?.text ?? ''

async function told(name: string, bytes: Buffer | string): Promise<string[]> {
  const { rows } = await checkFile(folder.file(name, bytes), undefined, truth.on)
  return rows.map((row) => `${row.row} ${row.verdict} ${row.findings.some((item) => item.kind === 'flagged')}`)
}

function separated(separator: string): string {
  const quoted = (text: string): string => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return grid.map((row) => Array.from({ length: width }, (_, column) => quoted(textAt(row, column))).join(separator)).join('\r\n')
}

describe('the sample in another form', () => {
  it('as csv in UTF-8 and GB18030, as Unicode text', async () => {
    expect(await told('a.csv', separated(','))).toEqual(expected)
    expect(await told('b.csv', iconv.encode(separated(','), 'gb18030'))).toEqual(expected)
    expect(await told('c.txt', iconv.encode(separated('\t'), 'utf-16le', { addBOM: true }))).toEqual(expected)
  })

  it('as a web table named .xls', async () => {
    const cell = (text: string): string => `<td>${escapeXml(text).replace(/^ | $/g, '&nbsp;')}</td>`
    const rows = grid.map((row) => `<tr>${Array.from({ length: width }, (_, column) => cell(textAt(row, column))).join('')}</tr>`)
    expect(await told('d.xls', iconv.encode(`<html><table>${rows.join('\n')}</table></html>`, 'gb18030'))).toEqual(expected)
  })

  it('with other words in the header, other columns first, other answers', async () => {
    const labels = [
      '序号', '残疾人姓名', '性别', '公民身份号码', '残疾证号码', '残疾类型', '残疾级别', '出生年月日', '所在街道/乡镇', '村（居）委会', '手机号码', '学历', '户籍性质',
      '就业状况', '未就业主要原因', '说明',
    ]
    const order = [15, 10, 3, 1, 8, 9, 4, 6, 5, 2, 7, 12, 11, 14, 13, 0]
    const rows = grid.map((row, index): MadeCell[] => {
      if (index === 0) return ['2026年残疾人花名册']
      if (index < 3) return []
      return order.map((column) => {
        if (index === 3) return labels[column] ?? null
        const cell = row[column]
        if (cell === undefined) return null
        if (column === 13) return cell.text === '是' ? '已就业' : '未就业'
        return cell.kind === 'number' ? { number: cell.text } : cell.text
      })
    })
    expect(await told('e.xlsx', xlsxFile({ sheets: [{ rows }], inline: true, prefix: 'x' }))).toEqual(expected)
  })
})
