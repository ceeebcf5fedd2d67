import type { Instrument } from '../instrument.ts'

/** Stands on every report and screen of an assessment. */
export const fixedSentence = '本评估结果仅作为就业指导和服务的参考，不作为职业技能、劳动能力或残疾等级的认定依据。'

const referral = { zh: '岗位推荐', en: 'Job referral' }

export const levels: Instrument['levels'] = [
  { level: 0, zh: '无需特别支持', en: 'No special support', forms: ['QUOTA', 'SELF_EMPLOYED', 'FLEXIBLE'], services: [referral] },
  {
    level: 1, zh: '少量支持', en: 'Little support', forms: ['QUOTA', 'CONCENTRATED', 'SELF_EMPLOYED', 'FLEXIBLE', 'HOME'],
    services: [{ zh: '便利调整', en: 'Accommodations' }, referral],
  },
  {
    level: 2, zh: '中等支持', en: 'Medium support', forms: ['QUOTA_COACH', 'PUBLIC_WELFARE_POST', 'CONCENTRATED', 'HOME'],
    services: [{ zh: '岗前培训', en: 'Pre-job training' }, { zh: '试工', en: 'Work trial' }, { zh: '跟踪 6 个月', en: 'Follow-up for 6 months' }],
  },
  {
    level: 3, zh: '大量支持', en: 'Much support', forms: ['SUPPORTED', 'SHELTERED', 'HOME_SIMPLE', 'FAMILY_FARM'],
    services: [{ zh: '职业康复', en: 'Vocational rehabilitation' }, { zh: '辅导员密集支持', en: 'Close support by a job coach' }],
  },
  {
    level: 4, zh: '全面支持', en: 'Full support', forms: ['SHELTERED', 'VOC_REHAB', 'FAMILY_SUPPORT'],
    services: [{ zh: '12 个月内复评', en: 'Assessed again within 12 months' }], reassessMonths: 12,
  },
]
