import { expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { hashInput } from '../../domain/journal/change.ts'
import { foldLiving, patchOf } from '../../domain/journal/fold.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { balance, deliveryCounts, nextBatch, readCursor, resendRefused, takePage, takeReceipt, unsealAll } from '../../db/sync/index.ts'
import type { FeedItem, Receipt } from '../../domain/sync/index.ts'
import { pack, unpack } from '../../electron/sync/packing.ts'
import { storedDeviceKeys } from '../../electron/sync/keys.ts'
import { asChange, changesOfFile } from '../../db/journal/rows.ts'
import { actorId, addPerson, createTestStore, dumpEntities } from '../db/helpers.ts'

/** The local half alone: a real store, receipts and pages made by hand. */

const countyCode = '210199'

function sealerOf(store: ReturnType<typeof createTestStore>['store']) {
  const keys = storedDeviceKeys(store)
  return { countyCode, sign: (text: string) => keys.sign(Buffer.from(text)).toString('base64url'), pack }
}

it('a batch keeps its bytes until its receipt, also across a restart', () => {
  const test = createTestStore()
  addPerson(test.store, { name: '王小明' })
  const first = nextBatch(test.store, sealerOf(test.store))
  addPerson(test.store, { name: '李小红' })
  const again = test.reopen()
  expect(nextBatch(again, sealerOf(again))).toEqual(first)
  expect(unpack(first?.bytes ?? Buffer.alloc(0)).split('\n')).toHaveLength(4)
  unsealAll(again)
  const both = nextBatch(again, sealerOf(again))
  expect(both?.id).not.toBe(first?.id)
  expect(unpack(both?.bytes ?? Buffer.alloc(0)).split('\n')).toHaveLength(5)
})

it('a receipt for a batch marks its changes and nothing else, and drops the bytes', () => {
  const { store } = createTestStore()
  const sealer = sealerOf(store)
  const ids = [addPerson(store, { name: '一' }), addPerson(store, { name: '二' }), addPerson(store, { name: '三' })]
  const batch = nextBatch(store, sealer)
  const late = addPerson(store, { name: '四' })
  const [a, b, c, d] = [...ids, late].map((id) => changesOfFile(store.sqlite, id)[0]?.id ?? '')
  const receipt: Receipt = {
    format: 'four-ones-receipt', v: 1, batchId: batch?.id ?? '', batchHash: '0'.repeat(64), countyCode, epoch: store.deps.newId(),
    deviceId: store.device.id, keyId: 'k', issuedAt: '2026-06-15T02:00:01.000Z',
    results: [
      { changeId: a ?? '', state: 'accepted', serverSeq: 1 },
      { changeId: b ?? '', state: 'contested', serverSeq: 2, fields: ['name'] },
      { changeId: c ?? '', state: 'refused', code: 'notAllowed', reason: '不能写' },
      { changeId: d ?? '', state: 'accepted', serverSeq: 3 },
    ],
  }
  takeReceipt(store, receipt)
  const states = store.sqlite.prepare('select state from delivery d join change c on c.id = d.change_id order by c.seq').pluck().all()
  expect(states).toEqual(['accepted', 'contested', 'refused', 'pending'])
  expect(deliveryCounts(store)).toEqual({ unsent: 1, refused: 1, contested: 1 })
  expect(balance(store)).toMatchObject({ written: 4, received: 1, contested: 1, refused: 1, unsent: 1 })
  expect(store.sqlite.prepare('select bytes from batch').pluck().all()).toEqual([null])
  const rows = dumpEntities(store)
  rebuild(store)
  expect(dumpEntities(store)).toEqual(rows)
})

it('a page with a hole, with a damaged change, or with a known change of other contents, changes neither rows nor cursor', () => {
  const { store } = createTestStore()
  const id = addPerson(store, { name: '王小明' })
  const [stored] = changesOfFile(store.sqlite, id)
  if (stored === undefined) throw new Error('no change')
  const change = asChange(stored)
  const item = (feedNo: number, more: Partial<typeof change> = {}): FeedItem => ({ feedNo, kind: 'change', serverSeq: feedNo, change: { ...change, ...more } })
  const fields = { name: { after: '王大明', basedOn: null } }
  const other = { fields, fieldsHash: store.deps.sha256(hashInput(fields, change.salt ?? '')) }
  const rows = dumpEntities(store)
  expect(() => takePage(store, [item(1), item(3)])).toThrow('Row 2')
  expect(() => takePage(store, [item(1, { id: store.deps.newId(), deviceId: store.deps.newId() }), item(2, other)])).toThrow('another hash')
  expect(() => takePage(store, [item(1, { id: store.deps.newId(), fields: other.fields })])).toThrow('do not fit')
  expect(readCursor(store.sqlite)).toBe(0)
  expect(dumpEntities(store)).toEqual(rows)
  takePage(store, [item(1)])
  expect(readCursor(store.sqlite)).toBe(1)
  expect(deliveryCounts(store)).toEqual({ unsent: 0, refused: 0, contested: 0 })
})

it('a person who leaves takes every row along: nothing of them is left to find, to count or to rebuild', () => {
  const here = createTestStore()
  const there = createTestStore()
  const stays = addPerson(here.store, { name: '李小红', idNumber: '210199199001011234', sex: '2', birthDate: '1990-01-01', hukouTown: '示范镇' })
  const leaves = addPerson(here.store, { name: '王小明', idNumber: '21019919850101123X', sex: '1', birthDate: '1985-01-01', phone: '13900000000', hukouTown: '东河乡' })
  const items = [stays, leaves].flatMap((personId) => [
    { kind: 'grant' as const, personId },
    ...changesOfFile(here.store.sqlite, personId).map((change) => ({ kind: 'change' as const, serverSeq: change.seq, change: asChange(change) })),
  ])
  const numbered = (list: readonly object[]) => list.map((item, index) => ({ ...item, feedNo: index + 1 })) as FeedItem[]
  const only = createTestStore()
  takePage(only.store, numbered(items.slice(0, 2)))
  takePage(there.store, numbered([...items, { kind: 'leave', personId: leaves }]))
  expect(dumpEntities(there.store)).toEqual(dumpEntities(only.store))
  expect(changesOfFile(there.store.sqlite, leaves)).toEqual([])
  rebuild(there.store)
  expect(dumpEntities(there.store)).toEqual(dumpEntities(only.store))
})

it('a receipt that changes the order of one device’s own changes shows at once what the fold says, also when the refused one is sent again', () => {
  const { store } = createTestStore()
  const sealer = sealerOf(store)
  const id = addPerson(store, { name: '王小明', phone: '13900000001' })
  const edit = (phone: string) => {
    const state = foldLiving(changesOfFile(store.sqlite, id))
    commitAction(store, { actorId }, [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields: patchOf(state, { phone }) }])
  }
  edit('13900000002')
  edit('13900000003')
  const [made, second, third] = changesOfFile(store.sqlite, id).map((change) => change.id) as [string, string, string]
  const receive = (results: Receipt['results']) => {
    const batch = nextBatch(store, sealer)
    takeReceipt(store, {
      format: 'four-ones-receipt', v: 1, batchId: batch?.id ?? '', batchHash: '0'.repeat(64), countyCode, epoch: id,
      deviceId: store.device.id, keyId: 'k', issuedAt: '2026-06-15T02:00:01.000Z', results,
    })
    const rows = dumpEntities(store)
    rebuild(store)
    expect(rows).toEqual(dumpEntities(store))
  }
  receive([
    { changeId: made, state: 'accepted', serverSeq: 1 },
    { changeId: second, state: 'refused', code: 'unreadable', reason: '看不懂' },
    { changeId: third, state: 'contested', serverSeq: 2, fields: ['phone'] },
  ])
  expect(store.sqlite.prepare('select rivals from person').pluck().get()).toBe(1)
  resendRefused(store, [second])
  receive([{ changeId: second, state: 'accepted', serverSeq: 3 }])
})
