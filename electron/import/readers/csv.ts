import { basename, extname } from 'node:path'
import { ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Cell } from '../../../domain/roster/cell.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problems.ts'
import type { ReadOptions, RosterSource, RowSink } from './source.ts'
import { readText } from './textFile.ts'
import type { TextNature } from './textFile.ts'

/** Text with separators: comma, tab, semicolon or bar, told by the lines themselves. A row is numbered by the line it begins on. */
export function csvSource(path: string, fileSize: number, nature: TextNature): RosterSource {
  async function read(sink: RowSink, options: ReadOptions = {}): Promise<Result<null>> {
    sink.startSheet({ name: basename(path, extname(path)), hidden: false })
    let head = ''
    let parser: CsvParser | null = null
    let rows = 0
    const widths = createWidthWatch()
    const onRecord = (line: number, fields: string[]): void => {
      widths.see(fields)
      const cells = fields.slice(0, limits.columns).map(cellOf)
      if (cells.every((cell) => cell === undefined)) return
      rows += 1
      if (rows > limits.rows) throw new FileProblem('tooManyRows')
      sink.row(line, cells)
    }
    for await (const { text, bytes } of readText(path, nature.encoding, options.signal)) {
      if (parser === null) {
        head += text
        if (head.length < 64 * 1024 && bytes < fileSize) continue
        const start = startOf(head)
        parser = createCsvParser(start.separator, onRecord, start.line)
        parser.write(start.text)
      } else parser.write(text)
      options.onProgress?.({ part: fileSize === 0 ? 1 : bytes / fileSize, rows })
      await sink.flush?.()
    }
    const ended = parser?.end() ?? { openQuote: false, lineBreak: true }
    if (ended.openQuote || nature.endsInsideCharacter || (!ended.lineBreak && widths.lastIsShort())) throw new FileProblem('cutShort')
    sink.endSheet()
    await sink.flush?.()
    return ok(null)
  }

  return { format: 'csv', read, close: () => Promise.resolve() }
}

function cellOf(field: string): Cell | undefined {
  if (field === '') return undefined
  // ="2101…" is how people keep a spreadsheet from taking a number for a number.
  const formula = /^\s*="((?:[^"]|"")*)"\s*$/.exec(field)
  const text = formula === null ? field : (formula[1] as string).replaceAll('""', '"')
  return text === '' ? undefined : { kind: 'text', text: text.slice(0, limits.cellText) }
}

function startOf(head: string): { text: string; separator: string; line: number } {
  const text = head.replace(/^\ufeff/, '')
  const hint = /^sep=(.)\r?\n/.exec(text)
  if (hint !== null) return { text: text.slice(hint[0].length), separator: hint[1] as string, line: 2 }
  return { text, separator: separatorOf(text), line: 1 }
}

/** The separator found in most lines, then the most frequent one. */
export function separatorOf(text: string): string {
  const lines = text.replace(/"(?:[^"]|"")*"/g, '""').split(/\r\n|\n|\r/).slice(0, 200)
  let best = { separator: ',', lines: 0, total: 0 }
  for (const separator of [',', '\t', ';', '|']) {
    let total = 0
    let having = 0
    for (const line of lines) {
      const count = line.split(separator).length - 1
      total += count
      if (count > 0) having += 1
    }
    if (having > best.lines || (having === best.lines && total > best.total)) best = { separator, lines: having, total }
  }
  return best.separator
}

/**
 * Programs write every record as wide as the header; a narrower last one without a line break was cut. Titles and footers may be narrower, so
 * most records decide, and the last one must not read like a footer.
 */
function createWidthWatch(): { see(fields: readonly string[]): void; lastIsShort(): boolean } {
  const counts = new Map<number, number>()
  let records = 0
  let before = 0
  let last: readonly string[] = []
  return {
    see(fields) {
      before = last.length
      last = fields
      records += 1
      counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
    },
    lastIsShort() {
      const width = before
      if (records <= 3 || last.length >= width || (counts.get(width) ?? 0) < (records - 1) * 0.8) return false
      const text = last.join('')
      if (/[:：计注填审页]/.test(text)) return false
      return last.length > 1 || /^\d+$/.test(text)
    },
  }
}

interface CsvParser {
  write(text: string): void
  end(): { openQuote: boolean; lineBreak: boolean }
}

/** RFC 4180 with what people make of it: a quote inside an unquoted field is a quote; any line end; quoted fields over several lines. */
export function createCsvParser(separator: string, onRecord: (line: number, fields: string[]) => void, firstLine = 1): CsvParser {
  let line = firstLine
  let recordLine = firstLine
  let fields: string[] = []
  let field = ''
  let state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  let afterReturn = false
  let lineBreak = true

  function endField(): void {
    fields.push(field)
    field = ''
    state = 'start'
  }

  function endRecord(): void {
    endField()
    const record = fields
    fields = []
    if (record.length > 1 || record[0] !== '') onRecord(recordLine, record)
  }

  function write(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] as string
      const wasReturn = afterReturn
      afterReturn = sign === '\r'
      const isBreak = sign === '\r' || (sign === '\n' && !wasReturn)
      if (isBreak) line += 1
      if (sign === '\n' && wasReturn && state !== 'quoted') {
        recordLine = line
        continue
      }
      lineBreak = false
      if (state === 'quoted') {
        if (sign === '"') state = 'quote'
        else field += sign
      } else if (sign === '"' && state === 'quote') {
        field += '"'
        state = 'quoted'
      } else if (sign === '"' && state === 'start') state = 'quoted'
      else if (sign === separator) endField()
      else if (sign === '\r' || sign === '\n') {
        endRecord()
        recordLine = line
        lineBreak = true
      } else {
        field += sign
        state = 'plain'
      }
    }
  }

  function end(): { openQuote: boolean; lineBreak: boolean } {
    const openQuote = state === 'quoted'
    if (field !== '' || fields.length > 0) endRecord()
    return { openQuote, lineBreak }
  }

  return { write, end }
}
