import { memo } from 'react'
import type { Column } from './DataGrid.tsx'
import { classes } from './classes.ts'

interface GridRowProps<Row> {
  readonly id: string
  readonly index: number
  /** Pixels from the top of the body, for a row that does not follow the one before; others lie where they fall. */
  readonly apartAt: number | null
  /** undefined while its page is on the way. */
  readonly row: Row | undefined
  readonly shown: readonly Column<Row>[]
  readonly dropped: readonly Column<Row>[]
  readonly active: boolean
  readonly selected: boolean
  readonly measure: (element: HTMLElement | null) => void
}

/** One row. Scrolling moves nothing in it, so it is drawn once while it is in reach. */
function GridRowPlain<Row>({ id, index, apartAt, row, shown, dropped, active, selected, measure }: GridRowProps<Row>) {
  return (
    <div
      id={id}
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes('grid-row', active && 'active', row === undefined && 'waiting', apartAt !== null && 'apart')}
      style={apartAt === null ? undefined : { insetBlockStart: apartAt }}
    >
      {shown.map((column) => (
        <div key={column.key} role="gridcell" className={classes('grid-cell', column.align)}>
          {row === undefined ? '' : column.render(row)}
        </div>
      ))}
      {row !== undefined && dropped.length > 0 && (
        <div className="grid-more" role="gridcell" aria-colspan={shown.length}>
          {dropped.map((column) => (
            <span key={column.key} className="grid-more-item"><span className="faint">{column.title}</span> {column.render(row)}</span>
          ))}
        </div>
      )}
    </div>
  )
}

export const GridRow = memo(GridRowPlain) as typeof GridRowPlain
