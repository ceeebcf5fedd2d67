import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { PasswordField } from '../../components/PasswordField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { focusFirstError } from '../first-run/focusFirstError.ts'
import { usePasswordPair } from '../first-run/usePasswordPair.ts'

/** The recovery code from the paper opens the store and sets a new password. */
export function Recover({ userId, onBack }: { readonly userId: string; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { setState } = useSession()
  const [code, setCode] = useState('')
  const [codeMissing, setCodeMissing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const pair = usePasswordPair()
  const codeInput = useRef<HTMLInputElement>(null)

  async function recover() {
    if (busy) return
    setCodeMissing(code.trim() === '')
    if (!pair.check() || code.trim() === '') {
      focusFirstError()
      return
    }
    setBusy(true)
    const answer = await api.call('session.recover', { userId, recoveryCode: code.trim(), newPassword: pair.first })
    setBusy(false)
    if (answer.ok) {
      setState(answer.value)
      return
    }
    setProblem(answer.error.message)
    codeInput.current?.focus()
  }

  return (
    <form
      noValidate
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault()
        void recover()
      }}
    >
      <div>
        <h1>{t('unlock.recoverTitle')}</h1>
        <p className="soft">{t('unlock.recoverLead')}</p>
      </div>
      <TextField
        className="code-field" label={t('unlock.code')} hint={t('unlock.codeHint')} value={code} autoFocus maxLength={60} inputRef={codeInput}
        onChange={(value) => {
          setCode(value)
          setProblem(null)
        }}
        error={codeMissing && code.trim() === '' ? t('unlock.missingCode') : problem}
      />
      <PasswordField fresh label={t('unlock.newPassword')} value={pair.first} onChange={pair.setFirst} error={pair.firstError} hint={t('firstRun.password.firstHint')} />
      <PasswordField fresh label={t('unlock.again')} value={pair.second} onChange={pair.setSecond} error={pair.secondError} />
      <Button type="submit" kind="primary" size="lg" isPending={busy}>{busy ? t('unlock.working') : t('unlock.recover')}</Button>
      <Button kind="quiet" className="unlock-forgot" onPress={onBack}>{t('unlock.backToPassword')}</Button>
    </form>
  )
}
