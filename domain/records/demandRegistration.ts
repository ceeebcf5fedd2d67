import { z } from 'zod'
import { addMonths, isIsoDate } from '../plan/dates.ts'
import { choice, choices, date, documentHead, isBlank, listIn, listOf, making, money, objectsIn, reference, text, whole, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'
import { signatureSchema } from './paper.ts'

/** Record 3, 就业需求登记. */
const intentionShape = {
  rank: whole('意向顺序', 1, 3),
  family: choice('jobFamily', '岗位族').optional(),
  occupationCode: choice('occupationMajor', '职业大类').optional(),
  jobTitle: text('岗位', 40).optional(),
  industry: choice('industry', '行业').optional(),
  form: choice('employmentForm', '就业形式'),
}
const startupShape = {
  field: text('想做什么', 80),
  fundsFen: money('自有资金').optional(),
  needs: listOf(text('需要的帮助', 80), '请写需要的帮助').optional(),
}

export const demandRegistrationShape = {
  ...documentHead,
  ...making,
  registeredOn: date('登记日期'),
  validUntil: date('有效期'),
  intentions: listOf(z.looseObject(intentionShape), '请写至少一个求职意向', 1).max(3, { error: '求职意向最多三个' }),
  workTime: choices('workTime', '工作时间', 1),
  /** Area codes, or HOME 居家, or ANY 不限. */
  targetAreas: listOf(text('期望地点', 40), '请选期望地点', 1),
  commuteModes: choices('commuteMode', '通勤方式').optional(),
  maxCommuteMin: whole('单程最多', 0, 180, ' 分钟').optional(),
  expectedWageMinFen: money('期望月薪').optional(),
  availableFrom: date('最早到岗的日期'),
  acceptNight: yesNo('能不能上夜班').optional(),
  acceptDorm: yesNo('能不能住宿舍').optional(),
  acceptTravel: yesNo('能不能出差').optional(),
  acceptStanding: yesNo('能不能站着做').optional(),
  acceptLifting: yesNo('能不能搬东西').optional(),
  accommodationNeeds: listOf(text('便利需求', 80), '请写便利需求').optional(),
  startup: z.looseObject(startupShape).optional(),
  trainingNeeds: choices('trainingType', '培训需求').optional(),
  serviceNeeds: choices('serviceType', '服务需求', 1),
  aidNeeds: choices('aidNeed', '帮扶需求').optional(),
  shareConsentId: reference('提供给用人单位的同意').optional(),
  publishConsentId: reference('进入招聘平台的同意').optional(),
  employmentCertNo: text('就业创业证号', 40).optional(),
  clerkId: reference('经办人'),
  clerkName: text('经办人姓名', 32).optional(),
  signature: signatureSchema.optional(),
  note: text('备注', 500).optional(),
}

export const demandRegistrationSchema = withRules(z.looseObject(demandRegistrationShape), [intentions, validity, startingUp, noneAlone, signed])
export type DemandRegistration = z.infer<z.ZodObject<typeof demandRegistrationShape>>

/** A registration stands for so many months of the cycle, then it is renewed. */
export function defaultValidUntil(registeredOn: string, months: number): string {
  return addMonths(registeredOn, months)
}

function intentions(draft: Loose, report: Report): void {
  const ranks = new Set<unknown>()
  objectsIn(draft.intentions).forEach((intention, index) => {
    if (isBlank(intention.family) && isBlank(intention.occupationCode)) {
      report(`intentions.${index}.family`, '请选岗位族或职业大类')
    }
    if (ranks.has(intention.rank)) report(`intentions.${index}.rank`, '两个意向的顺序一样，请改一个')
    ranks.add(intention.rank)
  })
}

function validity(draft: Loose, report: Report): void {
  if (!isIsoDate(String(draft.registeredOn)) || !isIsoDate(String(draft.validUntil))) return
  const [from, until] = [String(draft.registeredOn), String(draft.validUntil)]
  if (until <= from) report('validUntil', '有效期要晚于登记日期，请改')
}

/** Whoever looks for work of their own, or asks for help with it, says with what. */
function startingUp(draft: Loose, report: Report): void {
  const isWanted = objectsIn(draft.intentions).some(({ form }) => form === '3') || listIn(draft.serviceNeeds).includes('09')
  const startup = objectsIn([draft.startup])[0]
  if ((isWanted || startup !== undefined) && isBlank(startup?.field)) report('startup.field', '想自己创业，请写想做什么')
}

function noneAlone(draft: Loose, report: Report): void {
  const needs = listIn(draft.aidNeeds)
  if (needs.includes('6') && needs.length > 1) report('aidNeeds', '选了“无”就不能再选别的，请改')
}

function signed(draft: Loose, report: Report): void {
  if (isBlank(draft.signature)) report('signature', '请本人在登记表上签字，再填签字的情况')
}
