import { instrumentVersion } from '../../domain/assessment/index.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { cycleOfYear } from '../../domain/plan/index.ts'
import { addMonths } from '../../domain/plan/dates.ts'
import { completeRecord, isRecordKind } from '../../domain/records/index.ts'
import type { Scene, YearScene } from './scene.ts'

/** Whole records as the app keeps them, but for whose they are. Made once for each day and kind of case, since a county holds many alike. */

export interface Bodies {
  check(scene: Scene, year: YearScene): JsonObject
  consent(day: string, purpose: 'ASSESSMENT' | 'SHARE_EMPLOYER'): JsonObject
  assessment(day: string, level: 0 | 1 | 2 | 3): JsonObject
  confirmation(day: string): JsonObject
  registration(day: string, form: YearScene['form']): JsonObject
  /** `job`: the work that it led to. */
  service(day: string, kind: YearScene['service'], job: JsonObject | null): JsonObject
  lookAtJob(day: string, month: number): JsonObject
  graduatePlan(openedOn: string, steps: readonly { readonly kind: string; readonly on: string }[]): JsonObject
}

/** Grades of the 28 items for each level of support; A, B, C, D one after the other. */
const grades: Readonly<Record<0 | 1 | 2 | 3, string>> = {
  0: '0000000010' + '00000000' + '0000' + '000010',
  1: '3010001100' + '00011110' + '3311' + '001002',
  2: '1121211211' + '11121211' + '2121' + '111212',
  3: '0010000110' + '12331321' + '3342' + '213023',
}
const codes = [...'ABCD'].flatMap((dimension, index) => Array.from({ length: [10, 8, 4, 6][index] as number }, (_, item) => `${dimension}${item + 1}`))
const families: Readonly<Record<YearScene['form'], { family: string; title: string }>> = {
  '14': { family: 'J15', title: '包装车间' }, '72': { family: 'J09', title: '数据标注' }, '73': { family: 'J05', title: '电商客服' },
  '6': { family: 'J13', title: '大棚种菜' }, '5': { family: 'J18', title: '串珠组装' },
}
const services: Readonly<Record<YearScene['service'], { type: string; content: string }>> = {
  guidance: { type: '02', content: '讲了求职的步骤，一起改了简历' },
  referral: { type: '03', content: '推荐了两个岗位，陪着打了电话' },
  training: { type: '07', content: '介绍了下月的技能培训班，帮忙报了名' },
  talk: { type: '01', content: '讲了就业补贴和社保的办法' },
  sheltered: { type: '10', content: '带去看了辅助性就业机构的车间' },
  event: { type: '04', content: '参加了残疾人专场招聘会' },
}

export function createBodies(staffId: string): Bodies {
  const known = new Map<string, JsonObject>()
  const once = (key: string, kind: string, day: string, draft: () => object): JsonObject => {
    let body = known.get(key)
    if (body === undefined) known.set(key, (body = completed(kind, draft(), day, staffId)))
    return body
  }
  const paper = (date: string) => ({ date, textVersion: '2026-1', givenBy: 'SELF', paperLocation: '县残联档案柜' })
  return {
    check: (scene, year) => {
      const [day] = year.days
      const key = ['check', day, year.stage, year.isWilling, year.wantsTraining, scene.unemployedReason, scene.unemployedSince].join(' ')
      return once(key, 'infoCheck', day, () => checkDraft(scene, year, paper(day)))
    },
    consent: (day, purpose) => once(`consent ${day} ${purpose}`, 'consent', day, () => ({
      purpose, scopeFields: ['健康、残疾和能力信息'], textVersion: '2026-1', form: 'PAPER', givenBy: 'SELF', givenAt: day, paperLocation: '县残联档案柜',
    })),
    assessment: (day, level) => once(`assessment ${day} ${level}`, 'capabilityAssessment', day, () => assessmentDraft(day, level)),
    confirmation: (day) => once(`confirmation ${day}`, 'capabilityAssessment', day, () => ({
      ...assessmentHead(day), reviewOf: staffId, unchanged: { certificate: true, health: true, job: true },
      suggestedForms: ['FLEXIBLE'], suggestedFamilies: [], accommodations: [], suggestedTraining: [], conclusion: '情况没有变化，沿用上次评估。',
    })),
    registration: (day, form) => once(`registration ${day} ${form}`, 'demandRegistration', day, () => ({
      registeredOn: day, intentions: [{ rank: 1, family: families[form].family, jobTitle: families[form].title, form }], workTime: ['PART'],
      targetAreas: [form === '72' || form === '73' ? 'HOME' : 'ANY'], availableFrom: day, serviceNeeds: ['02', '03'], signature: paper(day),
    })),
    service: (day, kind, job) => once(`service ${day} ${kind} ${String(job?.employmentForm)}`, 'serviceRecord', day, () => ({
      servedOn: day, minutes: 45, serviceType: services[kind].type, method: kind === 'event' ? 'GROUP_EVENT' : 'HOME_VISIT', content: services[kind].content,
      ...(job === null ? { result: 'CONTINUE' } : { result: 'EMPLOYED', job }),
      ...(kind === 'event' ? { eventName: '专场招聘会', attendance: { date: day, paperLocation: '县残联档案柜' } } : {}),
      ...(kind === 'referral' ? { referrals: [{ jobTitle: '操作工', employerName: '示范县工厂', date: day, outcome: job === null ? 'INTERVIEW' : 'HIRED' }] } : {}),
    })),
    lookAtJob: (day, month) => once(`look ${day} ${month}`, 'placementCheck', day, () => ({
      periodId: staffId, month, checkedOn: day, method: 'PHONE', inJob: true, monthlyIncomeFen: 240_000,
    })),
    graduatePlan: (openedOn, steps) => once(`plan ${openedOn} ${JSON.stringify(steps)}`, 'graduatePlan', steps.at(-1)?.on ?? openedOn, () => ({
      openedOn, responsibleName: '示范员', goal: '在本县找一份文员工作', steps,
    })),
  }
}

function checkDraft(scene: Scene, year: YearScene, signature: object): object {
  const [day] = year.days
  if (year.stage === 'unreachable') {
    const attempts = [31, 20, 5].map((back, index) => ({ date: earlier(day, back), method: index === 1 ? 'HOME_VISIT' : 'PHONE', who: '村干部' }))
    return { checkedOn: day, method: 'PHONE', result: 'UNREACHABLE', attempts }
  }
  if (year.stage === 'refused') return { checkedOn: day, method: 'PHONE', result: 'REFUSED', respondent: 'SELF' }
  const hasNeed = year.stage !== 'noNeed'
  return {
    checkedOn: day, method: 'HOME_VISIT', respondent: 'SELF', result: 'MATCH', employmentState: 'UNEMPLOYED',
    unemployedReason: scene.unemployedReason, livingSource: '4',
    ...(scene.unemployedSince !== null && scene.unemployedSince <= day ? { unemployedSince: scene.unemployedSince } : {}),
    workWillingness: hasNeed && year.isWilling ? 'WILLING' : hasNeed ? 'HESITANT' : 'UNWILLING',
    hasEmploymentNeed: hasNeed, hasTrainingNeed: year.wantsTraining, hasStartupNeed: false, hardshipFlags: [], signature,
    ...(hasNeed ? {} : { noNeedReason: 'NO_WISH' }),
  }
}

/** All attempts lie in the year of the check. */
function earlier(day: string, back: number): string {
  const date = new Date(Date.parse(day) - back * 86_400_000).toISOString().slice(0, 10)
  const first = `${day.slice(0, 4)}-01-01`
  return date < first ? (back > 20 ? first : day) : date
}

function assessmentHead(day: string): object {
  return { assessedOn: day, place: '本人家中', mode: 'INTERVIEW', assessorQualification: '就业指导员', personOpinion: 'AGREE' }
}

/** What is offered for an item at 3 or 4. */
const accommodations: { readonly [item: string]: string } = {
  A1: '读屏软件', B3: '步骤卡片', B4: '任务分解', B6: '师傅带着做', C1: '口头说明', C2: '口头说明', C3: '计数器', D3: '就业辅导员', D6: '班车接送',
}
const formsOf = { 0: ['QUOTA', 'FLEXIBLE'], 1: ['QUOTA', 'CONCENTRATED', 'HOME'], 2: ['QUOTA_COACH', 'HOME'], 3: ['SUPPORTED', 'SHELTERED'] } as const

function assessmentDraft(day: string, level: 0 | 1 | 2 | 3): object {
  const items = codes.map((code, index) => ({ code, q: Number(grades[level][index]) }))
  return {
    ...assessmentHead(day), items,
    env: ['E1', 'E2', 'E3', 'E4'].map((code) => ({ code, value: 1 })),
    suggestedForms: formsOf[level], suggestedFamilies: level === 3 ? ['J18'] : ['J09', 'J15'], suggestedTraining: ['T1'],
    accommodations: items.filter(({ q }) => q >= 3).map(({ code }) => ({ item: code, text: accommodations[code] })),
    reasonIfChanged: '和本人商量后定的',
    conclusion: '便利措施见上，和本人商量过。',
  }
}

function completed(kind: string, draft: object, day: string, staffId: string): JsonObject {
  if (!isRecordKind(kind)) throw new Error(`${kind} is no record`)
  const staff = { checkerId: staffId, assessorId: staffId, clerkId: staffId, staffId, orgId: '210199', instrumentVersion, consentId: staffId, validUntil: addMonths(day, 6) }
  const cycleYear = day.slice(0, 4)
  const record = completeRecord(kind, { ...staff, ...draft, personId: staffId, cycleYear }, { today: day, lastKnownDate: day, cycle: cycleOfYear(cycleYear) })
  if (!record.ok) throw new Error(`${kind}: ${record.error.map((problem) => `${problem.field} ${problem.message}`).join(', ')}`)
  return record.value as unknown as JsonObject
}
