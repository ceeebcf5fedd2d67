import type { CodeOf } from '../codes/index.ts'

/**
 * An instrument as data: what is asked, how it is scored and what follows. A record names the version by which it was made and is scored, shown and
 * printed by that version for good; a change of any number or word here that moves a result is a new version beside the old one.
 */

/** The four dimensions are those of the federation's test kit; records keep a score for each. */
export const dimensions = ['A', 'B', 'C', 'D'] as const
export type Dimension = (typeof dimensions)[number]

/** ICF: 0 no difficulty … 4 complete, 8 cannot say, 9 does not apply. */
export type Qualifier = 0 | 1 | 2 | 3 | 4 | 8 | 9
export type SupportLevel = 0 | 1 | 2 | 3 | 4

export interface InstrumentItem {
  readonly code: string
  readonly icf: string
  readonly zh: string
  readonly en: string
  /** 怎么问: what to ask or look at. */
  readonly ask: string
  readonly askEn: string
  /** What 0 to 4 mean for this item, in a few words. */
  readonly anchors: readonly [string, string, string, string, string]
  readonly anchorsEn: readonly [string, string, string, string, string]
}

/** What surrounds a person: −4 hinders much … +4 helps much. */
export type EnvironmentItem = Omit<InstrumentItem, 'anchors' | 'anchorsEn'> & { readonly optional: boolean }

export interface ScoringRules {
  /** Weight of each dimension in the index. Equal on purpose: there is no evidence for others. */
  readonly weights: Readonly<Record<Dimension, number>>
  /** Share of its items, as a fraction, that a dimension needs to be valid. */
  readonly validShare: readonly [of: number, parts: number]
  /** Valid dimensions that the index needs, and those that must be among them. */
  readonly validDimensions: number
  readonly required: readonly Dimension[]
  /** Upper bounds of loss (100 − index) for levels 0 to 3. */
  readonly lossBounds: readonly [number, number, number, number]
  /** A valid dimension below this raises the level by one. */
  readonly weakBelow: number
  /** From this grade on an item is owed an accommodation. */
  readonly flagFrom: number
}

export interface LevelAdvice {
  readonly level: SupportLevel
  readonly zh: string
  readonly en: string
  /** In the order in which they are suggested. */
  readonly forms: readonly CodeOf<'suggestedForm'>[]
  readonly services: readonly { readonly zh: string; readonly en: string }[]
  /** Months after which a person of this level is assessed again; none: on a change, or by the cycle. */
  readonly reassessMonths?: number
}

/** One way of doing the work of a family: the highest difficulty, with aids, that each key item should have. */
export interface Way {
  readonly zh: string
  readonly en: string
  readonly keys: Readonly<Record<string, number>>
  /** Open only to people who sign. */
  readonly needsSign?: boolean
}

export interface JobFamily {
  readonly code: CodeOf<'jobFamily'>
  /** Actions of the 2022–2024 plan that name it. */
  readonly actions: readonly string[]
  readonly ways: readonly [Way, ...Way[]]
  /** Made for people with a visual disability. */
  readonly forBlind?: boolean
  readonly note: string
  readonly noteEn: string
  /** What one learns for it. */
  readonly training: readonly CodeOf<'trainingType'>[]
}

export interface MatchingRules {
  /** Gaps of this width on this many keys put a family further down. */
  readonly wideGap: number
  readonly wideGapKeys: number
  /** How many families are put forward. */
  readonly suggested: number
}

/** What helps with an item: what others change, what the person may use, what may be learnt. */
export interface Help {
  readonly accommodations: readonly string[]
  readonly devices?: readonly CodeOf<'assistiveDevice'>[]
  readonly training?: readonly CodeOf<'trainingType'>[]
}

export interface TrainingRules {
  /** Digital literacy from this grade of this item on. */
  readonly deviceItem: string
  readonly deviceFrom: number
  /** Functional schooling and pre-job training below these scores of C and B. */
  readonly schoolingBelow: number
  readonly rehabBelow: number
  /** Vocational schooling up to this age. */
  readonly schoolingMaxAge: number
}

export interface Instrument {
  readonly version: string
  readonly zh: string
  readonly en: string
  readonly dimensionNames: Readonly<Record<Dimension, { readonly zh: string; readonly en: string }>>
  readonly items: Readonly<Record<Dimension, readonly InstrumentItem[]>>
  /** Participation in work: a profile, never in the index. */
  readonly profile: readonly InstrumentItem[]
  readonly environment: readonly EnvironmentItem[]
  readonly scoring: ScoringRules
  readonly levels: readonly [LevelAdvice, LevelAdvice, LevelAdvice, LevelAdvice, LevelAdvice]
  readonly families: readonly JobFamily[]
  readonly matching: MatchingRules
  readonly help: Readonly<Record<string, Help>>
  readonly training: TrainingRules
  /** Stands on every report and screen of an assessment. */
  readonly fixedSentence: string
}

export interface NamedItem {
  readonly code: string
  readonly icf: string
  readonly zh: string
  readonly en: string
}

/** All 28 scored items in the order in which they are asked. */
export function scoredItemsOf(instrument: Instrument): readonly InstrumentItem[] {
  return dimensions.flatMap((dimension) => instrument.items[dimension])
}

export function itemOf(instrument: Instrument, code: string): NamedItem | null {
  return [...scoredItemsOf(instrument), ...instrument.profile, ...instrument.environment].find((item) => item.code === code) ?? null
}

export function adviceOfLevel(instrument: Instrument, level: SupportLevel): LevelAdvice {
  return instrument.levels[level]
}
