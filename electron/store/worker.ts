import { parentPort, workerData } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import { fileSource } from '../import/session/fileSource.ts'
import type { WorkerSettings } from './protocol.ts'
import { serveReader } from './reader.ts'
import type { ReaderSettings } from './reader.ts'
import { serve } from './serve.ts'

/** The thread that owns the store; or, as its creator says, one that only reads it. */

const port = parentPort as MessagePort
const settings = workerData as WorkerSettings | ReaderSettings
if (settings.role === 'reader') serveReader(port, settings)
else serve(port, settings, fileSource, new URL(import.meta.url))
