import { canonicalJson } from '../../domain/journal/change.ts'
import type { Change, Json, JsonObject } from '../../domain/journal/change.ts'
import {
  batchLimits, batchSignatureInput, batchText, changeLine, isTooLargeForBatch, maxGaps, takeForBatch,
} from '../../domain/sync/index.ts'
import type { BatchHeader, BatchLimits } from '../../domain/sync/index.ts'
import { asChange, changeById } from '../journal/rows.ts'
import { deliveryMoved } from '../journal/remote.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { readSync, writeSync } from './state.ts'

/** What is to be sent: sealed into batches whose bytes stay the same until a receipt is in hand. */

export interface Sealer {
  readonly countyCode: string
  /** Signature over UTF-8 text, base64url. */
  readonly sign: (text: string) => string
  /** Compression; `unpack` of what `pack` gave is the same text. */
  readonly pack: (text: string) => Buffer
  /** Those of a county that takes less; else the protocol's. */
  readonly limits?: BatchLimits | undefined
}

export interface SealedBatch {
  readonly id: string
  readonly bytes: Buffer
}

/** The next batch on its way: one that is sealed already, else what waits is sealed. null: nothing waits. */
export function nextBatch(store: Store, sealer: Sealer): SealedBatch | null {
  // By what they hold: halves of a batch come before what was sealed after it.
  const sealed = prepared(
    store.sqlite,
    `select b.id, b.bytes from batch b where b.state = 'sealed' order by
       (select min(c.seq) from delivery d join change c on c.id = d.change_id where d.batch_id = b.id) limit 1`,
  ).get()
  return sealed === undefined ? sealWaiting(store, sealer) : (sealed as SealedBatch)
}

function sealWaiting(store: Store, sealer: Sealer): SealedBatch | null {
  const seal = store.sqlite.transaction((): SealedBatch | null => {
    const isWaiting = preparedValue(store.sqlite, `select 1 from delivery where state <> 'accepted' and state = 'pending' limit 1`).get()
    while (isWaiting !== undefined) {
      const limits = sealer.limits ?? batchLimits
      const waiting = waitingChanges(store, limits.maxChanges)
      const [first] = waiting
      if (first === undefined) return null
      if (isTooLargeForBatch(first.size, limits)) {
        refuseHere(store, [first.change.id], tooLargeReason)
        continue
      }
      const fits = waiting.slice(0, takeForBatch(waiting.map((one) => one.size), limits))
      writeSync(store.sqlite, 'sealedUpTo', String(fits.at(-1)?.seq ?? 0))
      return writeBatch(store, sealer, fits.map((one) => one.change))
    }
    return null
  })
  return seal.immediate()
}

export const tooLargeReason = '这条记录太大，县里收不下，请拆成几条重新保存'

interface Waiting {
  readonly seq: number
  readonly change: Change
  /** Bytes of its line. */
  readonly size: number
}

/** In the order of writing, of one epoch, each number following the one before or an earlier one that was refused. */
function waitingChanges(store: Store, limit: number): Waiting[] {
  const from = Number(readSync(store.sqlite, 'sealedUpTo') ?? 0)
  const ids = prepared(
    store.sqlite,
    `select c.seq, c.id, c.device_epoch as epoch from change c cross join delivery d on d.change_id = c.id
     where c.seq > ? and d.state = 'pending' order by c.seq limit ?`,
  ).all(from, limit) as { seq: number; id: string; epoch: string }[]
  const waiting: Waiting[] = []
  for (const { seq, id, epoch } of ids) {
    if (epoch !== ids[0]?.epoch) break
    const stored = changeById(store.sqlite, id)
    if (stored === null) continue
    const change = asChange(stored)
    waiting.push({ seq, change, size: Buffer.byteLength(changeLine(change)) })
  }
  return waiting
}

function writeBatch(store: Store, sealer: Sealer, changes: readonly Change[], replaces?: string): SealedBatch {
  const { sqlite, deps, device } = store
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) throw new Error('A batch without changes')
  const header: BatchHeader = {
    format: 'four-ones-batch',
    v: 1,
    batchId: deps.newId(),
    countyCode: sealer.countyCode,
    deviceId: device.id,
    deviceEpoch: first.deviceEpoch,
    fromSeq: first.deviceSeq,
    toSeq: last.deviceSeq,
    count: changes.length,
    ...(replaces === undefined ? {} : { replaces }),
    ...gapsBefore(store, first.deviceEpoch, changes),
  }
  const lines = changes.map((change) => canonicalJson(change as unknown as Json))
  const text = batchText(header, lines, sealer.sign(batchSignatureInput(header, changes as unknown as JsonObject[])), deps.sha256)
  const bytes = sealer.pack(text)
  prepared(sqlite, `insert into batch (id, bytes, state, created_at, size) values (?, ?, 'sealed', ?, ?)`).run(
    header.batchId, bytes, deps.now(), bytes.length,
  )
  const mark = prepared(sqlite, `update delivery set state = 'sealed', batch_id = ? where change_id = ?`)
  for (const change of changes) mark.run(header.batchId, change.id)
  deliveryMoved(store, changes.map((change) => change.id))
  return { id: header.batchId, bytes }
}

/**
 * Numbers that will not come, so that the county does not wait for them: lost with a salvaged database, or refused here. (Sent after all, they
 * are taken as any other.)
 */
function gapsBefore(store: Store, epoch: string, changes: readonly Change[]): { gaps?: [number, number][] } {
  const { sqlite, device } = store
  const before = preparedValue(
    sqlite,
    `select c.device_seq from change c cross join delivery d on d.change_id = c.id
     where c.seq < (select seq from change where id = ?) and c.device_id = ? and c.device_epoch = ? and d.state <> 'refused'
     order by c.seq desc limit 1`,
  )
  const gaps: [number, number][] = []
  let previous: number | null = null
  for (const { id, deviceSeq } of changes) {
    if (previous === null || deviceSeq !== previous + 1) {
      const sent = Number(before.get(id, device.id, epoch) ?? 0)
      if (deviceSeq > sent + 1) gaps.push([sent + 1, deviceSeq - 1])
    }
    previous = deviceSeq
  }
  return gaps.length === 0 ? {} : { gaps: gaps.slice(0, maxGaps) }
}

/** The county found it too large: two new batches name it and take its place. One change alone cannot be split and is refused. */
export function splitBatch(store: Store, batchId: string, sealer: Sealer): void {
  store.sqlite
    .transaction(() => {
      const changes = changesOfBatch(store, batchId)
      prepared(store.sqlite, 'delete from batch where id = ?').run(batchId)
      if (changes.length <= 1) {
        refuseHere(store, changes.map((change) => change.id), tooLargeReason)
        // Sealed before, they do not say that this number will not come.
        unsealAll(store)
        return
      }
      const half = changes.length >> 1
      writeBatch(store, sealer, changes.slice(0, half), batchId)
      writeBatch(store, sealer, changes.slice(half), batchId)
    })
    .immediate()
}

export function changesOfBatch(store: Store, batchId: string): Change[] {
  const ids = prepared(
    store.sqlite, 'select c.id from delivery d join change c on c.id = d.change_id where d.batch_id = ? order by c.seq',
  ).all(batchId) as { id: string }[]
  return ids.flatMap(({ id }) => {
    const stored = changeById(store.sqlite, id)
    return stored === null ? [] : [asChange(stored)]
  })
}

/** Every batch that has no receipt is opened again: its changes wait to be sealed anew (another county, another key, an older county). */
export function unsealAll(store: Store): void {
  store.sqlite
    .transaction(() => {
      const ids = changeIdsIn(store, ['sealed'])
      prepared(store.sqlite, `delete from batch where state = 'sealed'`).run()
      waitAgain(store, ids)
    })
    .immediate()
}

/** Refused changes back into the queue, after what stood against them has been seen to. */
export function resendRefused(store: Store, changeIds: readonly string[]): number {
  return store.sqlite
    .transaction(() => {
      const state = preparedValue(store.sqlite, 'select state from delivery where change_id = ?')
      const ids = changeIds.filter((id) => state.get(id) === 'refused')
      waitAgain(store, ids)
      return ids.length
    })
    .immediate()
}

/** Call it within a transaction. */
export function waitAgain(store: Store, changeIds: readonly string[]): void {
  if (changeIds.length === 0) return
  const { sqlite } = store
  const wait = prepared(
    sqlite, `update delivery set state = 'pending', batch_id = null, server_seq = null, reason = null, receipt_at = null where change_id = ?`,
  )
  const place = preparedValue(sqlite, 'select seq from change where id = ?')
  let lowest = Number(readSync(sqlite, 'sealedUpTo') ?? 0)
  for (const id of changeIds) {
    wait.run(id)
    lowest = Math.min(lowest, Number(place.get(id) ?? 1) - 1)
  }
  writeSync(sqlite, 'sealedUpTo', String(lowest))
  deliveryMoved(store, changeIds)
}

function refuseHere(store: Store, changeIds: readonly string[], reason: string): void {
  const refuse = prepared(store.sqlite, `update delivery set state = 'refused', batch_id = null, reason = ?, receipt_at = null where change_id = ?`)
  for (const id of changeIds) refuse.run(reason, id)
  deliveryMoved(store, changeIds)
}

export function changeIdsIn(store: Store, states: readonly string[]): string[] {
  const rows = prepared(
    store.sqlite, `select change_id as id from delivery where state <> 'accepted' and state in (select value from json_each(?))`,
  ).all(JSON.stringify(states)) as { id: string }[]
  return rows.map((row) => row.id)
}
