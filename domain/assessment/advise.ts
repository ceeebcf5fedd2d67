import { codeLabel } from '../codes/index.ts'
import type { IsoDate } from '../plan/dates.ts'
import { accommodationsFor } from './accommodations.ts'
import type { AccommodationOption } from './accommodations.ts'
import { dimensionLabels, itemByCode } from './items.ts'
import { adviceOf, fixedSentence } from './levels.ts'
import type { LevelAdvice } from './levels.ts'
import { matchFamilies } from './match.ts'
import type { FamilyMatch, MatchProfile } from './match.ts'
import { oneDecimal, scoreAssessment } from './score.ts'
import type { AssessmentScore, EnvAnswer, ItemAnswer } from './score.ts'
import { suggestTraining } from './training.ts'
import type { TrainingProfile, TrainingSuggestion } from './training.ts'

export interface Advice {
  readonly score: AssessmentScore
  /** null while the index cannot be computed. */
  readonly level: LevelAdvice | null
  readonly families: readonly FamilyMatch[]
  readonly accommodations: readonly AccommodationOption[]
  readonly training: readonly TrainingSuggestion[]
  /** A conclusion to start from; it ends with the fixed sentence. */
  readonly conclusion: string
}

/** Everything that an assessment suggests. Suggestions: the counsellor confirms or changes them, the person may disagree. */
export function adviseOn(
  items: readonly ItemAnswer[],
  env: readonly EnvAnswer[],
  profile: MatchProfile & TrainingProfile,
  on: IsoDate,
): Advice {
  const score = scoreAssessment(items, env)
  const level = score.level === null ? null : adviceOf(score.level)
  const families = matchFamilies(items, profile)
  return {
    score, level, families,
    accommodations: accommodationsFor(score.flags, env),
    training: suggestTraining(score, items, families, profile, on),
    conclusion: conclusionDraft(score),
  }
}

export function conclusionDraft(score: AssessmentScore): string {
  const parts: string[] = []
  if (score.level !== null && score.index !== null) {
    const { zh, forms, services } = adviceOf(score.level)
    parts.push(`指数 ${oneDecimal(score.index)}，支持等级 ${score.level}，${zh}。`)
    parts.push(`建议先看：${forms.map((form) => codeLabel('suggestedForm', form)).join('、')}；服务：${services.join('、')}。`)
  }
  if (score.flags.length > 0) {
    parts.push(`这几项要配便利措施：${score.flags.map((code) => itemByCode(code)?.zh ?? code).join('、')}。`)
  }
  if (score.invalid.length > 0) {
    parts.push(`${score.invalid.map((dimension) => dimensionLabels[dimension].zh).join('、')}答得不够，没有计分。`)
  }
  return [...parts, fixedSentence].join('')
}
