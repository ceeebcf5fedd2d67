import { setImmediate as breathe } from 'node:timers/promises'
import {
  awaitsReceipt, changeIdsIn, DamagedChange, FeedHole, letGo, nextBatch, readCursor, readSync, resendFrom, splitBatch, takePage, takeReceipt, unsealAll, writeSync,
} from '../../db/sync/index.ts'
import type { SealedBatch, Sealer } from '../../db/sync/index.ts'
import { ChangedHistory } from '../../db/journal/remote.ts'
import type { Store } from '../../db/store.ts'
import { batchLimits, earlierMissingReply, feedReply, receiptReply, tooLargeReply } from '../../domain/sync/index.ts'
import type { BatchLimits, Stamp } from '../../domain/sync/index.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Connection } from './connection.ts'
import { linkMessages } from './link.ts'
import type { Link, LinkProblem } from './link.ts'
import { pack } from './packing.ts'
import { isReceiptFor } from './receipts.ts'

/** One round with the county: everything up, then everything down. Broken off anywhere, the next round goes on from there. */

export interface ExchangeEvents {
  readonly onState: (state: 'sending' | 'receiving') => void
  /** Changes done so far; of how many, where that is known. */
  readonly onProgress: (done: number, total: number | null) => void
  /** Rows of these persons (null: any) may have changed. */
  readonly onChanged: (personIds: readonly string[] | null) => void
}

export interface Exchange {
  readonly store: Store
  readonly connection: Connection
  readonly countyCode: string
  readonly events: ExchangeEvents
  readonly signal: AbortSignal
}

type Step<T> = Result<T, LinkProblem>

const messages = {
  receiptWrong: '县里的收条核对不上，这一批仍算没有送到，会自动再试',
  historyDiffers: '县里发来的一条记录和这台电脑上已有的不一样，已停止接收，请联系县里。这台电脑上的记录没有改动',
} as const

/** How often one round mends the same kind of trouble before it gives up until later. */
const mendings = 3

export async function exchange(context: Exchange): Promise<Step<null>> {
  const sent = await sendAll(context)
  if (!sent.ok) return sent
  const received = await receiveAll(context)
  if (!received.ok) return received
  const gone = letGo(context.store)
  if (gone.length > 0) context.events.onChanged(gone)
  return received
}

async function sendAll(context: Exchange): Promise<Step<null>> {
  const { store, events, signal } = context
  let sealer: Sealer = { countyCode: context.countyCode, sign: context.connection.signText, pack }
  const total = changeIdsIn(store, ['pending', 'sealed']).length
  let done = 0
  let mended = 0
  for (;;) {
    if (signal.aborted) return fault('cancelled', linkMessages.cancelled)
    const batch = nextBatch(store, sealer)
    if (batch === null) return ok(null)
    events.onState('sending')
    const sent = await sendOne(context, batch)
    if (sent.ok) {
      done += sent.value
      mended = 0
      events.onProgress(done, Math.max(total, done))
      events.onChanged(null)
      continue
    }
    mended += 1
    sealer = { ...sealer, limits: limitsIn(sent.error) ?? sealer.limits }
    if (mended > mendings || !mend(context, batch, sealer, sent.error)) return sent
  }
}

/** Answers how many changes got their result. */
async function sendOne(context: Exchange, batch: SealedBatch): Promise<Step<number>> {
  const { store, connection, signal } = context
  const reply = await withLink(context, (link) => link.post('/v1/batches', batch.bytes, receiptReply))
  if (!reply.ok) return reply
  if (signal.aborted) return fault('cancelled', linkMessages.cancelled)
  noticeStamp(context, reply.value)
  const county = { code: context.countyCode, keys: connection.countyKeys() }
  if (!isReceiptFor(store, batch, reply.value, county)) return fault('receiptWrong', messages.receiptWrong)
  if (awaitsReceipt(store, batch.id)) takeReceipt(store, reply.value.receipt)
  return ok(reply.value.receipt.results.length)
}

/** Whether it is worth going on at once: what the county objects to has been put right. */
function mend(context: Exchange, batch: SealedBatch, sealer: Sealer, error: LinkProblem): boolean {
  const { store } = context
  switch (error.code) {
    case 'batchTooLarge':
      splitBatch(store, batch.id, sealer)
      return true
    case 'earlierMissing': {
      const missing = earlierMissingReply.safeParse(error.reply)
      return missing.success && resendFrom(store, missing.data.deviceEpoch, missing.data.nextSeq) > 0
    }
    case 'batchDamaged':
    case 'batchDiffers':
    case 'signatureWrong':
      unsealAll(store)
      return true
    default:
      return false
  }
}

/** A county that takes less than the protocol allows says how much. */
function limitsIn(error: LinkProblem): BatchLimits | null {
  const reply = tooLargeReply.safeParse(error.reply)
  if (!reply.success) return null
  const { maxChanges, maxBytes } = reply.data.limits
  const { maxDepth } = batchLimits
  return { maxChanges: Math.min(Math.max(1, maxChanges), batchLimits.maxChanges), maxBytes: Math.min(maxBytes, batchLimits.maxBytes), maxDepth }
}

const pageRows = 500

async function receiveAll(context: Exchange): Promise<Step<null>> {
  const { store, events, signal } = context
  let received = 0
  let begun = 0
  for (;;) {
    if (signal.aborted) return fault('cancelled', linkMessages.cancelled)
    events.onState('receiving')
    const cursor = readCursor(store.sqlite)
    const page = await withLink(context, (link) => link.get(`/v1/feed?after=${cursor}&limit=${pageRows}`, feedReply))
    if (signal.aborted) return fault('cancelled', linkMessages.cancelled)
    if (!page.ok && page.error.code === 'feedAhead' && cursor > 0) {
      writeSync(store.sqlite, 'cursor', '0')
      context.connection.drop()
      continue
    }
    if (!page.ok) return page
    if (noticeStamp(context, page.value)) {
      begun += 1
      if (begun > mendings) return fault('notCounty', linkMessages.notCounty)
      continue
    }
    const taken = take(store, page.value.items)
    if (!taken.ok) return taken
    received += page.value.items.length
    if (page.value.items.length > 0) {
      events.onProgress(received, null)
      events.onChanged(taken.value.size > 0 ? [...taken.value] : null)
    }
    if (!page.value.more || page.value.items.length === 0) return ok(null)
    // Between two pages, whoever works on this computer comes first.
    await breathe()
  }
}

function take(store: Store, items: Parameters<typeof takePage>[1]): Step<Set<string>> {
  try {
    return ok(takePage(store, items))
  } catch (error) {
    if (error instanceof FeedHole || error instanceof DamagedChange) return fault('notCounty', linkMessages.notCounty)
    if (error instanceof ChangedHistory) return fault('historyDiffers', messages.historyDiffers)
    throw error
  }
}

/** Another epoch than the one known: true, and the next sign-in finds out what this county has lost. */
function noticeStamp({ store, connection }: Exchange, stamp: Stamp): boolean {
  if (readSync(store.sqlite, 'epoch') === stamp.epoch) return false
  connection.drop()
  return true
}

/** A token that ran out is renewed once. */
async function withLink<T>(context: Exchange, ask: (link: Link) => Promise<Step<T>>): Promise<Step<T>> {
  for (let attempt = 1; ; attempt += 1) {
    const link = await context.connection.open(context.signal)
    if (!link.ok) return link
    const answer = await ask(link.value)
    if (answer.ok || answer.error.code !== 'sessionOver' || attempt === 2) return answer
    context.connection.drop()
  }
}

function fault(code: string, message: string): { readonly ok: false; readonly error: LinkProblem } {
  return { ok: false, error: { code, message, status: 0 } }
}
