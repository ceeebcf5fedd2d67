import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from './ApiContext.tsx'
import type { ApiProblem, AppEvent, Input, MethodName, Output } from './client.ts'

export interface Query<T> {
  /** The last good answer; stays while a newer one is on its way. */
  readonly value: T | null
  readonly error: ApiProblem | null
  readonly loading: boolean
  readonly reload: () => void
}

interface QueryOptions {
  /** false: ask nothing yet. */
  readonly when?: boolean
  /** Which events make the answer old; by default every change of persons' data. */
  readonly reloadOn?: (event: AppEvent) => boolean
}

function isDataChange(event: AppEvent): boolean {
  return event.type === 'changed'
}

/** Asks a reading method and asks again when what it showed may have changed. A late answer to an old question is dropped. */
export function useQuery<M extends MethodName>(name: M, input: Input<M>, options: QueryOptions = {}): Query<Output<M>> {
  const { when = true, reloadOn = isDataChange } = options
  const api = useApi()
  const question = JSON.stringify([name, input])
  const [state, setState] = useState<{ question: string; value: Output<M> | null; error: ApiProblem | null; loading: boolean }>({
    question, value: null, error: null, loading: when,
  })
  const [round, setRound] = useState(0)
  const latest = useRef({ input, reloadOn })
  useEffect(() => {
    latest.current = { input, reloadOn }
  })

  useEffect(() => {
    if (!when) return
    let wanted = true
    setState((old) => ({ ...old, loading: true }))
    void api.call(name, latest.current.input).then((answer) => {
      if (!wanted) return
      setState((old) =>
        answer.ok
          ? { question, value: answer.value, error: null, loading: false }
          : { question, value: old.question === question ? old.value : null, error: answer.error, loading: false },
      )
    })
    return () => {
      wanted = false
    }
  }, [api, name, question, when, round])

  useEffect(() => {
    if (!when) return
    return api.listen((event) => {
      if (latest.current.reloadOn(event)) setRound((count) => count + 1)
    })
  }, [api, when])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { value: state.value, error: state.error, loading: state.loading, reload }
}

/** True when the event may have changed the file of this person. */
export function touches(personId: string): (event: AppEvent) => boolean {
  return (event) => event.type === 'changed' && (event.all || event.personIds.includes(personId))
}
