import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { PasswordField } from '../../components/PasswordField.tsx'
import { useWait } from '../unlock/useWait.ts'

/** The counsellor's password leads back to work; wrong tries wait as at the lock screen. */
export function LeaveDialog({ open, who, onStay }: { readonly open: boolean; readonly who: string; readonly onStay: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { setState } = useSession()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [wait, setWait] = useWait(0)
  const field = useRef<HTMLInputElement>(null)

  async function leave() {
    if (busy || wait > 0) return
    if (password === '') {
      setError(t('unlock.missing'))
      field.current?.focus()
      return
    }
    setBusy(true)
    const answer = await api.call('handOver.leave', { password })
    setBusy(false)
    setPassword('')
    if (answer.ok) {
      setState(answer.value)
      return
    }
    setError(answer.error.message)
    field.current?.focus()
    const now = await api.call('session.state', {})
    if (now.ok) setWait(now.value.waitSeconds)
  }

  return (
    <Dialog
      open={open}
      onClose={() => {
        setPassword('')
        setError(null)
        onStay()
      }}
      title={t('handOver.leave.title', { who })}
      actions={(
        <>
          <Button onPress={onStay}>{t('handOver.leave.stay')}</Button>
          <Button kind="primary" isDisabled={wait > 0} onPress={() => void leave()}>{t('handOver.leave.go')}</Button>
        </>
      )}
    >
      <PasswordField label={t('handOver.leave.password', { who })} autoFocus value={password} inputRef={field} error={wait > 0 ? null : error} onEnter={() => void leave()} onChange={(value) => {
        setPassword(value)
        if (value !== '') setError(null)
      }} />
      {wait > 0 && <p className="field-hint warn" role="timer">{t('unlock.wait', { count: wait })}</p>}
    </Dialog>
  )
}
