import type { Output, PersonFile } from '../../renderer/api/client.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'

/** One made-up person whose file holds something of everything, for tests of looks and the preview. */

type Document = PersonFile['documents'][number]

function document(n: number, entity: string, body: Document['body'], more: Partial<Document> = {}): Document {
  return { id: uuid(n), entity, on: null, version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received', headId: uuid(n + 100), body, ...more }
}

const personId = uuid(6)
const daughter = { id: uuid(400), name: '王小', relation: '05', sex: '2', birthDate: '2001-02-03', state: 'UNEMPLOYED', ableAndWilling: true, note: '在县里学美容' }
const row = personRow(5)
const base = personFile(row)

export const fullFile: PersonFile = {
  ...base,
  fields: {
    ...base.fields, householdId: '户2-117', relationToHead: '妻', householdMembers: [daughter], disabilityCategory: '7', multiCategories: ['1', '4'], legalCapacity: 'LIMITED', guardianName: '王立',
    education: '31', workCapacity: 'LOST', antiPovertyType: 'RISK_2026', antiPovertyFrom: '2026-03-01',
  },
  hints: [{ field: 'sex', message: '身份证号里的性别是男，请核对' }],
  documents: [
    ...base.documents.filter(({ entity }) => entity !== 'employmentPeriod'),
    document(803, 'employmentPeriod', { state: 'EMPLOYED', startOn: '2026-04-01', employmentForm: '4', channel: '9', industry: 'S', jobTitle: '村里保洁', employerName: '前进村村委会', contractType: 'FIXED', contractStart: '2026-04-01', contractEnd: '2027-03-31', monthlyIncomeFen: 180000, insurances: ['INJURY'] }, { version: 2, mark: 'local' }),
    document(804, 'employmentPeriod', { state: 'UNEMPLOYED', startOn: '2024-08-01', endOn: '2026-04-30', unemployedReason: '5', livingSource: '4', unempRegistered: false }),
    document(805, 'employmentPeriod', { state: 'EMPLOYED', startOn: '2022-01-01', endOn: '2024-07-31', employmentForm: '74', jobTitle: '零工' }, { voided: true, voidReason: '写错了人' }),
    document(820, 'exclusion', { reason: 'IMPRISONED', date: '2019-01-05', endedOn: '2020-01-04', evidence: '法院判决书 2019 刑初 12 号' }),
    document(830, 'rightsRequest', { kind: 'CORRECTION', receivedOn: '2026-10-26', dueOn: '2026-11-16', askedFor: '电话写错了，尾号是 2746' }),
    document(831, 'rightsRequest', { kind: 'COPY', receivedOn: '2026-03-12', dueOn: '2026-04-02', doneOn: '2026-03-12', result: 'DONE' }),
  ],
  timeline: [
    {
      actionId: uuid(904), at: '2026-11-22T02:03:00.000Z', actor: '祝晓东', what: 'employmentPeriod.succeed', reason: null, mark: 'local', documentId: uuid(803), version: 2,
      fields: [{ field: 'monthlyIncomeFen', from: 150000, to: 180000 }, { field: 'jobTitle', from: '保洁', to: '村里保洁' }],
    },
    { actionId: uuid(905), at: '2026-11-22T02:01:00.000Z', actor: '林芳', what: 'employmentPeriod.void', reason: '写错了人', mark: 'received', documentId: uuid(805), version: 1, fields: [] },
    ...base.timeline,
  ],
}

export const fullHousehold: NonNullable<Output<'persons.household'>> = {
  householdId: '户2-117',
  files: [
    { personId, name: row.name, sex: '2', age: 52, relationToHead: '妻', isHolder: true, isGone: false, state: 'UNEMPLOYED' },
    { personId: uuid(8), name: '陈桂兰', sex: '2', age: 50, relationToHead: '户主', isHolder: true, isGone: false, state: null },
  ],
  members: [
    { ...daughter, personId, personName: row.name, differs: false },
    { id: uuid(401), name: '陈强', relation: '01', sex: '1', state: 'EMPLOYED', ableAndWilling: true, personId: uuid(8), personName: '陈桂兰', differs: true },
  ],
  facts: { holders: 2, unknown: 1 },
  groups: [{ flag: 'MULTI_DISABLED_HOUSEHOLD', because: '同一户有 2 人持残疾人证' }],
}

export const fileHandlers: NonNullable<FakeOptions['handlers']> = {
  'persons.get': () => succeed(fullFile),
  'persons.household': () => succeed(fullHousehold),
  'persons.asAt': () => succeed({ file: fullFile, since: '2026-03-12' }),
}
