import { hostname } from 'node:os'
import { readMeta, writeMeta } from '../../db/meta.ts'
import { listRefused } from '../../db/queries/journalLists.ts'
import type { Store } from '../../db/store.ts'
import { balance, readSync } from '../../db/sync/index.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { AppEvent, Input, Output } from '../api/contract.ts'
import { roleSchema } from '../api/schemas/common.ts'
import type { SyncStatus } from '../api/schemas/sync.ts'
import { createSyncClient, nodeSyncDeps, storedDeviceKeys } from '../sync/index.ts'
import type { SyncClient } from '../sync/index.ts'
import { lockedProblem } from './gate.ts'
import { ProblemError } from './context.ts'
import { traceOf } from './problems.ts'
import type { Session } from './session.ts'

/** The exchange with the county for as long as the store is open: starts with it, stops before it is closed. */

export interface SyncDesk {
  status(): SyncStatus
  enrol(input: Input<'sync.enrol'>): Promise<Result<Output<'sync.enrol'>>>
  now(): Promise<SyncStatus>
  refused(): Output<'sync.refused'>
  resend(changeIds: readonly string[]): SyncStatus
  balance(): Output<'sync.balance'>
  /** After every local write. */
  wrote(): void
}

/** Whose role the county decides: the user of this device who enrolled it. */
const enrolledUser = 'enrolledUser'
const sendEveryMs = 100

export function createSyncDesk(options: {
  readonly session: Session
  readonly emit: (event: AppEvent) => void
  readonly changed: (personIds: readonly string[] | null) => void
  readonly log: (line: string) => void
}): SyncDesk {
  const { session, emit } = options
  let client: SyncClient | null = null

  session.onOpen((store) => {
    client = createSyncClient({
      store,
      countyCode: session.county().code,
      keys: storedDeviceKeys(store),
      deps: nodeSyncDeps(),
      onStatus: (status) => emit({ type: 'sync', status }),
      onChanged: options.changed,
      onProgress: atMost(sendEveryMs, (done, total) => emit({ type: 'progress', task: 'sync', done, total, unit: '条' })),
      onError: (error) => options.log(`sync failed: ${traceOf(error)}`),
    })
    adoptCountyRole(store)
    client.start()
  })
  session.onClose(() => {
    client?.stop()
    client = null
  })

  function present(): SyncClient {
    if (client === null) throw new ProblemError(lockedProblem)
    return client
  }

  function adoptCountyRole(store: Store): void {
    const role = roleSchema.safeParse(readSync(store.sqlite, 'role'))
    if (role.success && readMeta(store.sqlite, enrolledUser) === session.keys().user.id) session.adoptRole(role.data)
  }

  return {
    status: () => present().status(),
    async enrol(input) {
      const store = session.store()
      const userId = session.keys().user.id
      const enrolled = await present().enrol({ ...input, userId, deviceName: hostname() })
      if (!enrolled.ok) {
        const { code, message } = enrolled.error
        return { ok: false, error: { code, message } }
      }
      if (session.current() !== null && session.store() === store) {
        writeMeta(store.sqlite, enrolledUser, userId)
        adoptCountyRole(store)
      }
      const { userName, role, countyName } = enrolled.value
      return ok({ userName, role, countyName })
    },
    now: () => present().syncNow(),
    refused: () => listRefused(session.store()),
    resend: (changeIds) => present().resend(changeIds),
    balance: () => balance(session.store()),
    wrote: () => client?.wrote(),
  }
}

/** The last of a burst may be left out: the end of it is told by a status. */
function atMost<T extends unknown[]>(everyMs: number, run: (...values: T) => void): (...values: T) => void {
  let last = Number.NEGATIVE_INFINITY
  return (...values) => {
    const now = performance.now()
    if (now - last < everyMs) return
    last = now
    run(...values)
  }
}
