import type { Answer, AppEvent, MethodName } from '../api/contract.ts'
import type { InternalAnswer, InternalCall } from './internal.ts'

/** What travels between the main process and the store worker. */

export interface WorkerSettings {
  readonly role: 'store'
  readonly folder: string
  /** How costly the keys of a new vault are; 'floor' is the least that is allowed and quick. */
  readonly kdf: 'calibrated' | 'floor'
  /** Added to the clock of this computer: how tests look at other days. */
  readonly clockOffsetMs: number
  /** One 32-bit number in shared memory: raised to stop what is under way, also while the worker is busy in one long step. */
  readonly stops: SharedArrayBuffer
}

export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'internal'; readonly id: number; readonly call: InternalCall }
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer<MethodName> | InternalAnswer }
  | { readonly type: 'event'; readonly event: AppEvent }
  | { readonly type: 'log'; readonly line: string }
  | { readonly type: 'closed' }
