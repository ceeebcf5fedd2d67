import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import type { PersonFilter } from '../../db/queries/filter.ts'
import { listPersons } from '../../db/queries/list.ts'
import type { Sort } from '../../db/queries/list.ts'
import type { PersonRow } from '../../db/queries/rows.ts'
import type { Store } from '../../db/store.ts'
import { actorId, createTestStore, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson, serviceBody } from './samples.ts'

const today = '2026-12-28'

function filled(): Store {
  const { store } = createTestStore({ now: '2026-12-28T02:00:00.000Z' })
  const intents = Array.from({ length: 90 }, (_, order) => order).flatMap((order): Intent[] => {
    const id = store.deps.newId()
    const extra = { ...(order % 7 === 0 ? { responsibleId: actorId } : {}), ...(order % 5 === 0 ? { verification: { phone: '空号' } } : {}) }
    const all = [personIntent(id, { ...samplePerson(order), ...extra, disabilityCategory: String(1 + (order % 7)) })]
    if (order % 2 === 0) all.push(documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody('2026-03-02', order % 4 === 0)))
    if (order % 3 === 0) all.push(documentIntent('serviceRecord', store.deps.newId(), id, serviceBody('2026-04-01')))
    return all
  })
  commitAction(store, { actorId }, intents)
  store.sqlite.exec(`update person set mark = 'received' where no % 3 = 0; update person set mark = 'refused' where no % 11 = 0`)
  return store
}

/** The same filter, told once more in the plainest way. */
function matches(row: PersonRow, filter: PersonFilter, responsible: ReadonlySet<string>): boolean {
  if (filter.town !== undefined && row.town !== filter.town) return false
  if (filter.village !== undefined && row.village !== filter.village) return false
  if (filter.population === 'target' && !row.inTarget) return false
  if (filter.population === 'need' && !(row.inTarget && row.hasNeed === true)) return false
  const isDone = row.hasNeed === true && row.steps.every((step) => step.state === 'done')
  if (filter.step === 'done' && !isDone) return false
  if (filter.step === 'none' && row.inTarget && (row.nextStep !== null || isDone)) return false
  if (typeof filter.step === 'number' && row.nextStep !== filter.step) return false
  const due = row.dueOn ?? '9999'
  if (filter.due === 'overdue' && !(due < today)) return false
  if (filter.due === 'week' && !(due >= today && due <= '2027-01-04')) return false
  if (filter.due === 'month' && !(due >= today && due <= '2027-01-27')) return false
  if ((filter.flags ?? []).some((flag) => !row.flags.includes(flag))) return false
  if (filter.toVerify !== undefined && row.toVerify > 0 !== filter.toVerify) return false
  if (filter.mark !== undefined && row.mark !== filter.mark) return false
  if (filter.responsibleId !== undefined && !responsible.has(row.id)) return false
  return filter.text === undefined || row.name.includes(filter.text)
}

const values = fc.record({
  text: fc.constantFrom('王', '海棠', '李芳', '欧阳'),
  town: fc.constantFrom('青石镇', '柳河乡', '没有的镇'),
  village: fc.constantFrom('第1村', '第2村'),
  population: fc.constantFrom('all' as const, 'target' as const, 'need' as const),
  step: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'done' as const, 'none' as const),
  due: fc.constantFrom('overdue' as const, 'week' as const, 'month' as const),
  flags: fc.subarray(['BLIND', 'SEVERE_OR_ASSISTED']),
  toVerify: fc.boolean(),
  mark: fc.constantFrom('local' as const, 'received' as const, 'refused' as const),
  responsibleId: fc.constant(actorId),
})
const names = ['text', 'town', 'village', 'population', 'step', 'due', 'flags', 'toVerify', 'mark', 'responsibleId'] as const

/** Three conditions at most: more of them find nobody. */
const filters: fc.Arbitrary<PersonFilter> = fc
  .tuple(values, fc.subarray([...names], { maxLength: 3 }))
  .map(([all, chosen]) => Object.fromEntries(chosen.map((name) => [name, all[name]])) as PersonFilter)

it('gives for any filter, order and page what reading everybody would give', () => {
  const store = filled()
  const everybody = listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 200 }, today).rows
  const responsible = new Set(store.sqlite.prepare('select id from person where responsible_id is not null').pluck().all() as string[])
  let found = 0
  fc.assert(
    fc.property(filters, fc.constantFrom<Sort>('due', 'name', 'town', 'age'), fc.boolean(), (filter, sort, descending) => {
      const { total, rows } = listPersons(store, { filter, sort, descending, offset: 0, limit: 200 }, today)
      const expected = everybody.filter((row) => matches(row, filter, responsible))
      expect(rows.map((row) => row.id).sort()).toEqual(expected.map((row) => row.id).sort())
      expect(total).toBe(expected.length)
      const second = listPersons(store, { filter, sort, descending, offset: 2, limit: 3 }, today).rows
      expect(second.map((row) => row.id)).toEqual(rows.slice(2, 5).map((row) => row.id))
      found += total
    }),
    { numRuns: 300, examples: [[{ population: 'need' }, 'due', false], [{ mark: 'received', town: '青石镇' }, 'age', true], [{ step: 2, due: 'week' }, 'town', true]] },
  )
  expect(found).toBeGreaterThan(1000)
})
