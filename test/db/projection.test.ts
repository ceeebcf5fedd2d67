import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../db/journal/commit.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { applyRemote, deliveryMoved } from '../../db/journal/remote.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { listPersons } from '../../db/queries/list.ts'
import { personFile } from '../../db/queries/file.ts'
import type { Store } from '../../db/store.ts'
import type { Change } from '../../domain/journal/change.ts'
import { actorId, addPerson, createTestStore, dumpEntities, dumpMeanings, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, registrationBody, samplePerson, serviceBody } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'

/** A store with people at every point of their cases, corrections, voids and an undone action. */
function lively(store: Store, people: number): string[] {
  const ids = Array.from({ length: people }, () => store.deps.newId())
  commitAction(store, by, ids.map((id, order) => personIntent(id, samplePerson(order))))
  ids.forEach((id, order) => {
    const intents: Intent[] = []
    const check = store.deps.newId()
    if (order % 2 === 0) intents.push(documentIntent('infoCheck', check, id, infoCheckBody('2026-03-02', order % 3 !== 0)))
    if (order % 5 === 0) intents.push(documentIntent('demandRegistration', store.deps.newId(), id, registrationBody('2026-03-05', '2026-09-05')))
    if (order % 7 === 0) intents.push(documentIntent('serviceRecord', store.deps.newId(), id, serviceBody('2026-04-01', '2026-06-18')))
    if (order % 11 === 0) intents.push(documentIntent('exclusion', store.deps.newId(), id, { date: '2026-08-01', reason: 'MOVED_OUT', evidence: '户籍证明' }))
    const { changes } = commitAction(store, by, intents)
    if (order % 6 === 0) {
      const body = { ...infoCheckBody('2026-03-03', true), cycleYear: '2026', personId: id }
      commitAction(store, by, [{ kind: 'succeed', entity: 'infoCheck', entityId: check, personId: id, body, replaces: changes[0]?.id as string }])
    }
    if (order % 10 === 0) {
      const head = changesOfFile(store.sqlite, id).findLast((change) => change.entityId === check)
      commitAction(store, by, [{ kind: 'void', entity: 'infoCheck', entityId: check, personId: id, reason: '填错了人', voids: head?.id as string }])
    }
    if (order % 9 === 0) commitAction(store, by, [personIntent(id, { name: `${samplePerson(order).name}甲`, hukouTown: '南塔镇' })])
  })
  return ids
}

describe('entity rows', () => {
  it('are the same when they are made anew from the journal', () => {
    const { store } = createTestStore()
    const ids = lively(store, 60)
    undoAction(store, by, changesOfFile(store.sqlite, ids[9] as string).at(-1)?.actionId as string)
    const before = dumpEntities(store)
    expect(before.case_state).toHaveLength(60)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })

  it('are the same after 2,000 persons came at once', () => {
    const { store } = createTestStore()
    commitAction(store, by, Array.from({ length: 2000 }, (_, order) => personIntent(store.deps.newId(), samplePerson(order))), { keepChanges: false })
    expect(listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 1990, limit: 50 }, today)).toMatchObject({ total: 2000 })
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })

  it('are made anew when the code that makes them has changed', () => {
    const { store, reopen } = createTestStore()
    lively(store, 12)
    const before = dumpEntities(store)
    store.sqlite.exec(`delete from case_state; update person set town = 'x'; update meta set value = '0' where key = 'projectionVersion'`)
    const seen: number[] = []
    expect(dumpEntities(reopen({ onProgress: ({ done }) => seen.push(done) }))).toEqual(before)
    expect(seen.length).toBeGreaterThan(0)
  })

  it('come out alike in whatever order and portions the changes arrive', () => {
    const source = createTestStore()
    lively(source.store, 24)
    const other = rivalsOf(source.store)
    const changes = [...allChanges(source.store), ...other].map((change, index) => ({ change, serverSeq: index + 1 }))
    const expected = meaningOf([changes])
    expect(JSON.stringify(expected.person)).toContain('contested')
    const shuffled = fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length })
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 40 }), (order, size) => {
        const portions = Array.from({ length: Math.ceil(order.length / size) }, (_, index) => order.slice(index * size, (index + 1) * size))
        expect(meaningOf([...portions, changes.slice(0, 5)])).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })

  it('keep what this version does not know, and do not stumble over it', () => {
    const { store } = createTestStore()
    const id = addPerson(store, samplePerson(1))
    const known = allChanges(store)[0] as Change
    const strange: Change = { ...known, id: store.deps.newId(), entity: 'drone', kind: 'fly', fields: { height: 3 }, deviceSeq: 99 }
    applyRemote(store, [{ change: strange, serverSeq: 7 }])
    expect(changesOfFile(store.sqlite, id).map((change) => change.entity)).toEqual(['person', 'drone'])
    expect(personFile(store, id, today, String)?.fields.name).toBe(samplePerson(1).name)
  })

  it('refuse the same id with other contents, and leave the store as it was', () => {
    const { store } = createTestStore()
    addPerson(store, samplePerson(1))
    const known = allChanges(store)[0] as Change
    const before = dumpEntities(store)
    const fresh: Change = { ...known, id: store.deps.newId(), entityId: store.deps.newId(), personId: null, deviceSeq: 5 }
    expect(() => applyRemote(store, [{ change: fresh, serverSeq: 1 }, { change: { ...known, fieldsHash: '0'.repeat(64) }, serverSeq: 2 }])).toThrow('another hash')
    expect(dumpEntities(store)).toEqual(before)
    expect(allChanges(store)).toHaveLength(1)
  })

  it('lose every value of an erased person, whichever comes first', () => {
    const one = createTestStore().store
    const id = addPerson(one, samplePerson(3))
    commitAction(one, by, [documentIntent('serviceRecord', one.deps.newId(), id, serviceBody('2026-04-01'))])
    const before = allChanges(one)
    commitAction(one, by, [{ kind: 'erase', entity: 'person', entityId: id, personId: id, ground: '本人撤回同意' }])
    const erase = allChanges(one).at(-1) as Change
    expect(one.sqlite.prepare('select count(*) from name_bigram').pluck().get()).toBe(0)
    expect(allChanges(one).slice(0, -1).every((change) => change.fields === null && change.salt === null)).toBe(true)
    const other = createTestStore().store
    applyRemote(other, [{ change: erase, serverSeq: 3 }])
    applyRemote(other, before.map((change, index) => ({ change, serverSeq: index + 1 })))
    expect(JSON.stringify(other.sqlite.prepare('select fields from change').all())).not.toContain(String(samplePerson(3).name))
    expect(listPersons(other, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 5 }, today).total).toBe(0)
  })
})

describe('marks', () => {
  it('show the worst of what is behind them, and follow the county', () => {
    const { store } = createTestStore()
    const id = addPerson(store, samplePerson(1))
    const { changes } = commitAction(store, by, [documentIntent('serviceRecord', store.deps.newId(), id, serviceBody('2026-04-01'))])
    const own = allChanges(store)
    const marks = () => {
      const file = personFile(store, id, today, String)
      return [file?.row.mark, file?.documents[0]?.mark]
    }
    const move = (changeId: string, state: string) => {
      store.sqlite.transaction(() => {
        store.sqlite.prepare('update delivery set state = ? where change_id = ?').run(state, changeId)
        deliveryMoved(store, [changeId])
      })()
    }
    expect(marks()).toEqual(['local', 'local'])
    own.forEach((change) => move(change.id, 'sealed'))
    expect(marks()).toEqual(['sending', 'sending'])
    move(own[0]?.id as string, 'accepted')
    expect(marks()).toEqual(['sending', 'sending'])
    move(changes[0]?.id as string, 'refused')
    expect(marks()).toEqual(['refused', 'refused'])
    applyRemote(store, own.map((change, index) => ({ change, serverSeq: index + 1 })))
    expect(marks()).toEqual(['received', 'received'])
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })
})

describe('a receipt', () => {
  it('moves values too, where another device has written about the same person', () => {
    const { store } = createTestStore()
    addPerson(store, { ...samplePerson(21), hukouTown: '青石镇' })
    const [own] = allChanges(store)
    const [other] = rivalsOf(store)
    applyRemote(store, [{ change: { ...(other as Change), fields: { hukouTown: { after: '柳河乡', basedOn: null } } }, serverSeq: 2 }])
    const town = () => listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 1 }, today).rows[0]?.town
    expect(town()).toBe('柳河乡')
    store.sqlite.transaction(() => {
      store.sqlite.prepare(`update delivery set state = 'accepted', server_seq = 1 where change_id = ?`).run(own?.id)
      deliveryMoved(store, [own?.id as string])
    })()
    expect(town()).toBe('青石镇')
    const before = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })
})

it('follows when the county loses the place of what others wrote', () => {
  const { store } = createTestStore()
  const source = createTestStore().store
  const id = addPerson(source, { ...samplePerson(21), hukouTown: '青石镇' })
  const first = allChanges(source)[0] as Change
  // Another device whose id sorts after ours, so that without places our change comes first.
  applyRemote(store, [{ change: { ...first, deviceId: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }, serverSeq: 5 }])
  const fields = { hukouTown: { after: '柳河乡', basedOn: first.id } }
  commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields }])
  store.sqlite.transaction(() => {
    store.sqlite.exec('update delivery set server_seq = null')
    deliveryMoved(store, [first.id])
  })()
  const moved = dumpEntities(store)
  rebuild(store)
  expect(moved).toEqual(dumpEntities(store))
  expect(personFile(store, id, today, String)?.rivals.hukouTown).toHaveLength(1)
})

function allChanges(store: Store): Change[] {
  const files = store.sqlite.prepare('select distinct file_id from change').pluck().all() as string[]
  return files.flatMap((file) => changesOfFile(store.sqlite, file)).sort((a, b) => a.seq - b.seq).map(asChange)
}

/** Changes of another device that did not know of ours. */
function rivalsOf(store: Store): Change[] {
  const other = { deviceId: store.deps.newId(), deviceEpoch: store.deps.newId() }
  return allChanges(store)
    .filter((change) => change.entity === 'person')
    .slice(0, 8)
    .map((change, index) => ({
      ...change, ...other, id: store.deps.newId(), actionId: store.deps.newId(), deviceSeq: index + 1, kind: 'patch',
      fields: { phone: { after: `1370000000${index}`, basedOn: null }, [`note${index}`]: { after: '新', basedOn: null } },
    }))
}

function meaningOf(portions: readonly { change: Change; serverSeq: number }[][]): { [table: string]: unknown[] } {
  const { store } = createTestStore()
  for (const portion of portions) applyRemote(store, portion)
  const meaning = dumpMeanings(store)
  store.close()
  return meaning
}
