import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { mergePersons } from '../../db/journal/merge.ts'
import { applyRemote } from '../../db/journal/remote.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { personFile } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import { dashboard } from '../../db/queries/overview.ts'
import { searchPersons } from '../../db/queries/search.ts'
import type { Store } from '../../db/store.ts'
import type { Change } from '../../domain/journal/change.ts'
import { actorId, addPerson, createTestStore, dumpEntities, dumpMeanings, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson, serviceBody } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'

/** Two files of one person: the one with a check, the other with a service and another phone. */
function twoFiles(store: Store) {
  const a = addPerson(store, { ...samplePerson(25), householdId: null })
  const b = addPerson(store, { ...samplePerson(25), householdId: null, phone: '13800000002', education: '3' })
  const check = store.deps.newId()
  const service = store.deps.newId()
  commitAction(store, by, [documentIntent('infoCheck', check, a, infoCheckBody('2026-03-02', true))])
  commitAction(store, by, [documentIntent('serviceRecord', service, b, { ...serviceBody('2026-04-01'), serviceType: '01' })])
  return { a, b, check, service }
}

const file = (store: Store, id: string) => personFile(store, id, today, String)
const listed = (store: Store) => listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 50 }, today)
const allChanges = (store: Store): Change[] =>
  (store.sqlite.prepare('select distinct file_id from change order by file_id').pluck().all() as string[]).flatMap((id) => changesOfFile(store.sqlite, id).map(asChange))

/** Rows without the marks of delivery and what tells versions apart: what people see of a person. */
function seen(store: Store) {
  const { alias: _alias, ...dump } = dumpMeanings(store)
  return JSON.parse(JSON.stringify(dump).replaceAll(/\\"mark\\":\\"\w+\\"/g, '')) as typeof dump
}

describe('two files merged', () => {
  it('are one in lists, search and counters, and the file shows the records of both', () => {
    const { store } = createTestStore()
    const { a, b, check, service } = twoFiles(store)
    expect(dashboard(store, today).total.target).toBe(2)
    mergePersons(store, by, { survivorId: a, loserId: b, fields: { phone: '13800000002', education: '3' } })
    expect(listed(store).rows.map((row) => row.id)).toEqual([a])

    expect(dashboard(store, today).total).toMatchObject({ target: 1, checked: 1, served: 1 })
    expect(searchPersons(store, { text: '13800000002', limit: 5 }, today).map((found) => found.row.id)).toEqual([a])
    const shown = file(store, a)
    expect(shown?.fields).toMatchObject({ phone: '13800000002', education: '3' })
    expect(shown?.documents.map(({ id, openedFor }) => ({ id, openedFor }))).toEqual([
      { id: service, openedFor: b },
      { id: check, openedFor: undefined },
    ])
    expect(shown?.timeline.some((entry) => entry.what === 'serviceRecord.create' && entry.openedFor === b)).toBe(true)
    expect(shown?.joined).toEqual([{ personId: b, name: samplePerson(25).name, idNumberMasked: expect.stringContaining('*') as unknown }])
    expect(file(store, b)?.row.id).toBe(a)
  })

  it('are as they were after the action is taken back, and one again when that is taken back', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    const before = seen(store)
    const merged = mergePersons(store, by, { survivorId: a, loserId: b, fields: { phone: '13800000002', education: '3' } })
    const joined = seen(store)
    const undone = undoAction(store, by, merged.actionId)
    expect(undone.kept).toEqual([])
    expect(seen(store)).toEqual(before)
    expect(file(store, a)?.joined).toEqual([])
    undoAction(store, by, undone.actionId)
    expect(seen(store)).toEqual(joined)
  })

  it('keep what was written meanwhile with the file it was written in when they part', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    const merged = mergePersons(store, by, { survivorId: a, loserId: b, fields: { phone: '13800000002', education: '3' } })
    const [late, later] = [store.deps.newId(), store.deps.newId()]
    commitAction(store, by, [documentIntent('serviceRecord', late, b, serviceBody('2026-05-01'))])
    commitAction(store, by, [documentIntent('serviceRecord', later, a, serviceBody('2026-05-02'))])
    const head = file(store, a)?.heads.phone ?? null
    commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: a, personId: a, fields: { phone: { after: '13700000003', basedOn: head } } }])
    expect(file(store, a)?.documents.map((one) => one.id)).toEqual(expect.arrayContaining([late, later]))
    expect(undoAction(store, by, merged.actionId).kept).toEqual([a])
    expect(file(store, a)?.fields.phone).toBe('13700000003')
    expect(file(store, a)?.fields.education).toBeUndefined()
    expect(file(store, a)?.documents.map((one) => one.id)).toContain(later)
    expect(file(store, b)?.documents.map((one) => one.id)).toContain(late)
    expect(file(store, b)?.documents).toHaveLength(2)
  })

  it('keep a correction and a void with the file that the record was opened for, whoever writes them', () => {
    const { store } = createTestStore()
    const { a, b, service } = twoFiles(store)
    const merged = mergePersons(store, by, { survivorId: a, loserId: b, fields: {} })
    const head = file(store, a)?.documents.find(({ id }) => id === service)?.headId ?? ''
    commitAction(store, by, [{ kind: 'void', entity: 'serviceRecord', entityId: service, personId: a, reason: '记错了人', voids: head }])
    expect(file(store, a)?.documents.find(({ id }) => id === service)?.voided).toBe(true)
    undoAction(store, by, merged.actionId)
    expect(file(store, b)?.documents.map(({ id, voided }) => [id, voided])).toEqual([[service, true]])
    expect(file(store, a)?.documents.map(({ id }) => id)).not.toContain(service)
  })

  it('lead a chain to its end, and let go of one link without the others', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    const c = addPerson(store, samplePerson(2))
    const first = mergePersons(store, by, { survivorId: b, loserId: a, fields: {} })
    mergePersons(store, by, { survivorId: c, loserId: b, fields: {} })
    for (const id of [a, b, c]) expect(file(store, id)?.row.id).toBe(c)
    expect(listed(store).total).toBe(1)
    undoAction(store, by, first.actionId)
    expect(listed(store).rows.map((row) => row.id).sort()).toEqual([a, c].sort())
    expect(file(store, b)?.row.id).toBe(c)
  })

  it('of each other show the file that was opened first', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    mergePersons(store, by, { survivorId: b, loserId: a, fields: {} })
    mergePersons(store, by, { survivorId: a, loserId: b, fields: {} })
    expect(listed(store).rows.map((row) => row.id)).toEqual([[a, b].sort()[0]])
  })

  it('are in no list twice and in none never, whatever has been taken back of one of them', () => {
    const { store } = createTestStore()
    const a = addPerson(store, samplePerson(25))
    const { changes } = commitAction(store, by, [personIntent(store.deps.newId(), samplePerson(25))])
    const b = changes[0]?.entityId as string
    mergePersons(store, by, { survivorId: b, loserId: a, fields: {} })
    expect(undoAction(store, by, changes[0]?.actionId as string).kept).toEqual([b])
    expect(listed(store).rows.map((row) => row.id)).toEqual([b])
    // Another device took the import back before it knew of the merge.
    commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: b, personId: b, fields: { withdrawn: { after: true, basedOn: null } } }])
    expect(listed(store).rows.map((row) => row.id)).toEqual([b])
  })

  it('lose nobody while the other file has not arrived yet', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    mergePersons(store, by, { survivorId: a, loserId: b, fields: {} })
    const other = createTestStore().store
    applyRemote(other, changesOfFile(store.sqlite, b).map((change, index) => ({ change: asChange(change), serverSeq: index + 1 })))
    expect(listed(other).rows.map((row) => row.id)).toEqual([b])
    applyRemote(other, changesOfFile(store.sqlite, a).map((change, index) => ({ change: asChange(change), serverSeq: index + 20 })))
    expect(listed(other).rows.map((row) => row.id)).toEqual([a])
  })
})

describe('a file that was emptied and merged', () => {
  it('is never the one that is shown, also before the word of the erasure has arrived', () => {
    const { store } = createTestStore()
    const { a, b } = twoFiles(store)
    mergePersons(store, by, { survivorId: a, loserId: b, fields: {} })
    const emptied = changesOfFile(store.sqlite, a).map((change) => ({ ...asChange(change), fields: null, salt: null }))
    const other = createTestStore().store
    const changes = [...emptied, ...changesOfFile(store.sqlite, b).map(asChange)]
    applyRemote(other, changes.map((change, index) => ({ change, serverSeq: index + 1 })))
    expect(listed(other).rows.map((row) => row.id)).toEqual([b])
  })
})

describe('rows of merged files', () => {
  function lively(store: Store) {
    const { a, b } = twoFiles(store)
    const c = addPerson(store, samplePerson(2))
    const d = addPerson(store, samplePerson(3))
    const e = addPerson(store, samplePerson(4))
    mergePersons(store, by, { survivorId: a, loserId: b, fields: { phone: '13800000002' } })
    const ended = mergePersons(store, by, { survivorId: d, loserId: c, fields: { education: '4' } })
    commitAction(store, by, [documentIntent('serviceRecord', store.deps.newId(), c, serviceBody('2026-05-01'))])
    undoAction(store, by, ended.actionId)
    mergePersons(store, by, { survivorId: e, loserId: d, fields: {} })
    mergePersons(store, by, { survivorId: d, loserId: e, fields: {} })
    mergePersons(store, by, { survivorId: c, loserId: a, fields: {} })
    commitAction(store, by, [{ kind: 'erase', entity: 'person', entityId: c, personId: c, ground: 'WITHDRAWN' }])
  }

  it('are the same when they are made anew', () => {
    const { store } = createTestStore()
    lively(store)
    const before = dumpEntities(store)
    expect(listed(store).total).toBe(2)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(before)
  })

  it('come out alike in whatever order and portions the changes arrive', () => {
    const source = createTestStore()
    lively(source.store)
    const changes = allChanges(source.store).map((change, index) => ({ change, serverSeq: index + 1 }))
    const meaning = (portions: (typeof changes)[]) => {
      const { store } = createTestStore()
      for (const portion of portions) applyRemote(store, portion)
      const anew = dumpEntities(store)
      rebuild(store)
      expect(dumpEntities(store)).toEqual(anew)
      return dumpMeanings(store)
    }
    const expected = meaning([changes])
    const shuffled = fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length })
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 12 }), (order, size) => {
        const portions = Array.from({ length: Math.ceil(order.length / size) }, (_, index) => order.slice(index * size, (index + 1) * size))
        expect(meaning(portions)).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })
})
