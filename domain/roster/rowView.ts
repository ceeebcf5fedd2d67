import { isBlank } from './cell.ts'
import type { Cell, Cells } from './cell.ts'
import type { RosterField } from './fields.ts'
import type { Layout } from './header.ts'

/** A row seen through its layout. */
export interface RowView {
  readonly layout: Layout
  readonly cells: Cells
  cell(field: RosterField): Cell | undefined
  /** Every cell of a field that may stand in several columns. */
  all(field: RosterField): Cell[]
}

export function viewRow(layout: Layout, cells: Cells): RowView {
  return {
    layout,
    cells,
    cell(field) {
      const column = layout.columnOf.get(field)
      const cell = column === undefined ? undefined : cells[column]
      return isBlank(cell) ? undefined : cell
    },
    all(field) {
      const found: Cell[] = []
      layout.fields.forEach((own, column) => {
        const cell = cells[column]
        if (own === field && cell !== undefined && !isBlank(cell)) found.push(cell)
      })
      return found
    },
  }
}
