import { isUnder } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import { ageOn } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { Instrument } from './instrument.ts'
import { currentInstrument } from './instruments.ts'
import type { FamilyMatch } from './match.ts'
import { isRated } from './score.ts'
import type { AssessmentScore, ItemAnswer } from './score.ts'

/** Why a training is suggested; screens say it in words. */
export type TrainingReason = 'device' | 'schooling' | 'rehab' | 'massage' | 'newForm' | 'farm' | 'startup' | 'firstIntention' | 'anySkill' | 'vocationalSchool'

export interface TrainingSuggestion {
  readonly code: CodeOf<'trainingType'>
  readonly because: TrainingReason
}

/** What is known beside the assessment; unknown: left out. */
export interface TrainingProfile {
  readonly categories?: readonly string[] | undefined
  readonly education?: string | undefined
  readonly birthDate?: IsoDate | undefined
  readonly isWilling?: boolean | undefined
  readonly isRural?: boolean | undefined
  readonly wantsStartup?: boolean | undefined
  /** Forms of employment of the intentions, first one first. */
  readonly intentionForms?: readonly string[] | undefined
}

export function suggestTraining(
  score: AssessmentScore,
  items: readonly ItemAnswer[],
  families: readonly FamilyMatch[],
  profile: TrainingProfile,
  on: IsoDate,
  { training: rules }: Instrument = currentInstrument,
): TrainingSuggestion[] {
  const found: TrainingSuggestion[] = []
  const add = (code: TrainingSuggestion['code'], because: TrainingReason) => found.push({ code, because })
  const isBelow = (value: number | null, bound: number) => value !== null && value < bound

  const device = items.find(({ code }) => code === rules.deviceItem)?.q
  if (device !== undefined && isRated(device) && device >= rules.deviceFrom) add('K1', 'device')
  if (isBelow(score.dimensions.C.score, rules.schoolingBelow)) add('K2', 'schooling')
  if (isBelow(score.dimensions.B.score, rules.rehabBelow)) add('T8', 'rehab')

  const before = found.length
  const forms = profile.intentionForms ?? []
  const wants = (wanted: string) => forms.some((form) => isUnder('employmentForm', form, wanted))
  const massage = families.find(({ code }) => code === 'J01')
  if (profile.categories?.includes('1') === true && massage !== undefined && massage.verdict !== 'later') add('T5', 'massage')
  if (wants('73')) add('T7', 'newForm')
  if (profile.isRural === true && wants('6')) add('T4', 'farm')
  if (profile.wantsStartup === true) add('T3', 'startup')
  if (found.length === before) add('T1', forms.length > 0 ? 'firstIntention' : 'anySkill')

  const { education, birthDate, isWilling } = profile
  const isYoung = birthDate !== undefined && ageOn(birthDate, on) <= rules.schoolingMaxAge
  if (/^[67]/.test(education ?? '') && isYoung && isWilling === true) add('T9', 'vocationalSchool')
  return found
}
