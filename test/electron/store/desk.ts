import { afterEach } from 'vitest'
import type { Store } from '../../../db/store.ts'
import type { Answer, AppEvent, Input, MethodName, Output } from '../../../electron/api/contract.ts'
import type { Role } from '../../../electron/api/schemas/common.ts'
import { fileSource } from '../../../electron/import/session/fileSource.ts'
import type { StoreContext } from '../../../electron/store/context.ts'
import { handlers } from '../../../electron/store/handlers/index.ts'
import { createStoreHost } from '../../../electron/store/host.ts'
import type { InternalAnswer, InternalCall } from '../../../electron/store/internal.ts'
import { newFolder } from '../folders.ts'
import { createRowSource } from './rosterRows.ts'
import type { RowSource } from './rosterRows.ts'

/** A store host of the real parts on a real folder, without the thread. */

export const password = 'liao-shen-2026'

export interface Desk {
  readonly folder: string
  readonly events: AppEvent[]
  readonly log: string[]
  call<M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>>
  /** The value, or a failed test. */
  get<M extends MethodName>(name: M, input: Input<M>): Promise<Output<M>>
  raw(name: unknown, input: unknown): Promise<Answer<MethodName>>
  internal<C extends InternalCall>(call: C): Promise<InternalAnswer<C['name']>>
  /** What handlers are given, for the parts that no method calls. */
  context(): StoreContext
  readonly stops: Int32Array
  /** Called with every event as it is told. */
  watch(listener: (event: AppEvent) => void): void
  readonly source: RowSource
  /** A disk with so many pages left; null: plenty again. */
  limitPages(left: number | null): void
  /** What a query of the open store says. */
  ask(sql: string): unknown[]
  /** As a later version of the app would leave the database. */
  raiseVersion(): void
  close(): void
}

const open: Desk[] = []
afterEach(() => {
  for (const desk of open.splice(0)) desk.close()
})

/** `files`: rosters come from real files instead of rows written down in the test. */
export function openDesk(options: { folder?: string; clockOffsetMs?: number; files?: boolean } = {}): Desk {
  const folder = options.folder ?? newFolder()
  const events: AppEvent[] = []
  const log: string[] = []
  const listeners: ((event: AppEvent) => void)[] = []
  const stops = new Int32Array(new SharedArrayBuffer(4))
  const source = createRowSource()
  let store: Store | null = null
  let context: StoreContext | null = null
  const host = createStoreHost({
    folder, kdf: 'floor', stops,
    handlers: {
      ...handlers,
      'session.state'(given, input) {
        context = given
        return handlers['session.state'](given, input)
      },
    },
    source: options.files === true ? fileSource : source,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    emit(event) {
      events.push(event)
      for (const listener of listeners) listener(event)
    },
    log: (line) => log.push(line),
    onOpen: (opened) => {
      store = opened
    },
  })
  const desk: Desk = {
    folder, events, log, source, stops,
    call: (name, input) => host.call(name, input) as Promise<Answer<typeof name>>,
    async get(name, input) {
      const answer = await desk.call(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
      return answer.value
    },
    raw: (name, input) => host.call(name, input),
    internal: (call) => host.internal(call),
    context() {
      if (context === null) throw new Error('ask for session.state first')
      return context
    },
    watch: (listener) => listeners.push(listener),
    limitPages(left) {
      const present = store?.sqlite.pragma('page_count', { simple: true }) as number
      store?.sqlite.pragma(`max_page_count = ${left === null ? 1_000_000_000 : present + left}`)
    },
    ask: (sql) => store?.sqlite.prepare(sql).all() ?? [],
    raiseVersion: () => void store?.sqlite.pragma('user_version = 999'),
    close: () => host.close(),
  }
  open.push(desk)
  return desk
}

export interface SetUp extends Desk {
  readonly userId: string
  readonly recoveryCode: string
}

export async function setUpDesk(options: { role?: Role; clockOffsetMs?: number; files?: boolean } = {}): Promise<SetUp> {
  const { role = 'office', ...rest } = options
  const desk = openDesk(rest)
  const made = await desk.get('session.setUp', {
    countyCode: '210199', countyName: '示例县', userName: '佟立新', role, password,
  })
  return { ...desk, ...made }
}
