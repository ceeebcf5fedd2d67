import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiContext.tsx'
import { dropToast, useView } from '../state/view.ts'
import type { Toast } from '../state/view.ts'
import { Button } from './Button.tsx'
import './Toast.css'

const shownFor = 10_000

/** Small offers to take back what was just done. Each stays ten seconds; the clock stands still under the pointer and with the focus. */
export function Toasts() {
  const { t } = useTranslation()
  const toasts = useView((view) => view.toasts)
  return (
    <div className="toasts" role="region" aria-label={t('common.undo')} hidden={toasts.length === 0}>
      {toasts.map((toast) => <ToastItem key={toast.id} toast={toast} />)}
    </div>
  )
}

function ToastItem({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation()
  const api = useApi()
  const [held, setHeld] = useState(false)
  const [words, setWords] = useState(toast.words)

  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dropToast(toast.id), shownFor)
    return () => clearTimeout(timer)
  }, [held, toast.id])

  async function undo() {
    const answer = await api.call('journal.undo', { actionId: toast.actionId })
    if (answer.ok) dropToast(toast.id)
    else setWords(answer.error.message)
  }

  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span role="status">{words}</span>
      <Button size="sm" data-undo keys="Ctrl Z" onPress={() => void undo()}>{t('common.undo')}</Button>
      <Button size="sm" kind="quiet" icon="close" iconOnly onPress={() => dropToast(toast.id)}>{t('common.close')}</Button>
    </div>
  )
}
