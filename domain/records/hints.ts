import { isUnder } from '../codes/index.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { addDays, addMonths, isIsoDate } from '../plan/dates.ts'
import type { FieldProblem } from './complete.ts'
import { jobGaps } from './employmentPeriod.ts'
import { isBlank, listIn, objectsIn } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** What deserves a second look in a record and stops nobody: tied to its field, in words that say why. */

type Hint = (draft: Loose, cycle: PlanCycle, report: Report) => void

const hints: Readonly<Record<string, readonly Hint[]>> = {
  infoCheck: [jobKnown, (draft, cycle, report) => income(jobOf(draft), 'job.', cycle, report), (draft, cycle, report) => shortContract(jobOf(draft), 'job.', cycle, report)],
  demandRegistration: [wage, sharing],
  serviceRecord: [(draft, cycle, report) => income(jobOf(draft), 'job.', cycle, report), (draft, cycle, report) => shortContract(jobOf(draft), 'job.', cycle, report)],
  employmentPeriod: [(draft, cycle, report) => income(draft, '', cycle, report), (draft, cycle, report) => shortContract(draft, '', cycle, report)],
}

export function recordHints(kind: string, draft: Loose, cycle: PlanCycle): Pick<FieldProblem, 'field' | 'message'>[] {
  const found: Pick<FieldProblem, 'field' | 'message'>[] = []
  for (const hint of hints[kind] ?? []) hint(draft, cycle, (field, message) => found.push({ field, message }))
  return found
}

/** The form of work stands beside the job in a check, within it elsewhere. */
function jobOf(draft: Loose): Loose {
  const job = objectsIn([draft.job])[0]
  return job === undefined ? {} : { employmentForm: draft.employmentForm, ...job }
}

/** 2.3: what the period that a check opens will still lack. */
function jobKnown(draft: Loose, _cycle: PlanCycle, report: Report): void {
  if (draft.employmentState !== 'EMPLOYED' || isBlank(draft.employmentForm)) return
  const gaps: string[] = []
  jobGaps({ ...objectsIn([draft.job])[0], employmentForm: draft.employmentForm }, (_field, message) => gaps.push(message.replace(/^请[选填]/, '')))
  if (gaps.length > 0) report('employmentForm', `这份工作还缺${gaps.join('、')}。不知道可以先存，以后在就业经过里补`)
}

/** 2.6: full-time work below the local minimum wage is no offer that may be made. */
function wage(draft: Loose, { thresholds: { minimumWageFen } }: PlanCycle, report: Report): void {
  const { expectedWageMinFen: wanted } = draft
  if (minimumWageFen === null || typeof wanted !== 'number' || !listIn(draft.workTime).includes('FULL')) return
  if (wanted < minimumWageFen) report('expectedWageMinFen', `低于本地最低工资 ${yuan(minimumWageFen)} 元。全日的工作不能低于它，请再问一遍`)
}

/** 2.6: without it nobody may be proposed for a job. */
function sharing(draft: Loose, _cycle: PlanCycle, report: Report): void {
  if (listIn(draft.serviceNeeds).includes('03') && isBlank(draft.shareConsentId)) report('serviceNeeds', '要职业介绍，得先有本人同意，才能把信息给用人单位')
}

function income(job: Loose, at: string, { thresholds: { minimumWageFen } }: PlanCycle, report: Report): void {
  const { monthlyIncomeFen: earned, employmentForm } = job
  if (minimumWageFen === null || typeof earned !== 'number' || typeof employmentForm !== 'string') return
  const isEmployee = ['1', '2', '4'].some((form) => isUnder('employmentForm', employmentForm, form))
  if (isEmployee && earned < minimumWageFen) report(`${at}monthlyIncomeFen`, `低于本地最低工资 ${yuan(minimumWageFen)} 元，请核对`)
}

/** 5.1: a contract of less than a year does not count for the quota. */
function shortContract(job: Loose, at: string, { thresholds: { quotaContractMonths } }: PlanCycle, report: Report): void {
  const { employmentForm, contractStart, contractEnd } = job
  if (typeof employmentForm !== 'string' || !isUnder('employmentForm', employmentForm, '1')) return
  if (typeof contractStart !== 'string' || typeof contractEnd !== 'string' || !isIsoDate(contractStart) || !isIsoDate(contractEnd)) return
  if (addDays(contractEnd, 1) < addMonths(contractStart, quotaContractMonths)) report(`${at}contractEnd`, `合同不满 ${quotaContractMonths} 个月，不能算单位按比例安排`)
}

function yuan(fen: number): string {
  return (fen / 100).toLocaleString('en-US')
}
