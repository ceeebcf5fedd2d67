import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/ApiContext.tsx'
import type { ApiProblem, AppEvent, Input, MethodName, Output } from '../api/client.ts'

/** Pages of a long list, 200 rows each, fetched when they come into sight; those far away are forgotten. */

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

/** What has been asked of one question and what not yet. */
interface Asking {
  readonly question: string
  /** Asked or held. */
  readonly pages: Set<number>
  onTheWay: number
}

/** While the list runs past, only what is in sight when an answer comes is asked for next: no queue builds up behind the reader's back. */
const atOnce = 2

export function usePages<M extends PagedMethod>(name: M, question: Question<M>, reloadOn: (event: AppEvent) => boolean): Pages<Row<M>> {
  const api = useApi()
  const key = JSON.stringify(question)
  const [round, setRound] = useState(0)
  const [held, setHeld] = useState<Held<Row<M>>>({ question: '', total: null, pages: new Map() })
  const [error, setError] = useState<ApiProblem | null>(null)
  const sight = useRef({ first: 0, last: 0 })
  const wanted = `${key}#${String(round)}`
  const asking = useRef<Asking>({ question: '', pages: new Set(), onTheWay: 0 })
  const total = useRef<number | null>(null)
  const current = useRef({ question, reloadOn })
  useEffect(() => {
    current.current = { question, reloadOn }
  })

  const askNext = useCallback(() => {
    const now = asking.current
    for (const page of pagesAround(sight.current, total.current)) {
      if (now.onTheWay >= atOnce) return
      if (now.pages.has(page)) continue
      now.pages.add(page)
      now.onTheWay += 1
      const input = { ...current.current.question, offset: page * pageSize, limit: pageSize } as unknown as Input<M>
      void api.call(name, input).then((answer) => {
        // An answer to an earlier question.
        if (asking.current !== now) return
        now.onTheWay -= 1
        if (!answer.ok) {
          now.pages.delete(page)
          setError(answer.error)
          return
        }
        setError(null)
        const value = answer.value as { readonly total: number; readonly rows: readonly Row<M>[] }
        total.current = value.total
        setHeld((old) => {
          const pages = new Map(old.question === now.question ? old.pages : [])
          pages.set(page, value.rows)
          return { question: now.question, total: value.total, pages: withoutFarthest(pages, page, now.pages) }
        })
      })
    }
  }, [api, name])

  // The old rows stay in sight until the answer to the new question is there.
  useEffect(() => {
    asking.current = { question: wanted, pages: new Set(), onTheWay: 0 }
    total.current = null
    askNext()
  }, [wanted, askNext])

  // With every answer there is room for the next.
  useEffect(() => askNext(), [held, askNext])

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
      askNext()
    },
    [askNext],
  )
  const rowAt = useCallback(
    (index: number) => held.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    [held],
  )
  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { total: held.total, rowAt, need, error, reload }
}

/** In sight first, then the neighbours, so that scrolling on finds them there. */
function pagesAround({ first, last }: { readonly first: number; readonly last: number }, total: number | null): number[] {
  const from = Math.floor(first / pageSize)
  // How long the list is, its first answer says.
  if (total === null) return [from]
  const to = Math.min(Math.floor(last / pageSize), Math.ceil(total / pageSize) - 1)
  const pages: number[] = []
  for (let page = from; page <= to; page += 1) pages.push(page)
  if ((to + 1) * pageSize < total) pages.push(to + 1)
  if (from > 0) pages.push(from - 1)
  return pages
}

/** Pages far from the newest are let go, and may be asked for again. */
function withoutFarthest<R>(pages: Map<number, readonly R[]>, newest: number, asked: Set<number>): Map<number, readonly R[]> {
  while (pages.size > keptPages) {
    const farthest = [...pages.keys()].reduce((far, page) => (Math.abs(page - newest) > Math.abs(far - newest) ? page : far), newest)
    pages.delete(farthest)
    asked.delete(farthest)
  }
  return pages
}
