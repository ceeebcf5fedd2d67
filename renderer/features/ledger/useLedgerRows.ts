import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem } from '../../api/client.ts'
import type { LedgerHead } from '../../print/LedgerPaper.tsx'
import { rowsAtOnce } from '../../print/loadLedger.ts'
import type { LedgerInput } from '../../print/loadLedger.ts'

export interface LedgerRows {
  /** null until the first answer is there. */
  readonly head: LedgerHead | null
  readonly rows: readonly (readonly string[])[]
  readonly isWhole: boolean
  readonly loading: boolean
  readonly error: ApiProblem | null
  /** Asks for the next rows. */
  readonly more: () => void
  readonly reload: () => void
}

interface Held {
  readonly question: string
  readonly head: LedgerHead | null
  readonly rows: readonly (readonly string[])[]
}

/** The rows of a ledger from the first on, as many as were asked for. A change of persons' data starts afresh. */
export function useLedgerRows(input: LedgerInput): LedgerRows {
  const api = useApi()
  const [round, setRound] = useState(0)
  const question = `${JSON.stringify(input)}#${String(round)}`
  const [held, setHeld] = useState<Held>({ question: '', head: null, rows: [] })
  const [error, setError] = useState<ApiProblem | null>(null)
  const [loading, setLoading] = useState(true)
  const asked = useRef({ question: '', offset: -1 })
  const latest = useRef({ question, input })
  useEffect(() => {
    latest.current = { question, input }
  })

  const ask = useCallback((forQuestion: string, offset: number) => {
    if (asked.current.question === forQuestion && asked.current.offset === offset) return
    asked.current = { question: forQuestion, offset }
    setLoading(true)
    void api.call('ledger.page', { ...latest.current.input, offset, limit: rowsAtOnce }).then((answer) => {
      if (latest.current.question !== forQuestion) return
      setLoading(false)
      if (!answer.ok) {
        asked.current = { question: '', offset: -1 }
        setError(answer.error)
        return
      }
      setError(null)
      const { rows, ...head } = answer.value
      setHeld((old) => ({ question: forQuestion, head, rows: offset === 0 || old.question !== forQuestion ? rows : [...old.rows, ...rows] }))
    })
  }, [api])

  useEffect(() => ask(question, 0), [ask, question])
  useEffect(() => api.listen((event) => {
    if (event.type === 'changed') setRound((count) => count + 1)
  }), [api])

  const more = useCallback(() => {
    if (held.question === question && held.head !== null && held.rows.length < held.head.total) ask(question, held.rows.length)
  }, [ask, question, held])
  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { head: held.head, rows: held.rows, isWhole: held.head !== null && held.rows.length >= held.head.total, loading, error, more, reload }
}
