import { countyByCode, unknownCounty } from '../../../domain/divisions/liaoning.ts'
import { ok } from '../../../domain/result.ts'
import type { SheetSummary } from '../../../domain/roster/check.ts'
import { checkRosterFile } from '../readers/index.ts'
import { readColumns } from './readColumns.ts'
import { describeFinding, incomingRow } from './rosterRows.ts'
import type { RosterSource } from './source.ts'

/** Rosters from files of this computer. */

/** So many rows are judged before other calls get their turn. */
const rowsAtOnce = 200

export const fileSource: RosterSource = {
  async read({ path, countyCode, on, signal, onProgress, onRow }) {
    const county = countyCode === null ? undefined : (countyByCode(countyCode) ?? unknownCounty(countyCode))
    let rows = 0
    const checked = await checkRosterFile(path, {
      county,
      on,
      signal,
      onProgress: (progress) => onProgress(progress.rows, null),
      onRow(row) {
        onRow(incomingRow(row, on))
        rows += 1
        return rows % rowsAtOnce === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined
      },
    })
    if (!checked.ok) return checked
    const { code, name } = checked.value.county
    const columns = await readColumns(path, checked.value.sheets, signal)
    return columns.ok ? ok({ sheets: checked.value.sheets.flatMap(sheetHead), columns: columns.value, county: { code, name } }) : columns
  },
  describe: describeFinding,
}

function sheetHead({ name, headerRow, rows }: SheetSummary): { name: string; headerRow: number; rows: number }[] {
  return headerRow === null ? [] : [{ name, headerRow, rows }]
}
