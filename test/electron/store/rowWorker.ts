import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { WorkerSettings } from '../../../electron/store/protocol.ts'
import { serve } from '../../../electron/store/serve.ts'
import { createRowSource, people } from './rosterRows.ts'

/** The real worker with rosters made on the spot: the path `/people/N` holds N people, `/bug` ends the thread by an error that nobody catches. */
const source = createRowSource()
serve(parentPort as MessagePort, workerData as WorkerSettings, {
  ...source,
  read(options) {
    if (options.path === '/bug') {
      setImmediate(() => {
        throw new Error('王淑芬')
      })
      return new Promise(() => undefined)
    }
    source.rosters.set(options.path, people(Number(options.path.split('/').at(-1))))
    return source.read(options)
  },
})
