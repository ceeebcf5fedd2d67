import type { GraduateStep, PlanTarget, PlanText, Retention, StepName, Thresholds } from './types.ts'

/** What the known plans have in common. A plan that says otherwise holds its own. */

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
  placementCheckMonths: [1, 3, 6, 12],
  informationMonths: 12,
  resultWithinDays: 180,
  serviceMinutesMin: 5,
  serviceMinutesMax: 480,
  rightsWorkingDays: 15,
  minimumWageFen: null,
}

/** The real-name service for graduates: one policy talk, one guidance, three job offers, one training or internship. */
export const defaultGraduateSteps: readonly GraduateStep[] = [
  { kinds: ['POLICY_TALK'], count: 1 },
  { kinds: ['GUIDANCE'], count: 1 },
  { kinds: ['JOB_OFFER'], count: 3 },
  { kinds: ['TRAINING', 'INTERNSHIP'], count: 1 },
]

/** Vouchers and bank statements: rules for accounting files; logs: PIPL art. 56. */
export const defaultRetention: Retention = {
  caseFileYears: 5,
  recordYearsAfterPlan: 5,
  voucherYears: 30,
  bankStatementYears: 10,
  logYears: 3,
  idScanDays: 30,
  failedImportDays: 7,
}

export const dueAtYearEnd: Readonly<Record<StepName, string>> = {
  infoCheck: '12-31',
  capabilityAssessment: '12-31',
  demandRegistration: '12-31',
  serviceRecord: '12-31',
}

export const fourOnesShares: readonly PlanTarget[] = [
  { id: 'I03', zh: '基础信息核对率', en: 'Share checked', unit: '%', value: 100 },
  { id: 'I04', zh: '职业能力评估率', en: 'Share assessed', unit: '%', value: 100 },
  { id: 'I05', zh: '就业需求登记率', en: 'Share registered', unit: '%', value: 100 },
  { id: 'I06', zh: '就业服务率', en: 'Share served', unit: '%', value: 100 },
  { id: 'I07', zh: '四个一全部完成率', en: 'Share with all four', unit: '%', value: 100 },
]

/** What is laid before a person. One purpose each (PIPL art. 29); the words are plain enough to be read aloud. */
export const defaultTexts: readonly PlanText[] = [
  {
    id: 'consent.ASSESSMENT', version: '2026-1',
    zh: '我们想了解您做什么工作合适、需要什么帮助，会问身体、学习、生活和做事方面的情况。结果只用来帮您找工作和安排服务。您可以不同意，也可以随时撤回，不影响别的服务。',
    en: 'We would like to know which work suits you and what help you need, and will ask about body, learning, daily life and work. The result is used only to help you find work and services. You may say no, or withdraw later; other services go on.',
  },
  {
    id: 'consent.SHARE_EMPLOYER', version: '2026-1',
    zh: '介绍工作时，我们要把您的姓名、能做的事、需要的便利告诉用人单位。不说病情，不说残疾等级。您可以不同意，也可以随时撤回，撤回后马上停止介绍。',
    en: 'To propose you for a job we tell the employer your name, what you can do and which accommodations you need; nothing of illness, nothing of the grade. You may say no, or withdraw later; proposals then stop at once.',
  },
  {
    id: 'consent.PUBLISH', version: '2026-1',
    zh: '我们想把您的求职信息放到公共招聘平台，别人能看到您想做的工作和能做的事。您可以不同意，也可以随时撤回，撤回后就撤下来。',
    en: 'We would like to put your wish for work on the public job platform, where others see which work you look for and what you can do. You may say no, or withdraw later; it is then taken down.',
  },
  {
    id: 'consent.PHOTO', version: '2026-1',
    zh: '我们想给您拍照，放在您的档案里当凭据。照片不给别的单位。您可以不同意，也可以随时撤回，撤回后照片会删掉。',
    en: 'We would like to take a photograph and keep it in your file as evidence. It is given to nobody else. You may say no, or withdraw later; the photograph is then deleted.',
  },
  {
    id: 'consent.BANK', version: '2026-1',
    zh: '发补贴要用您的银行账户。账户只用来发补贴，只有办补贴的人能看到。您可以不同意，也可以随时撤回，撤回后补贴要换别的办法发。',
    en: 'A subsidy needs your bank account. It is used for that only, and only whoever pays it sees it. You may say no, or withdraw later; the subsidy then needs another way.',
  },
  {
    id: 'sign.infoCheck', version: '2026-1',
    zh: '今天核对的这些情况，和我说的一样。',
    en: 'What was checked today is as I said it.',
  },
  {
    id: 'sign.demandRegistration', version: '2026-1',
    zh: '登记的求职意向和需要的帮助，是我自己的想法。以后变了可以改。',
    en: 'The work and the help registered here are what I want. I may change them later.',
  },
]
