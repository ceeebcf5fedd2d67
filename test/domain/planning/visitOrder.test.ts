import { expect, it } from 'vitest'
import { compareVisits } from '../../../domain/planning/visitOrder.ts'
import type { OrderedVisit } from '../../../domain/planning/visitOrder.ts'

const visit = (nameKey: string, more: Partial<OrderedVisit> = {}): OrderedVisit => ({ order: null, dueOn: null, town: '示范镇', village: '前进村', nameKey, ...more })

it('goes by hand, then by what has been overdue for longest, then place by place, then by name', () => {
  const visits = [
    visit('wang'), visit('li', { dueOn: '2026-12-31', village: '后屯村' }), visit('zhao', { dueOn: '2026-12-31' }), visit('bai', { dueOn: '2026-12-31' }),
    visit('sun', { dueOn: '2026-11-02' }), visit('chen', { dueOn: '2026-10-30', town: '西岭镇' }), visit('he', { order: 2 }), visit('gu', { order: 1, dueOn: null }),
  ]
  const expected = ['gu', 'he', 'chen', 'sun', 'bai', 'zhao', 'li', 'wang']
  expect(visits.toSorted(compareVisits).map(({ nameKey }) => nameKey)).toEqual(expected)
  expect(visits.toReversed().sort(compareVisits).map(({ nameKey }) => nameKey)).toEqual(expected)
})
