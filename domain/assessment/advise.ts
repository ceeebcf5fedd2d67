import { codeLabel } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import type { IsoDate } from '../plan/dates.ts'
import { accommodationsFor } from './accommodations.ts'
import type { AccommodationOption } from './accommodations.ts'
import { adviceOfLevel, itemOf } from './instrument.ts'
import type { Instrument, LevelAdvice } from './instrument.ts'
import { currentInstrument } from './instruments.ts'
import { matchFamilies, suggestedFamilies } from './match.ts'
import type { FamilyMatch, MatchProfile } from './match.ts'
import { oneDecimal, scoreAssessment } from './score.ts'
import type { AssessmentScore, EnvAnswer, ItemAnswer } from './score.ts'
import { suggestTraining } from './training.ts'
import type { TrainingProfile, TrainingSuggestion } from './training.ts'

export type AssessmentProfile = MatchProfile & TrainingProfile

export interface Advice {
  readonly score: AssessmentScore
  /** null while the index cannot be computed. */
  readonly level: LevelAdvice | null
  readonly families: readonly FamilyMatch[]
  /** Those of them that are put forward. */
  readonly suggestedFamilies: readonly CodeOf<'jobFamily'>[]
  readonly accommodations: readonly AccommodationOption[]
  readonly training: readonly TrainingSuggestion[]
  /** A conclusion to start from; it ends with the fixed sentence. */
  readonly conclusion: string
}

/** Everything that an assessment suggests. Suggestions: the counsellor confirms or changes them, the person may disagree. */
export function adviseOn(
  items: readonly ItemAnswer[],
  env: readonly EnvAnswer[],
  profile: AssessmentProfile,
  on: IsoDate,
  instrument: Instrument = currentInstrument,
): Advice {
  const score = scoreAssessment(items, env, instrument)
  const families = matchFamilies(items, profile, instrument)
  return {
    score, families,
    level: score.level === null ? null : adviceOfLevel(instrument, score.level),
    suggestedFamilies: suggestedFamilies(families, instrument),
    accommodations: accommodationsFor(score.flags, env, instrument),
    training: suggestTraining(score, items, families, profile, on, instrument),
    conclusion: conclusionDraft(score, instrument),
  }
}

export function conclusionDraft(score: AssessmentScore, instrument: Instrument = currentInstrument): string {
  const parts: string[] = []
  if (score.level !== null && score.index !== null) {
    const { zh, forms, services } = adviceOfLevel(instrument, score.level)
    parts.push(`指数 ${oneDecimal(score.index)}，支持等级 ${score.level}，${zh}。`)
    parts.push(`建议先看：${forms.map((form) => codeLabel('suggestedForm', form)).join('、')}；服务：${services.map((service) => service.zh).join('、')}。`)
  }
  if (score.flags.length > 0) {
    parts.push(`这几项要配便利措施：${score.flags.map((code) => itemOf(instrument, code)?.zh ?? code).join('、')}。`)
  }
  if (score.invalid.length > 0) {
    parts.push(`${score.invalid.map((dimension) => instrument.dimensionNames[dimension].zh).join('、')}答得不够，没有计分。`)
  }
  return [...parts, instrument.fixedSentence].join('')
}
