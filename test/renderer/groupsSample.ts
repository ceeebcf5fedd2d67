import { cycleOfYear, planById } from '../../domain/plan/index.ts'
import { dutiesOf, graduateProgress } from '../../domain/groups/index.ts'
import type { Plan } from '../../domain/plan/index.ts'
import type { Output } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { personRow, today, uuid } from './people.ts'

/** A graduate who is blind and long without work, and the graduates of the county. */

const plan = planById('LN-2025-2027') as Plan
const cycle = cycleOfYear('2026')
type Group = Output<'groups.ofPerson'>['groups'][number]

const services = [{ id: uuid(8301), entity: 'serviceRecord', body: { servedOn: '2026-09-02', serviceType: '03', minutes: 30, staffId: 'u', content: '推荐了岗位', result: 'CONTINUE', cycleYear: '2026', referrals: [{}, {}] } }]

function group(flag: string, because: string, more: Partial<Group> = {}): Group {
  return {
    flag, because, from: '2025-08-01', until: null, basis: [], restsOn: 'answers', isComputed: true, isCounted: true, confirmation: null,
    duties: dutiesOf(flag, { person: {}, documents: services }, plan, cycle).map(({ duty, action, done }) => ({ id: duty.id, words: { zh: duty.zh, en: duty.en }, action, done: [...done] })),
    ...more,
  }
}

const planBody = {
  openedOn: '2026-07-10', responsibleName: '林芳', situation: '会计专业，考过初级。上下楼要扶', goal: '在县城做会计或者数据标注', cycleYear: '2026',
  steps: [{ kind: 'POLICY_TALK', on: '2026-07-10', result: '知道求职补贴了' }, { kind: 'JOB_OFFER', on: '2026-08-06', result: '面试没去成' }],
}
const progress = graduateProgress(planBody, services, plan.graduateSteps)

export const groupsOfPerson: Output<'groups.ofPerson'> = {
  on: today, cycleYear: '2026', plan: { zh: plan.zh, en: plan.en, confirmed: false },
  groups: [
    group('LONG_TERM_UNEMPLOYED', '2024-08-01 起没有工作，满 12 个月', {
      basis: [{ field: 'unemployedSince', value: '2024-08-01', entity: 'infoCheck', documentId: uuid(8401), on: '2026-03-12' }],
      confirmation: { isConfirmed: true, on: '2026-03-12', byName: '林芳', note: null, entity: 'infoCheck' },
    }),
    group('GRADUATE', '2025-06 毕业，2 年内', {
      restsOn: 'register', until: '2027-07-01',
      basis: [{ field: 'education', value: '31', entity: 'person', documentId: null, on: null }, { field: 'graduatedOn', value: '2025-06-30', entity: 'person', documentId: null, on: null }],
    }),
    group('TRAINABLE_YOUTH', '普通高中，45 岁以内，本人愿意', {
      isCounted: false, confirmation: { isConfirmed: false, on: '2026-05-08', byName: '周敏', note: '已经在读成人大专', entity: 'groupConfirmation' },
      basis: [{ field: 'workWillingness', value: 'WILLING', entity: 'infoCheck', documentId: uuid(8401), on: '2026-03-12' }],
    }),
  ],
  coming: [{ flag: 'AGED_4050', from: '2027-01-14', because: '没有工作，满 40 岁' }],
  graduate: { documentId: uuid(8201), changeId: uuid(8202), cycleYear: '2026', body: planBody, progress: { ...progress, steps: [...progress.steps], counts: progress.counts.map((each) => ({ ...each, kinds: [...each.kinds] })) } },
}

const overview: Output<'groups.overview'> = {
  on: today,
  flags: [
    { flag: 'LONG_TERM_UNEMPLOYED', people: 412 }, { flag: 'DIBAO', people: 268 }, { flag: 'AGED_4050', people: 301 }, { flag: 'SEVERE_OR_ASSISTED', people: 188 },
    { flag: 'BLIND', people: 96 }, { flag: 'MULTI_DISABLED_HOUSEHOLD', people: 41 }, { flag: 'ZERO_EMPLOYMENT_HOUSEHOLD', people: 17 }, { flag: 'GRADUATE', people: 4 },
  ],
  graduates: {
    total: 4, withPlan: 3, owed: 6,
    rows: [
      { row: personRow(6), openedOn: null, responsibleName: null, done: 0, owed: 6, outcome: null },
      { row: personRow(0), openedOn: '2026-07-10', responsibleName: '林芳', done: 2, owed: 6, outcome: null },
      { row: personRow(8), openedOn: '2025-09-01', responsibleName: '周敏', done: 6, owed: 6, outcome: null },
      { row: personRow(11), openedOn: '2025-09-01', responsibleName: '周敏', done: 5, owed: 6, outcome: 'EMPLOYED' },
    ],
  },
}

type Item = Output<'review.list'>['rows'][number]
function item(n: number, kind: Item['kind'], on: string, more: Partial<Item> = {}): Item {
  return {
    documentId: uuid(8500 + n), changeId: uuid(8600 + n), kind, on, version: 1, author: '林芳', isOwn: false, row: personRow(n),
    standing: { state: 'submitted', on: '2026-11-20', byName: '林芳', reason: null, askedFor: null }, ...more,
  }
}

export const submitted: Item[] = [
  item(1, 'infoCheck', '2026-11-12'), item(2, 'infoCheck', '2026-11-13', { version: 2 }), item(0, 'capabilityAssessment', '2026-11-18', { author: '周敏' }),
  item(4, 'serviceRecord', '2026-11-19', { author: '佟立新', isOwn: true }), item(5, 'demandRegistration', '2026-11-20'),
]
export const returned: Item[] = [
  item(7, 'infoCheck', '2026-11-10', { isOwn: true, standing: { state: 'returned', on: '2026-11-16', byName: '佟立新', reason: '少了本人签字，补上再交', askedFor: null } }),
]
export const unsent: Item[] = [
  item(3, 'infoCheck', '2026-11-02', { isOwn: true, version: 2, standing: { state: 'none', on: null, byName: null, reason: null, askedFor: '就业状况和花名册不一样，问清楚' } }),
  item(9, 'serviceRecord', '2026-11-21', { isOwn: true, standing: { state: 'none', on: null, byName: null, reason: null, askedFor: null } }),
]

export const groupsHandlers: NonNullable<FakeOptions['handlers']> = {
  'groups.ofPerson': () => succeed(groupsOfPerson),
  'groups.overview': () => succeed(overview),
  'review.counts': () => succeed({ none: unsent.length, submitted: submitted.length, returned: returned.length, mostCounted: 9999 }),
  'review.list': ({ state }) => succeed({ rows: state === 'submitted' ? submitted : state === 'returned' ? returned : unsent }),
}
