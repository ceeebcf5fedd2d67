import type { County } from '../../../domain/divisions/county.ts'
import { countyByCode, currentCountyCode, unknownCounty } from '../../../domain/divisions/liaoning.ts'
import { cleanIdText, parseIdNumber } from '../../../domain/identity/idNumber.ts'
import type { IsoDate } from '../../../domain/identity/calendar.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { Cells } from '../../../domain/roster/cell.ts'
import { createRosterChecker } from '../../../domain/roster/check.ts'
import type { RosterRow, RosterSummary } from '../../../domain/roster/check.ts'
import { openRoster } from './open.ts'
import { problemOf } from './problems.ts'
import type { ReadOptions, RosterSource, RowSink } from './source.ts'

export interface CheckOptions extends ReadOptions {
  /** Without it the county is that of most numbers in the file, which takes one more pass over it. */
  readonly county?: County | undefined
  /** Read the whole file once before the first row is handed out, so that a file that cannot be read yields no rows at all. */
  readonly wholeFirst?: boolean | undefined
  /** The day on which ages are counted. */
  readonly on: IsoDate
  /** Rows in the order of the file; the reader waits for a promise that is returned. */
  readonly onRow: (row: RosterRow) => void | Promise<void>
}

/** Reads and checks a file row by row; only the shared strings and what tells repeated persons apart stay in memory. */
export async function checkRosterFile(path: string, options: CheckOptions): Promise<Result<RosterSummary>> {
  const opened = await openRoster(path, options)
  if (!opened.ok) return opened
  const source = opened.value
  try {
    if (options.county !== undefined && options.wholeFirst !== true) return await check(source, options.county, options, 1)
    const county = await countyOfMost(source, options)
    if (!county.ok) return county
    return await check(source, options.county ?? county.value, options, 2)
  } finally {
    await source.close()
  }
}

async function check(source: RosterSource, county: County, options: CheckOptions, passes: 1 | 2): Promise<Result<RosterSummary>> {
  const checker = createRosterChecker({ county, on: options.on })
  let ready: RosterRow[] = []
  let cells = 0
  const take = (rows: readonly RosterRow[]): void => {
    for (const row of rows) ready.push(row)
  }
  const sink: RowSink = {
    startSheet: (info) => checker.startSheet(info),
    row(number, row) {
      cells += 1
      take(checker.row(number, row))
    },
    endSheet: () => take(checker.endSheet()),
    async flush() {
      const rows = ready
      ready = []
      for (const row of rows) {
        const waiting = options.onRow(row)
        if (waiting !== undefined) await waiting
      }
    },
  }
  const read = await source.read(sink, {
    signal: options.signal,
    onProgress: ({ part, rows }) => options.onProgress?.({ part: (passes - 1 + part) / passes, rows }),
  })
  if (!read.ok) return read
  await sink.flush?.()
  const summary = checker.finish()
  if (cells === 0) return fail(problemOf('empty'))
  if (summary.sheets.every((sheet) => sheet.headerRow === null)) return fail(problemOf('noHeader'))
  if (summary.rows === 0) return fail(problemOf('noRows'))
  return ok(summary)
}

/** Counts the area codes of all valid numbers, former codes with the county that they belong to today. */
async function countyOfMost(source: RosterSource, options: CheckOptions): Promise<Result<County>> {
  const counts = new Map<string, number>()
  const sink: RowSink = {
    startSheet() {},
    endSheet() {},
    row(_, cells: Cells) {
      for (const cell of cells) {
        if (cell === undefined || cell.text.length < 18 || cell.text.length > 60) continue
        const id = parseIdNumber(cleanIdText(cell.text).slice(0, 18))
        if (!id.ok) continue
        const code = currentCountyCode(id.value.areaCode)
        counts.set(code, (counts.get(code) ?? 0) + 1)
      }
    },
  }
  const read = await source.read(sink, {
    signal: options.signal,
    onProgress: ({ part, rows }) => options.onProgress?.({ part: part / 2, rows }),
  })
  if (!read.ok) return read
  let most: [string, number] = ['', 0]
  for (const entry of counts) if (entry[1] > most[1]) most = entry
  return ok(countyByCode(most[0]) ?? unknownCounty(most[0]))
}
