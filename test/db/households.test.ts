import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { commitAction } from '../../db/journal/commit.ts'
import { applyRemote } from '../../db/journal/remote.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { personFile } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import type { Store } from '../../db/store.ts'
import { dropPerson } from '../../db/sync/leave.ts'
import type { Json } from '../../domain/journal/change.ts'
import { patchOf, foldLiving } from '../../domain/journal/fold.ts'
import { actorId, addPerson, createTestStore, dumpEntities, dumpMeanings } from './helpers.ts'
import { documentIntent, samplePerson } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'

/** Of working age for long, and out of work. */
function idle(order: number, fields: { readonly [field: string]: Json } = {}): { [field: string]: Json } {
  return { ...samplePerson(order), birthDate: '1985-03-14', sex: '1', householdId: 'H1', employmentState: 'UNEMPLOYED', ...fields }
}

function flagged(store: Store, flag: string, on = today): number {
  return listPersons(store, { filter: { flags: [flag] }, sort: 'name', descending: false, offset: 0, limit: 10 }, on).total
}

function patch(store: Store, id: string, fields: { readonly [field: string]: Json }): void {
  const state = foldLiving(changesOfFile(store.sqlite, id).filter((change) => change.entity === 'person'))
  commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: patchOf(state, fields) }])
}

describe('the groups of a household', () => {
  it('stand for every member, follow the file of any of them, and are the same after a rebuild', () => {
    const { store } = createTestStore()
    const one = addPerson(store, idle(1))
    expect([flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD'), flagged(store, 'MULTI_DISABLED_HOUSEHOLD')]).toEqual([1, 0])
    const two = addPerson(store, idle(2))
    expect([flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD'), flagged(store, 'MULTI_DISABLED_HOUSEHOLD')]).toEqual([2, 2])
    expect(personFile(store, one, today, String)?.groups).toContainEqual(expect.objectContaining({ flag: 'ZERO_EMPLOYMENT_HOUSEHOLD', because: expect.stringContaining('2 个') as string }))

    patch(store, two, { householdMembers: [{ id: store.deps.newId(), name: '王小', relation: '05', sex: '2', birthDate: '1990-01-01', state: 'EMPLOYED', ableAndWilling: true }] })
    expect([flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD'), flagged(store, 'MULTI_DISABLED_HOUSEHOLD')]).toEqual([0, 2])
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)

    patch(store, two, { householdId: 'H2' })
    expect([flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD'), flagged(store, 'MULTI_DISABLED_HOUSEHOLD')]).toEqual([1, 0])
    patch(store, one, { householdId: null })
    expect([flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD'), flagged(store, 'MULTI_DISABLED_HOUSEHOLD')]).toEqual([0, 0])
    const after = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(after)
  })

  it('move with time and with periods of work, without a write', () => {
    const { store } = createTestStore()
    const id = addPerson(store, idle(1))
    commitAction(store, by, [documentIntent('employmentPeriod', store.deps.newId(), id, { startOn: '2026-02-01', endOn: '2026-05-31', state: 'EMPLOYED' })])
    commitAction(store, by, [documentIntent('employmentPeriod', store.deps.newId(), id, { startOn: '2026-06-01', state: 'UNEMPLOYED' })])
    const holds = ['2026-01-31', '2026-02-01', '2026-05-31', '2026-06-01', '2047-01-01', '2049-01-01'].map((on) => flagged(store, 'ZERO_EMPLOYMENT_HOUSEHOLD', on))
    expect(holds).toEqual([1, 0, 0, 1, 1, 0])
  })

  it('go with whoever leaves this device', () => {
    const { store } = createTestStore()
    addPerson(store, idle(1))
    const two = addPerson(store, idle(2))
    store.sqlite.transaction(() => dropPerson(store, two)).immediate()
    expect(flagged(store, 'MULTI_DISABLED_HOUSEHOLD')).toBe(0)
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })

  it('come out alike in whatever order the files of the members arrive', () => {
    const { store } = createTestStore()
    const ids = [addPerson(store, idle(1)), addPerson(store, idle(2)), addPerson(store, idle(3, { householdId: 'H2' }))]
    patch(store, ids[1] as string, { employmentState: 'EMPLOYED' })
    patch(store, ids[2] as string, { householdId: 'H1' })
    patch(store, ids[0] as string, { householdId: 'H2' })
    const changes = ids.flatMap((id) => changesOfFile(store.sqlite, id)).sort((a, b) => a.seq - b.seq).map((change, index) => ({ change: asChange(change), serverSeq: index + 1 }))
    const flagsOf = (order: typeof changes): unknown => {
      const other = createTestStore().store
      for (const item of order) applyRemote(other, [item])
      const flags = dumpMeanings(other).person_flag
      other.close()
      return flags
    }
    const expected = flagsOf(changes)
    expect(JSON.stringify(expected)).toContain('HOUSEHOLD')
    fc.assert(fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (order) => {
      expect(flagsOf(order)).toEqual(expected)
    }), { numRuns: 15 })
  })
})
