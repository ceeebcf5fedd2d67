import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { handlers } from './handlers/index.ts'
import { createStoreHost } from './host.ts'
import { problems, traceOf } from './problems.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts'

/** The thread that owns the store. */

const port = parentPort as MessagePort
const settings = workerData as WorkerSettings
const send = (message: FromWorker): void => port.postMessage(message)

const host = createStoreHost({
  folder: settings.folder,
  kdf: settings.kdf,
  clockOffsetMs: settings.clockOffsetMs,
  handlers,
  emit: (event) => send({ type: 'event', event }),
  log: (line) => send({ type: 'log', line }),
})

port.on('message', (message: ToWorker) => {
  if (message.type === 'call') {
    host.call(message.name, message.input).then(
      (answer) => send({ type: 'answer', id: message.id, answer }),
      (error: unknown) => {
        send({ type: 'log', line: `worker: ${traceOf(error)}` })
        send({ type: 'answer', id: message.id, answer: { ok: false, error: problems.storeStopped } })
      },
    )
  } else if (message.type === 'close') {
    host.close()
    send({ type: 'closed' })
    port.close()
  }
})
