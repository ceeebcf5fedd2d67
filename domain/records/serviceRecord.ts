import { z } from 'zod'
import { attachmentFields, filesWhole } from './attachment.ts'
import { choice, date, documentHead, isBlank, listOf, making, objectsIn, reference, text, whole, wholeNumber, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'
import { jobFoundSchema, jobNamed } from './jobFound.ts'

/** Record 4, 就业服务. */
const referralShape = {
  jobId: reference('岗位').optional(),
  jobTitle: text('岗位', 40).optional(),
  employerId: reference('用人单位').optional(),
  employerName: text('单位名称', 80).optional(),
  date: date('推荐日期'),
  outcome: choice('referralOutcome', '推荐结果'),
  reason: text('原因', 200).optional(),
}
const attendanceShape = {
  date: date('到场日期'),
  paperLocation: text('签到表存放的地方', 80),
}

export const serviceRecordShape = {
  ...documentHead,
  ...making,
  servedOn: date('服务日期'),
  minutes: wholeNumber('服务时长'),
  serviceType: choice('serviceType', '服务类型'),
  method: choice('serviceMethod', '服务方式'),
  staffId: reference('服务人员'),
  staffName: text('服务人员姓名', 32).optional(),
  orgId: reference('服务机构'),
  partnerOrg: text('合作机构', 80).optional(),
  /** Contract of a purchased service. */
  contractNo: text('购买服务的合同号', 60).optional(),
  demandId: reference('对应的登记').optional(),
  content: text('服务内容', 1000, 10),
  referrals: listOf(z.looseObject(referralShape), '请写推荐了哪个岗位').optional(),
  eventId: reference('活动').optional(),
  eventName: text('活动名称', 80).optional(),
  attendance: z.looseObject(attendanceShape).optional(),
  result: choice('serviceResult', '服务结果'),
  job: jobFoundSchema.optional(),
  ...attachmentFields,
  satisfaction: whole('满意度', 1, 5).optional(),
  followUpOn: date('下次跟进的日期').optional(),
  note: text('备注', 500).optional(),
}

export const serviceRecordSchema = withRules(z.looseObject(serviceRecordShape), [purchased, referrals, attended, jobNamed, followUp, filesWhole])
export type ServiceRecord = z.infer<z.ZodObject<typeof serviceRecordShape>>

function purchased(draft: Loose, report: Report): void {
  if (!isBlank(draft.partnerOrg) && isBlank(draft.contractNo)) report('contractNo', '合作机构做的服务，请填购买服务的合同号')
}

/** 03 职业介绍、岗位推荐. */
function referrals(draft: Loose, report: Report): void {
  const list = objectsIn(draft.referrals)
  if (draft.serviceType === '03' && list.length === 0) report('referrals', '请写推荐了哪个岗位')
  list.forEach((referral, index) => {
    if (isBlank(referral.jobId) && isBlank(referral.jobTitle)) report(`referrals.${index}.jobTitle`, '请填岗位')
    if (isBlank(referral.employerId) && isBlank(referral.employerName)) report(`referrals.${index}.employerName`, '请填单位名称')
    if (referral.outcome === 'DECLINED' && isBlank(referral.reason)) report(`referrals.${index}.reason`, '请写本人为什么放弃')
  })
}

/** A group event counts only for those who signed in themselves. */
function attended(draft: Loose, report: Report): void {
  if (draft.method !== 'GROUP_EVENT') return
  if (isBlank(draft.eventId) && isBlank(draft.eventName)) report('eventName', '请填活动名称')
  if (isBlank(draft.attendance)) report('attendance', '集体活动要有本人的签到，请填签到的情况')
}

function followUp(draft: Loose, report: Report): void {
  if (typeof draft.followUpOn !== 'string' || typeof draft.servedOn !== 'string') return
  if (draft.followUpOn <= draft.servedOn) report('followUpOn', '下次跟进要晚于这次服务，请改')
}
