import type { Database } from 'better-sqlite3'
import { countyValuesSchema, cycleOfYear } from '../domain/plan/index.ts'
import type { CycleOptions, PlanCycle, StatedValues, Thresholds } from '../domain/plan/index.ts'
import { readMeta } from './meta.ts'

/**
 * The cycle as rules go by it on this device: the plan with what the county has stated (documents `countyValues`, kept as one short text in `meta` by the
 * projection) and with the county's code. Everybody who asks a rule of a cycle asks here.
 */

interface Known {
  readonly values: string | null
  readonly countyCode: string | null
  readonly options: CycleOptions
  readonly cycles: Map<string, PlanCycle>
}

const known = new WeakMap<Database, Known>()

export function cycleIn(sqlite: Database, year: string): PlanCycle {
  const { cycles, options } = knownOf(sqlite)
  let cycle = cycles.get(year)
  if (cycle === undefined) {
    cycle = cycleOfYear(year, options)
    cycles.set(year, cycle)
  }
  return cycle
}

/** Groups are of a person, not of a cycle: the newest year that was opened says how they are counted. */
export function thresholdsNow(sqlite: Database): Thresholds {
  const years = JSON.parse(readMeta(sqlite, 'cycles') ?? '[]') as string[]
  return cycleIn(sqlite, years.at(-1) ?? '9999').thresholds
}

/** What the county has stated, of every year. */
export function statedValues(sqlite: Database): readonly StatedValues[] {
  return knownOf(sqlite).options.values ?? []
}

function knownOf(sqlite: Database): Known {
  const [values, countyCode] = [readMeta(sqlite, 'countyValues'), readMeta(sqlite, 'countyCode')]
  let now = known.get(sqlite)
  if (now === undefined || now.values !== values || now.countyCode !== countyCode) {
    const stated = JSON.parse(values ?? '[]') as StatedValues[]
    now = { values, countyCode, options: { values: stated, ...(countyCode === null ? {} : { countyCode }) }, cycles: new Map() }
    known.set(sqlite, now)
  }
  return now
}

/** Statements that hold, oldest year first; what this version cannot read is left out. */
export function readStated(sqlite: Database): StatedValues[] {
  const rows = sqlite
    .prepare(`select head_change_id as changeId, summary from document where entity = 'countyValues' and voided = 0 and head_change_id is not null order by id`)
    .all() as { changeId: string; summary: string }[]
  return rows.flatMap(({ changeId, summary }) => {
    const body = countyValuesSchema.safeParse(JSON.parse(summary))
    return body.success ? [{ changeId, body: body.data as StatedValues['body'] }] : []
  })
}
