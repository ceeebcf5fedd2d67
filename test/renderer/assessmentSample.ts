import { currentInstrument, scoredItemsOf } from '../../domain/assessment/index.ts'
import { succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { personRow, uuid } from './people.ts'
import { documentOf, personId, savedAt, vector1 } from './recordsBridge.ts'

/** Drawn assessments, one of each standing, and how two people agreed. */

const drawn = [
  { assessmentId: uuid(7501), row: personRow(2), assessedOn: '2026-03-12', assessorName: '周敏', state: 'open' as const, isBegun: false, ratedOn: null, raterName: null },
  { assessmentId: uuid(7502), row: personRow(3), assessedOn: '2026-05-06', assessorName: '林芳', state: 'own' as const, isBegun: false, ratedOn: null, raterName: null },
  { assessmentId: uuid(7503), row: personRow(4), assessedOn: '2026-06-18', assessorName: '周敏', state: 'done' as const, isBegun: false, ratedOn: '2026-07-01', raterName: '林芳' },
]

export const toRate = {
  assessmentId: uuid(7501), changeId: uuid(7601), row: personRow(2), assessedOn: '2026-03-12', instrumentVersion: 'ICFVR-LN-1', assistiveDevices: ['01', '02'],
}

const items = scoredItemsOf(currentInstrument).map(({ code }, i) => ({ code, compared: 4, exact: 4 - (i % 3), withinOne: i % 7 === 0 ? 3 : 4 }))
const sum = (of: 'compared' | 'exact' | 'withinOne') => items.reduce((total, item) => total + item[of], 0)

export const assessmentHandlers: NonNullable<FakeOptions['handlers']> = {
  'assessment.drawn': () => succeed({ cycleYear: '2026', drawn: 3, done: 1, rows: drawn, again: { total: 1, rows: [{ row: personRow(5), on: '2025-11-20', dueOn: '2026-11-20' }] } }),
  'assessment.toRate': () => succeed(toRate),
  'assessment.agreement': () => succeed({ cycleYear: '2026', pairs: 4, overall: { compared: sum('compared'), exact: sum('exact'), withinOne: sum('withinOne') }, items }),
}

export const completed = {
  done: [2] as const,
  documents: [
    documentOf(uuid(7301), 'capabilityAssessment', {
      assessedOn: '2026-11-20', place: '本人家里', mode: 'INTERVIEW', assessorQualification: '就业指导员', instrumentVersion: 'ICFVR-LN-1', assistiveDevices: ['01'],
      items: vector1.flatMap(([letter, grades]) => grades.map((q, i) => ({ code: `${letter}${i + 1}`, q, ...(letter === 'A' && i === 0 ? { qWithoutAid: 4, note: '戴助视器能看清大字' } : {}) }))),
      env: [{ code: 'E1', value: -2 }, { code: 'E2', value: 3 }, { code: 'E3', value: 0 }, { code: 'E4', value: 1 }], index: 77.5, supportLevel: 1,
      testKit: { testedOn: '2026-11-18', org: '县残联', results: { A: '良好', B: '中等', C: '62 分', D: '良好' } }, attachments: [{ name: '测评报告', location: '县残联档案柜' }],
      suggestedForms: ['QUOTA', 'CONCENTRATED'], suggestedFamilies: ['J03', 'J05'], accommodations: [{ item: 'A1', text: '放大软件' }, { item: 'C1', text: '口头说明' }], suggestedTraining: ['K2', 'T1'],
      conclusion: '指数 77.5，支持等级 1，少量支持。', personOpinion: 'AGREE',
    }),
  ],
}

const answers = vector1.flatMap(([letter, grades]) => grades.map((q, i) => ({ code: `${letter}${i + 1}`, q })))

/** Somebody who was assessed two years ago, with a form half filled in: the first test vector, an aid and a note in it. */
export const halfFilled = {
  documents: [
    { ...documentOf(uuid(7300), 'capabilityAssessment', { assessedOn: '2024-05-10', instrumentVersion: 'ICFVR-LN-1', items: answers.map((item) => ({ ...item, q: Math.min(4, item.q + (item.code === 'A3' ? 1 : 0)) })), env: [{ code: 'E1', value: -2 }], index: 76.8, supportLevel: 1 }), on: '2024-05-10', cycleYear: '2024' },
  ],
  drafts: {
    capabilityAssessment: {
      savedAt, field: null,
      body: {
        personId, cycleYear: '2026', assessedOn: '2026-11-23', assessorId: uuid(500), instrumentVersion: 'ICFVR-LN-1', assistiveDevices: ['01'],
        items: answers.map((item) => (item.code === 'A1' ? { ...item, qWithoutAid: 4, note: '戴助视器能看清大字' } : item.code === 'A3' ? { ...item, asBefore: true } : item)),
        env: [{ code: 'E1', value: -2 }, { code: 'E2', value: 3 }],
      },
    },
  },
}
