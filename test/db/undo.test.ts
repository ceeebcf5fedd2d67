import { describe, expect, it } from 'vitest'
import { discardDraft, getDraft, listDrafts, saveDraft } from '../../db/drafts.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { applyRemote } from '../../db/journal/remote.ts'
import { changesOfAction } from '../../db/journal/rows.ts'
import type { StoredChange } from '../../db/journal/rows.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { documentById, documentVersions, personFile, personState } from '../../db/queries/file.ts'
import { listImports, listRefused, logReveal } from '../../db/queries/journalLists.ts'
import { listPersons } from '../../db/queries/list.ts'
import { dashboard, todayLists } from '../../db/queries/overview.ts'
import type { Store } from '../../db/store.ts'
import { hashInput } from '../../domain/journal/change.ts'
import type { Change } from '../../domain/journal/change.ts'
import { patchOf } from '../../domain/journal/fold.ts'
import { actorId, addPerson, createTestStore, dumpEntities, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, samplePerson, serviceBody } from './samples.ts'

const by = { actorId }
const today = '2026-06-15'
const nameOf = () => '王老师'
const all = (store: Store) => listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 200 }, today)

function importOf(store: Store, orders: readonly number[]): { actionId: string; ids: string[] } {
  const ids = orders.map(() => store.deps.newId())
  const run: Intent = { kind: 'create', entity: 'rosterImport', entityId: store.deps.newId(), personId: null, body: { fileName: '花名册.xlsx', added: ids.length } }
  const { actionId } = commitAction(store, by, [run, ...ids.map((id, index) => personIntent(id, samplePerson(orders[index] as number)))])
  return { actionId, ids }
}

describe('taking an import back', () => {
  it('leaves lists, counters and search as they were', () => {
    const { store } = createTestStore()
    addPerson(store, samplePerson(21))
    const { person: _person, document: _document, ...before } = dumpEntities(store)
    const { actionId, ids } = importOf(store, [22, 23, 24])
    expect(all(store).total).toBe(4)
    expect(undoAction(store, by, actionId)).toMatchObject({ undone: 4, kept: [] })
    const { person: _persons, document: _documents, ...after } = dumpEntities(store)
    expect(after).toEqual(before)
    expect(all(store).total).toBe(1)
    expect(listImports(store, nameOf)).toMatchObject([{ actionId, undone: true, actor: '王老师', body: { fileName: '花名册.xlsx' } }])
    expect(personFile(store, ids[0] as string, today, nameOf)?.fields.name).toBe(samplePerson(22).name)
  })

  it('keeps whoever was worked on since, and says so', () => {
    const { store } = createTestStore()
    const { actionId, ids } = importOf(store, [22, 23])
    commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), ids[1] as string, infoCheckBody('2026-03-02', true))])
    expect(undoAction(store, by, actionId)).toMatchObject({ undone: 2, kept: [ids[1]] })
    expect(all(store).rows.map((row) => row.id)).toEqual([ids[1]])
  })

  it('gives known persons their old values, field by field, unless a field has moved on', () => {
    const { store } = createTestStore()
    const id = addPerson(store, { name: '张三', phone: '13900001111', hukouTown: '青石镇' })
    const update = (fields: { [field: string]: string | null }) =>
      commitAction(store, by, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: patchOf(personState(store, id), fields) }])
    const { actionId } = update({ phone: '13722223333', hukouTown: '柳河乡', hukouVillage: '新村' })
    update({ hukouTown: '南塔镇' })
    expect(undoAction(store, by, actionId).kept).toEqual([id])
    expect(personFile(store, id, today, nameOf)?.fields).toEqual({ name: '张三', phone: '13900001111', hukouTown: '南塔镇' })
  })

  it('keeps whose form somebody has begun to fill in, so that what was typed stays within reach', () => {
    const { store } = createTestStore()
    const { actionId, ids } = importOf(store, [22, 23])
    saveDraft(store, { kind: 'infoCheck', personId: ids[1] as string, documentId: null }, { note: '已经问过家属' }, 'note')
    expect(undoAction(store, by, actionId)).toMatchObject({ kept: [ids[1]] })
    expect(todayLists(store, today).drafts.map(({ row }) => row.id)).toEqual([ids[1]])
  })

  it('hides no record that somebody else made meanwhile, in whatever order the two arrive', () => {
    const { store, reopen } = createTestStore()
    const { actionId, ids } = importOf(store, [22])
    const personId = ids[0] as string
    const undone = undoAction(store, by, actionId)
    expect(all(store).total).toBe(0)
    const body = infoCheckBody('2026-03-02', true)
    const salt = '00ff'
    const { seq: _seq, state: _state, serverSeq: _place, ...rest } = changesOfAction(store.sqlite, undone.actionId)[0] as StoredChange
    const check: Change = {
      ...rest, id: store.deps.newId(), actionId: store.deps.newId(), entity: 'infoCheck', entityId: store.deps.newId(), personId, kind: 'create',
      fields: { body }, salt, fieldsHash: store.deps.sha256(hashInput({ body }, salt)), deviceId: store.deps.newId(), deviceSeq: 1,
    }
    applyRemote(store, [{ change: check, serverSeq: 1 }])
    expect(all(store).rows.map((row) => row.id)).toEqual([personId])
    expect(dashboard(store, today).total).toMatchObject({ checked: 1 })
    const rows = dumpEntities(store)
    const again = reopen()
    rebuild(again)
    expect(dumpEntities(again)).toEqual(rows)
    const made = documentById(again, check.entityId)
    commitAction(again, by, [{ kind: 'void', entity: 'infoCheck', entityId: check.entityId, personId, reason: '录错了人', voids: made?.headId as string }])
    expect(all(again).total).toBe(0)
    expect(dashboard(again, today).total).toEqual({})
  })

  it('can itself be taken back', () => {
    const { store } = createTestStore()
    const { actionId, ids } = importOf(store, [22])
    const undone = undoAction(store, by, actionId)
    undoAction(store, by, undone.actionId)
    expect(all(store).rows.map((row) => row.id)).toEqual(ids)
  })
})

describe('taking a record back', () => {
  it('voids a new one and restores the version before a correction', () => {
    const { store } = createTestStore()
    const personId = addPerson(store, samplePerson(21))
    const documentId = store.deps.newId()
    const made = commitAction(store, by, [documentIntent('infoCheck', documentId, personId, infoCheckBody('2026-03-02', true))])
    expect(dashboard(store, today).total).toMatchObject({ checked: 1, need: 1 })
    const corrected = { ...infoCheckBody('2026-03-02', false), cycleYear: '2026' }
    const next = commitAction(store, by, [{ kind: 'succeed', entity: 'infoCheck', entityId: documentId, personId, body: corrected, replaces: made.changes[0]?.id as string }])
    expect(dashboard(store, today).total).toMatchObject({ checked: 1, noNeed: 1 })
    undoAction(store, by, next.actionId)
    expect(documentById(store, documentId)).toMatchObject({ version: 3, voided: false, body: { hasEmploymentNeed: true } })
    expect(dashboard(store, today).total).toMatchObject({ checked: 1, need: 1 })
    expect(documentVersions(store, documentId, nameOf).map((version) => [version.version, version.body?.hasEmploymentNeed])).toEqual([[1, true], [2, false], [3, true]])
    expect(undoAction(store, by, made.actionId)).toMatchObject({ undone: 0, kept: [personId] })
  })

  it('brings a voided one back', () => {
    const { store } = createTestStore()
    const personId = addPerson(store, samplePerson(21))
    const documentId = store.deps.newId()
    const made = commitAction(store, by, [documentIntent('infoCheck', documentId, personId, infoCheckBody('2026-03-02', true))])
    const voidIt = (reason: string): Intent => ({ kind: 'void', entity: 'infoCheck', entityId: documentId, personId, reason, voids: made.changes[0]?.id as string })
    const first = commitAction(store, by, [voidIt('录错了人')])
    expect(dashboard(store, today).total.checked).toBeUndefined()
    const back = undoAction(store, by, first.actionId)
    expect(back).toMatchObject({ undone: 1, kept: [] })
    expect(documentById(store, documentId)).toMatchObject({ voided: false, voidReason: null, body: { hasEmploymentNeed: true } })
    expect(dashboard(store, today).total).toMatchObject({ checked: 1 })
    undoAction(store, by, back.actionId)
    expect(documentById(store, documentId)).toMatchObject({ voided: true })
  })

  it('shows in the history what was, what became of it, and why', () => {
    const { store } = createTestStore()
    const personId = addPerson(store, { name: '张三', phone: '13900001111' })
    const documentId = store.deps.newId()
    const { actionId } = commitAction(store, by, [documentIntent('serviceRecord', documentId, personId, serviceBody('2026-04-01'))])
    undoAction(store, by, actionId)
    const timeline = personFile(store, personId, today, nameOf)?.timeline ?? []
    expect(timeline.map((entry) => [entry.what, entry.reason])).toEqual([['serviceRecord.void', '撤销'], ['serviceRecord.create', null], ['person.patch', null]])
    expect(timeline[2]?.fields).toEqual([{ field: 'name', from: null, to: '张三' }, { field: 'phone', from: null, to: '139****1111' }])
  })
})

describe('drafts', () => {
  it('are kept through a restart, one for each form, with the place of the cursor', () => {
    const { store, clock, reopen } = createTestStore()
    const personId = addPerson(store, samplePerson(21))
    const key = { kind: 'infoCheck', personId, documentId: null }
    saveDraft(store, key, { note: '第一稿' }, 'note')
    clock.now = '2026-06-15T03:00:00.000Z'
    expect(saveDraft(store, key, { note: '第二稿' }, 'method')).toEqual({ savedAt: clock.now })
    const again = reopen()
    expect(getDraft(again, key)).toEqual({ body: { note: '第二稿' }, field: 'method', savedAt: clock.now })
    expect(listDrafts(again)).toHaveLength(1)
    discardDraft(again, key)
    expect(getDraft(again, key)).toBeNull()
  })

  it('go in the same transaction as the record that they became', () => {
    const { store } = createTestStore()
    const personId = addPerson(store, samplePerson(21))
    const key = { kind: 'serviceRecord', personId, documentId: null }
    saveDraft(store, key, {}, null)
    const intent = documentIntent('serviceRecord', store.deps.newId(), personId, serviceBody('2026-04-01'))
    store.sqlite.exec(`create temp trigger full before insert on delivery begin select raise(abort, 'stop'); end`)
    expect(() => commitAction(store, by, [intent], { clearDraft: key })).toThrow('stop')
    expect(getDraft(store, key)).not.toBeNull()
    store.sqlite.exec('drop trigger full')
    commitAction(store, by, [intent], { clearDraft: key })
    expect(getDraft(store, key)).toBeNull()
  })
})

it('numbers the changes of a device without gaps, also after a save that failed', () => {
  const { store } = createTestStore()
  addPerson(store, samplePerson(1))
  expect(() => commitAction(store, by, [personIntent(store.deps.newId(), { name: '李四' }), personIntent('x', { name: 1n as never })])).toThrow()
  addPerson(store, samplePerson(2))
  expect(store.sqlite.prepare('select device_seq from change order by seq').pluck().all()).toEqual([1, 2])
})

it('lists what the county refused, with whose it is and why', () => {
  const { store } = createTestStore()
  const personId = addPerson(store, { name: '张三' })
  expect(listRefused(store)).toEqual([])
  store.sqlite.exec(`update delivery set state = 'refused', reason = '没有负责此人'`)
  expect(listRefused(store)).toMatchObject([{ personId, personName: '张三', what: 'person.patch', reason: '没有负责此人' }])
})

it('keeps who looked at a number', () => {
  const { store } = createTestStore()
  logReveal(store, { actorId, personId: actorId, field: 'idNumber' })
  expect(store.sqlite.prepare('select at, actor_id, field from view_log').all()).toEqual([{ at: '2026-06-15T02:00:00.000Z', actor_id: actorId, field: 'idNumber' }])
})

it('keeps telephones covered in the history also where a field holds several, or a check lists what it changed', () => {
  const { store } = createTestStore()
  const personId = addPerson(store, { name: '张三', otherPhones: ['13900001111', '024-88881234'] })
  const changes = [{ field: 'phone', old: '13900002222', new: '13900003333' }, { field: 'hukouTown', old: '青石镇', new: '柳河乡' }]
  const callLog = { date: '2026-03-02', phone: '13900004444', note: '打通了' }
  commitAction(store, by, [documentIntent('infoCheck', store.deps.newId(), personId, { ...infoCheckBody('2026-03-02', true), changes, callLog })])
  const told = JSON.stringify(personFile(store, personId, today, nameOf)?.timeline)
  for (const hidden of ['13900001111', '88881234', '13900002222', '13900003333', '13900004444']) expect(told).not.toContain(hidden)
  for (const shown of ['139****3333', '柳河乡', '打通了']) expect(told).toContain(shown)
})
