import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { GridRow } from './GridRow.tsx'
import { Icon } from './Icon.tsx'
import { useColumns } from './useColumns.ts'
import './DataGrid.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Width in rem that it needs; `grow` shares out what is left. */
  readonly rem: number
  readonly grow?: number
  /** 1 always stays; the highest numbers go first when the space is short and come back as a second line. */
  readonly rank: 1 | 2 | 3
  readonly align?: 'end'
  /** The name of the order in the question; the head becomes a button. */
  readonly sort?: string
  readonly render: (row: Row) => ReactNode
}

interface DataGridProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly total: number
  readonly rowAt: (index: number) => Row | undefined
  readonly need?: (first: number, last: number) => void
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row, index: number) => void
  readonly active: number
  readonly onActive: (index: number) => void
  readonly sortedBy?: string
  readonly descending?: boolean
  readonly onSort?: (sort: string) => void
  readonly selected?: ReadonlySet<string>
  readonly onToggle?: (row: Row) => void
  /** Given keys first, e.g. Space for a look. Returns true when it took the key. */
  readonly onKey?: (event: KeyboardEvent, row: Row | undefined) => boolean
  readonly gridRef?: Ref<HTMLDivElement>
}

/** A grid over any number of rows: only what is in sight exists. One tab stop; arrows, Home, End and Page keys move inside. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, total, rowAt, need, rowKey, onOpen, active, onActive, sortedBy, descending = false, onSort, selected, onToggle } = props
  const { t } = useTranslation()
  const id = useId()
  const outer = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  /** Pixels: from the top of what scrolls to the rows, and how much of that is the head, which stays in sight. */
  const [{ margin, head }, setAbove] = useState({ margin: 0, head: 0 })
  const { shown, dropped, template, rootSize, scroller } = useColumns(columns, outer)
  const activeRow = Math.min(active, Math.max(total - 1, 0))

  const usual = rootSize * (dropped.length > 0 ? 4 : 2.25)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usual,
    overscan: 20,
    scrollMargin: margin,
    // A row that is scrolled to comes to lie below the head, which stays.
    scrollPaddingStart: head,
    // In fractions of pixels, as rows lie in the flow. One that is not shown has no height, and 100,000 of those would fit.
    measureElement: (element) => element.getBoundingClientRect().height || usual,
    // The active row always exists, also out of sight: the grid points at it by its id.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      return total > 0 && !rows.includes(activeRow) ? [...rows, activeRow].sort((a, b) => a - b) : rows
    },
  })

  const items = virtual.getVirtualItems()
  const apart = items.find((_item, at) => isApart(items, at, activeRow))
  const inSight = apart === undefined ? items : items.filter((item) => item !== apart)
  const first = inSight[0]?.index ?? 0
  const last = inSight.at(-1)?.index ?? 0
  const above = (inSight[0]?.start ?? margin) - margin
  useEffect(() => {
    if (total > 0) need?.(first, last)
  }, [need, first, last, total])

  useEffect(() => {
    const scroll = scroller.current
    if (scroll === null || body.current === null) return
    const top = body.current.getBoundingClientRect().top
    const grid = body.current.parentElement?.getBoundingClientRect().top ?? top
    const next = { margin: top - scroll.getBoundingClientRect().top + scroll.scrollTop, head: top - grid }
    setAbove((old) => (old.margin === next.margin && old.head === next.head ? old : next))
    virtual.measure()
  }, [scroller, rootSize, template, dropped.length, virtual])

  // Rows that come in are taller than they were thought to be and push the active one out of sight: it is followed until the reader scrolls.
  const isFollowed = useRef(false)
  useEffect(() => {
    const item = isFollowed.current ? items.find((each) => each.index === activeRow) : undefined
    if (item === undefined || virtual.scrollRect === null) return
    const top = virtual.scrollOffset ?? 0
    const isInSight = item.start >= top + head - 1 && item.end <= top + virtual.scrollRect.height + 1
    if (!isInSight) virtual.scrollToIndex(activeRow, { align: 'auto' })
  }, [virtual, items, activeRow, head])
  useEffect(() => {
    const scroll = scroller.current
    const letGo = () => {
      isFollowed.current = false
    }
    const signs = ['wheel', 'pointerdown', 'touchstart'] as const
    for (const sign of signs) scroll?.addEventListener(sign, letGo, { passive: true })
    return () => {
      for (const sign of signs) scroll?.removeEventListener(sign, letGo)
    }
  }, [scroller, rootSize])

  function move(to: number) {
    const next = Math.max(0, Math.min(total - 1, to))
    isFollowed.current = true
    onActive(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const row = rowAt(activeRow)
    if (props.onKey?.(event, row) === true) {
      event.preventDefault()
      return
    }
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / (rootSize * 2.25)) - 2)
    const moves: { readonly [key: string]: number } = {
      ArrowDown: activeRow + 1, ArrowUp: activeRow - 1, PageDown: activeRow + screenful, PageUp: activeRow - screenful, Home: 0, End: total - 1,
    }
    const target = moves[event.key]
    if (target !== undefined) move(target)
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row, activeRow)
    else if ((event.key === 'x' || event.key === 'X') && row !== undefined && onToggle !== undefined) onToggle(row)
    else return
    event.preventDefault()
  }

  function onBodyClick(event: MouseEvent) {
    const target = event.target as HTMLElement
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? Number.NaN)
    const row = Number.isNaN(index) ? undefined : rowAt(index)
    if (row === undefined) return
    onActive(index)
    if (target.closest('[data-open]') !== null) onOpen?.(row, index)
  }

  function rowOf(item: VirtualItem, apartAt: number | null) {
    const row = rowAt(item.index)
    const isActive = item.index === activeRow
    return (
      <GridRow
        key={item.key}
        id={`${id}-${String(item.index)}`}
        index={item.index}
        apartAt={apartAt}
        row={row}
        shown={shown}
        dropped={dropped}
        active={isActive}
        selected={onToggle === undefined ? isActive : row !== undefined && (selected?.has(rowKey(row)) ?? false)}
        measure={virtual.measureElement}
      />
    )
  }

  const columnCount = shown.length
  const headRow = useMemo(
    () =>
      shown.map((column) => (
        <div
          key={column.key}
          role="columnheader"
          className={classes('grid-cell', column.align)}
          aria-sort={column.sort === undefined ? undefined : column.sort === sortedBy ? (descending ? 'descending' : 'ascending') : 'none'}
        >
          {column.sort === undefined || onSort === undefined ? column.title : (
            <button type="button" className="grid-sort" onClick={() => onSort(column.sort ?? '')}>
              {column.title}
              {column.sort === sortedBy && <Icon name={descending ? 'down' : 'up'} />}
            </button>
          )}
        </div>
      )),
    [shown, sortedBy, descending, onSort],
  )
  const sortTitle = columns.find((column) => column.sort !== undefined && column.sort === sortedBy)?.title

  return (
    <div className="grid-outer" ref={outer}>
      <span className="hidden-text" role="status">
        {sortTitle === undefined ? '' : t('common.grid.sortedBy', { column: sortTitle, direction: descending ? t('common.grid.descending') : t('common.grid.ascending') })}
      </span>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-colcount={columnCount}
        aria-multiselectable={onToggle === undefined ? undefined : true}
        tabIndex={0}
        className="grid"
        ref={props.gridRef}
        aria-activedescendant={total > 0 ? `${id}-${String(activeRow)}` : undefined}
        onKeyDown={onKeyDown}
        style={{ '--grid-columns': template } as React.CSSProperties}
      >
        <div role="rowgroup" className="grid-head">
          <div role="row" aria-rowindex={1} className="grid-row">{headRow}</div>
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are heard on the grid, which holds the focus */}
        <div role="rowgroup" className="grid-body" ref={body} style={{ height: virtual.getTotalSize() }} onClick={onBodyClick}>
          {apart !== undefined && rowOf(apart, apart.start - margin)}
          <div role="presentation" className="grid-window" style={{ transform: `translateY(${String(above)}px)` }}>
            {inSight.map((item) => rowOf(item, null))}
          </div>
        </div>
      </div>
    </div>
  )
}

/** The active row, when it is not among those that follow each other in sight. */
function isApart(items: readonly VirtualItem[], at: number, activeRow: number): boolean {
  const index = items[at]?.index
  if (index !== activeRow || items.length === 1) return false
  const neighbour = at === 0 ? items[1] : items[at - 1]
  return neighbour !== undefined && Math.abs(neighbour.index - index) > 1
}
