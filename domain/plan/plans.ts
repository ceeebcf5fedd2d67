import type { AgeRule } from '../identity/workingAge.ts'
import type { IsoDate } from './dates.ts'

/** The four ones in the order of the plan. */
export const stepNames = ['infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord'] as const
export type StepName = (typeof stepNames)[number]

/** Numbers that rules use; a county or a later plan may set others. */
export interface Thresholds {
  /** Months without work after which a person counts as long-term unemployed. */
  readonly longTermUnemployedMonths: number
  /** Months for which a demand registration stands. */
  readonly registrationMonths: number
  /** Months for which an assessment of an earlier cycle may be confirmed. */
  readonly assessmentReviewMonths: number
  readonly unreachableAttempts: number
  readonly unreachableMethods: number
  readonly unreachableDays: number
  /** Years after graduation in which a graduate stays in that group. */
  readonly graduateYears: number
  readonly agedWomen: number
  readonly agedMen: number
  readonly trainableMinAge: number
  readonly trainableMaxAge: number
}

export interface PlanAction {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/** A number that the plan asks for; null where no text with the number is known. */
export interface PlanTarget {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  readonly value: number | null
}

export interface Plan {
  readonly id: string
  /** Raised when the data below change; records name the plan, not its numbers. */
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly issuedOn: IsoDate
  readonly from: IsoDate
  readonly until: IsoDate
  /** False where the text of this province is not known and the data are carried over. */
  readonly confirmed: boolean
  readonly source: string
  readonly actions: readonly PlanAction[]
  readonly targets: readonly PlanTarget[]
  readonly ageRule: AgeRule
  /** Month and day by which each step is due within a calendar-year cycle. */
  readonly dueOn: Readonly<Record<StepName, string>>
  readonly thresholds: Thresholds
}

/** Those of both plans; forms use them where no cycle is at hand. */
export const defaultThresholds: Thresholds = {
  longTermUnemployedMonths: 12,
  registrationMonths: 6,
  assessmentReviewMonths: 12,
  unreachableAttempts: 3,
  unreachableMethods: 2,
  unreachableDays: 2,
  graduateYears: 2,
  agedWomen: 40,
  agedMen: 50,
  trainableMinAge: 16,
  trainableMaxAge: 45,
}

const dueAtYearEnd: Readonly<Record<StepName, string>> = {
  infoCheck: '12-31',
  capabilityAssessment: '12-31',
  demandRegistration: '12-31',
  serviceRecord: '12-31',
}

const fourOnesShares: readonly PlanTarget[] = [
  { id: 'I03', zh: '基础信息核对率', en: 'Share checked', unit: '%', value: 100 },
  { id: 'I04', zh: '职业能力评估率', en: 'Share assessed', unit: '%', value: 100 },
  { id: 'I05', zh: '就业需求登记率', en: 'Share registered', unit: '%', value: 100 },
  { id: 'I06', zh: '就业服务率', en: 'Share served', unit: '%', value: 100 },
  { id: 'I07', zh: '四个一全部完成率', en: 'Share with all four', unit: '%', value: 100 },
]

export const plans: readonly Plan[] = [
  {
    id: 'LN-2022-2024',
    version: 1,
    zh: '辽宁省促进残疾人就业三年行动方案（2022—2024年）',
    en: 'Liaoning three-year plan for the employment of disabled people (2022–2024)',
    issuedOn: '2022-08-17',
    from: '2022-01-01',
    until: '2024-12-31',
    confirmed: true,
    source: '辽宁省人民政府办公厅，2022-08-17',
    actions: [
      { id: 'a1', zh: '机关、事业单位带头安排残疾人就业', en: 'Public bodies lead' },
      { id: 'a2', zh: '企业安排残疾人就业', en: 'Enterprises employ' },
      { id: 'a3', zh: '残疾人组织助残就业', en: 'Organisations help' },
      { id: 'a4', zh: '新就业形态促进残疾人就业', en: 'New forms of employment' },
      { id: 'a5', zh: '就业困难残疾人就业援助', en: 'Aid for those in hardship' },
      { id: 'a6', zh: '农村残疾人就业扶持', en: 'Rural support' },
      { id: 'a7', zh: '残疾人大学生就业帮扶', en: 'Students and graduates' },
      { id: 'a8', zh: '盲人就业拓展', en: 'Work for blind people' },
      { id: 'a9', zh: '残疾人职业技能提升', en: 'Vocational skills' },
      { id: 'a10', zh: '残疾人就业服务能力提升（四个一）', en: 'Better services (the four ones)' },
    ],
    targets: [
      { id: 'I01', zh: '全省城乡新增残疾人就业', en: 'New jobs in the province', unit: '人', value: 30000 },
      { id: 'I02', zh: '全省城乡残疾人培训', en: 'Persons trained in the province', unit: '人', value: 45000 },
      ...fourOnesShares,
    ],
    // The plan names no age; the retirement reform began after its end.
    ageRule: 'CDPF_2012',
    dueOn: dueAtYearEnd,
    thresholds: defaultThresholds,
  },
  {
    id: 'LN-2025-2027',
    version: 1,
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
    // The wider rule, so that nobody whom either rule counts is left out.
    ageRule: 'LEGAL_2025',
    dueOn: dueAtYearEnd,
    thresholds: defaultThresholds,
  },
]
