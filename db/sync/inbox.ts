import { hashInput } from '../../domain/journal/change.ts'
import type { Change } from '../../domain/journal/change.ts'
import { holeInFeed } from '../../domain/sync/index.ts'
import type { FeedItem, Receipt } from '../../domain/sync/index.ts'
import { applyRemote, deliveryMoved } from '../journal/remote.ts'
import type { RemoteItem } from '../journal/remote.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { unsealErased } from './erase.ts'
import { dropPerson, hasUnsent } from './leave.ts'
import { changesOfBatch } from './outbox.ts'
import { raiseHighestSeq, readCursor, readReceipted, readSync, writeSync } from './state.ts'

/** What the county says: receipts for what was sent, and the feed. Each is taken whole or not at all. */

/** Marks every change of the batch by its result; the bytes have done their work. The receipt's signature has been checked before. */
export function takeReceipt(store: Store, receipt: Receipt): void {
  const { sqlite } = store
  sqlite
    .transaction(() => {
      const changes = changesOfBatch(store, receipt.batchId)
      const sent = new Set(changes.map((change) => change.id))
      const mark = prepared(sqlite, 'update delivery set state = ?, server_seq = ?, reason = ?, receipt_at = ? where change_id = ?')
      for (const result of receipt.results) {
        if (!sent.has(result.changeId)) continue
        const reason = result.state === 'refused' ? result.reason : null
        const serverSeq = result.state === 'refused' ? null : result.serverSeq
        mark.run(result.state, serverSeq, reason, receipt.issuedAt, result.changeId)
      }
      const receipted = readReceipted(sqlite)
      for (const { deviceEpoch, deviceSeq } of changes) receipted[deviceEpoch] = Math.max(receipted[deviceEpoch] ?? 0, deviceSeq)
      writeSync(sqlite, 'receipted', JSON.stringify(receipted))
      raiseHighestSeq(sqlite, receipt.results.flatMap((result) => (result.state === 'refused' ? [] : [result.serverSeq])))
      prepared(sqlite, `update batch set state = 'received', bytes = null, sent_at = ? where id = ?`).run(store.deps.now(), receipt.batchId)
      deliveryMoved(store, sent)
      letGo(store)
    })
    .immediate()
}

/** True when the batch is still waiting for its receipt; a second receipt for it changes nothing. */
export function awaitsReceipt(store: Store, batchId: string): boolean {
  return preparedValue(store.sqlite, 'select state from batch where id = ?').get(batchId) === 'sealed'
}

export class FeedHole extends Error {
  readonly missing: number
  constructor(missing: number) {
    super(`Row ${missing} of the feed is missing`)
    this.name = 'FeedHole'
    this.missing = missing
  }
}

/** A change whose contents are not those that its writer signed for: lost bytes, or a forgery. */
export class DamagedChange extends Error {
  readonly changeId: string
  constructor(changeId: string) {
    super(`The contents of the change ${changeId} do not fit its hash`)
    this.name = 'DamagedChange'
    this.changeId = changeId
  }
}

/** Erased by law it has neither fields nor salt, and the hash stands for what is gone. */
function isWhole(store: Store, { fields, salt, fieldsHash }: Change): boolean {
  if (fields === null || salt === null) return fields === null && salt === null
  return store.deps.sha256(hashInput(fields, salt)) === fieldsHash
}

/** A page that begins after the cursor: rows and cursor move in one transaction. Answers the persons concerned. */
export function takePage(store: Store, items: readonly FeedItem[]): Set<string> {
  const { sqlite } = store
  const persons = new Set<string>()
  sqlite
    .transaction(() => {
      const cursor = readCursor(sqlite)
      const hole = holeInFeed(cursor, items)
      if (hole !== null) throw new FeedHole(hole)
      let run: RemoteItem[] = []
      const applyRun = () => {
        if (run.length > 0) applyRemote(store, run)
        run = []
      }
      const leaving = readLeaving(store)
      for (const item of items) {
        if (item.kind === 'change') {
          if (!isWhole(store, item.change)) throw new DamagedChange(item.change.id)
          if (isInPlace(store, item.change, item.serverSeq)) continue
          run.push({ change: item.change, serverSeq: item.serverSeq })
          if (item.change.personId !== null) persons.add(item.change.personId)
        } else {
          applyRun()
          persons.add(item.personId)
          if (item.kind === 'grant') leaving.delete(item.personId)
          else leaving.add(item.personId)
        }
        if (item.kind === 'leave' && !hasUnsent(store, item.personId)) {
          dropPerson(store, item.personId)
          leaving.delete(item.personId)
        }
      }
      applyRun()
      unsealErased(store, items.flatMap((item) => (item.kind === 'change' && item.change.kind === 'erase' ? [item.change.entityId] : [])))
      writeLeaving(store, leaving)
      raiseHighestSeq(sqlite, items.flatMap((item) => (item.kind === 'change' ? [item.serverSeq] : [])))
      writeSync(sqlite, 'cursor', String(cursor + items.length))
    })
    .immediate()
  return persons
}

/** Our own work coming back after its receipt, or a row read again: nothing to be done. */
function isInPlace(store: Store, change: Change, serverSeq: number): boolean {
  const place = preparedValue(
    store.sqlite,
    'select d.server_seq from change c join delivery d on d.change_id = c.id where c.id = ? and c.fields_hash = ?',
  ).get(change.id, change.fieldsHash)
  return place === serverSeq
}

/** Persons who should have left while something about them was unsent: those of whom nothing is unsent any more go now. */
export function letGo(store: Store): string[] {
  const leaving = readLeaving(store)
  const gone = [...leaving].filter((personId) => !hasUnsent(store, personId))
  if (gone.length === 0) return []
  store.sqlite
    .transaction(() => {
      for (const personId of gone) {
        dropPerson(store, personId)
        leaving.delete(personId)
      }
      writeLeaving(store, leaving)
    })
    .immediate()
  return gone
}

function readLeaving(store: Store): Set<string> {
  return new Set(JSON.parse(readSync(store.sqlite, 'leaving') ?? '[]') as string[])
}

function writeLeaving(store: Store, leaving: ReadonlySet<string>): void {
  writeSync(store.sqlite, 'leaving', JSON.stringify([...leaving]))
}
