import { isUnder } from '../codes/index.ts'
import type { CodeOf } from '../codes/index.ts'
import { ageOn } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import type { FamilyMatch } from './match.ts'
import { isRated } from './score.ts'
import type { AssessmentScore, ItemAnswer } from './score.ts'

export interface TrainingSuggestion {
  readonly code: CodeOf<'trainingType'>
  readonly because: string
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

const weak = 75
const schoolingMaxAge = 45

export function suggestTraining(
  score: AssessmentScore,
  items: readonly ItemAnswer[],
  families: readonly FamilyMatch[],
  profile: TrainingProfile,
  on: IsoDate,
): TrainingSuggestion[] {
  const found: TrainingSuggestion[] = []
  const add = (code: TrainingSuggestion['code'], because: string) => found.push({ code, because })
  const below = (value: number | null) => value !== null && value < weak

  const device = items.find(({ code }) => code === 'C4')?.q
  if (device !== undefined && isRated(device) && device >= 2) add('K1', '用手机电脑有困难')
  if (below(score.dimensions.C.score)) add('K2', `功能性学业能力低于 ${weak}`)
  if (below(score.dimensions.B.score)) add('T8', `职业潜能低于 ${weak}`)

  const before = found.length
  const forms = profile.intentionForms ?? []
  const wants = (wanted: string) => forms.some((form) => isUnder('employmentForm', form, wanted))
  const massage = families.find(({ code }) => code === 'J01')
  if (profile.categories?.includes('1') === true && massage !== undefined && massage.verdict !== 'later') add('T5', '视力残疾，保健按摩对得上')
  if (wants('73')) add('T7', '想做平台、电商、直播')
  if (profile.isRural === true && wants('6')) add('T4', '在农村，想做种养加')
  if (profile.wantsStartup === true) add('T3', '想自己创业')
  if (found.length === before) add('T1', forms.length > 0 ? '照第一个意向学技能' : '先学一门技能')

  const { education, birthDate, isWilling } = profile
  const isYoung = birthDate !== undefined && ageOn(birthDate, on) <= schoolingMaxAge
  if (/^[67]/.test(education ?? '') && isYoung && isWilling === true) add('T9', `初高中文化，${schoolingMaxAge} 岁以内，愿意上学`)
  return found
}
