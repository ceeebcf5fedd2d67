import { nodeStoreDeps } from '../../db/deps.ts'
import type { StoreDeps } from '../../db/store.ts'
import type { Answer, AppEvent, MethodName } from '../api/contract.ts'
import { localDay } from './clock.ts'
import type { Handlers, StoreContext } from './context.ts'
import { createDispatcher } from './dispatch.ts'
import { holdFolder } from './folder.ts'
import { createIdleWatch } from './idle.ts'
import { createSession } from './session.ts'
import { readSettings } from './settings.ts'

/** Everything that the store worker is, without the thread around it. */

export interface HostOptions {
  readonly folder: string
  readonly kdf: 'calibrated' | 'floor'
  readonly clockOffsetMs?: number
  readonly handlers: Partial<Handlers>
  readonly emit: (event: AppEvent) => void
  readonly log: (line: string) => void
}

export interface StoreHost {
  call(name: unknown, input: unknown): Promise<Answer<MethodName>>
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
  const context: StoreContext = {
    deps, folder, session, emit, today,
    get user() {
      return session.keys().user
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
    changed: (personIds) =>
      emit({ type: 'changed', personIds: personIds === null ? [] : personIds.slice(0, 200), all: personIds === null || personIds.length > 200 }),
  }
  const dispatch = createDispatcher(options.handlers, { clock: () => performance.now(), log: options.log })
  let running = 0
  const idle = createIdleWatch({
    clock: () => performance.now(),
    minutes: () => readSettings(folder).idleLockMinutes,
    lock: (reason) => session.lock(reason),
    isOpen: () => session.current() !== null,
    isBusy: () => running > 0,
  })

  return {
    async call(name, input) {
      if (inUse !== null) return { ok: false, error: inUse }
      if (typeof name === 'string') idle.seen(name)
      running += 1
      try {
        return await dispatch({ role: session.current()?.role ?? null, context }, name, input)
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
