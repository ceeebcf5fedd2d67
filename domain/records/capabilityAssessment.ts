import { z } from 'zod'
import { choice, choices, date, documentHead, listOf, making, reference, text, whole, withRules } from './fields.ts'
import { assessmentRules } from './assessmentRules.ts'
import { attachmentShape, filesWhole } from './attachment.ts'
import { signatureSchema } from './paper.ts'
import { testKitSchema, testKitWhole } from './testKit.ts'

/** Record 2, 职业能力评估. Qualifiers of the ICF: 0–4, 8 cannot say, 9 does not apply. */
const qualifier = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(8), z.literal(9)], {
  error: '请选 0 到 4，说不清选 8，不适用选 9',
})
export const itemShape = { code: text('项目', 8), q: qualifier, qWithoutAid: qualifier.optional(), note: text('说明', 200).optional(), asBefore: z.boolean().optional() }
const envShape = {
  code: text('项目', 8),
  note: text('说明', 200).optional(),
  asBefore: z.boolean().optional(),
  value: z
    .int({ error: '请选 -4 到 4，说不清选 8，不适用选 9' })
    .refine((value) => (value >= -4 && value <= 4) || value === 8 || value === 9, { error: '请选 -4 到 4，说不清选 8，不适用选 9' }),
}
const codesAdvised = z.array(z.string().max(40)).optional()
const score = z.number().min(0).max(100)

export const capabilityAssessmentShape = {
  ...documentHead,
  ...making,
  assessedOn: date('评估日期'),
  place: text('评估地点', 60),
  mode: choice('assessmentMode', '评估方式'),
  assessorId: reference('评估人'),
  assessorName: text('评估人姓名', 32).optional(),
  assessorQualification: text('评估人的资质', 60),
  /** 9.8: when and by whom the assessor was trained in this instrument. */
  assessorTraining: text('评估培训', 120).optional(),
  supporters: listOf(text('在场支持者', 32), '请填在场支持者').optional(),
  consentId: reference('告知同意'),
  /** An earlier assessment that still stands; then the items are not asked again. */
  reviewOf: reference('要确认的那次评估').optional(),
  unchanged: z.looseObject({ certificate: z.boolean(), health: z.boolean(), job: z.boolean() }).optional(),
  instrumentVersion: text('量表版本', 20),
  items: listOf(z.looseObject(itemShape), '请逐项评定').optional(),
  assistiveDevices: choices('assistiveDevice', '常用辅具').optional(),
  env: listOf(z.looseObject(envShape), '请评环境因素').optional(),
  skills: listOf(text('技能', 60), '请填技能').optional(),
  certificates: listOf(text('证书', 60), '请填证书').optional(),
  workHistory: listOf(text('工作经历', 200), '请填工作经历').optional(),
  interests: listOf(text('职业兴趣', 40), '请填职业兴趣').optional(),
  /** The federation's own kit, where it was used. */
  testKit: testKitSchema.optional(),
  attachments: listOf(z.looseObject(attachmentShape), '请写是哪些材料').optional(),
  attachmentsRemoved: listOf(z.looseObject({ name: text('材料名称', 80), reason: text('去掉的原因', 200) }), '请写为什么去掉').optional(),
  /** Computed from the items; null where a dimension has too few answers. */
  dimScores: z.looseObject({ A: score.nullable(), B: score.nullable(), C: score.nullable(), D: score.nullable() }).optional(),
  index: score.optional(),
  supportLevel: whole('支持等级', 0, 4).optional(),
  suggestedForms: choices('suggestedForm', '建议就业形式', 1),
  suggestedFamilies: choices('jobFamily', '建议岗位族'),
  accommodations: listOf(z.looseObject({ item: text('项目', 8), text: text('便利措施', 120) }), '请看一遍便利措施'),
  suggestedTraining: choices('trainingType', '建议培训'),
  /** What was suggested when the record was made; where the choice differs, the reason below says why. */
  advised: z.looseObject({ suggestedForms: codesAdvised, suggestedFamilies: codesAdvised, suggestedTraining: codesAdvised }).optional(),
  reasonIfChanged: text('为什么改了建议', 300).optional(),
  conclusion: text('评估结论', 1000),
  personOpinion: choice('personOpinion', '本人意见'),
  personOpinionNote: text('本人的不同意见', 500).optional(),
  signature: signatureSchema.optional(),
  note: text('备注', 500).optional(),
}

export const capabilityAssessmentSchema = withRules(z.looseObject(capabilityAssessmentShape), [...assessmentRules, testKitWhole, filesWhole])
export type CapabilityAssessment = z.infer<z.ZodObject<typeof capabilityAssessmentShape>>
