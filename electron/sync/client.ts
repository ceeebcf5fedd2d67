import { deliveryCounts, readSync, resendRefused, writeSync } from '../../db/sync/index.ts'
import type { Store } from '../../db/store.ts'
import type { Result } from '../../domain/result.ts'
import type { SyncStatus } from '../api/schemas/sync.ts'
import { backOffMs } from './backOff.ts'
import { createConnection } from './connection.ts'
import type { Enrolled, EnrolAsked } from './connection.ts'
import { exchange } from './exchange.ts'
import type { DeviceKeys } from './keys.ts'
import type { LinkProblem } from './link.ts'

/**
 * Brings the store and the county together: by itself after a save, after a failure and from time to time, and when asked. At most one round
 * runs; whoever asks meanwhile waits for it and for one more.
 */

export interface SyncDeps {
  readonly fetch: typeof fetch
  /** 0 <= x < 1. */
  readonly random: () => number
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number
  /** Answers the function that calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void
}

export interface SyncOptions {
  readonly store: Store
  readonly countyCode: string
  readonly keys: DeviceKeys
  readonly deps: SyncDeps
  readonly onStatus: (status: SyncStatus) => void
  readonly onChanged: (personIds: readonly string[] | null) => void
  readonly onProgress?: (done: number, total: number | null) => void
  /** A fault of ours; without personal data. */
  readonly onError?: (error: unknown) => void
}

export interface SyncClient {
  readonly status: () => SyncStatus
  readonly enrol: (asked: EnrolAsked) => Promise<Result<Enrolled, LinkProblem>>
  /** One round now; resolves with how it went. */
  readonly syncNow: () => Promise<SyncStatus>
  /** From now on by itself. */
  readonly start: () => void
  /** Call it after every local write. */
  readonly wrote: () => void
  readonly resend: (changeIds: readonly string[]) => SyncStatus
  /** Breaks off the round that runs; the next one is tried as usual. */
  readonly cancel: () => void
  /** Before the store is closed: nothing of the store is touched afterwards. */
  readonly stop: () => void
}

const afterSaveMs = 2_000
const regularlyMs = 5 * 60_000

export function createSyncClient(options: SyncOptions): SyncClient {
  const { store, deps } = options
  const connection = createConnection(store, options.countyCode, options.keys, deps)
  let state: SyncStatus['state'] = 'idle'
  let message: string | null = null
  let failures = 0
  let nextTryAt: string | null = null
  let callOff: (() => void) | null = null
  let running: Promise<void> | null = null
  let again: Promise<void> | null = null
  let breakOff = new AbortController()
  let isStarted = false
  let isStopped = false
  let last: SyncStatus | null = null

  function status(): SyncStatus {
    if (isStopped && last !== null) return last
    last = {
      enrolled: connection.isEnrolled(),
      serverUrl: readSync(store.sqlite, 'serverUrl'),
      scope: readSync(store.sqlite, 'scopeText'),
      state,
      ...deliveryCounts(store),
      lastContactAt: readSync(store.sqlite, 'lastContactAt'),
      nextTryAt,
      message,
    }
    return last
  }

  function tell(): void {
    if (!isStopped) options.onStatus(status())
  }

  function goTo(next: SyncStatus['state']): void {
    if (state === next) return
    state = next
    tell()
  }

  /** The next round by itself; an earlier appointment is replaced. */
  function plan(ms: number): void {
    callOff?.()
    callOff = null
    nextTryAt = null
    if (!isStarted || isStopped || !connection.isEnrolled()) return
    nextTryAt = new Date(Date.parse(store.deps.now()) + ms).toISOString()
    callOff = deps.setTimer(() => void round(), ms)
  }

  async function runOnce(): Promise<void> {
    if (isStopped || !connection.isEnrolled()) return
    callOff?.()
    callOff = null
    breakOff = new AbortController()
    const { signal } = breakOff
    const events = { onState: goTo, onProgress: options.onProgress ?? (() => undefined), onChanged: options.onChanged }
    const done = await attempt(async () => {
      const exchanged = await exchange({ store, connection, countyCode: options.countyCode, events, signal })
      if (exchanged.ok && !isStopped) writeSync(store.sqlite, 'lastContactAt', store.deps.now())
      return exchanged
    })
    if (isStopped) return
    settle(done)
  }

  async function attempt(run: () => Promise<Result<null, LinkProblem>>): Promise<Result<null, LinkProblem>> {
    try {
      return await run()
    } catch (error) {
      if (!isStopped) options.onError?.(error)
      return { ok: false, error: { code: 'failed', message: '和县里对账时出了问题，记录都还在这台电脑上，会自动再试', status: 0 } }
    }
  }

  function settle(done: Result<null, LinkProblem>): void {
    if (done.ok) {
      failures = 0
      message = null
      state = 'idle'
      // What was saved while the round was receiving goes soon.
      plan(deliveryCounts(store).unsent > 0 ? afterSaveMs : regularlyMs)
    } else {
      const isCancelled = done.error.code === 'cancelled'
      failures = isCancelled ? failures : failures + 1
      message = done.error.message
      state = done.error.code === 'offline' || done.error.code === 'notCounty' ? 'offline' : 'waiting'
      plan(isCancelled ? regularlyMs : backOffMs(failures, deps.random))
    }
    tell()
  }

  /** A round that begins after this call, sharing it with whoever else asks. */
  function round(): Promise<void> {
    if (running === null) {
      running = runOnce().finally(() => {
        running = null
      })
      return running
    }
    again ??= running.then(() => {
      again = null
      return round()
    })
    return again
  }

  return {
    status,
    async enrol(asked) {
      await running
      breakOff = new AbortController()
      const enrolled = await connection.enrol(asked, breakOff.signal)
      if (enrolled.ok && !isStopped) {
        failures = 0
        message = null
        plan(0)
        tell()
      }
      return enrolled
    },
    async syncNow() {
      await round()
      return status()
    },
    start() {
      isStarted = true
      plan(0)
    },
    wrote() {
      if (isStopped) return
      // After a failure the waiting time stands; a save is no reason to knock more often.
      if (failures === 0 && running === null) plan(afterSaveMs)
      tell()
    },
    resend(changeIds) {
      resendRefused(store, changeIds)
      options.onChanged(null)
      if (failures === 0) plan(0)
      tell()
      return status()
    },
    cancel() {
      breakOff.abort()
    },
    stop() {
      if (isStopped) return
      status()
      isStopped = true
      callOff?.()
      breakOff.abort()
    },
  }
}
