import { fail } from '../../domain/result.ts'
import type { Answer, AppEvent, Input, MethodName } from '../api/contract.ts'
import type { Role } from '../api/schemas/common.ts'
import type { SessionState } from '../api/schemas/session.ts'
import type { StoreClient } from '../store/client.ts'
import { mainMethods } from '../store/context.ts'
import type { Handler, MainMethod } from '../store/context.ts'
import { checkCall } from '../store/gate.ts'
import { problemOfError, traceOf } from '../store/problems.ts'
import { createLedgerLooks } from './ledgerLooks.ts'
import { isOwnPage } from './lockDown.ts'

/** Calls from the page: whose page it is, what is asked, by which role, in what shape. Only then does anything run. */

export type MainHandlers = {
  readonly [M in MainMethod]: (input: Input<M>) => ReturnType<Handler<M>>
}

export interface Calls {
  answer(sender: { readonly url: string; readonly isMainFrame: boolean } | null, name: unknown, input: unknown): Promise<Answer<MethodName>>
}

export function createCalls(options: {
  readonly store: Pick<StoreClient, 'call' | 'onEvent' | 'internal'>
  readonly own: MainHandlers
  readonly log: (line: string) => void
}): Calls {
  const { store, own, log } = options
  const looks = createLedgerLooks(store)
  let role: Role | null = null
  let handOver: SessionState['handOver'] = null
  const see = (state: SessionState): void => {
    role = state.current?.role ?? null
    handOver = state.handOver
    looks.forget()
  }
  store.onEvent((event: AppEvent) => {
    if (event.type === 'session') see(event.state)
  })

  async function run(name: MethodName, input: Input<MethodName>): Promise<Answer<MethodName>> {
    if (name === 'ledger.page') {
      const kept = await looks.before(input as Input<'ledger.page'>)
      if (!kept.ok) return kept
    }
    if (!isMainMethod(name)) return store.call(name, input)
    try {
      return await (own[name] as (input: unknown) => ReturnType<Handler<MainMethod>>)(input)
    } catch (error) {
      const known = problemOfError(error)
      if (known === null) log(`${name} failed: ${traceOf(error)}`)
      return fail(known ?? { code: 'unforeseen', message: '这一步没有做成，以前存的都在。请再做一次' })
    }
  }

  return {
    async answer(sender, name, input) {
      if (sender === null || !sender.isMainFrame || !isOwnPage(sender.url)) {
        log('a call from a foreign page was refused')
        return fail({ code: 'foreignPage', message: '这个页面不是四个一的，什么都没有做' })
      }
      const checked = checkCall(name, input, role, handOver)
      return checked.ok ? run(checked.value.name, checked.value.input) : checked
    },
  }
}

function isMainMethod(name: MethodName): name is MainMethod {
  return (mainMethods as readonly string[]).includes(name)
}
