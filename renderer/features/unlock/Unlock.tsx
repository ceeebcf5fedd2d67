import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { PasswordField } from '../../components/PasswordField.tsx'
import { Progress } from '../../components/Progress.tsx'
import { Select } from '../../components/Select.tsx'
import { useView } from '../../state/view.ts'
import { Recover } from './Recover.tsx'
import { useOpeningProgress } from './useOpeningProgress.ts'
import { useWait } from './useWait.ts'
import './Unlock.css'

/** Name and password, nothing else. After several wrong tries a wait that can be seen. */
export function Unlock() {
  const { t } = useTranslation()
  const api = useApi()
  const { state, setState, settings } = useSession()
  const lockedBy = useView((view) => view.lockedBy)
  const [userId, setUserId] = useState(state.users[0]?.id ?? '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [recovering, setRecovering] = useState(false)
  const progress = useOpeningProgress()
  const [wait, setWait] = useWait(state.waitSeconds)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!recovering) field.current?.focus()
  }, [recovering])

  async function unlock() {
    if (busy || wait > 0) return
    if (password === '') {
      setError(t('unlock.missing'))
      field.current?.focus()
      return
    }
    setBusy(true)
    const answer = await api.call('session.unlock', { userId, password })
    setBusy(false)
    if (answer.ok) {
      useView.setState({ lockedBy: null })
      setState(answer.value)
      return
    }
    setError(answer.error.message)
    setPassword('')
    field.current?.focus()
    const now = await api.call('session.state', {})
    if (now.ok) setWait(now.value.waitSeconds)
  }

  return (
    <main className="unlock" id="main" tabIndex={-1}>
      <p className="brand"><b>{t('common.appName')}</b><span>{state.county?.name}</span></p>
      {recovering
        ? <Recover userId={userId} onBack={() => setRecovering(false)} />
        : (
          <form
            noValidate
            className="unlock-form"
            onSubmit={(event) => {
              event.preventDefault()
              void unlock()
            }}
          >
            <div>
              <h1>{t('unlock.title')}</h1>
              {lockedBy !== null && <p className="soft">{lockedBy === 'idle' ? t('unlock.idle', { count: settings.idleLockMinutes }) : t('unlock.locked')}</p>}
            </div>
            {state.users.length > 1
              ? <Select label={t('unlock.name')} value={userId} onChange={setUserId} options={state.users.map((user) => ({ value: user.id, label: user.name }))} />
              : <p className="unlock-name"><span className="small soft">{t('unlock.name')}</span><b>{state.users[0]?.name}</b></p>}
            <PasswordField
              size="lg"
              label={t('unlock.password')}
              value={password}
              inputRef={field}
              error={wait > 0 ? null : error}
              onChange={(value) => {
                setPassword(value)
                if (value !== '') setError(null)
              }}
            />
            {busy && progress !== null && <Progress label={t('unlock.ordering')} done={progress.done} total={progress.total} unit={progress.unit} />}
            {wait > 0 && <p className="field-hint warn" role="timer">{t('unlock.wait', { count: wait })}</p>}
            <Button type="submit" kind="primary" size="lg" isDisabled={wait > 0} isPending={busy}>{busy ? t('unlock.working') : t('unlock.go')}</Button>
            <Button kind="quiet" className="unlock-forgot" onPress={() => setRecovering(true)}>{t('unlock.forgot')}</Button>
          </form>
        )}
    </main>
  )
}
