import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idCheckChar } from '../../../domain/identity/idNumber.ts'
import type { County } from '../../../domain/divisions/county.ts'
import type { RosterRow, RosterSummary } from '../../../domain/roster/check.ts'
import { checkRosterFile } from '../../../electron/import/readers/index.ts'
import { zipFile } from './zipFile.ts'

/** A cell of a made-up workbook: a string, a number by its source, or the XML of the `<c>` element's inside with its attributes. */
export type MadeCell = string | null | { readonly number: string; readonly style?: number } | { readonly xml: string; readonly type?: string }

export interface MadeSheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (readonly MadeCell[])[]
  /** `A3:A4` and so on. */
  readonly merges?: readonly string[]
  /** Row numbers, where they are not 1, 2, 3. */
  readonly numbers?: readonly number[]
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[]
  readonly epoch1904?: boolean
  /** Custom formats: cell style 1 is the first, 2 the second. A number is a built-in id. */
  readonly formats?: readonly (string | number)[]
  /** Strings in the cells themselves. */
  readonly inline?: boolean
  /** Prefix of every element, as some programs write. */
  readonly prefix?: string
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
}

export function xlsxParts(book: MadeWorkbook): Record<string, string> {
  const strings: string[] = []
  const indexOf = new Map<string, number>()
  const p = book.prefix === undefined ? '' : `${book.prefix}:`
  const ns = book.prefix === undefined ? 'xmlns' : `xmlns:${book.prefix}`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

  function cellXml(cell: MadeCell, address: string): string {
    if (cell === null || cell === '') return ''
    if (typeof cell === 'object' && 'number' in cell) return `<${p}c r="${address}"${cell.style === undefined ? '' : ` s="${cell.style}"`}><${p}v>${cell.number}</${p}v></${p}c>`
    if (typeof cell === 'object') return `<${p}c r="${address}"${cell.type === undefined ? '' : ` t="${cell.type}"`}>${cell.xml}</${p}c>`
    if (book.inline === true) return `<${p}c r="${address}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeXml(cell)}</${p}t></${p}is></${p}c>`
    let index = indexOf.get(cell)
    if (index === undefined) {
      index = strings.length
      indexOf.set(cell, index)
      strings.push(`<${p}si><${p}t xml:space="preserve">${escapeXml(cell)}</${p}t></${p}si>`)
    }
    return `<${p}c r="${address}" t="s"><${p}v>${index}</${p}v></${p}c>`
  }

  const parts: Record<string, string> = {}
  book.sheets.forEach((sheet, index) => {
    const rows = sheet.rows.map((row, at) => {
      const number = sheet.numbers?.[at] ?? at + 1
      return `<${p}row r="${number}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`)).join('')}</${p}row>`
    })
    const merges = sheet.merges === undefined ? '' : `<${p}mergeCells>${sheet.merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `${xml}<${p}worksheet ${ns}="${main}"><${p}sheetData>${rows.join('')}</${p}sheetData>${merges}</${p}worksheet>`
  })
  const formats = book.formats ?? []
  parts['xl/styles.xml'] = `${xml}<${p}styleSheet ${ns}="${main}"><${p}numFmts>${formats
    .map((format, at) => (typeof format === 'string' ? `<${p}numFmt numFmtId="${170 + at}" formatCode="${escapeXml(format)}"/>` : ''))
    .join('')}</${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="14"/></${p}cellStyleXfs><${p}cellXfs><${p}xf numFmtId="0"/>${formats
    .map((format, at) => `<${p}xf numFmtId="${typeof format === 'string' ? 170 + at : format}"/>`)
    .join('')}</${p}cellXfs></${p}styleSheet>`
  parts['xl/sharedStrings.xml'] = `${xml}<${p}sst ${ns}="${main}">${strings.join('')}</${p}sst>`
  parts['xl/workbook.xml'] = `${xml}<${p}workbook ${ns}="${main}" xmlns:r="${relations}"><${p}workbookPr${book.epoch1904 === true ? ' date1904="1"' : ''}/><${p}sheets>${book.sheets
    .map((sheet, at) => `<${p}sheet name="${escapeXml(sheet.name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="rId${at + 1}"/>`)
    .join('')}</${p}sheets></${p}workbook>`
  parts['xl/_rels/workbook.xml.rels'] = `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${book.sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('')}<Relationship Id="rId900" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId901" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
  parts['_rels/.rels'] = `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  parts['[Content_Types].xml'] = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
  return parts
}

export function xlsxFile(book: MadeWorkbook): Buffer {
  return zipFile(xlsxParts(book))
}

/** A valid number of the made-up county. */
export function madeNumber(birth: string, sequence: number, area = '210199'): string {
  const body = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return body + idCheckChar(body)
}

export interface Folder {
  readonly path: string
  file(name: string, content: Buffer | string): string
  remove(): void
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'roster-'))
  return {
    path,
    file(name, content) {
      const full = join(path, name)
      writeFileSync(full, content)
      return full
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

export interface Checked {
  readonly rows: readonly RosterRow[]
  readonly summary: RosterSummary | null
  readonly problem: string | null
  readonly message: string
}

export async function checkFile(path: string, county?: County, on = '2026-03-01'): Promise<Checked> {
  const rows: RosterRow[] = []
  const result = await checkRosterFile(path, { county, on, onRow: (row) => void rows.push(row) })
  if (result.ok) return { rows, summary: result.value, problem: null, message: '' }
  return { rows, summary: null, problem: result.error.code, message: result.error.message }
}

/** `5 mended spaces@idNumber`: what a test wants to see of a row. */
export function brief(row: RosterRow): string {
  const findings = row.findings.map((item) => `${item.code}@${item.field}`).join(' ')
  return `${row.row} ${row.verdict}${findings === '' ? '' : ` ${findings}`}`
}
