import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/Notice.tsx'
import { PasswordField } from '../../components/PasswordField.tsx'
import { StepFrame } from './StepFrame.tsx'
import { focusFirstError } from './focusFirstError.ts'
import { usePasswordPair } from './usePasswordPair.ts'
import { useSubmitKey } from './useSubmitKey.ts'

/** `onNext` makes the store and answers with what went wrong. */
export function PasswordStep({ onBack, onNext }: { readonly onBack: () => void; readonly onNext: (password: string) => Promise<string | null> }) {
  const { t } = useTranslation()
  const pair = usePasswordPair()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function next() {
    if (busy) return
    if (!pair.check()) {
      focusFirstError()
      return
    }
    setBusy(true)
    const fault = await onNext(pair.first)
    if (fault === null) return
    setProblem(fault)
    setBusy(false)
  }
  useSubmitKey(() => void next())
  return (
    <StepFrame
      heading={t('firstRun.password.heading')} lead={t('firstRun.password.lead')} next={t('firstRun.next.recovery')}
      onNext={() => void next()} onBack={onBack} busy={busy}
      beside={busy ? <span className="small" role="status">{t('firstRun.password.working')}</span> : undefined}
    >
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      <PasswordField fresh required label={t('firstRun.password.first')} hint={t('firstRun.password.firstHint')} value={pair.first} onChange={pair.setFirst} error={pair.firstError} />
      <PasswordField fresh required label={t('firstRun.password.second')} value={pair.second} onChange={pair.setSecond} error={pair.secondError} />
    </StepFrame>
  )
}
