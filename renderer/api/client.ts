import type { Answer, AppEvent, Bridge, Input, MethodName, Output } from '../../electron/api/contract.ts'
import type { ApiProblem, FieldProblem, Mark, PersonRow, RecordKind, Role, StepState } from '../../electron/api/schemas/common.ts'
import type { LedgerPage } from '../../electron/api/schemas/ledger.ts'
import type { PersonFile, PersonFilter } from '../../electron/api/schemas/persons.ts'
import type { ImportPreview } from '../../electron/api/schemas/roster.ts'
import type { SessionState, Settings } from '../../electron/api/schemas/session.ts'
import type { SyncStatus } from '../../electron/api/schemas/sync.ts'

/** The renderer's only door to the rest of the program. Everything that crosses it is a type of the contract. */

export type {
  Answer, ApiProblem, AppEvent, Bridge, FieldProblem, ImportPreview, Input, LedgerPage, Mark, MethodName, Output, PersonFile, PersonFilter,
  PersonRow, RecordKind, Role, SessionState, Settings, StepState, SyncStatus,
}
export type StepNumber = StepState['step']
export type JsonObject = PersonFile['fields']

export interface Api {
  /** Never throws: a broken bridge is an answer too. */
  call<M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>>
  /** Returns the function that stops listening. */
  listen(onEvent: (event: AppEvent) => void): () => void
}

/** One listener on the bridge, handed on to as many screens as care. */
export function createApi(bridge: Bridge): Api & { readonly close: () => void } {
  const listeners = new Set<(event: AppEvent) => void>()
  const stop = bridge.listen((event) => {
    for (const listener of [...listeners]) listener(event)
  })
  return {
    async call(name, input) {
      try {
        return await bridge.call(name, input)
      } catch (cause) {
        return {
          ok: false,
          error: {
            code: 'bridgeBroken',
            message: '程序里出了岔子，这一步没有做成。已经存下的都在。请再试一次，不行就关掉重开',
            detail: String(cause),
          },
        }
      }
    },
    listen(onEvent) {
      listeners.add(onEvent)
      return () => listeners.delete(onEvent)
    },
    close: stop,
  }
}
