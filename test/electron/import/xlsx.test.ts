import { afterAll, describe, expect, it } from 'vitest'
import type { Cell } from '../../../domain/roster/cell.ts'
import { openRoster } from '../../../electron/import/readers/index.ts'
import { columnName, escapeXml, madeNumber, temporaryFolder, xlsxFile, xlsxParts } from './workbook.ts'
import type { MadeWorkbook } from './workbook.ts'
import { zipFile } from './zipFile.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: Map<number, readonly (Cell | undefined)[]>
}

async function readBytes(bytes: Buffer): Promise<ReadSheet[]> {
  const opened = await openRoster(folder.file('book.xlsx', bytes))
  if (!opened.ok) throw new Error(opened.error.message)
  const sheets: ReadSheet[] = []
  const read = await opened.value.read({
    startSheet: ({ name, hidden }) => void sheets.push({ name, hidden, rows: new Map() }),
    row: (number, cells) => void sheets.at(-1)?.rows.set(number, [...cells]),
    endSheet() {},
  })
  if (!read.ok) throw new Error(read.error.message)
  return sheets
}

async function read(book: MadeWorkbook): Promise<ReadSheet[]> {
  return readBytes(xlsxFile(book))
}

async function firstRow(book: MadeWorkbook): Promise<readonly (Cell | undefined)[]> {
  return (await read(book))[0]?.rows.get(1) ?? []
}

describe('cells of a workbook', () => {
  it('are strings whole, with their blanks, in shared strings and in the cells', async () => {
    const texts = [' 张 三 ', '古丽·艾山', '一\n二', 'a&b<c>"d"', '\u3000', '𠮷𫍯䶮', "'210199", ' ']
    for (const inline of [false, true]) {
      const cells = await firstRow({ sheets: [{ rows: [texts] }], inline })
      expect(cells.map((cell) => cell?.text)).toEqual(texts)
      expect(cells.every((cell) => cell?.kind === 'text')).toBe(true)
    }
  })

  it('join rich text and leave out how it is pronounced', async () => {
    const parts = xlsxParts({ sheets: [{ rows: [['x']] }] })
    parts['xl/sharedStrings.xml'] =
      '<sst><si><r><rPr><b/></rPr><t xml:space="preserve">张 </t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh><phoneticPr fontId="1"/></si></sst>'
    const sheets = await readBytes(zipFile(parts))
    expect(sheets[0]?.rows.get(1)?.[0]?.text).toBe('张 三')
  })

  it('are numbers by their very source', async () => {
    const sources = ['210199198503140017', '2.10199198503140E+17', '13912340318', '0.1', '1985.1']
    const cells = await firstRow({ sheets: [{ rows: [sources.map((number) => ({ number }))] }] })
    expect(cells).toEqual(sources.map((text) => ({ kind: 'number', text })))
  })

  it('are dates by their format, Chinese ones and those of 1904 included', async () => {
    const formats = [14, 'yyyy/m/d', 'yyyy"年"m"月"d"日";@', 31, '[$-804]yyyy"年"m"月"d"日"', 58, 'yyyy-mm-dd hh:mm:ss', '[DBNum1][$-804]yyyy"年"m"月"d"日";@']
    const cells = await firstRow({ sheets: [{ rows: [formats.map((_, at) => ({ number: '31120', style: at + 1 }))] }], formats })
    for (const cell of cells) expect(cell).toEqual({ kind: 'date', text: '1985-03-14', date: '1985-03-14' })
    const old = await firstRow({ sheets: [{ rows: [[{ number: '29658', style: 1 }]] }], formats: [14], epoch1904: true })
    expect(old[0]?.date).toBe('1985-03-14')
  })

  it('are no dates by other formats, and only a month where the format hides the day', async () => {
    const formats = ['0', '@', '0.00E+00', '[Red]0.0', 'General', '#,##0', 'yyyy"年"m"月"', 49]
    const cells = await firstRow({ sheets: [{ rows: [formats.map((_, at) => ({ number: '31120', style: at + 1 }))] }], formats })
    expect(cells.map((cell) => cell?.kind)).toEqual(['number', 'number', 'number', 'number', 'number', 'number', 'text', 'number'])
    expect(cells[6]?.text).toBe('1985-03')
  })

  it('are booleans, errors, results of formulas, ISO dates', async () => {
    const cells = await firstRow({
      sheets: [{
        rows: [[
          { xml: '<v>1</v>', type: 'b' }, { xml: '<v>#N/A</v>', type: 'e' }, { xml: '<f>A1&amp;B1</f><v>张三</v>', type: 'str' },
          { xml: '<v>1985-03-14T00:00:00</v>', type: 'd' }, { xml: '<f>1+1</f><v>2</v>' }, { xml: '', type: 's' },
        ]],
      }],
    })
    expect(cells.map((cell) => cell?.text)).toEqual(['TRUE', undefined, '张三', '1985-03-14', '2'])
    expect(cells[3]?.kind).toBe('date')
  })
})

describe('sheets of a workbook', () => {
  it('come in their order, hidden ones too, with row numbers and columns as in the file', async () => {
    const sheets = await read({
      sheets: [
        { name: '乙 & 丙', rows: [['a'], [null, null, 'b']], numbers: [3, 17] },
        { name: '甲', state: 'veryHidden', rows: [['c']] },
      ],
    })
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['乙 & 丙', false], ['甲', true]])
    expect([...(sheets[0]?.rows.keys() ?? [])]).toEqual([3, 17])
    expect(sheets[0]?.rows.get(17)?.map((cell) => cell?.text)).toEqual([undefined, undefined, 'b'])
  })

  it('fill cells that are merged downwards', async () => {
    const sheets = await read({ sheets: [{ rows: [['东河乡', '1'], [null, '2'], ['', '3'], ['西岭镇', '4']], merges: ['A1:A3', 'B4:C4'] }] })
    expect([...(sheets[0]?.rows.values() ?? [])].map((row) => row[0]?.text)).toEqual(['东河乡', '东河乡', '东河乡', '西岭镇'])
  })

  it('may use a prefix, leave addresses out, and name parts otherwise', async () => {
    const prefixed = await read({ sheets: [{ rows: [['张三', { number: '1' }]] }], prefix: 'x', formats: [14] })
    expect(prefixed[0]?.rows.get(1)?.map((cell) => cell?.text)).toEqual(['张三', '1'])
    const parts = xlsxParts({ sheets: [{ rows: [['张三']] }] })
    parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row><row><c/><c><v>2</v></c></row></sheetData></worksheet>'
    const bare = await readBytes(zipFile(parts))
    expect([...(bare[0]?.rows.entries() ?? [])].map(([number, cells]) => [number, cells.map((cell) => cell?.text)])).toEqual([[1, ['甲', '1']], [2, [undefined, '2']]])
    const moved = Object.fromEntries(
      Object.entries(xlsxParts({ sheets: [{ rows: [['李四']] }] })).map(([name, xml]) => [name.replaceAll('/', '\\').replace('xl\\workbook.xml', 'xl\\Book1.xml').replace('workbook.xml.rels', 'Book1.xml.rels'), xml.replace('xl/workbook.xml', 'xl/Book1.xml')]),
    )
    expect((await readBytes(zipFile(moved)))[0]?.rows.get(1)?.[0]?.text).toBe('李四')
  })

  it('give back 20,000 rows cell by cell, rare characters too', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      String.fromCodePoint(0x4e00 + (index % 20_000), 0x20000 + (index % 40_000), 0x31350 + (index % 4000)),
      madeNumber('1985-03-14', index % 1000),
      index % 3 === 0 ? null : `${columnName(index % 700)} ${escapeXml('<&>')} ${index}`,
    ])
    const sheets = await read({ sheets: [{ rows }] })
    let wrong = 0
    rows.forEach((row, index) => {
      const cells = sheets[0]?.rows.get(index + 1)
      row.forEach((text, column) => {
        if ((cells?.[column]?.text ?? null) !== text) wrong += 1
      })
    })
    expect(wrong).toBe(0)
    expect(sheets[0]?.rows.size).toBe(20_000)
  })
})
