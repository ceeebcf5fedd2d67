import type { Household } from './households.ts'

/** What is decided about a made-up person before anything is written: the tally counts from this, the records are made from it. */

/** How the person stands to the target population of this cycle, and why. */
export type Standing =
  | 'target'
  /** Counts by the retirement rules of 2025 only; the federation's older ages leave the person out. */
  | 'legalOnly'
  /** Counts from the 16th birthday on, which is in this year. */
  | 'turns16'
  /** Found work through a service of this year: still owed what the year asks for. */
  | 'placedThisYear'
  | 'placedLastYear'
  | 'atWork'
  | 'tooYoung'
  | 'tooOld'
  | 'certCancelled'
  | 'excluded'

/** How far the case of a year has come. */
export type Stage = 'none' | 'checked' | 'assessed' | 'registered' | 'done' | 'noNeed' | 'unreachable' | 'refused'

export interface YearScene {
  readonly year: string
  readonly stage: Stage
  /** Of the four steps, as far as they were taken. */
  readonly days: readonly [string, string, string, string]
  readonly isWilling: boolean
  readonly wantsTraining: boolean
  /** The grades of this support level are given; null: last year's assessment is confirmed. */
  readonly level: 0 | 1 | 2 | 3 | null
  readonly form: '14' | '72' | '73' | '6' | '5'
  readonly service: 'guidance' | 'referral' | 'training' | 'talk' | 'sheltered' | 'event'
  readonly followUpOn: string | null
}

export interface Scene {
  readonly standing: Standing
  readonly name: string
  readonly idNumber: string
  readonly sex: '1' | '2'
  readonly birthDate: string
  readonly town: string
  readonly village: string
  readonly category: '1' | '2' | '3' | '4' | '5' | '6' | '7'
  readonly multiCategories: readonly string[]
  readonly grade: '1' | '2' | '3' | '4'
  readonly education: string
  readonly graduatedOn: string | null
  readonly isRural: boolean
  readonly socialAid: 'NONE' | 'DIBAO' | 'TEKUN' | 'DIBIAN'
  readonly antiPoverty: { readonly type: string; readonly from: string; readonly until: string | null } | null
  readonly workInjuryGrade: number | null
  readonly unemployedSince: string | null
  readonly unemployedReason: '1' | '4' | '5' | '6' | '7'
  readonly excludedFor: { readonly reason: 'DECEASED' | 'MOVED_OUT' | 'RETIRED_PENSION'; readonly on: string } | null
  readonly isToVerify: boolean
  readonly household: Household | null
  /** The two years before and this one. */
  readonly years: readonly YearScene[]
}

export function isAtWork({ standing }: Scene): boolean {
  return standing === 'atWork' || standing === 'placedLastYear' || standing === 'placedThisYear'
}

/** Somebody answered whether there is need. */
export function isAnswered(stage: Stage): boolean {
  return stage !== 'none' && stage !== 'unreachable' && stage !== 'refused'
}

const stepsOf: Readonly<Record<Stage, number>> = {
  none: 0, noNeed: 1, unreachable: 1, refused: 1, checked: 1, assessed: 2, registered: 3, done: 4,
}

export function stepsTaken(stage: Stage): number {
  return stepsOf[stage]
}
