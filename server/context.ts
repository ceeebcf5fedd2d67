import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from './database/database.ts'

/** What every part of the server gets. Between requests it remembers nothing, so that several servers can stand before one database. */
export interface CountyServer {
  readonly countyCode: string
  readonly database: Database
  readonly log: Logger
  readonly deps: ServerDeps
}

export interface ServerDeps {
  readonly now: () => Date
  /** UUIDv7. */
  readonly newId: () => string
  readonly randomBytes: (count: number) => Buffer
  /** Called at each named point of a request; fault drills stop or hold the server there. */
  readonly at?: (point: ServerPoint) => Promise<void>
}

export type ServerPoint = 'intake.locked' | 'intake.written' | 'intake.committed' | 'feed.locked' | 'feed.committed'

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
