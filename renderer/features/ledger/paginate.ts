/** Heights on paper, in any one unit. */
export interface PaperHeights {
  /** What a page holds between its margins. */
  readonly page: number
  /** Title and the line under it. */
  readonly title: number
  /** The head of the table, repeated on every page. */
  readonly head: number
  /** Sums, signatures and the place for the seal. */
  readonly end: number
  readonly rows: readonly number[]
}

export interface PaperPage {
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

/**
 * Where the print breaks: rows are whole, the last row goes with sums and signatures. While `isWhole` is false more rows are to come, and only
 * pages that are full are told.
 */
export function paginate({ page, title, head, end, rows }: PaperHeights, isWhole: boolean): PaperPage[] {
  const pages: PaperPage[] = []
  const last = rows.length - 1
  let from = 0
  let left = page - title - head
  for (const [at, row] of rows.entries()) {
    const needed = isWhole && at === last ? row + end : row
    if (needed > left && at > from) {
      pages.push({ from, to: at, isFirst: pages.length === 0, isLast: false })
      from = at
      left = page - head
    }
    left -= needed
  }
  if (isWhole && rows.length > 0) pages.push({ from, to: rows.length, isFirst: pages.length === 0, isLast: true })
  return pages
}
