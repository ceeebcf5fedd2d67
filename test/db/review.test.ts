import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { countReviews, listReviews } from '../../db/queries/review.ts'
import { personFacts } from '../../db/queries/file.ts'
import type { Store } from '../../db/store.ts'
import { isReviewed, reviewsOf, reviewStandingOf } from '../../domain/review/index.ts'
import type { ReviewState } from '../../domain/review/index.ts'
import { actorId, addPerson, createTestStore, dumpEntities } from './helpers.ts'

const today = '2026-06-15'
const office = '01890a5d-ac96-774b-bcce-b302099a8058'

function write(store: Store, by: string, personId: string, entity: 'serviceRecord' | 'review', body: object, entityId = store.deps.newId(), replaces: string | null = null): string {
  const whole = { personId, cycleYear: '2026', ...body } as never
  const intent = { entity, entityId, personId, body: whole }
  const { changes } = commitAction(store, { actorId: by }, [replaces === null ? { kind: 'create', ...intent } : { kind: 'succeed', ...intent, replaces }])
  return changes[0]?.id ?? ''
}
const service = (on = '2026-03-02') => ({ servedOn: on, serviceType: '02', minutes: 30, staffId: 'u', content: '讲了求职的几条路和材料', result: 'CONTINUE' })
const act = (documentId: string, changeId: string, decision: string, byId: string) =>
  ({ documentId, changeId, decision, on: today, byId, ...(decision === 'RETURNED' ? { reason: '日期不对' } : {}) })

const listed = (store: Store, state: 'none' | 'submitted' | 'returned') => listReviews(store, today, { state, authors: null, offset: 0, limit: 200 })

describe('records by where they stand with the review', () => {
  it('are listed oldest first, with who wrote them and why they came back', () => {
    const { store } = createTestStore()
    const person = addPerson(store, { name: '王明', employmentState: 'UNEMPLOYED' })
    const [later, earlier] = [store.deps.newId(), store.deps.newId()]
    const second = write(store, actorId, person, 'serviceRecord', service('2026-04-01'), later)
    const first = write(store, actorId, person, 'serviceRecord', service('2026-03-01'), earlier)
    expect(listed(store, 'none').map(({ documentId }) => documentId)).toEqual([earlier, later])
    write(store, actorId, person, 'review', act(earlier, first, 'SUBMITTED', actorId))
    write(store, office, person, 'review', act(earlier, first, 'RETURNED', office))
    expect(listed(store, 'returned')).toMatchObject([{ documentId: earlier, authorId: actorId, standing: { reason: '日期不对' }, row: { name: '王明' } }])
    expect(listReviews(store, today, { state: 'none', authors: [office], offset: 0, limit: 9 })).toEqual([])
    expect(countReviews(store, today, { state: 'none', authors: [actorId] })).toBe(1)
    commitAction(store, { actorId }, [{ kind: 'void', entity: 'serviceRecord', entityId: later, personId: person, reason: '录错了人', voids: second }])
    expect(countReviews(store, today, { state: 'none', authors: null })).toBe(0)
  })

  it('stand in the rows as the domain derives them, also after a rebuild', () => {
    const steps = fc.array(fc.record({ record: fc.integer({ min: 0, max: 2 }), what: fc.constantFrom('SUBMITTED', 'REVIEWED', 'RETURNED', 'correct'), by: fc.constantFrom(actorId, office) }), { maxLength: 12 })
    const { store } = createTestStore()
    fc.assert(
      fc.property(steps, (history) => {
        const person = addPerson(store, { name: '王明', employmentState: 'UNEMPLOYED' })
        const records = [0, 1, 2].map(() => {
          const id = store.deps.newId()
          return { id, head: write(store, actorId, person, 'serviceRecord', service(), id) }
        })
        for (const { record, what, by } of history) {
          const chosen = records[record]
          if (chosen === undefined) continue
          if (what === 'correct') chosen.head = write(store, by, person, 'serviceRecord', { ...service(), note: by }, chosen.id, chosen.head)
          else write(store, by, person, 'review', act(chosen.id, chosen.head, what, by))
        }
        const facts = personFacts(store, person) ?? { person: {}, documents: [] }
        const derived = facts.documents.filter(({ entity }) => isReviewed(entity)).map((record) => [record.id, reviewStandingOf(record, reviewsOf(facts)).state])
        const rows = store.sqlite.prepare('select id, review from document where person_id = ? and review is not null').all(person) as { id: string; review: ReviewState }[]
        expect(rows.map(({ id, review }) => [id, review]).sort()).toEqual(derived.sort())
      }),
      { numRuns: 25 },
    )
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })
})
