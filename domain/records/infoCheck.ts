import { z } from 'zod'
import { attachmentFields, filesWhole } from './attachment.ts'
import { choice, choices, date, documentHead, isBlank, listIn, listOf, making, objectsIn, reference, text, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'
import { jobFoundShape } from './jobFound.ts'
import type { Thresholds } from '../plan/plans.ts'
import { signatureSchema } from './paper.ts'

/** Record 1, 基础信息核对. */

const changeShape = { field: text('变更的项目', 60), old: z.unknown().optional(), new: z.unknown().optional() }
const attemptShape = {
  date: date('联系日期'),
  method: choice('checkMethod', '联系方式'),
  who: text('谁联系的', 32),
  note: text('联系情况', 200).optional(),
}
/** What the person says of the job; what they do not know is asked for later, in the period that the check opens. */
const knownJobShape = { ...jobFoundShape, startOn: jobFoundShape.startOn.optional(), occupationCode: choice('occupationMajor', '职业大类').optional() }
const callLogShape = { date: date('通话日期'), phone: text('拨打的号码', 20), who: text('谁打的', 32).optional(), note: text('通话情况', 200).optional() }

export const infoCheckShape = {
  ...documentHead,
  ...making,
  checkedOn: date('核对日期'),
  method: choice('checkMethod', '核对方式'),
  checkerId: reference('核对人'),
  checkerName: text('核对人姓名', 32).optional(),
  orgId: reference('核对单位'),
  result: choice('checkResult', '核对结果'),
  respondent: choice('respondent', '受访人').optional(),
  attempts: listOf(z.looseObject(attemptShape), '请记下每次联系').optional(),
  exclusionReason: choice('exclusionReason', '移出原因').optional(),
  changes: listOf(z.looseObject(changeShape), '请写变了哪些').optional(),
  employmentState: choice('employmentState', '就业状况').optional(),
  employmentForm: choice('employmentForm', '就业形式').optional(),
  job: z.looseObject(knownJobShape).optional(),
  unemployedReason: choice('unemployedReason', '未就业的主要原因').optional(),
  livingSource: choice('livingSource', '主要生活来源').optional(),
  unemployedSince: date('从什么时候起没有工作').optional(),
  unempRegistered: yesNo('有没有办失业登记').optional(),
  unempRegisteredOn: date('失业登记的日期').optional(),
  certNoEmployment: text('就业创业证号', 40).optional(),
  barriers: choices('barriers', '就业障碍').optional(),
  workWillingness: choice('workWillingness', '就业意愿').optional(),
  hasEmploymentNeed: yesNo('有没有就业需求').optional(),
  noNeedReason: choice('noNeedReason', '没有就业需求的原因').optional(),
  noNeedNote: text('是什么原因', 200).optional(),
  hasTrainingNeed: yesNo('有没有培训需求').optional(),
  hasStartupNeed: yesNo('有没有创业需求').optional(),
  hardshipFlags: choices('hardshipFlag', '就业困难类别').optional(),
  /** The groups that were computed when the sheet was laid before the person. */
  hardshipShown: z.array(z.string()).optional(),
  signature: signatureSchema.optional(),
  callLog: z.looseObject(callLogShape, { error: '请记下这次通话' }).optional(),
  ...attachmentFields,
  note: text('备注', 500).optional(),
}

export const infoCheckSchema = withRules(z.looseObject(infoCheckShape), [answers, jobDays, registered, respondentNamed, need, excluded, evidence, filesWhole])
export type InfoCheck = z.infer<z.ZodObject<typeof infoCheckShape>>

/** Somebody answered: every answer of the sheet is owed. A result not yet chosen is taken for one. */
function isAnswered(draft: Loose): boolean {
  return draft.result !== 'UNREACHABLE' && draft.result !== 'REFUSED' && draft.result !== 'EXCLUDED'
}

function answers(draft: Loose, report: Report): void {
  if (!isAnswered(draft)) return
  const need = (field: string, message: string) => {
    if (isBlank(draft[field])) report(field, message)
  }
  if (draft.result === 'UPDATED' && listIn(draft.changes).length === 0) report('changes', '结果是已更正，请写变了哪些')
  need('employmentState', '请选就业状况')
  if (draft.employmentState === 'EMPLOYED') need('employmentForm', '请选就业形式')
  if (draft.employmentState === 'UNEMPLOYED') {
    need('unemployedReason', '请选未就业的主要原因')
    need('livingSource', '请选主要生活来源')
  }
  need('workWillingness', '请选就业意愿')
  need('hasEmploymentNeed', '请选有没有就业需求')
  need('hasTrainingNeed', '请选有没有培训需求')
  need('hasStartupNeed', '请选有没有创业需求')
  if (!Array.isArray(draft.hardshipFlags)) report('hardshipFlags', '请看一遍就业困难类别，没有也要确认')
  if (draft.method === 'DATA_COMPARE') report('method', '光比对数据问不到有没有就业需求，请再联系本人')
}

function jobDays(draft: Loose, report: Report): void {
  const job = objectsIn([draft.job])[0]
  if (draft.employmentState !== 'EMPLOYED' || job === undefined) return
  const { startOn, contractStart, contractEnd } = job
  if (typeof startOn === 'string' && typeof draft.checkedOn === 'string' && startOn > draft.checkedOn) report('job.startOn', '上岗的日期晚于核对日期，请改其中一个')
  if (typeof contractStart === 'string' && typeof contractEnd === 'string' && contractEnd < contractStart) report('job.contractEnd', '合同到期早于开始，请改')
}

function registered(draft: Loose, report: Report): void {
  if (draft.employmentState === 'UNEMPLOYED' && draft.unempRegistered === true && isBlank(draft.unempRegisteredOn)) report('unempRegisteredOn', '请填失业登记的日期')
}

/** Who answered is unknown only where nobody could be reached. */
function respondentNamed(draft: Loose, report: Report): void {
  if (draft.result !== 'UNREACHABLE' && isBlank(draft.respondent)) report('respondent', '请选受访人')
}

function need(draft: Loose, report: Report): void {
  if (!isAnswered(draft) || draft.hasEmploymentNeed !== false) return
  if (isBlank(draft.noNeedReason)) report('noNeedReason', '请选没有就业需求的原因')
  if (draft.noNeedReason === 'OTHER' && isBlank(draft.noNeedNote)) report('noNeedNote', '请写是什么原因')
}

function excluded(draft: Loose, report: Report): void {
  if (draft.result === 'EXCLUDED' && isBlank(draft.exclusionReason)) report('exclusionReason', '请选移出原因')
}

/** What is still missing before a person may be called unreachable, or null. */
export function attemptsFault(draft: Loose, thresholds: Thresholds): string | null {
  const { unreachableAttempts, unreachableMethods, unreachableDays } = thresholds
  const attempts = objectsIn(draft.attempts)
  const distinct = (field: string) => new Set(attempts.map((attempt) => attempt[field]).filter((value) => !isBlank(value))).size
  if (attempts.length < unreachableAttempts) return `失联要联系过 ${unreachableAttempts} 次，现在记了 ${attempts.length} 次`
  if (distinct('method') < unreachableMethods) return `失联要用过 ${unreachableMethods} 种联系方式，现在是 ${distinct('method')} 种`
  if (distinct('date') < unreachableDays) return `失联要在 ${unreachableDays} 个不同的日子联系过，现在是 ${distinct('date')} 个`
  const last = typeof draft.checkedOn === 'string' ? draft.checkedOn : null
  if (last !== null && attempts.some((attempt) => typeof attempt.date === 'string' && attempt.date > last)) {
    return '有一次联系晚于核对日期，请改其中一个'
  }
  return null
}

/** A signature, a call log or a photo; for somebody unreachable the attempts are the evidence, for one who declined there is none to give. */
function evidence(draft: Loose, report: Report): void {
  if (draft.result === 'UNREACHABLE' || draft.result === 'REFUSED') return
  if (isBlank(draft.signature) && isBlank(draft.callLog) && listIn(draft.attachments).length === 0) {
    report('signature', '请留一样凭据：本人签字、通话记录或照片')
  }
}
