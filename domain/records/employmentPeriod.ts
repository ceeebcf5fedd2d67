import { z } from 'zod'
import { isUnder } from '../codes/index.ts'
import { attachmentFields, filesWhole } from './attachment.ts'
import { isCreditCode } from './creditCode.ts'
import { choice, choices, date, documentHead, isBlank, money, reference, text, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** 就业状况: a period in which one state holds. endOn is the last day of it. */
export const employmentPeriodShape = {
  ...documentHead,
  state: choice('employmentState', '就业状况'),
  startOn: date('从哪一天起'),
  endOn: date('到哪一天止').optional(),
  employmentForm: choice('employmentForm', '就业形式').optional(),
  channel: choice('channel', '就业途径').optional(),
  employerId: reference('用人单位').optional(),
  employerName: text('单位名称', 80).optional(),
  employerCode: text('统一社会信用代码', 18).refine(isCreditCode, { error: '信用代码对不上，请照执照再核一遍' }).optional(),
  industry: choice('industry', '行业').optional(),
  jobTitle: text('岗位', 40).optional(),
  occupationCode: choice('occupationMajor', '职业大类').optional(),
  contractType: choice('contractType', '合同类型').optional(),
  contractStart: date('合同开始的日期').optional(),
  contractEnd: date('合同到期的日期').optional(),
  monthlyIncomeFen: money('月收入').optional(),
  insurances: choices('insurance', '社会保险').optional(),
  unemployedReason: choice('unemployedReason', '未就业的主要原因').optional(),
  livingSource: choice('livingSource', '主要生活来源').optional(),
  unempRegistered: yesNo('有没有办失业登记').optional(),
  unempRegisteredOn: date('失业登记的日期').optional(),
  certNoEmployment: text('就业创业证号', 40).optional(),
  unemployedSince: date('从什么时候起没有工作').optional(),
  ...attachmentFields,
  note: text('备注', 500).optional(),
}

export const employmentPeriodSchema = withRules(z.looseObject(employmentPeriodShape), [employed, unemployed, spans, filesWhole])
export type EmploymentPeriod = z.infer<z.ZodObject<typeof employmentPeriodShape>>

const formsWithEmployer = ['1', '2', '4', '5']

function employed(draft: Loose, report: Report): void {
  if (draft.state === 'EMPLOYED') jobGaps(draft, report)
}

/** What is missing of a job, be it in a period or in the service that led to it. */
export function jobGaps(draft: Loose, report: Report): void {
  const form = typeof draft.employmentForm === 'string' ? draft.employmentForm : null
  if (form === null) report('employmentForm', '请选就业形式')
  if (isBlank(draft.channel)) report('channel', '请选就业途径')
  if (isBlank(draft.industry)) report('industry', '请选行业')
  if (isBlank(draft.jobTitle)) report('jobTitle', '请填岗位')
  if (form === null || !formsWithEmployer.some((code) => isUnder('employmentForm', form, code))) return
  if (isBlank(draft.employerId) && isBlank(draft.employerName)) report('employerName', '请填单位名称')
  if (isBlank(draft.contractType)) report('contractType', '请选合同类型')
  if (draft.contractType === 'FIXED') {
    if (isBlank(draft.contractStart)) report('contractStart', '请填合同开始的日期')
    if (isBlank(draft.contractEnd)) report('contractEnd', '请填合同到期的日期')
  }
}

function unemployed(draft: Loose, report: Report): void {
  if (draft.state !== 'UNEMPLOYED') return
  if (isBlank(draft.unemployedReason)) report('unemployedReason', '请选未就业的主要原因')
  if (isBlank(draft.livingSource)) report('livingSource', '请选主要生活来源')
  if (isBlank(draft.unempRegistered)) report('unempRegistered', '请选有没有办失业登记')
  if (draft.unempRegistered === true && isBlank(draft.unempRegisteredOn)) report('unempRegisteredOn', '请填失业登记的日期')
}

function spans(draft: Loose, report: Report): void {
  const ordered = (from: unknown, to: unknown) => typeof from !== 'string' || typeof to !== 'string' || from <= to
  if (!ordered(draft.startOn, draft.endOn)) report('endOn', '止的日期早于起的日期，请改')
  if (!ordered(draft.contractStart, draft.contractEnd)) report('contractEnd', '合同到期早于开始，请改')
}
