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
  quotaContractMonths: 12,
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

/** Which version of each text is laid before people; the words of them are in `domain/consent`, where a version never changes. */
export const defaultTexts: readonly PlanText[] = [
  { id: 'consent.ASSESSMENT', zh: '做职业能力评估的告知书', en: 'Notice for the capability assessment', version: '评估告知 2026-1' },
  { id: 'consent.SHARE_EMPLOYER', zh: '把信息提供给用人单位的告知书', en: 'Notice for giving information to an employer', version: '提供给单位告知 2026-1' },
  { id: 'consent.PUBLISH', zh: '进入公共招聘平台的告知书', en: 'Notice for the public job platform', version: '招聘平台告知 2026-1' },
  { id: 'consent.PHOTO', zh: '拍照和使用照片的告知书', en: 'Notice for photographs', version: '拍照告知 2026-1' },
  { id: 'consent.BANK', zh: '收集银行账户的告知书', en: 'Notice for the bank account', version: '银行账户告知 2026-1' },
  { id: 'signature', zh: '本人签字的说明', en: 'Statement above a signature', version: '签字说明 2026-1' },
]
