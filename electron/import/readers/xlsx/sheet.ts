import type { Cell } from '../../../../domain/roster/cell.ts'
import { serialToDate } from '../../../../domain/roster/dates.ts'
import { limits } from '../limits.ts'
import { FileProblem } from '../problems.ts'
import { createXmlReader, decodeEscapes } from '../xml.ts'
import type { XmlReader } from '../xml.ts'
import { columnIndex } from './merges.ts'
import type { NumberShape } from './styles.ts'
import type { StringTable } from './strings.ts'

export interface SheetContext {
  readonly strings: StringTable
  readonly shapes: readonly NumberShape[]
  readonly epoch1904: boolean
  onRow(row: number, cells: (Cell | undefined)[]): void
}

/** The last day that a spreadsheet can hold is 9999-12-31. */
const lastSerial = 2_958_465

/** Turns the XML of one sheet into rows. Cells and rows without an address follow the one before. */
export function createSheetReader(context: SheetContext): XmlReader {
  let row = 0
  let column = -1
  let cells: (Cell | undefined)[] = []
  let type = 'n'
  let style = 0
  let value = ''
  let inline = ''
  let collecting: 'value' | 'inline' | null = null
  let inCell = false
  let phonetic = 0

  function startCell(attributes: Readonly<Record<string, string>>): void {
    inCell = true
    const address = attributes['r']
    const letters = address === undefined ? null : /^[A-Z]+/.exec(address)
    column = letters === null ? column + 1 : columnIndex(letters[0])
    type = attributes['t'] ?? 'n'
    style = Number(attributes['s'] ?? 0)
    value = ''
    inline = ''
  }

  function endCell(): void {
    inCell = false
    if (column >= limits.columns) return
    const cell = cellOf()
    if (cell === undefined) return
    while (cells.length < column) cells.push(undefined)
    cells[column] = cell.text.length > limits.cellText ? { ...cell, text: cell.text.slice(0, limits.cellText) } : cell
  }

  function cellOf(): Cell | undefined {
    switch (type) {
      case 's': return textOf(context.strings.get(Number(value)))
      case 'inlineStr': return textOf(decodeEscapes(inline))
      case 'str': return textOf(decodeEscapes(value))
      case 'b': return value === '' ? undefined : { kind: 'boolean', text: value.trim() === '1' ? 'TRUE' : 'FALSE' }
      // #N/A and its like say nothing.
      case 'e': return undefined
      case 'd': return isoDay(value.trim())
      default: return numberOf(value.trim())
    }
  }

  function numberOf(text: string): Cell | undefined {
    if (text === '') return inline === '' ? undefined : textOf(decodeEscapes(inline))
    const shape = context.shapes[style] ?? 'plain'
    const serial = Number(text)
    if ((shape === 'date' || shape === 'month') && serial >= 1 && serial <= lastSerial) {
      const date = serialToDate(serial, context.epoch1904)
      return shape === 'date' ? { kind: 'date', text: date, date } : { kind: 'text', text: date.slice(0, 7) }
    }
    return { kind: 'number', text }
  }

  return createXmlReader({
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const number = Number(attributes['r'])
          row = Number.isInteger(number) && number > 0 ? number : row + 1
          column = -1
          cells = []
          break
        }
        case 'c': startCell(attributes); break
        case 'v': collecting = inCell ? 'value' : null; break
        case 't': collecting = inCell && phonetic === 0 ? 'inline' : null; break
        case 'rPh': phonetic += 1; break
        default:
      }
    },
    text(piece) {
      if (collecting === 'value') value += piece
      else if (collecting === 'inline') inline += piece
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't': collecting = null; break
        case 'rPh': phonetic -= 1; break
        case 'c': endCell(); break
        case 'row':
          if (row > 1_048_576) throw new FileProblem('damaged')
          context.onRow(row, cells)
          break
        default:
      }
    },
  })
}

function textOf(text: string | undefined): Cell | undefined {
  return text === undefined || text === '' ? undefined : { kind: 'text', text }
}

function isoDay(text: string): Cell | undefined {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  return date === undefined ? textOf(text) : { kind: 'date', text: date, date }
}
