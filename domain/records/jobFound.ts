import { z } from 'zod'
import { isCreditCode } from './creditCode.ts'
import { jobGaps } from './employmentPeriod.ts'
import { choice, choices, date, isBlank, money, objectsIn, text } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** The job in which a service ended: what the employment period that it opens will say. */
export const jobFoundShape = {
  startOn: date('上岗的日期'),
  employmentForm: choice('employmentForm', '就业形式').optional(),
  channel: choice('channel', '就业途径').optional(),
  employerName: text('单位名称', 80).optional(),
  employerCode: text('统一社会信用代码', 18).refine(isCreditCode, { error: '信用代码对不上，请照执照再核一遍' }).optional(),
  industry: choice('industry', '行业').optional(),
  jobTitle: text('岗位', 40).optional(),
  contractType: choice('contractType', '合同类型').optional(),
  contractStart: date('合同开始的日期').optional(),
  contractEnd: date('合同到期的日期').optional(),
  monthlyIncomeFen: money('月收入').optional(),
  insurances: choices('insurance', '社会保险').optional(),
  /** What shows that the person works there: contract, pay slip, and where it lies. */
  evidence: text('凭据', 200).optional(),
}
export type JobFound = z.infer<z.ZodObject<typeof jobFoundShape>>
export const jobFoundSchema = z.looseObject(jobFoundShape)

/** Employer and post of the referral that was taken on. */
export function hiredBy(draft: Loose): { readonly employerName?: string; readonly jobTitle?: string } {
  const hired = objectsIn(draft.referrals).find((referral) => referral.outcome === 'HIRED')
  return {
    ...(typeof hired?.employerName === 'string' ? { employerName: hired.employerName } : {}),
    ...(typeof hired?.jobTitle === 'string' ? { jobTitle: hired.jobTitle } : {}),
  }
}

/** A service with the result 已就业 names the job. */
export function jobNamed(draft: Loose, report: Report): void {
  if (draft.result !== 'EMPLOYED') return
  const job = typeof draft.job === 'object' && draft.job !== null ? (draft.job as Loose) : {}
  const at: Report = (field, message) => report(`job.${field}`, message)
  if (isBlank(job.startOn)) at('startOn', '请填上岗的日期')
  // What the referral that led to it says already is not asked again.
  jobGaps({ ...hiredBy(draft), ...job }, at)
  if (isBlank(job.evidence)) at('evidence', '请写凭什么说已就业，如合同、工资单')
  if (typeof job.contractStart === 'string' && typeof job.contractEnd === 'string' && job.contractEnd < job.contractStart) at('contractEnd', '合同到期早于开始，请改')
}
