import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/ApiContext.tsx'
import type { ApiProblem, AppEvent, Input, MethodName, Output } from '../api/client.ts'

/** Pages of a long list, 200 rows each, fetched when they come into sight; the oldest are forgotten. */

export const pageSize = 200
const keptPages = 12

type PagedMethod = { [M in MethodName]: Output<M> extends { readonly total: number; readonly rows: readonly unknown[] } ? M : never }[MethodName]
type Row<M extends PagedMethod> = Output<M>['rows'][number]
type Question<M extends PagedMethod> = Omit<Input<M>, 'offset' | 'limit'>

export interface Pages<R> {
  /** null until the first page is there. */
  readonly total: number | null
  readonly rowAt: (index: number) => R | undefined
  readonly need: (first: number, last: number) => void
  readonly error: ApiProblem | null
  readonly reload: () => void
}

interface Held<R> {
  readonly question: string
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly R[]>
}

export function usePages<M extends PagedMethod>(name: M, question: Question<M>, reloadOn: (event: AppEvent) => boolean): Pages<Row<M>> {
  const api = useApi()
  const key = JSON.stringify(question)
  const [round, setRound] = useState(0)
  const [held, setHeld] = useState<Held<Row<M>>>({ question: '', total: null, pages: new Map() })
  const [error, setError] = useState<ApiProblem | null>(null)
  const asked = useRef(new Set<number>())
  const sight = useRef({ first: 0, last: 0 })
  const wanted = `${key}#${String(round)}`
  const current = useRef({ wanted, question, reloadOn })
  useEffect(() => {
    current.current = { wanted, question, reloadOn }
  })

  const fetchPage = useCallback(
    (page: number, forQuestion: string) => {
      asked.current.add(page)
      const input = { ...current.current.question, offset: page * pageSize, limit: pageSize } as unknown as Input<M>
      void api.call(name, input).then((answer) => {
        if (current.current.wanted !== forQuestion) return
        if (!answer.ok) {
          asked.current.delete(page)
          setError(answer.error)
          return
        }
        setError(null)
        const value = answer.value as { readonly total: number; readonly rows: readonly Row<M>[] }
        setHeld((old) => {
          const pages = new Map(old.question === forQuestion ? old.pages : [])
          pages.set(page, value.rows)
          for (const oldest of pages.keys()) {
            if (pages.size <= keptPages) break
            if (oldest !== page) {
              pages.delete(oldest)
              asked.current.delete(oldest)
            }
          }
          return { question: forQuestion, total: value.total, pages }
        })
      })
    },
    [api, name],
  )

  // The old rows stay in sight until the answer to the new question is there.
  useEffect(() => {
    current.current = { ...current.current, wanted }
    asked.current = new Set()
    const first = Math.floor(sight.current.first / pageSize)
    fetchPage(first, wanted)
  }, [wanted, fetchPage])

  useEffect(
    () =>
      api.listen((event) => {
        if (current.current.reloadOn(event)) setRound((count) => count + 1)
      }),
    [api],
  )

  const need = useCallback(
    (first: number, last: number) => {
      sight.current = { first, last }
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        if (!asked.current.has(page)) fetchPage(page, current.current.wanted)
      }
    },
    [fetchPage],
  )
  const rowAt = useCallback(
    (index: number) => held.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [held],
  )
  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { total: held.total, rowAt, need, error, reload }
}
