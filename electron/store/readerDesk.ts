import { Worker } from 'node:worker_threads'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { StoreContext } from './context.ts'
import { problems } from './problems.ts'
import { longReads } from './reader.ts'
import type { FromReader, LongRead, LongReadAnswer, LongReadInput, ReaderCall, ReaderSettings } from './reader.ts'
import type { Session } from './session.ts'

/** Hands long reads to the reading thread, which is there from the first of them until the store is locked. */

export interface ReaderDesk {
  read<N extends LongRead>(context: StoreContext, name: N, input: LongReadInput<N>): Promise<LongReadAnswer<N>>
}

/** Where there is no second thread (a host inside a test). */
export const inPlace: ReaderDesk = {
  read: async (context, name, input) =>
    (await (longReads[name] as (context: StoreContext, input: unknown) => unknown)(context, input)) as LongReadAnswer<typeof name>,
}

export function createReaderDesk(options: {
  readonly workerUrl: URL
  readonly folder: string
  readonly session: Session
  readonly log: (line: string) => void
}): ReaderDesk {
  const { session } = options
  const waiting = new Map<number, (answer: Result<unknown, ApiProblem>) => void>()
  let worker: Worker | null = null
  let nextId = 1

  function start(): Worker {
    const { databaseKey } = session.keys()
    const settings: ReaderSettings = {
      role: 'reader', folder: options.folder, key: new Uint8Array(databaseKey), county: session.county(),
    }
    const started = new Worker(options.workerUrl, { workerData: settings })
    settings.key.fill(0)
    started.on('message', (message: FromReader) => {
      if (message.type === 'log') return options.log(message.line)
      waiting.get(message.id)?.(message.answer)
      waiting.delete(message.id)
    })
    started.on('error', (error: unknown) => options.log(`reader failed: ${error instanceof Error ? error.name : 'unknown'}`))
    started.on('exit', () => {
      if (worker === started) end()
    })
    started.unref()
    return started
  }

  function end(): void {
    const ending = worker
    worker = null
    for (const answer of waiting.values()) answer({ ok: false, error: problems.storeStopped })
    waiting.clear()
    void ending?.terminate()
  }

  session.onClose(end)

  return {
    read(context, name, input) {
      worker ??= start()
      const asked = worker
      const call: ReaderCall = { id: nextId++, name, input, today: context.today() }
      return new Promise((resolve) => {
        waiting.set(call.id, resolve as (answer: Result<unknown, ApiProblem>) => void)
        asked.postMessage(call)
      })
    },
  }
}
