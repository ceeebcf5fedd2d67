import { z } from 'zod'
import { splitCertNumber } from '../identity/certNumber.ts'
import { parseIdNumber } from '../identity/idNumber.ts'
import { isValidPhone } from '../identity/phone.ts'
import type { Problem, Result } from '../result.ts'
import { fileSchema } from './attachment.ts'
import { choice, choices, date, isBlank, listIn, listOf, reference, text, whole, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/**
 * A person's file. A roster may hold no more than name and number, so everything else may be unknown; unknown is absent, never defaulted. Fields
 * that this version does not know are kept.
 */

function reading(label: string, read: (value: string) => Result<unknown, Problem>) {
  return z.string({ error: `请填${label}` }).superRefine((value, ctx) => {
    const result = read(value)
    if (!result.ok) ctx.addIssue({ code: 'custom', message: result.error.message })
  })
}

function phone(label: string) {
  return z.string({ error: `请填${label}` }).refine(isValidPhone, { error: `${label}要么是 11 位手机号，要么写成 区号-号码` })
}

const areaCode = z.string().regex(/^\d{6}(\d{3}|\d{6})?$/, { error: '区划代码是 6、9 或 12 位数字' })

const householdMemberShape = {
  id: z.uuid(),
  name: text('姓名', 32),
  relation: choice('relation', '与本人关系'),
  sex: choice('sex', '性别'),
  birthDate: date('出生日期').optional(),
  state: choice('employmentState', '就业状况'),
  ableAndWilling: yesNo('能不能工作、愿不愿意工作'),
  note: text('备注', 200).optional(),
}
export const householdMemberSchema = z.looseObject(householdMemberShape)

export const personShape = {
  name: text('姓名', 32),
  idNumber: reading('身份证号', (value) => parseIdNumber(value)),
  certNumber: reading('残疾人证号', (value) => splitCertNumber(value)).optional(),
  /** 推得: put together from number, category and grade; true until a person has seen the certificate. */
  certDerived: z.boolean().optional(),
  disabilityCategory: choice('category', '残疾类别').optional(),
  multiCategories: choices('category', '多重残疾所含的类别').optional(),
  disabilityGrade: choice('grade', '残疾等级').optional(),
  certIssuedOn: date('签发日期').optional(),
  certValidUntil: date('有效期').optional(),
  certStatus: choice('certStatus', '残疾人证状态').optional(),
  disabilityDetail: text('残疾部位', 200).optional(),
  disabilityCause: choice('cause', '致残原因').optional(),
  sex: choice('sex', '性别').optional(),
  birthDate: date('出生日期').optional(),
  ethnicity: choice('ethnicity', '民族').optional(),
  politicalStatus: choice('politicalStatus', '政治面貌').optional(),
  maritalStatus: choice('marital', '婚姻状况').optional(),
  education: choice('education', '文化程度').optional(),
  isLiterate: yesNo('是不是识字').optional(),
  school: text('毕业院校', 60).optional(),
  major: text('专业', 60).optional(),
  graduatedOn: date('毕业时间').optional(),
  hukouType: choice('hukouType', '户口性质').optional(),
  isRuralResident: yesNo('是不是农村居民').optional(),
  hukouAreaCode: areaCode.optional(),
  hukouTown: text('户籍乡镇', 40).optional(),
  hukouVillage: text('户籍村（社区）', 40).optional(),
  hukouAddress: text('户籍地址', 200).optional(),
  residenceAreaCode: areaCode.optional(),
  residenceTown: text('常住乡镇', 40).optional(),
  residenceVillage: text('常住村（社区）', 40).optional(),
  residenceAddress: text('常住地址', 200).optional(),
  phone: phone('本人电话').optional(),
  /** Further numbers of the same cell. */
  otherPhones: listOf(z.string(), '请填电话').optional(),
  contactName: text('联系人', 32).optional(),
  contactRelation: choice('relation', '与本人关系').optional(),
  contactPhone: phone('联系人电话').optional(),
  guardianName: text('监护人', 32).optional(),
  guardianRelation: choice('relation', '与本人关系').optional(),
  guardianPhone: phone('监护人电话').optional(),
  legalCapacity: choice('legalCapacity', '民事行为能力').optional(),
  communicationModes: choices('communicationMode', '沟通方式').optional(),
  selfCare: choice('selfCare', '生活自理能力').optional(),
  workCapacity: choice('workCapacity', '劳动能力').optional(),
  workCapacityDocument: text('劳动能力鉴定书', 80).optional(),
  householdId: text('户编号', 40).optional(),
  relationToHead: text('与户主关系', 20).optional(),
  /** Those of the household who hold no certificate; of holders the files themselves tell. */
  householdMembers: listOf(householdMemberSchema, '请填家里人').optional(),
  socialAid: choice('socialAid', '社会救助').optional(),
  twoSubsidies: choices('twoSubsidies', '两项补贴').optional(),
  antiPovertyType: choice('antiPovertyType', '防返贫对象类型').optional(),
  antiPovertyFrom: date('认定日期').optional(),
  antiPovertyUntil: date('退出日期').optional(),
  /** When the person and their need for work were entered in the national anti-poverty system. */
  antiPovertyEnteredOn: date('录入全国防返贫系统的日期').optional(),
  /** What the county calls the target, where its name is another one. */
  antiPovertyLabel: text('当地的叫法', 40).optional(),
  workInjuryGrade: whole('工伤等级', 1, 10).optional(),
  retireTrack: choice('retireTrack', '退休口径').optional(),
  ageRule: choice('ageRule', '就业年龄段口径').optional(),
  /** What the roster says of work, and the day of the roster; a period or an info check says more. */
  employmentState: choice('employmentState', '就业状况').optional(),
  employmentStateOn: date('就业状况的日期').optional(),
  employmentForm: choice('employmentForm', '就业形式').optional(),
  unemployedReason: choice('unemployedReason', '未就业的主要原因').optional(),
  unemployedSince: date('从什么时候起没有工作').optional(),
  /** The counsellor in charge. */
  responsibleId: reference('责任人').optional(),
  /** 待核实: field -> why it must be looked at. */
  verification: z.record(z.string(), z.string()).optional(),
  /** Only with the consent to photos; see the stored file of that hash. */
  photo: fileSchema.optional(),
  /** Remarks of the roster as they stood there. */
  rosterNotes: text('花名册备注', 500).optional(),
}

export const personSchema = withRules(z.looseObject(personShape), [severalCategories, guardian, capacityPaper, recognition])
export type Person = z.infer<z.ZodObject<typeof personShape>>
export type PersonField = keyof typeof personShape

/** Hints that do not stop a save: the columns against what the numbers say. */
export function personHints(draft: Loose): { field: string; message: string }[] {
  const hints: { field: string; message: string }[] = []
  const id = typeof draft.idNumber === 'string' ? parseIdNumber(draft.idNumber) : null
  if (id !== null && id.ok) {
    if (!isBlank(draft.birthDate) && draft.birthDate !== id.value.birthDate) {
      hints.push({ field: 'birthDate', message: `身份证号里的出生日期是 ${id.value.birthDate}，请核对` })
    }
    if ((draft.sex === '1' || draft.sex === '2') && draft.sex !== id.value.sex) {
      hints.push({ field: 'sex', message: `身份证号里的性别是${id.value.sex === '1' ? '男' : '女'}，请核对` })
    }
  }
  const cert = typeof draft.certNumber === 'string' ? splitCertNumber(draft.certNumber) : null
  if (cert !== null && cert.ok) {
    if (!isBlank(draft.idNumber) && cert.value.idNumber !== draft.idNumber) {
      hints.push({ field: 'certNumber', message: '残疾人证号的前 18 位和身份证号不一样，请核对' })
    }
    if (!isBlank(draft.disabilityCategory) && draft.disabilityCategory !== cert.value.category) {
      hints.push({ field: 'disabilityCategory', message: '残疾类别和残疾人证号的第 19 位不一样，请核对' })
    }
    if (!isBlank(draft.disabilityGrade) && draft.disabilityGrade !== cert.value.grade) {
      hints.push({ field: 'disabilityGrade', message: '残疾等级和残疾人证号的第 20 位不一样，请核对' })
    }
  }
  return hints
}

function severalCategories(draft: Loose, report: Report): void {
  const parts = listIn(draft.multiCategories)
  if (parts.length === 0) return
  if (parts.includes('7')) report('multiCategories', '多重残疾里面不再选多重，请选具体的类别')
  else if (draft.disabilityCategory === '7' && parts.length < 2) report('multiCategories', '多重残疾至少有两类，请选全')
}

function guardian(draft: Loose, report: Report): void {
  if (draft.legalCapacity !== 'LIMITED' && draft.legalCapacity !== 'NONE') return
  if (isBlank(draft.guardianName)) report('guardianName', '请填监护人')
  if (isBlank(draft.guardianPhone)) report('guardianPhone', '请填监护人电话')
}

function capacityPaper(draft: Loose, report: Report): void {
  if (draft.workCapacity === 'LOST' && isBlank(draft.workCapacityDocument)) {
    report('workCapacityDocument', '经鉴定丧失劳动能力要有鉴定书，请填文号')
  }
}

/** In and out of the anti-poverty monitoring: the days must follow each other, or the group would hold on no day. */
function recognition(draft: Loose, report: Report): void {
  const { antiPovertyFrom: from, antiPovertyUntil: until, antiPovertyEnteredOn: entered } = draft
  if (typeof from !== 'string') return
  if (typeof until === 'string' && until <= from) report('antiPovertyUntil', '退出要晚于认定，请改')
  if (typeof entered === 'string' && entered < from) report('antiPovertyEnteredOn', '录入早于认定，请改其中一个')
}
