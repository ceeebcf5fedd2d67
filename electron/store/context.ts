import type { Store } from '../../db/index.ts'
import type { Problem, Result } from '../../domain/result.ts'
import type { AppEvent, Contract, Input, MethodName, Output } from '../api/contract.ts'
import type { ApiProblem, Role } from '../api/schemas/common.ts'

/** What every handler gets: who asks, the open store, the clock. Nothing else of the worker is in reach. */

export interface StoreDeps {
  /** Instant, ISO UTC. */
  readonly now: () => string
  /** UUIDv7. */
  readonly newId: () => string
  readonly randomHex: (bytes: number) => string
  /** sha-256 of UTF-8 text, hex. */
  readonly sha256: (text: string) => string
}

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
  /** Throws `ProblemError` 'locked' when nobody is signed in (the dispatcher turns it into an answer). */
  readonly user: SessionUser
  /** The open, encrypted store; throws `ProblemError` 'locked' when there is none. */
  readonly store: Store
  readonly county: County
  readonly emit: (event: AppEvent) => void
  /** The day by this device, local time. */
  readonly today: () => string
  /** Tells the page that lists may have changed; `null` for "anything". */
  readonly changed: (personIds: readonly string[] | null) => void
  /** Set by `roster.cancel`, by locking and by closing. Long work looks at it. */
  readonly signal: AbortSignal
}

export type StoreMethod = { [M in MethodName]: Contract[M]['runs'] extends 'store' ? M : never }[MethodName]
export type MainMethod = Exclude<MethodName, StoreMethod>

export type Handler<M extends MethodName> = (
  context: StoreContext,
  input: Input<M>,
) => Result<Output<M>, ApiProblem> | Promise<Result<Output<M>, ApiProblem>>

/** The handlers of one area: `satisfies HandlersOf<'persons.list' | ...>`. */
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
