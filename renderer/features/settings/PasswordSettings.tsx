import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PasswordField } from '../../components/PasswordField.tsx'
import { focusFirstError } from '../first-run/focusFirstError.ts'
import { usePasswordPair } from '../first-run/usePasswordPair.ts'

/** Opened by a button, so that nobody fills it in by chance. */
export function PasswordSettings() {
  const { t } = useTranslation()
  const api = useApi()
  const pair = usePasswordPair()
  const [open, setOpen] = useState(false)
  const [old, setOld] = useState('')
  const [oldFault, setOldFault] = useState<string | null>(null)
  const [changed, setChanged] = useState(false)
  const [busy, setBusy] = useState(false)

  async function change() {
    if (busy) return
    setOldFault(old === '' ? t('unlock.missing') : null)
    if (!pair.check() || old === '') {
      focusFirstError()
      return
    }
    setBusy(true)
    const answer = await api.call('session.changePassword', { oldPassword: old, newPassword: pair.first })
    setBusy(false)
    if (!answer.ok) {
      setOldFault(answer.error.message)
      focusFirstError()
      return
    }
    setChanged(true)
    setOpen(false)
    setOld('')
    pair.forget()
  }

  if (!open) {
    return (
      <>
        {changed && <Notice kind="ok" urgent>{t('settings.passwordChanged')}</Notice>}
        <div><Button onPress={() => setOpen(true)}>{t('settings.changePassword')}</Button></div>
      </>
    )
  }
  return (
    <form
      noValidate
      className="settings-password"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <PasswordField autoFocus label={t('settings.oldPassword')} value={old} onChange={setOld} error={oldFault} />
      <PasswordField fresh label={t('settings.newPassword')} hint={t('firstRun.password.firstHint')} value={pair.first} onChange={pair.setFirst} error={pair.firstError} />
      <PasswordField fresh label={t('settings.again')} value={pair.second} onChange={pair.setSecond} error={pair.secondError} />
      <div className="editor-buttons">
        <Button type="submit" kind="primary" isPending={busy}>{t('settings.change')}</Button>
        <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
