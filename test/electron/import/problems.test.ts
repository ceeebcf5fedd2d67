import { chmodSync, mkdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkRosterFile } from '../../../electron/import/readers/index.ts'
import { checkFile, madeNumber, temporaryFolder, xlsxFile, xlsxParts } from './workbook.ts'
import { zipFile } from './zipFile.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const good = xlsxFile({ sheets: [{ rows: [['姓名', '身份证号'], ['张三', madeNumber('1985-03-14', 1)]] }] })
const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const oleWith = (name: string): Buffer => Buffer.concat([ole, Buffer.alloc(1500), Buffer.from(name, 'utf16le'), Buffer.alloc(500)])

describe('files that cannot be read', () => {
  it.each<[string, string, Buffer | string]>([
    ['an empty file', 'empty', ''],
    ['a file of blanks', 'empty', ' \r\n\t\n'],
    ['an empty archive', 'empty', Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])],
    ['a workbook without a cell', 'empty', xlsxFile({ sheets: [{ rows: [] }] })],
    ['half a workbook', 'cutShort', good.subarray(0, Math.floor(good.length / 2))],
    ['a workbook without its last bytes', 'cutShort', good.subarray(0, good.length - 30)],
    ['the first bytes of a workbook', 'cutShort', good.subarray(0, 10)],
    ['a sheet that ends too early', 'cutShort', zipFile({ ...xlsxParts({ sheets: [{ rows: [] }] }), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"' })],
    ['no header', 'noHeader', xlsxFile({ sheets: [{ rows: [['商品', '价格'], ['苹果', '3']] }] })],
    ['a header without numbers', 'noHeader', '姓名,电话\n张三,13912340318\n'],
    ['a header and nobody below', 'noRows', '姓名,身份证号\n'],
    ['a password', 'password', oleWith('EncryptedPackage')],
    ['a password on the archive', 'password', zipFile(xlsxParts({ sheets: [{ rows: [['a']] }] }), { encrypted: true })],
    ['a binary .xls', 'xls', oleWith('Workbook')],
    ['a binary .xls of Excel 5', 'xls', oleWith('Book')],
    ['a binary .xls without its container', 'xls', Buffer.concat([Buffer.from([0x09, 0x08, 0x08, 0x00, 0, 5]), Buffer.alloc(60)])],
    ['an .ods', 'ods', zipFile({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['an .xlsb', 'xlsb', zipFile({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': 'x' })],
    ['a document', 'word', zipFile({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' })],
    ['an archive of files', 'archive', zipFile({ '名册.xlsx': 'x' })],
    ['a PDF', 'pdf', '%PDF-1.7\n'],
    ['a picture', 'picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['anything else', 'unknown', Buffer.from([1, 2, 0, 3, 0xff, 0, 9, 0, 1, 7, 0, 255, 0xfe])],
    ['a bomb of shared strings', 'zipBomb', zipFile({ ...xlsxParts({ sheets: [{ rows: [['a']] }] }), 'xl/sharedStrings.xml': Buffer.alloc(64 * 1024 * 1024, ' ') })],
    ['a bomb that lies about its size', 'zipBomb', zipFile({ ...xlsxParts({ sheets: [{ rows: [['a']] }] }), 'xl/worksheets/sheet1.xml': Buffer.alloc(64 * 1024 * 1024, ' ') }, { lie: 1000 })],
    ['a bomb by its directory', 'zipBomb', zipFile(xlsxParts({ sheets: [{ rows: [['a']] }] }), { lie: 900 * 1024 * 1024 })],
  ])('%s', async (name, code, content) => {
    const { problem, message, rows } = await checkFile(folder.file(`${name}.xlsx`, content))
    expect(problem).toBe(`file-${code}`)
    expect(message).toMatch(/^[^。]+。$/)
    expect(message).toMatch(/[\u4e00-\u9fff]/)
    expect(rows).toEqual([])
  })

  it('a damaged part', async () => {
    const bytes = Buffer.from(good)
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 30
    bytes.fill(0xff, at, at + 40)
    expect((await checkFile(folder.file('damaged.xlsx', bytes))).problem).toMatch(/^file-(?:damaged|cutShort)$/)
  })

  it('a missing file, a folder, a folder in the name', async () => {
    expect((await checkFile(join(folder.path, 'nobody.xlsx'))).problem).toBe('file-missing')
    mkdirSync(join(folder.path, 'sub'))
    expect((await checkFile(join(folder.path, 'sub'))).problem).toBe('file-directory')
    expect((await checkFile(join(folder.file('plain.csv', 'a'), 'x.xlsx'))).problem).toBe('file-missing')
  })

  it('a file that nobody may read', async () => {
    const path = folder.file('locked.csv', '姓名,身份证号\n')
    chmodSync(path, 0)
    const { problem } = await checkFile(path)
    // Root may read everything.
    expect(problem).toBe(process.getuid?.() === 0 ? 'file-noRows' : 'file-permission')
  })

  it('a file over 50 MB', async () => {
    const path = folder.file('big.csv', '姓名,身份证号\n')
    truncateSync(path, 50 * 1024 * 1024 + 1)
    expect((await checkFile(path)).problem).toBe('file-tooBig')
  })
})

describe('stopping', () => {
  it('ends with a problem and hands out no more rows', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `张三,${madeNumber('1985-03-14', at % 1000)},${'注'.repeat(200)}`)
    const path = folder.file('long.csv', `姓名,身份证号,备注\n${rows.join('\n')}\n`)
    const stop = new AbortController()
    let seen = 0
    const parts: number[] = []
    const result = await checkRosterFile(path, {
      on: '2026-03-01', signal: stop.signal, onProgress: ({ part }) => void parts.push(part),
      onRow() {
        seen += 1
        if (seen === 10) stop.abort()
      },
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'file-cancelled' } })
    expect(seen).toBeLessThan(3000)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
  })
})
