import type { CaseFacts, FactsDocument } from '../../../domain/cycle/index.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'

/** Made-up people of the made-up county 210199. */
export const cycle = cycleOfYear('2026')

export const signature = { date: '2026-03-02', textVersion: 'v1', givenBy: 'SELF', paperLocation: '档案柜 3' }

export const person = { name: '王明', idNumber: '210199198503140017', sex: '1', birthDate: '1985-03-14', employmentState: 'UNEMPLOYED' }

export function facts(documents: readonly FactsDocument[], fields: object = {}): CaseFacts {
  return { person: { ...person, ...fields }, documents }
}

let serial = 0
function document(entity: string, body: object, id: string = `${entity}-${(serial += 1)}`): FactsDocument {
  return { id, entity, body: { personId: 'p1', cycleYear: '2026', ...body } }
}

export function check(on: string, body: object = {}): FactsDocument {
  return document('infoCheck', {
    checkedOn: on, method: 'HOME_VISIT', checkerId: 'u1', checkerName: '李老师', orgId: 'o1', respondent: 'SELF', result: 'MATCH', employmentState: 'UNEMPLOYED',
    unemployedReason: '5', livingSource: '4', workWillingness: 'WILLING', hasEmploymentNeed: true, hasTrainingNeed: false, hasStartupNeed: false,
    hardshipFlags: [], signature, ...body,
  })
}

export function noNeed(on: string): FactsDocument {
  return check(on, { hasEmploymentNeed: false, noNeedReason: 'TREATMENT' })
}

export function attempts(...list: readonly [date: string, method: string][]) {
  return list.map(([date, method]) => ({ date, method, who: '李老师' }))
}

export function unreachable(on: string): FactsDocument {
  const first = `${on.slice(0, 8)}01`
  return check(on, { result: 'UNREACHABLE', hasEmploymentNeed: undefined, employmentState: undefined, signature: undefined,
    attempts: attempts([first, 'PHONE'], [first, 'HOME_VISIT'], [on, 'PHONE']) })
}

export function consent(on: string, body: object = {}, id = 'consent-1'): FactsDocument {
  return document('consent', { purpose: 'ASSESSMENT', scopeFields: ['全部评估项'], textVersion: 'v1', form: 'PAPER', givenBy: 'SELF', givenAt: on, paperLocation: '档案柜 3', ...body }, id)
}

const ratings: Record<string, readonly number[]> = {
  A: [3, 0, 1, 0, 0, 0, 1, 1, 0, 0], B: [0, 0, 0, 1, 1, 1, 1, 0], C: [3, 3, 1, 1], D: [0, 0, 1, 0, 0, 2],
}

/** Items of the four scored dimensions from their numbers. */
export function itemsOf(numbers: Record<string, readonly number[]>): { code: string; q: number }[] {
  return Object.entries(numbers).flatMap(([dimension, list]) => list.map((q, index) => ({ code: `${dimension}${index + 1}`, q })))
}

export function assessment(on: string, body: object = {}, id?: string): FactsDocument {
  return document('capabilityAssessment', {
    assessedOn: on, place: '县残联', mode: 'INTERVIEW', assessorId: 'u1', assessorQualification: '培训合格', consentId: 'consent-1', instrumentVersion: 'ICFVR-LN-1',
    items: itemsOf(ratings), conclusion: '放大和读屏到位后，客服和加工都能做。', personOpinion: 'AGREE', ...body,
  }, id)
}

export function review(on: string, reviewOf: string, body: object = {}): FactsDocument {
  return assessment(on, { items: undefined, reviewOf, unchanged: { certificate: true, health: true, job: true }, ...body })
}

export function registration(on: string, body: object = {}): FactsDocument {
  return document('demandRegistration', {
    registeredOn: on, validUntil: '2026-12-31', intentions: [{ rank: 1, family: 'J03', form: '1' }], workTime: ['FULL'], targetAreas: ['210199'],
    availableFrom: on, serviceNeeds: ['03'], clerkId: 'u1', signature, ...body,
  })
}

export function service(on: string, body: object = {}): FactsDocument {
  return document('serviceRecord', {
    servedOn: on, minutes: 40, serviceType: '02', method: 'ON_SITE', staffId: 'u1', orgId: 'o1', content: '讲了求职的几条路和要准备的材料', result: 'CONTINUE', ...body,
  })
}

export function period(state: string, startOn: string, endOn?: string): FactsDocument {
  return document('employmentPeriod', { state, startOn, ...(endOn === undefined ? {} : { endOn }) })
}

export function exclusion(reason: string, date: string, endedOn?: string): FactsDocument {
  return document('exclusion', { reason, date, evidence: '派出所证明', ...(endedOn === undefined ? {} : { endedOn }) })
}
