import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { nodeStoreDeps } from '../../db/deps.ts'
import { listDuplicates } from '../../db/queries/duplicates.ts'
import { openStore } from '../../db/store.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { County } from './context.ts'
import { databaseName } from './folder.ts'
import { duplicates } from './handlers/duplicates.ts'
import { ledger } from './handlers/ledger.ts'
import { createKeptLedger } from './keptLedger.ts'
import { problemOfError, problems, traceOf } from './problems.ts'

/** A second thread with a connection that only reads: a ledger over the whole county never holds up a save. */

/** Long reads by name: their input, and what the host does where there is no second thread. */
export const longReads = { 'ledger.page': ledger['ledger.page'], 'duplicates.list': duplicates['duplicates.list'] } as const
export type LongRead = keyof typeof longReads
export type LongReadInput<N extends LongRead> = Parameters<(typeof longReads)[N]>[1]
export type LongReadAnswer<N extends LongRead> = Awaited<ReturnType<(typeof longReads)[N]>>

export interface ReaderSettings {
  readonly role: 'reader'
  readonly folder: string
  readonly key: Uint8Array
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
  const reading = opened.ok ? ok({ store: opened.value, ledger: createKeptLedger(opened.value) }) : opened
  const send = (message: FromReader): void => port.postMessage(message)

  function answer({ name, input, today }: ReaderCall): Result<unknown, ApiProblem> {
    if (!reading.ok) return reading
    try {
      if (name === 'duplicates.list') return ok(listDuplicates(reading.value.store, input as LongReadInput<'duplicates.list'>, today))
      const { offset, limit, ...rest } = input as LongReadInput<'ledger.page'>
      return ok(reading.value.ledger({ today, countyName: settings.county.name, input: rest, offset, limit }))
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) send({ type: 'log', line: `${name} failed: ${traceOf(error)}` })
      return { ok: false, error: known ?? problems.storeStopped }
    }
  }

  port.on('message', (call: ReaderCall) => send({ type: 'answer', id: call.id, answer: answer(call) }))
}
