import { currentInstrument, scoredItemsOf } from '../../domain/assessment/index.ts'
import { succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { personRow, uuid } from './people.ts'

/** Drawn assessments, one of each standing, and how two people agreed. */

const drawn = [
  { assessmentId: uuid(7501), row: personRow(2), assessedOn: '2026-03-12', assessorName: '周敏', state: 'open' as const, ratedOn: null, raterName: null },
  { assessmentId: uuid(7502), row: personRow(3), assessedOn: '2026-05-06', assessorName: '林芳', state: 'own' as const, ratedOn: null, raterName: null },
  { assessmentId: uuid(7503), row: personRow(4), assessedOn: '2026-06-18', assessorName: '周敏', state: 'done' as const, ratedOn: '2026-07-01', raterName: '林芳' },
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
