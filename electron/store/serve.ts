import type { MessagePort } from 'node:worker_threads'
import type { RosterSource } from '../import/session/source.ts'
import { handlers } from './handlers/index.ts'
import { createStoreHost } from './host.ts'
import { problems, traceOf } from './problems.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts'

/** Answers the messages of the main process on a port. */
export function serve(port: MessagePort, settings: WorkerSettings, source: RosterSource, readerUrl?: URL): void {
  const send = (message: FromWorker): void => port.postMessage(message)
  const host = createStoreHost({
    folder: settings.folder,
    kdf: settings.kdf,
    clockOffsetMs: settings.clockOffsetMs,
    stops: new Int32Array(settings.stops),
    handlers,
    source,
    ...(readerUrl === undefined ? {} : { readerUrl }),
    emit: (event) => send({ type: 'event', event }),
    log: (line) => send({ type: 'log', line }),
  })

  function reply(id: number, work: Promise<Extract<FromWorker, { type: 'answer' }>['answer']>): void {
    work.then(
      (answer) => send({ type: 'answer', id, answer }),
      (error: unknown) => {
        send({ type: 'log', line: `worker: ${traceOf(error)}` })
        send({ type: 'answer', id, answer: { ok: false, error: problems.storeStopped } })
      },
    )
  }

  port.on('message', (message: ToWorker) => {
    if (message.type === 'call') reply(message.id, host.call(message.name, message.input))
    else if (message.type === 'internal') reply(message.id, host.internal(message.call))
    else {
      host.close()
      send({ type: 'closed' })
      port.close()
    }
  })
}
