import type { LedgerPage } from '../api/client.ts'

type Column = LedgerPage['columns'][number]

export interface HeadCell {
  readonly key: string
  readonly title: string
  readonly colSpan: number
  readonly rowSpan: number
}

/** Columns of a group share a heading above their own; the others reach over both rows. One row when there are no groups. */
export function headRows(columns: readonly Column[]): readonly (readonly HeadCell[])[] {
  const hasGroups = columns.some((column) => column.group !== null)
  const upper: HeadCell[] = []
  const lower: HeadCell[] = []
  let at = 0
  while (at < columns.length) {
    const column = columns[at]
    if (column === undefined) break
    const { group } = column
    if (group === null) {
      upper.push({ key: column.key, title: column.title, colSpan: 1, rowSpan: hasGroups ? 2 : 1 })
      at += 1
      continue
    }
    let end = at
    while (columns[end]?.group === group) end += 1
    upper.push({ key: `${group}/${column.key}`, title: group, colSpan: end - at, rowSpan: 1 })
    for (const each of columns.slice(at, end)) lower.push({ key: each.key, title: each.title, colSpan: 1, rowSpan: 1 })
    at = end
  }
  return hasGroups ? [upper, lower] : [upper]
}
