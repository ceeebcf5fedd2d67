import { adviceOfLevel } from './instrument.ts'
import type { LevelAdvice, SupportLevel } from './instrument.ts'
import { currentInstrument } from './instruments.ts'

export { accommodationsFor, optionsFor } from './accommodations.ts'
export type { AccommodationOption } from './accommodations.ts'
export { adviseOn, conclusionDraft } from './advise.ts'
export type { Advice, AssessmentProfile } from './advise.ts'
export { adviceOfLevel, dimensions, itemOf, scoredItemsOf } from './instrument.ts'
export type { Dimension, EnvironmentItem, Help, Instrument, InstrumentItem, JobFamily, LevelAdvice, NamedItem, Qualifier, SupportLevel, Way } from './instrument.ts'
export { currentInstrument, instrumentOf, instruments, instrumentVersion, itemByCode, qualifierLabels } from './instruments.ts'
export type { FindInstrument } from './instruments.ts'
export { matchFamilies, matchFamily, suggestedFamilies, verdictLabels } from './match.ts'
export type { Change, FamilyMatch, Gap, MatchProfile, MatchVerdict } from './match.ts'
export { neverSaid, saidOf } from './neverSaid.ts'
export { profileOf } from './profile.ts'
export type { ProfileDocument } from './profile.ts'
export { isQualifier, isRated, neededAnswers, oneDecimal, scoreAssessment } from './score.ts'
export type { AssessmentScore, DimensionScore, EnvAnswer, ItemAnswer } from './score.ts'
export { reassessBy } from './reassess.ts'
export { agreementOf, isDrawn, secondRatingShare } from './secondRating.ts'
export type { Agreement, ItemAgreement, RatedTwice } from './secondRating.ts'
export { suggestTraining } from './training.ts'
export type { TrainingProfile, TrainingReason, TrainingSuggestion } from './training.ts'

/** Parts of the version by which new assessments are made. */
export const { fixedSentence, items: scoredItems, profile: profileItems, environment: environmentItems, dimensionNames: dimensionLabels, levels: levelAdvice, families: jobFamilies } = currentInstrument
export function adviceOf(level: SupportLevel): LevelAdvice {
  return adviceOfLevel(currentInstrument, level)
}
