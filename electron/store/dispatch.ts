import type { Answer, Input, MethodName } from '../api/contract.ts'
import type { ApiProblem, Role } from '../api/schemas/common.ts'
import type { HandOverState } from '../api/schemas/handOver.ts'
import { checkCall, unknownMethod } from './gate.ts'
import type { Handler, Handlers, StoreContext } from './context.ts'
import { problemOfError, traceOf } from './problems.ts'

/** Longer than this is noticed by people when they type. */
const slowMs = 50

export interface DispatchDeps {
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number
  /** Method names and error places only, never data. */
  readonly log: (line: string) => void
}

export interface DispatchSession {
  readonly role: Role | null
  /** The screen is with a client. */
  readonly handOver: HandOverState | null
  readonly context: StoreContext
}

export type Dispatch = (session: DispatchSession, name: unknown, input: unknown) => Promise<Answer<MethodName>>

/** Checks a call, runs its handler, times it, and turns whatever is thrown into a problem with a sentence. */
export function createDispatcher(handlers: Partial<Handlers>, deps: DispatchDeps): Dispatch {
  return async (session, name, input) => {
    const checked = checkCall(name, input, session.role, session.handOver)
    if (!checked.ok) return checked
    const handler = (handlers as Partial<Record<MethodName, Handler<MethodName>>>)[checked.value.name]
    if (handler === undefined) return { ok: false, error: unknownMethod }
    const start = deps.clock()
    try {
      return await handler(session.context, checked.value.input as Input<MethodName>)
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) deps.log(`${checked.value.name} failed: ${traceOf(error)}`)
      return { ok: false, error: known ?? unforeseen(checked.value.name) }
    } finally {
      const took = deps.clock() - start
      if (took > slowMs) deps.log(`${checked.value.name} took ${Math.round(took)} ms`)
    }
  }
}

function unforeseen(name: MethodName): ApiProblem {
  return {
    code: 'unforeseen',
    message: '这一步没有做成，以前存的都在。请再做一次；还是不行，就关掉四个一再打开',
    detail: name,
  }
}
