import { isQualifier, isRated } from './score.ts'
import type { ItemAnswer } from './score.ts'

/** Share of assessments that a second person rates too. */
export const secondRatingShare = 0.05
const parts = 10_000

/**
 * Whether an assessment is drawn for a second rating. Decided by its id alone, so that every device and the county draw the same ones, nobody chooses,
 * and an assessment stays drawn or not whatever is added later. Over many assessments it is 5 in 100; over few it may be more or none.
 */
export function isDrawn(assessmentId: string): boolean {
  return fnv1a(assessmentId) % parts < secondRatingShare * parts
}

/** FNV-1a, 32 bit: short, well spread, and easy to compute again by hand. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash
}

/** An assessment as two people rated it, each without knowing the other's answers. */
export interface RatedTwice {
  readonly first: readonly ItemAnswer[]
  readonly second: readonly ItemAnswer[]
}

export interface Agreement {
  /** Items that both people answered. */
  readonly compared: number
  /** The same answer, 8 and 9 among them. */
  readonly exact: number
  /** The same answer, or grades of 0 to 4 that differ by one. */
  readonly withinOne: number
}

export interface ItemAgreement extends Agreement {
  readonly code: string
}

const none: Agreement = { compared: 0, exact: 0, withinOne: 0 }

/** For each item in the order given, and over all of them. */
export function agreementOf(pairs: readonly RatedTwice[], codes: readonly string[]): { readonly items: readonly ItemAgreement[]; readonly overall: Agreement } {
  const items = codes.map((code) => ({ code, ...pairs.map((pair) => compare(pair, code)).reduce(sum, none) }))
  return { items, overall: items.reduce((total, item) => sum(total, item), none) }
}

function sum(a: Agreement, b: Agreement): Agreement {
  return { compared: a.compared + b.compared, exact: a.exact + b.exact, withinOne: a.withinOne + b.withinOne }
}

function compare({ first, second }: RatedTwice, code: string): Agreement {
  const [a, b] = [gradeOf(first, code), gradeOf(second, code)]
  if (a === null || b === null) return none
  const isNear = isRated(a) && isRated(b) && Math.abs(a - b) <= 1
  return { compared: 1, exact: a === b ? 1 : 0, withinOne: a === b || isNear ? 1 : 0 }
}

function gradeOf(answers: readonly ItemAnswer[], code: string): number | null {
  const q = answers.find((answer) => answer.code === code)?.q
  return isQualifier(q) ? q : null
}
