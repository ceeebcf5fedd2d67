import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { Input } from '../../api/client.ts'
import { offerUndo } from '../../state/view.ts'

export type Decision = 'SUBMITTED' | 'REVIEWED' | 'RETURNED'
type Records = Input<'review.submit'>['records']

const words = { SUBMITTED: 'review.didSubmit', REVIEWED: 'review.didPass', RETURNED: 'review.didBack' } as const

/** Submits, passes or returns records, and says what could not be done and why. */
export function useReviewAct(onDone: () => void) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const [message, setMessage] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const busy = useRef(false)

  /** Answers the sentence of a refusal, or null. */
  async function act(records: Records, decision: Decision, reason: string | null = null): Promise<string | null> {
    if (busy.current || records.length === 0) return null
    busy.current = true
    const answer = decision === 'SUBMITTED'
      ? await api.call('review.submit', { records })
      : await api.call('review.decide', { records, decision, reason })
    busy.current = false
    if (!answer.ok) {
      setMessage(answer.error.message)
      setDone(null)
      return answer.error.message
    }
    const { refused, actionId } = answer.value
    const reasons = [...new Set(refused.map((each) => each.message))].join('；')
    setMessage(refused.length === 0 ? null : t('review.refusedSome', { count: refused.length, reasons }))
    const sentence = t(words[decision], { count: answer.value.done })
    setDone(sentence)
    // What was submitted lies with the reviewer; only a decision is taken back, by the office that made it.
    if (decision !== 'SUBMITTED' && state.current?.role === 'office') offerUndo(sentence, actionId)
    onDone()
    return null
  }
  return { act, message, done }
}
