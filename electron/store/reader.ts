import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { nodeStoreDeps } from '../../db/deps.ts'
import { openStore } from '../../db/store.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { County, SessionUser, StoreContext } from './context.ts'
import { databaseName } from './folder.ts'
import { ledger } from './handlers/ledger.ts'
import { problemOfError, problems, traceOf } from './problems.ts'

/** A second thread with a connection that only reads: a ledger over the whole county never holds up a save. */

type ReaderContext = Pick<StoreContext, 'deps' | 'folder' | 'user' | 'store' | 'county' | 'today'>

/** Long reads by name. What they may use of a context is what a `ReaderContext` has. */
export const longReads = {
  'ledger.page': (context: ReaderContext, input: Parameters<(typeof ledger)['ledger.page']>[1]) =>
    ledger['ledger.page'](context as StoreContext, input),
} as const
export type LongRead = keyof typeof longReads
export type LongReadInput<N extends LongRead> = Parameters<(typeof longReads)[N]>[1]
export type LongReadAnswer<N extends LongRead> = Awaited<ReturnType<(typeof longReads)[N]>>

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
  | { readonly type: 'answer'; readonly id: number; readonly answer: Result<unknown, ApiProblem> }
  | { readonly type: 'log'; readonly line: string }

export function serveReader(port: MessagePort, settings: ReaderSettings): void {
  const deps = nodeStoreDeps()
  const opened = openStore({ file: join(settings.folder, databaseName), key: settings.key, deps, readonly: true })
  settings.key.fill(0)
  const send = (message: FromReader): void => port.postMessage(message)

  async function answer({ name, input, today }: ReaderCall): Promise<Result<unknown, ApiProblem>> {
    if (!opened.ok) return opened
    const { folder, user, county } = settings
    const context: ReaderContext = { deps, folder, user, county, store: opened.value, today: () => today }
    try {
      return await (longReads[name] as (context: ReaderContext, input: unknown) => LongReadAnswer<LongRead> | Promise<LongReadAnswer<LongRead>>)(context, input)
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) send({ type: 'log', line: `${name} failed: ${traceOf(error)}` })
      return { ok: false, error: known ?? problems.storeStopped }
    }
  }

  port.on('message', (call: ReaderCall) => {
    void answer(call).then((value) => send({ type: 'answer', id: call.id, answer: value }))
  })
}
