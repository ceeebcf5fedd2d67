import { Worker } from 'node:worker_threads'
import type { Answer, AppEvent, Input, MethodName } from '../api/contract.ts'
import type { InternalAnswer, InternalCall } from './internal.ts'
import { problems } from './problems.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts'

/** The store worker seen from outside: from the main process, a test or a headless command. */

export interface StoreOptions {
  readonly folder: string
  /** Where the worker's code lies; the source beside this file when left out. */
  readonly workerUrl?: URL
  readonly kdf?: WorkerSettings['kdf']
  readonly clockOffsetMs?: number
  readonly onLog?: (line: string) => void
}

export interface StoreClient {
  call<M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>>
  internal<C extends InternalCall>(call: C): Promise<InternalAnswer<C['name']>>
  /** Returns the function that stops listening. */
  onEvent(listener: (event: AppEvent) => void): () => void
  /** Locks, closes the database, ends the thread. */
  close(): Promise<void>
}

/** Calls that end what is under way, also when the worker is too busy to hear them. */
const stopping: readonly string[] = ['roster.cancel', 'session.lock']
/** A worker that dies is started anew (locked), but not for ever. */
const mostRestarts = 3

export function startStore(options: StoreOptions): StoreClient {
  const stops = new Int32Array(new SharedArrayBuffer(4))
  const listeners = new Set<(event: AppEvent) => void>()
  const waiting = new Map<number, (answer: Answer<MethodName>) => void>()
  let nextId = 1
  let restarts = 0
  let closing = false
  let worker = start()

  function start(): Worker {
    const settings: WorkerSettings = {
      role: 'store',
      folder: options.folder,
      kdf: options.kdf ?? 'calibrated',
      clockOffsetMs: options.clockOffsetMs ?? 0,
      stops: stops.buffer as SharedArrayBuffer,
    }
    const started = new Worker(options.workerUrl ?? new URL('./worker.ts', import.meta.url), { workerData: settings })
    started.on('message', (message: FromWorker) => receive(message))
    started.on('error', (error: unknown) => options.onLog?.(`store worker failed: ${error instanceof Error ? error.name : 'unknown'}`))
    started.on('exit', () => ended(started))
    return started
  }

  function receive(message: FromWorker): void {
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message.answer as Answer<MethodName>)
      waiting.delete(message.id)
    } else if (message.type === 'event') {
      for (const listener of listeners) listener(message.event)
    } else if (message.type === 'log') {
      options.onLog?.(message.line)
    }
  }

  function ended(which: Worker): void {
    if (which !== worker) return
    for (const answer of waiting.values()) answer({ ok: false, error: problems.storeStopped })
    waiting.clear()
    if (closing || restarts >= mostRestarts) {
      closing = true
      return
    }
    restarts += 1
    worker = start()
    void client.call('session.state', {}).then((answer) => {
      if (answer.ok) for (const listener of listeners) listener({ type: 'session', state: answer.value })
    })
  }

  function ask(message: (id: number) => ToWorker): Promise<Answer<MethodName>> {
    if (closing) return Promise.resolve({ ok: false, error: problems.storeStopped })
    const id = nextId++
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      worker.postMessage(message(id))
    })
  }

  const client: StoreClient = {
    call(name, input) {
      if (stopping.includes(name)) Atomics.add(stops, 0, 1)
      return ask((id) => ({ type: 'call', id, name, input })) as Promise<Answer<typeof name>>
    },
    internal<C extends InternalCall>(call: C) {
      return ask((id) => ({ type: 'internal', id, call })) as unknown as Promise<InternalAnswer<C['name']>>
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      if (closing) return Promise.resolve()
      closing = true
      Atomics.add(stops, 0, 1)
      return new Promise((resolve) => {
        worker.once('exit', () => resolve())
        worker.postMessage({ type: 'close' } satisfies ToWorker)
      })
    },
  }
  return client
}
