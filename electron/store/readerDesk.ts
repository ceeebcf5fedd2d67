import { Worker } from 'node:worker_threads'
import type { Answer, MethodName } from '../api/contract.ts'
import type { Handler, Handlers } from './context.ts'
import { problems } from './problems.ts'
import { longReads } from './reader.ts'
import type { FromReader, LongRead, ReaderCall, ReaderSettings } from './reader.ts'
import type { Session } from './session.ts'

/** Hands long reads to the reading thread, which is there from the first of them until the store is locked. */
export function createReaderDesk(options: {
  readonly workerUrl: URL
  readonly folder: string
  readonly session: Session
  readonly log: (line: string) => void
}): Pick<Handlers, LongRead> {
  const { session } = options
  const waiting = new Map<number, (answer: Answer<LongRead>) => void>()
  let worker: Worker | null = null
  let nextId = 1

  function start(): Worker {
    const { databaseKey } = session.keys()
    const settings: ReaderSettings = {
      role: 'reader', folder: options.folder, key: new Uint8Array(databaseKey), user: session.user(), county: session.county(),
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

  function read<M extends LongRead>(name: M): Handler<M> {
    return (context, input) => {
      worker ??= start()
      const call: ReaderCall = { id: nextId++, name, input, today: context.today() }
      const asked = worker
      return new Promise<Answer<MethodName>>((resolve) => {
        waiting.set(call.id, resolve as (answer: Answer<LongRead>) => void)
        asked.postMessage(call)
      }) as ReturnType<Handler<M>>
    }
  }

  return Object.fromEntries(longReads.map((name) => [name, read(name)])) as unknown as Pick<Handlers, LongRead>
}
