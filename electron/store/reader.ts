import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { nodeStoreDeps } from '../../db/deps.ts'
import { openStore } from '../../db/store.ts'
import type { Answer, Input, MethodName } from '../api/contract.ts'
import type { County, Handler, Handlers, SessionUser, StoreContext } from './context.ts'
import { databaseName } from './folder.ts'
import { problemOfError, problems, traceOf } from './problems.ts'

/** A second thread with a connection that only reads: a ledger over the whole county never holds up a save. */

/** Methods that read much; their handlers may use no more of the context than what is below. */
export const longReads = ['ledger.page'] as const satisfies readonly MethodName[]
export type LongRead = (typeof longReads)[number]

export interface ReaderSettings {
  readonly role: 'reader'
  readonly folder: string
  readonly key: Uint8Array
  readonly user: SessionUser
  readonly county: County
}

export interface ReaderCall {
  readonly id: number
  readonly name: LongRead
  readonly input: unknown
  /** The day of the store worker's clock. */
  readonly today: string
}

export type FromReader =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<LongRead> }
  | { readonly type: 'log'; readonly line: string }

export function serveReader(port: MessagePort, settings: ReaderSettings, handlers: Pick<Handlers, LongRead>): void {
  const deps = nodeStoreDeps()
  const opened = openStore({ file: join(settings.folder, databaseName), key: settings.key, deps, readonly: true })
  settings.key.fill(0)
  let today = ''
  const context = {
    deps,
    folder: settings.folder,
    user: settings.user,
    county: settings.county,
    today: () => today,
    ...(opened.ok ? { store: opened.value } : {}),
  } as unknown as StoreContext

  async function answer({ name, input }: ReaderCall): Promise<Answer<LongRead>> {
    if (!opened.ok) return opened
    try {
      return await (handlers[name] as Handler<LongRead>)(context, input as Input<LongRead>)
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) port.postMessage({ type: 'log', line: `${name} failed: ${traceOf(error)}` } satisfies FromReader)
      return { ok: false, error: known ?? problems.storeStopped }
    }
  }

  port.on('message', (call: ReaderCall) => {
    today = call.today
    void answer(call).then((value) => port.postMessage({ type: 'answer', id: call.id, answer: value } satisfies FromReader))
  })
}
