import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { fileSource } from '../import/session/fileSource.ts'
import type { WorkerSettings } from './protocol.ts'
import { serve } from './serve.ts'

/** The thread that owns the store. */
serve(parentPort as MessagePort, workerData as WorkerSettings, fileSource)
