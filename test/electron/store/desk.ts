import { afterEach } from 'vitest'
import type { Answer, AppEvent, Input, MethodName, Output } from '../../../electron/api/contract.ts'
import type { Role } from '../../../electron/api/schemas/common.ts'
import { handlers } from '../../../electron/store/handlers/index.ts'
import { createStoreHost } from '../../../electron/store/host.ts'
import { newFolder } from '../folders.ts'

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
  close(): void
}

const open: Desk[] = []
afterEach(() => {
  for (const desk of open.splice(0)) desk.close()
})

export function openDesk(options: { folder?: string; clockOffsetMs?: number } = {}): Desk {
  const folder = options.folder ?? newFolder()
  const events: AppEvent[] = []
  const log: string[] = []
  const host = createStoreHost({
    folder, kdf: 'floor', handlers,
    clockOffsetMs: options.clockOffsetMs ?? 0,
    emit: (event) => events.push(event),
    log: (line) => log.push(line),
  })
  const desk: Desk = {
    folder, events, log,
    call: (name, input) => host.call(name, input) as Promise<Answer<typeof name>>,
    async get(name, input) {
      const answer = await desk.call(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
      return answer.value
    },
    raw: (name, input) => host.call(name, input),
    close: () => host.close(),
  }
  open.push(desk)
  return desk
}

export interface SetUp extends Desk {
  readonly userId: string
  readonly recoveryCode: string
}

export async function setUpDesk(options: { role?: Role; clockOffsetMs?: number } = {}): Promise<SetUp> {
  const { role = 'office', ...rest } = options
  const desk = openDesk(rest)
  const made = await desk.get('session.setUp', {
    countyCode: '210199', countyName: '示例县', userName: '佟立新', role, password,
  })
  return { ...desk, ...made }
}
