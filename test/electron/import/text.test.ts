import iconv from 'iconv-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { brief, checkFile, madeNumber, temporaryFolder } from './workbook.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const id = madeNumber('1985-03-14', 1)
const second = madeNumber('1990-01-05', 12)
const table = [
  ['姓名', '身份证号', '乡镇', '联系电话', '备注'],
  ['张𫍯', id, '东河乡', '13912340318', '他说"好"'],
  ['李四', second, '西岭', '13912340319', '两行\n备注'],
]

function csv(separator = ',', lineEnd = '\r\n'): string {
  return table.map((row) => row.map((cell) => (/["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator) + lineEnd).join('')
}

async function told(name: string, content: Buffer | string): Promise<string[]> {
  const { rows, message } = await checkFile(folder.file(name, content))
  return message === '' ? rows.map((row) => `${brief(row)} ${row.person?.name ?? '-'} ${row.person?.town ?? '-'} ${row.person?.note ?? '-'}`) : [message]
}

const expected = ['2 clean 张𫍯 东河乡 他说"好"', '3 mended town-completed@town 李四 西岭镇 两行 备注']

describe('text with separators', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(csv())],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv()}`)],
    ['GB18030', iconv.encode(csv(), 'gb18030')],
    ['UTF-16 of “Unicode text”', iconv.encode(csv('\t'), 'utf-16le', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode(csv('\t'), 'utf-16le', { addBOM: false })],
    ['UTF-16 big-endian', iconv.encode(csv('\t'), 'utf-16be', { addBOM: true })],
    ['tabs', Buffer.from(csv('\t'))],
    ['semicolons', Buffer.from(csv(';'))],
    ['bare line feeds', Buffer.from(csv(',', '\n'))],
    ['no line end at the end', Buffer.from(csv().trimEnd())],
  ])('is read in %s', async (_, bytes) => {
    expect(await told('名册.csv', bytes)).toEqual(expected)
  })

  it('may be named as it likes', async () => {
    expect(await told('名册.xlsx', csv())).toEqual(expected)
    expect(await told('名册.xls', csv('\t'))).toEqual(expected)
  })

  it('numbers rows by the line they begin on', async () => {
    const text = `标题\n\n姓名,身份证号,备注\n张三,${id},"一\n二\n三"\n李四,${second},\n`
    expect((await checkFile(folder.file('a.csv', text))).rows.map((row) => row.row)).toEqual([4, 7])
  })

  it('takes a separator hint, formulas around numbers, and quotes inside words', async () => {
    const text = `sep=;\r\n姓名;身份证号;备注\r\n张三;="${id}";高"大"\r\n`
    const { rows } = await checkFile(folder.file('b.csv', text))
    expect(rows.map(brief)).toEqual(['3 clean'])
    expect(rows[0]?.person?.note).toBe('高"大"')
  })

  it('refuses numbers that a spreadsheet rounded', async () => {
    const text = `姓名,身份证号,出生日期\n张三,2.10199E+17,1985/3/14\n李四,210199199001050000,\n王五,${madeNumber('1975-07-30', 21)},1975/7/30\n`
    expect((await checkFile(folder.file('c.csv', text))).rows.map(brief)).toEqual([
      '2 refused id-lost-digits@idNumber', '3 refused id-lost-digits@idNumber', '4 mended date-form@birthDate',
    ])
  })

  it('is known to be cut short by an open quote, half a character, or half a line', async () => {
    const many = `姓名,身份证号,备注\n${Array.from({ length: 5 }, (_, at) => `张三,${madeNumber('1985-03-14', at)},无`).join('\n')}`
    for (const bytes of [Buffer.from(`${many}\n李四,${second},"没有`), Buffer.from(`${many}好`).subarray(0, -1), Buffer.from(`${many}\n李四,2101991990`), iconv.encode(`${many}好`, 'gb18030').subarray(0, -1)]) {
      expect(await told('d.csv', bytes)).toEqual(['这个文件不完整，后面缺了一截，请重新拷贝或重新下载再导。'])
    }
  })

  it('tells half a line from a short footer, under a short title', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `${at + 1},张三,${madeNumber('1985-03-14', at)},无`).join('\n')
    const many = `示范县名册\n序号,姓名,身份证号,备注\n${rows}`
    for (const end of ['7,李四', '7,李四,2101991990', '7']) {
      expect((await checkFile(folder.file('f.csv', `${many}\n${end}`))).problem).toBe('file-cutShort')
    }
    for (const end of ['合计,6', '填表人：,王五', '填表人：王五', '7,李四\n', '']) {
      expect((await checkFile(folder.file('f.csv', `${many}\n${end}`))).problem).toBeNull()
    }
  })
})

function html(rows: string, head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'): string {
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>${head}<style>td{mso-number-format:"\\@"}</style></head><body><table border=1>${rows}</table></body></html>`
}

describe('web tables named .xls', () => {
  const header = '<tr><th>姓名</th><th>身份证号</th><th>乡镇</th><th>出生日期</th></tr>'
  it('are read in either encoding, whatever they say of it', async () => {
    const page = html(`<tr><td colspan=4>名册</td></tr>${header}<tr><td>张&#26408;</td><td style="x">\n  ${id}\n</td><td>东河乡&nbsp;</td><td></td></tr>`)
    for (const bytes of [Buffer.from(page), iconv.encode(page, 'gb18030')]) {
      const { rows } = await checkFile(folder.file('名册.xls', bytes))
      expect(rows.map(brief)).toEqual(['3 mended spaces@town'])
      expect(rows[0]?.person).toMatchObject({ name: '张木', town: '东河乡' })
    }
  })

  it('know numbers and dates that Excel left behind', async () => {
    const page = html(`${header}<tr><td>张三</td><td x:num="2.1019919850314002E+17">2.10199E+17</td><td>东河乡</td><td></td></tr>
      <tr><td>李四</td><td x:str>${second}</td><td>东河乡</td><td x:num="32878">1990/1/5</td></tr>`)
    expect((await checkFile(folder.file('e.xls', page))).rows.map(brief)).toEqual(['2 refused id-lost-digits@idNumber', '3 clean'])
  })

  it('spread cells over rows and columns', async () => {
    const page = html(`<tr><td rowspan=2>姓名</td><td rowspan=2>身份证号</td><td colspan=2>住址</td><td rowspan=2>电话</td></tr><tr><td>乡镇</td><td>村</td></tr>
      <tr><td>张三<td>${id}<td rowspan=2>东河乡<td>王家村<td>13912340318</tr><tr><td>李四</td><td>${second}</td><td>李屯村</td><td>13912340319</td></tr>`)
    const { rows } = await checkFile(folder.file('f.xls', page))
    expect(rows.map((row) => [row.row, row.verdict, row.person?.town, row.person?.village, row.person?.phone])).toEqual([
      [3, 'clean', '东河乡', '王家村', '13912340318'], [4, 'clean', '东河乡', '李屯村', '13912340319'],
    ])
  })

  it('are known to be cut short', async () => {
    const page = html(`${header}<tr><td>张三</td><td>${id}</td></tr><tr><td>李四</td><td>${second}</td></tr>`)
    for (const part of [0.7, 0.9]) {
      expect((await checkFile(folder.file('g.xls', page.slice(0, Math.floor(page.length * part)))).then((checked) => checked.problem))).toBe('file-cutShort')
    }
  })
})

describe('XML spreadsheets of 2003', () => {
  it('are read with gaps, merges, dates and numbers', async () => {
    const cell = (text: string, type = 'String', more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="花名册"><Table><Row>${cell('名册', 'String', ' ss:MergeAcross="3"')}</Row><Row ss:Index="3">${cell('姓名')}${cell('身份证号')}${cell('乡镇', 'String', ' ss:Index="4"')}${cell('出生日期')}</Row>
      <Row>${cell('张三')}${cell(id)}${cell('东河乡', 'String', ' ss:Index="4" ss:MergeDown="1"')}${cell('1985-03-14T00:00:00.000', 'DateTime')}</Row>
      <Row>${cell('李四')}${cell('2.1019919900105E+17', 'Number')}</Row></Table></Worksheet></Workbook>`
    const { rows } = await checkFile(folder.file('h.xls', xml))
    expect(rows.map((row) => `${row.sheet} ${brief(row)}`)).toEqual(['花名册 4 clean', '花名册 5 refused id-lost-digits@idNumber'])
    expect(rows[0]?.person?.town).toBe('东河乡')
  })
})
