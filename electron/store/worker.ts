import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { problem } from '../../domain/result.ts'
import type { WorkerSettings } from './protocol.ts'
import { serve } from './serve.ts'

/** The thread that owns the store. */
serve(parentPort as MessagePort, workerData as WorkerSettings, {
  read: async () => problem('noReader', '这一版还读不了名册'),
  describe: (code) => ({ title: code, explanation: '' }),
})
