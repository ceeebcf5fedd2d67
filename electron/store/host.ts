import { nodeStoreDeps } from '../../db/deps.ts'
import { ensureCycle } from '../../db/projection/rebuild.ts'
import { logReveal } from '../../db/queries/journalLists.ts'
import type { Store, StoreDeps } from '../../db/store.ts'
import { cycleOf } from '../../domain/plan/index.ts'
import { ok } from '../../domain/result.ts'
import type { Answer, AppEvent, MethodName } from '../api/contract.ts'
import type { LedgerInput } from '../api/schemas/ledger.ts'
import { shelfOf, sweepErased, sweepFresh } from '../attachments/index.ts'
import { createImportDesk } from '../import/session/desk.ts'
import type { RosterSource } from '../import/session/source.ts'
import { createCatchUpDesk } from './catchUpDesk.ts'
import { localDay } from './clock.ts'
import type { Handlers, StoreContext } from './context.ts'
import { createDispatcher } from './dispatch.ts'
import { holdFolder } from './folder.ts'
import { createIdleWatch } from './idle.ts'
import type { InternalAnswer, InternalCall } from './internal.ts'
import { problemOfError, problems, traceOf } from './problems.ts'
import { createReaderDesk, inPlace } from './readerDesk.ts'
import { createSession } from './session.ts'
import { readSettings } from './settings.ts'
import { createSyncDesk } from './syncDesk.ts'

/** Everything that the store worker is, without the thread around it. */

export interface HostOptions {
  readonly folder: string
  readonly kdf: 'calibrated' | 'floor'
  readonly clockOffsetMs?: number
  readonly handlers: Partial<Handlers>
  readonly source: RosterSource
  /** Raised by whoever wants what is under way to stop. */
  readonly stops: Int32Array
  readonly emit: (event: AppEvent) => void
  readonly log: (line: string) => void
  /** The worker's own code, for the reading thread; without it long reads run in place. */
  readonly readerUrl?: URL
  /** Called with every store that is opened. */
  readonly onOpen?: (store: Store) => void
}

export interface StoreHost {
  call(name: unknown, input: unknown): Promise<Answer<MethodName>>
  internal<C extends InternalCall>(call: C): Promise<InternalAnswer<C['name']>>
  close(): void
}

export function createStoreHost(options: HostOptions): StoreHost {
  const { folder, emit } = options
  const deps = depsAt(options.clockOffsetMs ?? 0)
  const today = (): string => localDay(deps.now())
  const hold = holdFolder(folder)
  const inUse = !hold.ok && hold.error.code === 'inUse' ? hold.error : null
  const session = createSession({
    folder, deps, kdf: options.kdf, emit, today, folderProblem: hold.ok ? null : hold.error,
  })
  const imports = createImportDesk({
    deps, emit, today,
    source: options.source,
    store: () => session.store(),
    by: () => ({ actorId: session.keys().user.id }),
    countyCode: () => session.county().code,
    stops: () => Atomics.load(options.stops, 0),
    clock: () => performance.now(),
  })
  session.onClose(() => imports.cancel(null))
  if (options.onOpen !== undefined) session.onOpen(options.onOpen)
  session.onOpen((store) => sweepFiles(store, { folder, session }, options.log))
  const catchUp = createCatchUpDesk({
    store: () => (session.current() === null ? null : session.store()),
    emit,
    moved: () => emit({ type: 'changed', personIds: [], all: true }),
    clock: () => performance.now(),
    log: options.log,
  })
  const changed = (personIds: readonly string[] | null): void => {
    emit({ type: 'changed', personIds: personIds === null ? [] : personIds.slice(0, 200), all: personIds === null || personIds.length > 200 })
    catchUp.look()
  }
  const arrived = (personIds: readonly string[] | null): void => {
    if (personIds !== null) sweepFiles(session.store(), { folder, session }, options.log, personIds)
    changed(personIds)
  }
  const sync = createSyncDesk({ session, emit, changed: arrived, log: options.log })
  const context: StoreContext = {
    deps, folder, session, imports, sync, emit, today,
    get user() {
      return session.user()
    },
    get store() {
      return session.store()
    },
    get county() {
      return session.county()
    },
    get by() {
      return { actorId: session.keys().user.id }
    },
    changed(personIds) {
      changed(personIds)
      sync.wrote()
    },
  }
  const reader =
    options.readerUrl === undefined ? inPlace : createReaderDesk({ workerUrl: options.readerUrl, folder, session, log: options.log })
  const dispatch = createDispatcher(
    {
      ...options.handlers,
      'ledger.page': (_context, input) => {
        // The reading thread cannot write: case rows of another year are made here, the first time that it is looked at.
        ensureCycle(context.store, input.cycleYear)
        return reader.read(context, 'ledger.page', input)
      },
      'duplicates.list': (_context, input) => {
        ensureCycle(context.store, cycleOf(today()).year)
        return reader.read(context, 'duplicates.list', input)
      },
    },
    { clock: () => performance.now(), log: options.log },
  )
  let running = 0
  const idle = createIdleWatch({
    clock: () => performance.now(),
    minutes: () => readSettings(folder).idleLockMinutes,
    lock: (reason) => session.lock(reason),
    isOpen: () => session.current() !== null,
    isBusy: () => running > 0,
  })

  function answerInternal(call: InternalCall): InternalAnswer | Promise<InternalAnswer> {
    switch (call.name) {
      case 'roster.preview':
        return imports.preview(call)
      case 'ledger.saved':
        keepReason(context, call.input)
        return ok(null)
    }
  }

  return {
    async call(name, input) {
      if (inUse !== null) return { ok: false, error: inUse }
      if (typeof name === 'string') idle.seen(name)
      running += 1
      try {
        return await dispatch({ role: session.current()?.role ?? null, handOver: session.handOver()?.state ?? null, context }, name, input)
      } finally {
        running -= 1
      }
    },
    async internal<C extends InternalCall>(call: C) {
      running += 1
      try {
        return (await answerInternal(call)) as InternalAnswer<C['name']>
      } catch (error) {
        const known = problemOfError(error)
        if (known === null) options.log(`${call.name} failed: ${traceOf(error)}`)
        return { ok: false, error: known ?? problems.storeStopped }
      } finally {
        running -= 1
      }
    },
    close() {
      idle.stop()
      session.lock()
      if (hold.ok) hold.value.release()
    },
  }
}

function depsAt(offsetMs: number): StoreDeps {
  const deps = nodeStoreDeps()
  return offsetMs === 0 ? deps : { ...deps, now: () => new Date(Date.parse(deps.now()) + offsetMs).toISOString() }
}

/** Whoever takes full numbers out of the app is in the log of looks, with the reason that they gave. */
function keepReason({ store, by }: Pick<StoreContext, 'store' | 'by'>, { masking, reason }: LedgerInput): void {
  if (masking === 'INTERNAL') logReveal(store, { actorId: by.actorId, personId: null, field: 'ledger', reason: reason ?? '' })
}

/** Pictures that no record came to name, and those of people whose data were erased. A folder that cannot be read now is looked at the next time. */
function sweepFiles(store: Store, from: Parameters<typeof shelfOf>[0], log: (line: string) => void, arrived?: readonly string[]): void {
  try {
    const shelf = shelfOf(from)
    const gone = arrived === undefined ? sweepFresh(store, shelf) + sweepErased(store, shelf) : sweepErased(store, shelf, arrived)
    if (gone > 0) log(`${gone} files that nothing names were removed`)
  } catch (error) {
    log(`sweeping files failed: ${traceOf(error)}`)
  }
}
