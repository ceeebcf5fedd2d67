import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Column } from './DataGrid.tsx'

/** Between columns, in rem; as in DataGrid.css. */
const gap = 0.75

/** Which columns fit. Widths are in rem, so larger text drops columns just as a smaller window does. */
export function useColumns<Row>(columns: readonly Column<Row>[], outer: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 1180, root: 16 })
  const scroller = useRef<HTMLElement | null>(null)

  useLayoutEffect(() => {
    scroller.current = scrollingParent(outer.current)
  }, [outer, size])

  useEffect(() => {
    const element = outer.current
    if (element === null) return
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      const width = element.clientWidth || 1180
      setSize((old) => (old.width === width && old.root === root ? old : { width, root }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [outer])

  return useMemo(() => {
    const room = size.width / size.root - 40 / size.root
    const shown = [...columns]
    while (shown.length > 1 && shown.reduce((sum, column) => sum + column.rem + gap, 0) - gap > room) {
      const highest = Math.max(...shown.map((column) => column.rank))
      if (highest === 1) break
      shown.splice(shown.findLastIndex((column) => column.rank === highest), 1)
    }
    const dropped = columns.filter((column) => !shown.includes(column))
    const template = shown
      .map((column) => (column.grow === undefined ? `${String(column.rem)}rem` : `minmax(${String(Math.min(column.rem, room))}rem, ${String(column.grow)}fr)`))
      .join(' ')
    return { shown, dropped, template, rootSize: size.root, scroller }
  }, [columns, size])
}

function scrollingParent(element: HTMLElement | null): HTMLElement | null {
  let parent = element
  while (parent !== null) {
    const overflow = getComputedStyle(parent).overflowY
    if (overflow === 'auto' || overflow === 'scroll') return parent
    parent = parent.parentElement
  }
  return document.documentElement
}
