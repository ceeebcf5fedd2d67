import type { CodeOf } from '../codes/index.ts'
import type { SupportLevel } from './score.ts'

export const instrumentVersion = 'ICFVR-LN-1'

/** Stands on every report and screen of an assessment. */
export const fixedSentence = '本评估结果仅作为就业指导和服务的参考，不作为职业技能、劳动能力或残疾等级的认定依据。'

export interface LevelAdvice {
  readonly level: SupportLevel
  readonly zh: string
  readonly en: string
  /** In the order in which they are suggested. */
  readonly forms: readonly CodeOf<'suggestedForm'>[]
  readonly services: readonly string[]
}

export const levelAdvice: readonly LevelAdvice[] = [
  { level: 0, zh: '无需特别支持', en: 'No special support', forms: ['QUOTA', 'SELF_EMPLOYED', 'FLEXIBLE'], services: ['岗位推荐'] },
  { level: 1, zh: '少量支持', en: 'Little support', forms: ['QUOTA', 'CONCENTRATED', 'SELF_EMPLOYED', 'FLEXIBLE', 'HOME'], services: ['便利调整', '岗位推荐'] },
  { level: 2, zh: '中等支持', en: 'Medium support', forms: ['QUOTA_COACH', 'PUBLIC_WELFARE_POST', 'CONCENTRATED', 'HOME'], services: ['岗前培训', '试工', '跟踪 6 个月'] },
  { level: 3, zh: '大量支持', en: 'Much support', forms: ['SUPPORTED', 'SHELTERED', 'HOME_SIMPLE', 'FAMILY_FARM'], services: ['职业康复', '辅导员密集支持'] },
  { level: 4, zh: '全面支持', en: 'Full support', forms: ['SHELTERED', 'VOC_REHAB', 'FAMILY_SUPPORT'], services: ['12 个月内复评'] },
]

export function adviceOf(level: SupportLevel): LevelAdvice {
  return levelAdvice[level] as LevelAdvice
}
