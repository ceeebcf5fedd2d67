import type { Intent } from '../../db/journal/commit.ts'
import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { actorId } from './helpers.ts'

/** Made-up people and the least that completes each step. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export function sampleIdNumber(birthDate: string, order: number): string {
  const digits = `210199${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index] as number), 0)
  return digits + '10X98765432'[sum % 11]
}

const surnames = ['王', '李', '单', '仇', '欧阳', '覃', '翟']
const givenNames = ['伟', '海棠', '芳', '建国', '春燕', '𠮷']
const towns = ['青石镇', '柳河乡', '东关街道']

export function samplePerson(order: number): { [field: string]: Json } {
  const birthDate = `${1960 + (order % 51)}-${String(1 + (order % 12)).padStart(2, '0')}-${String(1 + (order % 28)).padStart(2, '0')}`
  const idNumber = sampleIdNumber(birthDate, order % 1000)
  return {
    name: `${surnames[order % surnames.length]}${givenNames[order % givenNames.length]}`,
    idNumber,
    certNumber: `${idNumber}4${1 + (order % 4)}`,
    sex: order % 2 === 0 ? '2' : '1',
    birthDate,
    disabilityCategory: '4',
    disabilityGrade: String(1 + (order % 4)),
    hukouTown: towns[order % towns.length] as string,
    hukouVillage: `第${order % 5}村`,
    householdId: order % 8 < 2 ? `H${Math.floor(order / 8)}` : null,
    phone: `139${String(10000000 + order * 37).slice(0, 8)}`,
    employmentState: order % 4 === 0 ? 'EMPLOYED' : 'UNEMPLOYED',
  }
}

export type DocumentKind = Extract<Intent, { kind: 'create' }>['entity']

export function documentIntent(entity: DocumentKind, entityId: string, personId: string, body: JsonObject): Intent {
  return { kind: 'create', entity, entityId, personId, body: { personId, cycleYear: String(Object.values(body)[0]).slice(0, 4), ...body } }
}

const signature = { form: 'PAPER', date: '2026-03-01', location: '县残联档案柜' }

export function infoCheckBody(on: string, need: boolean): JsonObject {
  return {
    checkedOn: on, method: 'HOME_VISIT', checkerId: actorId, result: 'MATCH', respondent: 'SELF', employmentState: 'UNEMPLOYED',
    workWillingness: need ? 'WILLING' : 'UNWILLING', hasEmploymentNeed: need, hasTrainingNeed: false, hasStartupNeed: false,
    hardshipFlags: [], signature, ...(need ? {} : { noNeedReason: 'OTHER', noNeedNote: '照看家里' }),
  }
}

export function registrationBody(on: string, validUntil: string): JsonObject {
  return {
    registeredOn: on, validUntil, intentions: [{ rank: 1, family: 'F1', form: '3' }], workTime: ['FULL'], targetAreas: ['ANY'],
    availableFrom: on, serviceNeeds: ['1'], clerkId: actorId, signature,
  }
}

export function serviceBody(on: string, followUpOn?: string): JsonObject {
  return {
    servedOn: on, minutes: 30, serviceType: '1', method: 'HOME_VISIT', staffId: actorId, content: '说明了岗位和补贴政策', result: 'CONTINUE',
    ...(followUpOn === undefined ? {} : { followUpOn }),
  }
}
