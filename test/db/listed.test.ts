import { expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { listPersons } from '../../db/queries/list.ts'
import type { Store } from '../../db/store.ts'
import { actorId, createTestStore, personIntent } from './helpers.ts'
import { samplePerson } from './samples.ts'

const by = { actorId }

/** What the list says and what is in it, for everybody and for each town. */
function totals(store: Store) {
  const of = (filter: { town?: string }) => listPersons(store, { filter, sort: 'due', descending: false, offset: 0, limit: 1 }, '2026-06-15').total
  const rows = store.sqlite.prepare(`select town, count(*) as n from case_state where cycle_year = '2026' group by town`).all() as { town: string; n: number }[]
  return {
    said: [of({}), ...rows.map(({ town }) => of({ town }))],
    there: [rows.reduce((sum, { n }) => sum + n, 0), ...rows.map(({ n }) => n)],
  }
}

it('the length of the list is that of its rows, whoever comes, moves, is taken back or erased', () => {
  const { store } = createTestStore()
  const ids = Array.from({ length: 30 }, () => store.deps.newId())
  const came = commitAction(store, by, ids.slice(0, 20).map((id, order) => personIntent(id, samplePerson(order))))
  expect(totals(store).said).toEqual(totals(store).there)
  const more = commitAction(store, by, ids.slice(20).map((id, order) => personIntent(id, samplePerson(order + 20))))
  const first = ids[0] as string
  commitAction(store, by, [{
    kind: 'patch', entity: 'person', entityId: first, personId: first,
    fields: { hukouTown: { after: '别的乡', basedOn: came.changes[0]?.id ?? null } },
  }])
  expect(totals(store)).toEqual({ said: totals(store).there, there: totals(store).there })
  undoAction(store, by, more.actionId)
  const second = ids[1] as string
  commitAction(store, by, [{ kind: 'erase', entity: 'person', entityId: second, personId: second, ground: 'REQUEST' } as never])
  const after = totals(store)
  expect(after.said).toEqual(after.there)
  expect(after.said[0]).toBe(19)
  rebuild(store)
  expect(totals(store)).toEqual(after)
})
