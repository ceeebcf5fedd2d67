import { defaultCalendar } from '../calendar.ts'
import { defaultGraduateSteps, defaultRetention, defaultTexts, defaultThresholds, dueAtYearEnd, fourOnesShares } from '../defaults.ts'
import type { Plan, PlanDuty } from '../types.ts'

/** Those whom action 5 names, and those whom local lists count with them. */
const inHardship = ['LONG_TERM_UNEMPLOYED', 'ZERO_EMPLOYMENT_HOUSEHOLD', 'MULTI_DISABLED_HOUSEHOLD', 'AGED_4050', 'DIBAO', 'LANDLESS'] as const

const duties: readonly PlanDuty[] = [
  { id: 'survey', flags: inHardship, action: 'a5', zh: '线上线下摸底走访，弄清状况和需求', en: 'Survey and visit, online or in person: situation and needs' },
  { id: 'aid', flags: inHardship, action: 'a5', zh: '符合条件的全部纳入就业援助，给针对性的重点帮扶', en: 'All who qualify get employment aid with targeted help' },
  { id: 'welfarePost', flags: inHardship, action: 'a5', zh: '统筹用好现有公益性岗位', en: 'Existing public welfare posts are used' },
  { id: 'oneJob', flags: ['ZERO_EMPLOYMENT_HOUSEHOLD'], action: 'a5', zh: '每户至少有一人就业', en: 'At least one job for the household' },
  { id: 'sheltered', flags: ['SEVERE_OR_ASSISTED'], action: 'a5', zh: '对接“阳光家园”“残疾人之家”、托养、辅助性就业、职业康复机构', en: 'A place in sheltered work, day care or vocational rehabilitation' },
  { id: 'coach', flags: ['SEVERE_OR_ASSISTED'], action: 'a5', zh: '有条件的配就业辅导员', en: 'A job coach where there is one' },
  { id: 'antiPovertyEntry', flags: ['ANTI_POVERTY_TARGET'], action: 'a6', zh: '把监测对象和就业需求录入全国防返贫监测信息系统', en: 'Entered in the national anti-poverty system with the need for work' },
  { id: 'familyWork', flags: ['ANTI_POVERTY_TARGET'], action: 'a6', zh: '帮助本人和家庭成员就业创业', en: 'Help to work for the person and the family' },
  { id: 'homeJobs', flags: ['ANTI_POVERTY_TARGET'], action: 'a6', zh: '送岗入户、送技术下乡，实用技术培训', en: 'Jobs and know-how brought home, practical training' },
  { id: 'onePlan', flags: ['GRADUATE'], action: 'a7', zh: '一人一策台账，一对一服务', en: 'A plan of their own, one-to-one service' },
  { id: 'graduateHelp', flags: ['GRADUATE'], action: 'a7', zh: '政策宣讲、技能培训、岗位推介、择业观教育，落实补贴', en: 'Policy talk, skills, job offers, guidance, subsidies' },
  { id: 'graduateFairs', flags: ['GRADUATE'], action: 'a7', zh: '请参加24365、百日千万、联合招聘、就业服务周等招聘活动', en: 'Invited to the national fairs for graduates' },
  { id: 'massage', flags: ['BLIND'], action: 'a8', zh: '盲人按摩培训、继续教育和认证，支持开办按摩所', en: 'Massage training, further education, certification, own practice' },
  { id: 'blindJobs', flags: ['BLIND'], action: 'a8', zh: '网络客服、钢琴调音、直播带货、有声演播、音乐制作等岗位', en: 'New jobs: customer service, piano tuning, streaming, narration, music' },
  { id: 'workInjured', flags: ['WORK_INJURED'], action: 'g2', zh: '符合条件的纳入残疾人就业服务体系', en: 'Taken into the employment service for disabled people' },
  { id: 'schooling', flags: ['TRAINABLE_YOUTH'], action: 'a9', zh: '帮助接受中高等职业教育，落实学生资助', en: 'Help into vocational schooling, student aid' },
  { id: 'newForms', flags: ['NEW_FORM'], action: 'a4', zh: '电商、直播等培训；平台放宽要求、减免费用、派单倾斜', en: 'E-commerce and streaming training; easier terms on platforms' },
]

export const ln2022: Plan = {
  id: 'LN-2022-2024',
  version: 2,
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
  duties,
  graduateSteps: defaultGraduateSteps,
  // The plan names no age; the retirement reform began after its end.
  ageRule: 'CDPF_2012',
  dueOn: dueAtYearEnd,
  completionNeedsReview: false,
  thresholds: defaultThresholds,
  retention: defaultRetention,
  texts: defaultTexts,
  calendar: defaultCalendar,
}
