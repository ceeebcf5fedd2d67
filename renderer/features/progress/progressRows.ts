import type { Output } from '../../api/client.ts'

/** Rates from counters: the check counts against everybody to be checked, the rest against those with need. Never one denominator for both. */

type Counts = Output<'persons.dashboard'>['total']
export type Measure = 's1' | 's2' | 's3' | 's4' | 'all'
export const measures: readonly Measure[] = ['s1', 's2', 's3', 's4', 'all']

const counterOf: Readonly<Record<Measure, string>> = { s1: 'checked', s2: 'assessed', s3: 'registered', s4: 'served', all: 'done' }

export interface ProgressCell {
  readonly done: number
  readonly of: number
  /** Percent; null when nobody is to be counted. */
  readonly rate: number | null
  readonly pace: 'well' | 'slow' | 'behind'
}

export interface ProgressRow {
  readonly town: string
  readonly target: number
  readonly need: number
  readonly cells: Readonly<Record<Measure, ProgressCell>>
  /** The step that lacks most. */
  readonly most: { readonly step: 1 | 2 | 3 | 4; readonly count: number } | null
}

/** Share of the cycle's year that is over, in percent. */
export function yearPassed(on: string): number {
  const year = Number(on.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return Math.min(100, ((Date.parse(`${on}T00:00:00Z`) + 86_400_000 - start) / (Date.UTC(year + 1, 0, 1) - start)) * 100)
}

export function progressRow(town: string, counts: Counts, passed: number): ProgressRow {
  const target = counts.target ?? 0
  const need = counts.need ?? 0
  const cell = (measure: Measure): ProgressCell => {
    const done = counts[counterOf[measure]] ?? 0
    const of = measure === 's1' ? target : need
    const rate = of === 0 ? null : (done / of) * 100
    return { done, of, rate, pace: rate === null || rate >= passed - 5 ? 'well' : rate >= passed - 15 ? 'slow' : 'behind' }
  }
  const cells = { s1: cell('s1'), s2: cell('s2'), s3: cell('s3'), s4: cell('s4'), all: cell('all') }
  const missing = ([1, 2, 3, 4] as const).map((step) => ({ step, count: cells[`s${step}`].of - cells[`s${step}`].done }))
  const most = missing.reduce((worst, each) => (each.count > worst.count ? each : worst))
  return { town, target, need, cells, most: most.count > 0 ? most : null }
}

/** Worst first: by the share that is all done, then by the share that is checked. */
export function worstFirst(rows: readonly ProgressRow[]): ProgressRow[] {
  const rank = (row: ProgressRow) => (row.cells.all.rate ?? 100) * 1000 + (row.cells.s1.rate ?? 100)
  return [...rows].sort((a, b) => rank(a) - rank(b) || b.target - a.target)
}
