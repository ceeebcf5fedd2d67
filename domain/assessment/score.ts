import { dimensions, scoredItems } from './items.ts'
import type { Dimension, InstrumentItem, Qualifier } from './items.ts'

/** Any number may stand in a draft; only 0 to 4 count. */
export interface ItemAnswer {
  readonly code: string
  readonly q: number
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

export type SupportLevel = 0 | 1 | 2 | 3 | 4

/** Upper bounds of loss for levels 0 to 3. */
const lossBounds = [5, 25, 50, 96] as const
const weakDimension = 50

export function isRated(q: number): q is 0 | 1 | 2 | 3 | 4 {
  return Number.isInteger(q) && q >= 0 && q <= 4
}

export function isQualifier(q: unknown): q is Qualifier {
  return typeof q === 'number' && (isRated(q) || q === 8 || q === 9)
}

/** Two thirds of the items, rounded up. */
export function neededAnswers(count: number): number {
  return Math.ceil((2 * count) / 3)
}

export function scoreAssessment(items: readonly ItemAnswer[], env: readonly EnvAnswer[] = []): AssessmentScore {
  const byCode = new Map(items.map((item) => [item.code, item]))
  const scores = {
    A: scoreDimension('A', byCode), B: scoreDimension('B', byCode), C: scoreDimension('C', byCode), D: scoreDimension('D', byCode),
  }
  const valid = dimensions.map((dimension) => scores[dimension].score).filter((score) => score !== null)
  const index = valid.length >= 3 && scores.B.valid ? valid.reduce((a, b) => a + b, 0) / valid.length : null
  const loss = index === null ? null : 100 - index
  const raised = loss !== null && valid.some((score) => score < weakDimension)
  return {
    dimensions: scores,
    invalid: dimensions.filter((dimension) => !scores[dimension].valid),
    index,
    loss,
    level: loss === null ? null : levelOf(loss, raised),
    raised,
    flags: flagged(byCode),
    aidGain: gains(items),
    ...environmentSums(env),
  }
}

function scoreDimension(dimension: Dimension, answers: ReadonlyMap<string, ItemAnswer>): DimensionScore {
  const items: readonly InstrumentItem[] = scoredItems[dimension]
  const rated = items.map((item) => answers.get(item.code)?.q).filter((q) => q !== undefined && isRated(q))
  const needed = neededAnswers(items.length)
  const valid = rated.length >= needed
  const sum = rated.reduce<number>((a, b) => a + (b as number), 0)
  return { dimension, answered: rated.length, needed, valid, score: valid ? 100 * (1 - sum / (4 * rated.length)) : null }
}

function levelOf(loss: number, raised: boolean): SupportLevel {
  // Sums of fractions may end a hair below a bound that they reach on paper.
  const rounded = Math.round(loss * 1e9) / 1e9
  const step = lossBounds.findIndex((bound) => rounded < bound)
  const level = step === -1 ? 4 : step
  return Math.min(4, level + (raised ? 1 : 0)) as SupportLevel
}

function flagged(answers: ReadonlyMap<string, ItemAnswer>): string[] {
  return dimensions
    .flatMap((dimension) => scoredItems[dimension])
    .map((item) => item.code)
    .filter((code) => {
      const q = answers.get(code)?.q
      return q !== undefined && isRated(q) && q >= 3
    })
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
