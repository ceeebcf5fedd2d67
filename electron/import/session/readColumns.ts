import { ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { isBlankRow } from '../../../domain/roster/cell.ts'
import type { Cells } from '../../../domain/roster/cell.ts'
import type { SheetSummary } from '../../../domain/roster/check.ts'
import { fieldLabel } from '../../../domain/roster/fields.ts'
import { findHeader } from '../../../domain/roster/header.ts'
import type { ImportPreview } from '../../api/schemas/roster.ts'
import { openRoster } from '../readers/index.ts'

/** How each column of each sheet was understood, for people to look at. Reads no further than the last header. */

type Columns = ImportPreview['columns']

/** Headers are at most so many rows high. */
const headerHeight = 3

interface HeaderPlace {
  readonly sheet: SheetSummary
  above: Cells | null
  readonly rows: Cells[]
}

export async function readColumns(path: string, sheets: readonly SheetSummary[], signal: AbortSignal): Promise<Result<Columns>> {
  const opened = await openRoster(path, { signal })
  if (!opened.ok) return opened
  const enough = new AbortController()
  const places = sheets.map((sheet): HeaderPlace => ({ sheet, above: null, rows: [] }))
  let at = -1
  const isLast = (): boolean => places.slice(at + 1).every((place) => place.sheet.headerRow === null)
  try {
    const read = await opened.value.read(
      {
        startSheet: () => void (at += 1),
        endSheet: () => undefined,
        row(number, cells) {
          const place = places[at]
          const header = place?.sheet.headerRow ?? null
          if (place === undefined || header === null || isBlankRow(cells)) return
          if (number < header) place.above = cells
          else if (place.rows.length < headerHeight) place.rows.push(cells)
          else if (isLast()) enough.abort()
        },
      },
      { signal: AbortSignal.any([signal, enough.signal]) },
    )
    if (!read.ok && !enough.signal.aborted) return read
  } finally {
    await opened.value.close()
  }
  return ok(places.flatMap(columnsOf))
}

function columnsOf({ sheet, above, rows }: HeaderPlace): Columns {
  const layout = sheet.headerRow === null ? null : (findHeader(rows, above)?.layout ?? null)
  if (layout === null) return []
  return layout.labels.flatMap((heading, index) => {
    const field = layout.fields[index] ?? null
    if (heading === '') return []
    return [{ sheet: sheet.name, heading, readAs: field === null || field === 'other' || field === 'serial' ? '' : fieldLabel(field, 'zh') }]
  })
}
