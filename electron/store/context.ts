import type { Store, StoreDeps } from '../../db/store.ts'
import type { Problem, Result } from '../../domain/result.ts'
import type { AppEvent, Input, MethodName, Output } from '../api/contract.ts'
import type { ApiProblem, Role } from '../api/schemas/common.ts'
import type { ImportDesk } from '../import/session/desk.ts'
import type { Session } from './session.ts'
import type { SyncDesk } from './syncDesk.ts'

/** What every handler gets: who asks, the open store, the clock. Nothing else of the worker is in reach. */

export type { Store, StoreDeps }

export interface SessionUser {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export interface County {
  readonly code: string
  readonly name: string
}

export interface StoreContext {
  readonly deps: StoreDeps
  /** The store folder: vault.json, four-ones.db, settings.json, backup/. */
  readonly folder: string
  /** `user`, `store` and `county` throw `ProblemError` 'locked' when nobody is signed in; the dispatcher turns it into an answer. */
  readonly user: SessionUser
  readonly store: Store
  readonly county: County
  /** For `commitAction`. */
  readonly by: { readonly actorId: string }
  readonly emit: (event: AppEvent) => void
  /** The day by this device, local time. */
  readonly today: () => string
  /** Tells the page that persons (null: any) may have changed; call it after every write. */
  readonly changed: (personIds: readonly string[] | null) => void
  /** Only for the handlers of session, roster and sync. */
  readonly session: Session
  readonly imports: ImportDesk
  readonly sync: SyncDesk
}

/** What the main process runs itself; a test holds it against the contract's `runs`. */
export const mainMethods = ['attachments.save', 'roster.choose', 'roster.preview', 'ledger.savePdf', 'ledger.saveXlsx', 'papers.savePdf'] as const satisfies readonly MethodName[]
export type MainMethod = (typeof mainMethods)[number]
export type StoreMethod = Exclude<MethodName, MainMethod>

export type Handler<M extends MethodName> = (
  context: StoreContext,
  input: Input<M>,
) => Result<Output<M>, ApiProblem> | Promise<Result<Output<M>, ApiProblem>>

/** The handlers of one area: `export const drafts: HandlersOf<'drafts.get' | ...> = {...}`. */
export type HandlersOf<M extends StoreMethod> = { readonly [K in M]: Handler<K> }
export type Handlers = HandlersOf<StoreMethod>

/** An expected failure on its way up from a place that cannot return one. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
