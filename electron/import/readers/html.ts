import { basename, extname } from 'node:path'
import { Parser } from 'htmlparser2'
import { ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Cell } from '../../../domain/roster/cell.ts'
import { readDate } from '../../../domain/roster/dates.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problems.ts'
import type { ReadOptions, RosterSource, RowSink } from './source.ts'
import { readText } from './textFile.ts'
import type { TextNature } from './textFile.ts'

/** Web pages with tables, which many systems hand out under the name .xls. Rows are numbered through all tables of the page. */
export function htmlSource(path: string, fileSize: number, nature: TextNature): RosterSource {
  async function read(sink: RowSink, options: ReadOptions = {}): Promise<Result<null>> {
    const fallback = basename(path, extname(path))
    let rows = 0
    const tables = createTableReader({
      onSheet: (name) => sink.startSheet({ name: name ?? fallback, hidden: false }),
      onRow(row, cells) {
        rows += 1
        if (rows > limits.rows) throw new FileProblem('tooManyRows')
        sink.row(row, cells)
      },
    })
    for await (const { text, bytes } of readText(path, nature.encoding, options.signal)) {
      tables.write(text)
      options.onProgress?.({ part: fileSize === 0 ? 1 : bytes / fileSize, rows })
      await sink.flush?.()
    }
    const whole = tables.end()
    if (!whole || nature.endsInsideCharacter) throw new FileProblem('cutShort')
    sink.endSheet()
    await sink.flush?.()
    return ok(null)
  }

  return { format: 'html', read, close: () => Promise.resolve() }
}

interface TableHandlers {
  /** Once, before the first row; the name that Excel left in its comments, if any. */
  onSheet(name: string | null): void
  onRow(row: number, cells: (Cell | undefined)[]): void
}

interface OpenCell {
  readonly span: number
  readonly rowSpan: number
  /** The number behind a formatted cell: x:num of Excel, sdval of LibreOffice. */
  readonly number: string | null
  text: string
}

interface OpenTable {
  cells: (Cell | undefined)[]
  column: number
  cell: OpenCell | null
  inRow: boolean
  /** Cells that reach down into later rows, by column; `cell` is undefined beside the first column of a wide one. */
  readonly hanging: Map<number, { rows: number; cell: Cell | undefined }>
}

/** `end` tells whether every table was closed. */
export function createTableReader(handlers: TableHandlers): { write(text: string): void; end(): boolean } {
  const tables: OpenTable[] = []
  let row = 0
  let sheetName: string | null = null
  let started = false
  let ending = false
  let cut = false
  let ignored = 0

  function start(): void {
    if (!started) handlers.onSheet(sheetName)
    started = true
  }

  function closeCell(table: OpenTable): void {
    const { cell } = table
    if (cell === null) return
    table.cell = null
    const value = cellOf(cell)
    if (table.column < limits.columns) {
      while (table.cells.length < table.column) table.cells.push(undefined)
      table.cells[table.column] = value
    }
    for (let offset = 0; offset < cell.span && cell.rowSpan > 1; offset++) {
      table.hanging.set(table.column + offset, { rows: cell.rowSpan - 1, cell: offset === 0 ? value : undefined })
    }
    table.column += cell.span
  }

  function openRow(table: OpenTable): void {
    closeRow(table)
    table.inRow = true
    row += 1
    table.cells = []
    table.column = 0
  }

  function skipHanging(table: OpenTable): void {
    for (let hanging = table.hanging.get(table.column); hanging !== undefined; hanging = table.hanging.get(table.column)) {
      while (table.cells.length < table.column) table.cells.push(undefined)
      table.cells[table.column] = hanging.cell
      if (hanging.rows === 1) table.hanging.delete(table.column)
      else table.hanging.set(table.column, { ...hanging, rows: hanging.rows - 1 })
      table.column += 1
    }
  }

  function closeRow(table: OpenTable): void {
    if (!table.inRow) return
    closeCell(table)
    for (const column of [...table.hanging.keys()].sort((a, b) => a - b)) {
      if (column < table.column) continue
      table.column = column
      skipHanging(table)
    }
    table.inRow = false
    start()
    if (table.cells.some((cell) => cell !== undefined)) handlers.onRow(row, table.cells)
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'style' || name === 'script' || name === 'title') ignored += 1
      if (name === 'table') tables.push({ cells: [], column: 0, cell: null, inRow: false, hanging: new Map() })
      const table = tables.at(-1)
      if (table === undefined) return
      if (name === 'tr') openRow(table)
      else if (name === 'td' || name === 'th') {
        if (!table.inRow) openRow(table)
        closeCell(table)
        skipHanging(table)
        table.cell = { span: spanOf(attributes['colspan']), rowSpan: spanOf(attributes['rowspan']), number: numberBehind(attributes), text: '' }
      } else if (table.cell !== null && (name === 'br' || name === 'p' || name === 'div') && table.cell.text !== '') table.cell.text += '\n'
    },
    ontext(text) {
      const cell = tables.at(-1)?.cell
      if (cell !== null && cell !== undefined && ignored === 0) cell.text += text.replace(/[ \t\r\n\f]+/g, ' ')
    },
    oncomment(text) {
      sheetName ??= /<x:Name>([^<]{1,64})<\/x:Name>/.exec(text)?.[1] ?? null
    },
    onclosetag(name) {
      if (name === 'style' || name === 'script' || name === 'title') ignored -= 1
      const table = tables.at(-1)
      if (table === undefined) return
      if (name === 'td' || name === 'th') closeCell(table)
      else if (name === 'tr') closeRow(table)
      else if (name === 'table') {
        closeRow(table)
        tables.pop()
        if (ending) cut = true
      }
    },
  })

  return {
    write: (text) => parser.write(text),
    end() {
      ending = true
      parser.end()
      start()
      return !cut
    },
  }
}

function spanOf(text: string | undefined): number {
  const span = Number(text ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 1000) : 1
}

function numberBehind(attributes: Readonly<Record<string, string>>): string | null {
  const value = attributes['x:num'] ?? attributes['sdval'] ?? null
  return value
}

function cellOf(cell: OpenCell): Cell | undefined {
  const text = cell.text.replace(/ *\n */g, '\n').replace(/^[ \n]+|[ \n]+$/g, '')
  if (text === '') return undefined
  if (cell.number === null) return { kind: 'text', text: text.slice(0, limits.cellText) }
  if (/[-/年月]/.test(text)) {
    const reading = readDate({ kind: 'text', text })
    if (reading.kind === 'day') return { kind: 'date', text: reading.date, date: reading.date }
  }
  return { kind: 'number', text: cell.number.trim() === '' ? text : cell.number.trim() }
}
