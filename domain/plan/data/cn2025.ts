import { defaultCalendar } from '../calendar.ts'
import { defaultGraduateSteps, defaultRetention, defaultTexts, defaultThresholds, dueAtYearEnd, fourOnesShares } from '../defaults.ts'
import type { Plan, PlanDuty } from '../types.ts'
import { ln2022 } from './ln2022.ts'

/** Which action of this plan goes on with one of the plan before; its own words for these groups are not known yet. */
const carriedOn: Readonly<Record<string, string>> = { a4: 'n3', a5: 'n4', a6: 'n6', a7: 'n5', a8: 'n7', a9: 'n9', g2: 'n10' }

const duties: readonly PlanDuty[] = ln2022.duties.map((duty) => ({
  ...duty,
  // Aid to those in hardship stands with the services (action 8), sheltered work has an action of its own (4).
  action: duty.action === 'a5' && !duty.flags.includes('SEVERE_OR_ASSISTED') ? 'n8' : (carriedOn[duty.action] ?? duty.action),
}))

export const cn2025: Plan = {
  id: 'LN-2025-2027',
  version: 2,
  zh: '促进残疾人就业三年行动方案（2025—2027年）',
  en: 'Three-year plan for the employment of disabled people (2025–2027)',
  issuedOn: '2025-06-25',
  from: '2025-01-01',
  until: '2027-12-31',
  confirmed: false,
  source: '国办发〔2025〕23号；本省实施方案的文本和数字有待填写',
  actions: [
    { id: 'n1', zh: '机关、事业单位带头', en: 'Public bodies lead' },
    { id: 'n2', zh: '企业助力', en: 'Enterprises help' },
    { id: 'n3', zh: '自主创业、灵活就业', en: 'Self-employment and flexible work' },
    { id: 'n4', zh: '辅助性就业', en: 'Sheltered employment' },
    { id: 'n5', zh: '大学生', en: 'Students' },
    { id: 'n6', zh: '农村', en: 'Rural areas' },
    { id: 'n7', zh: '盲人', en: 'Blind people' },
    { id: 'n8', zh: '就业服务提升', en: 'Better services' },
    { id: 'n9', zh: '职业能力提升', en: 'Vocational ability' },
    { id: 'n10', zh: '劳动就业权益保障', en: 'Protection of rights' },
  ],
  targets: [
    { id: 'I01', zh: '新增残疾人就业', en: 'New jobs', unit: '人', value: null },
    { id: 'I02', zh: '残疾人培训', en: 'Persons trained', unit: '人', value: null },
    ...fourOnesShares,
  ],
  duties,
  graduateSteps: defaultGraduateSteps,
  // The wider rule, so that nobody whom either rule counts is left out.
  ageRule: 'LEGAL_2025',
  dueOn: dueAtYearEnd,
  completionNeedsReview: false,
  thresholds: defaultThresholds,
  retention: defaultRetention,
  texts: defaultTexts,
  calendar: defaultCalendar,
}
