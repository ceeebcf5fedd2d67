import { createReadStream } from 'node:fs'
import { ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Cell } from '../../../domain/roster/cell.ts'
import { limits } from './limits.ts'
import { FileProblem } from './problems.ts'
import type { ReadOptions, RosterSource, RowSink } from './source.ts'
import { attribute, createXmlReader } from './xml.ts'
import { createMergeFiller } from './xlsx/merges.ts'
import type { TallMerge } from './xlsx/merges.ts'

/** “XML 电子表格 2003”: one XML file named .xls or .xml, as older systems export it. */
export function spreadsheetXmlSource(path: string, fileSize: number): RosterSource {
  async function read(sink: RowSink, options: ReadOptions = {}): Promise<Result<null>> {
    let row = 0
    let column = -1
    let cells: (Cell | undefined)[] = []
    let type = 'String'
    let text = ''
    let inData = false
    let across = 0
    let rows = 0
    let merges: TallMerge[] = []
    let fill = createMergeFiller(merges)

    const reader = createXmlReader({
      open(name, attributes) {
        switch (name) {
          case 'Worksheet':
            row = 0
            merges = []
            fill = createMergeFiller(merges)
            sink.startSheet({ name: attribute(attributes, 'Name') ?? '', hidden: false })
            break
          case 'Row':
            row = Number(attribute(attributes, 'Index') ?? row + 1)
            column = -1
            cells = []
            break
          case 'Cell': {
            column = Number(attribute(attributes, 'Index') ?? column + 2 + across) - 1
            across = Number(attribute(attributes, 'MergeAcross') ?? 0)
            const down = Number(attribute(attributes, 'MergeDown') ?? 0)
            if (down > 0) merges.push({ column, firstRow: row, lastRow: row + down })
            text = ''
            break
          }
          case 'Data':
            type = attribute(attributes, 'Type') ?? 'String'
            inData = true
            break
          default:
        }
      },
      text(piece) {
        if (inData) text += piece
      },
      close(name) {
        if (name === 'Data') inData = false
        else if (name === 'Cell') {
          const cell = cellOf(type, text)
          if (cell === undefined || column >= limits.columns) return
          while (cells.length < column) cells.push(undefined)
          cells[column] = cell
        } else if (name === 'Row') {
          across = 0
          fill(row, cells)
          if (cells.length === 0) return
          rows += 1
          if (rows > limits.rows) throw new FileProblem('tooManyRows')
          sink.row(row, cells)
        } else if (name === 'Worksheet') sink.endSheet()
      },
    })
    let done = 0
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024, ...(options.signal === undefined ? {} : { signal: options.signal }) })) {
      reader.write(piece as Buffer)
      done += (piece as Buffer).length
      options.onProgress?.({ part: fileSize === 0 ? 1 : done / fileSize, rows })
      await sink.flush?.()
    }
    reader.end()
    await sink.flush?.()
    return ok(null)
  }

  return { format: 'xml', read, close: () => Promise.resolve() }
}

function cellOf(type: string, text: string): Cell | undefined {
  if (text === '' || type === 'Error') return undefined
  if (type === 'Number') return { kind: 'number', text: text.trim() }
  if (type === 'Boolean') return { kind: 'boolean', text: text.trim() === '1' ? 'TRUE' : 'FALSE' }
  const date = type === 'DateTime' ? /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] : undefined
  return date === undefined ? { kind: 'text', text: text.slice(0, limits.cellText) } : { kind: 'date', text: date, date }
}
