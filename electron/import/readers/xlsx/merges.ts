import type { Cell } from '../../../../domain/roster/cell.ts'
import { isBlank } from '../../../../domain/roster/cell.ts'
import type { ZipArchive, ZipEntry } from '../zip.ts'

/** A cell merged over several rows: its value holds for each of them. Merges across columns of one row need nothing. */
export interface TallMerge {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
}

const mostMerges = 200_000

/** Merges stand behind the rows they concern, so they are looked for before the sheet is read. */
export async function findTallMerges(zip: ZipArchive, entry: ZipEntry, signal?: AbortSignal): Promise<TallMerge[]> {
  const merges: TallMerge[] = []
  let carry = ''
  for await (const bytes of zip.read(entry, signal)) {
    const text = carry + bytes.toString('latin1')
    const cut = Math.max(text.lastIndexOf('>') + 1, text.length - 4096)
    for (const match of text.slice(0, cut).matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)["']/g)) {
      const firstRow = Number(match[2])
      const lastRow = Number(match[3])
      if (lastRow > firstRow && merges.length < mostMerges) merges.push({ column: columnIndex(match[1] as string), firstRow, lastRow })
    }
    carry = text.slice(cut)
  }
  return merges.sort((a, b) => a.firstRow - b.firstRow)
}

/** A to 0, Z to 25, AA to 26. */
export function columnIndex(letters: string): number {
  let index = 0
  for (let at = 0; at < letters.length; at++) index = index * 26 + (letters.charCodeAt(at) - 64)
  return index - 1
}

/** Called row by row in order; puts the value of a tall merge into the blank cells under it. */
export function createMergeFiller(merges: readonly TallMerge[]): (row: number, cells: (Cell | undefined)[]) => void {
  let next = 0
  let active: { merge: TallMerge; cell: Cell | undefined }[] = []
  return (row, cells) => {
    active = active.filter(({ merge }) => merge.lastRow >= row)
    while (next < merges.length && (merges[next] as TallMerge).firstRow <= row) {
      const merge = merges[next] as TallMerge
      if (merge.lastRow >= row) active.push({ merge, cell: merge.firstRow === row ? cells[merge.column] : undefined })
      next += 1
    }
    for (const { merge, cell } of active) {
      if (merge.firstRow === row || cell === undefined || !isBlank(cells[merge.column])) continue
      while (cells.length <= merge.column) cells.push(undefined)
      cells[merge.column] = cell
    }
  }
}
