import { deliveryMoved } from '../journal/remote.ts'
import { prepared } from '../prepared.ts'
import type { Store } from '../store.ts'
import { unsealAll, waitAgain } from './outbox.ts'
import { readReceipted, readSync, writeSync } from './state.ts'

export interface CountyNotice {
  readonly epoch: string
  readonly head: number
  /** For each epoch of this device, the number that the county expects next. */
  readonly nextSeqs: { readonly [deviceEpoch: string]: number }
}

/**
 * Compares what the county says of itself with what it has given receipts for. A county restored from an older backup knows less: what it has
 * lost of this device's work is sent again, and its feed is read from the beginning (what is known already changes nothing). Answers how
 * many changes are sent again.
 */
export function noticeCounty(store: Store, notice: CountyNotice): number {
  const { sqlite } = store
  return sqlite
    .transaction(() => {
      const isOther = readSync(sqlite, 'epoch') !== null && readSync(sqlite, 'epoch') !== notice.epoch
      writeSync(sqlite, 'epoch', notice.epoch)
      if (!isOther && knowsAll(store, notice)) return 0
      const lost = lostByCounty(store, notice)
      if (lost.length > 0) {
        unsealAll(store)
        waitAgain(store, lost)
      }
      unplaceBeyond(store, notice.head)
      writeSync(sqlite, 'cursor', '0')
      writeSync(sqlite, 'receipted', '{}')
      writeSync(sqlite, 'highestSeq', String(notice.head))
      return lost.length
    })
    .immediate()
}

/** The usual case, told without looking at the journal. */
function knowsAll(store: Store, { head, nextSeqs }: CountyNotice): boolean {
  const receipted = Object.entries(readReceipted(store.sqlite))
  return receipted.every(([epoch, seq]) => seq < (nextSeqs[epoch] ?? 1)) && Number(readSync(store.sqlite, 'highestSeq') ?? 0) <= head
}

/** Own changes with a receipt that the county does not know of, by its own account. */
function lostByCounty(store: Store, { head, nextSeqs }: CountyNotice): string[] {
  const epochs = prepared(store.sqlite, 'select distinct device_epoch as epoch from change where device_id = ?').all(store.device.id) as { epoch: string }[]
  const find = prepared(
    store.sqlite,
    `select c.id from change c join delivery d on d.change_id = c.id
     where c.device_id = ? and c.device_epoch = ? and d.server_seq is not null and (c.device_seq >= ? or d.server_seq > ?)`,
  )
  return epochs.flatMap(({ epoch }) => (find.all(store.device.id, epoch, nextSeqs[epoch] ?? 1, head) as { id: string }[]).map((row) => row.id))
}

/** Others' changes beyond the county's head have lost their place; they get one when their writers have sent them again. */
function unplaceBeyond(store: Store, head: number): void {
  const rows = prepared(store.sqlite, 'select change_id as id from delivery where server_seq > ?').all(head) as { id: string }[]
  prepared(store.sqlite, 'update delivery set server_seq = null where server_seq > ?').run(head)
  deliveryMoved(store, rows.map((row) => row.id))
}

/** The county waits for an earlier number than the batch begins with: what it lacks is put into the queue again, from there on. */
export function resendFrom(store: Store, deviceEpoch: string, nextSeq: number): number {
  return store.sqlite
    .transaction(() => {
      unsealAll(store)
      const rows = prepared(
        store.sqlite,
        `select c.id from change c join delivery d on d.change_id = c.id
         where c.device_id = ? and c.device_epoch = ? and c.device_seq >= ? and d.state <> 'pending'
           and not (d.state = 'refused' and d.receipt_at is null)`,
      ).all(store.device.id, deviceEpoch, nextSeq) as { id: string }[]
      waitAgain(store, rows.map((row) => row.id))
      return rows.length
    })
    .immediate()
}
