import { dimensions, scoredItemsOf } from './instrument.ts'
import type { Dimension, Instrument, Qualifier, ScoringRules, SupportLevel } from './instrument.ts'
import { currentInstrument } from './instruments.ts'

/** Any number may stand in a draft; only 0 to 4 count. */
export interface ItemAnswer {
  readonly code: string
  readonly q: number
  /** The same without the aids that the person uses. */
  readonly qWithoutAid?: number | undefined
}
export interface EnvAnswer {
  readonly code: string
  readonly value: number
}

export interface DimensionScore {
  readonly dimension: Dimension
  readonly answered: number
  readonly needed: number
  readonly valid: boolean
  /** Unrounded, 0–100; null when invalid. */
  readonly score: number | null
}

export interface AssessmentScore {
  readonly dimensions: Readonly<Record<Dimension, DimensionScore>>
  readonly invalid: readonly Dimension[]
  /** Unrounded; null when fewer than three dimensions are valid or B is not. */
  readonly index: number | null
  readonly loss: number | null
  readonly level: SupportLevel | null
  /** True when one weak dimension raised the level by one. */
  readonly raised: boolean
  /** Scored items with q >= 3: each is owed an accommodation. */
  readonly flags: readonly string[]
  readonly aidGain: Readonly<Record<string, number>>
  readonly barrier: number
  readonly facilitator: number
}

export function isRated(q: number): q is 0 | 1 | 2 | 3 | 4 {
  return Number.isInteger(q) && q >= 0 && q <= 4
}

export function isQualifier(q: unknown): q is Qualifier {
  return typeof q === 'number' && (isRated(q) || q === 8 || q === 9)
}

/** Answers that make a dimension valid: the version's share of its items, rounded up. */
export function neededAnswers(count: number, [of, parts]: ScoringRules['validShare'] = currentInstrument.scoring.validShare): number {
  return Math.ceil((of * count) / parts)
}

export function scoreAssessment(items: readonly ItemAnswer[], env: readonly EnvAnswer[] = [], instrument: Instrument = currentInstrument): AssessmentScore {
  const { scoring } = instrument
  const byCode = new Map(items.map((item) => [item.code, item]))
  const scoreOf = (dimension: Dimension) => scoreDimension(dimension, byCode, instrument)
  const scores = { A: scoreOf('A'), B: scoreOf('B'), C: scoreOf('C'), D: scoreOf('D') }
  const valid = dimensions.filter((dimension) => scores[dimension].valid)
  const hasIndex = valid.length >= scoring.validDimensions && scoring.required.every((dimension) => scores[dimension].valid)
  const index = hasIndex ? weightedMean(valid.map((dimension) => [scores[dimension].score ?? 0, scoring.weights[dimension]])) : null
  const loss = index === null ? null : 100 - index
  const raised = loss !== null && valid.some((dimension) => (scores[dimension].score ?? 0) < scoring.weakBelow)
  return {
    dimensions: scores,
    invalid: dimensions.filter((dimension) => !scores[dimension].valid),
    index,
    loss,
    level: loss === null ? null : levelOf(loss, raised, scoring),
    raised,
    flags: scoredItemsOf(instrument).map((item) => item.code).filter((code) => isFlagged(byCode.get(code)?.q, scoring)),
    aidGain: gains(items),
    ...environmentSums(env),
  }
}

function weightedMean(parts: readonly (readonly [score: number, weight: number])[]): number {
  const weight = parts.reduce((sum, [, each]) => sum + each, 0)
  return parts.reduce((sum, [score, each]) => sum + score * each, 0) / weight
}

function scoreDimension(dimension: Dimension, answers: ReadonlyMap<string, ItemAnswer>, instrument: Instrument): DimensionScore {
  const items = instrument.items[dimension]
  const rated = items.map((item) => answers.get(item.code)?.q).filter((q) => q !== undefined && isRated(q))
  const needed = neededAnswers(items.length, instrument.scoring.validShare)
  const valid = rated.length > 0 && rated.length >= needed
  const sum = rated.reduce<number>((a, b) => a + (b as number), 0)
  return { dimension, answered: rated.length, needed, valid, score: valid ? 100 * (1 - sum / (4 * rated.length)) : null }
}

function levelOf(loss: number, raised: boolean, { lossBounds }: ScoringRules): SupportLevel {
  // Sums of fractions may end a hair below a bound that they reach on paper.
  const rounded = Math.round(loss * 1e9) / 1e9
  const step = lossBounds.findIndex((bound) => rounded < bound)
  const level = step === -1 ? 4 : step
  return Math.min(4, level + (raised ? 1 : 0)) as SupportLevel
}

function isFlagged(q: number | undefined, { flagFrom }: ScoringRules): boolean {
  return q !== undefined && isRated(q) && q >= flagFrom
}

function gains(items: readonly ItemAnswer[]): Record<string, number> {
  const gain: Record<string, number> = {}
  for (const { code, q, qWithoutAid } of items) {
    if (qWithoutAid !== undefined && isRated(q) && isRated(qWithoutAid)) gain[code] = qWithoutAid - q
  }
  return gain
}

function environmentSums(env: readonly EnvAnswer[]): { barrier: number; facilitator: number } {
  const values = env.map((answer) => answer.value).filter((value) => value >= -4 && value <= 4)
  return {
    barrier: values.filter((value) => value < 0).reduce((sum, value) => sum - value, 0),
    facilitator: values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
  }
}

/** One decimal, half up, as printed. */
export function oneDecimal(value: number): number {
  return Math.floor(value * 10 + 0.5 + 1e-9) / 10
}
