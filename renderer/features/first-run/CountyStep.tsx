import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { StepFrame } from './StepFrame.tsx'
import { focusFirstError } from './focusFirstError.ts'
import { useSubmitKey } from './useSubmitKey.ts'

/** Connecting may wait: everything works without it. */
export function CountyStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const [server, setServer] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [linked, setLinked] = useState<{ countyName: string; userName: string } | null>(null)
  // The fields go away once connected, and the focus with them.
  useEffect(() => {
    if (linked !== null) document.querySelector<HTMLElement>('.step-frame h1')?.focus()
  }, [linked])
  const serverFault = server.trim() === '' ? t('firstRun.county.missingServer') : /^https?:\/\/\S+$/i.test(server.trim()) ? null : t('firstRun.county.badServer')
  const codeFault = code.trim().length < 4 ? t('firstRun.county.missingCode') : null

  async function connect() {
    if (busy) return
    if (linked !== null) {
      onDone()
      return
    }
    setTried(true)
    setProblem(null)
    if (serverFault !== null || codeFault !== null) {
      focusFirstError()
      return
    }
    setBusy(true)
    const answer = await api.call('sync.enrol', { serverUrl: server.trim(), code: code.trim() })
    setBusy(false)
    // Nothing is tried again by itself here: nobody is connected yet.
    setProblem(answer.ok ? null : answer.error.code === 'offline' ? t('sync.noAnswer') : answer.error.message)
    if (answer.ok) setLinked(answer.value)
  }
  useSubmitKey(() => void connect())
  return (
    <StepFrame
      heading={t('firstRun.county.heading')} lead={t('firstRun.county.lead')}
      next={linked === null ? t('firstRun.next.done') : t('firstRun.county.start')}
      onNext={() => void connect()} busy={busy}
      beside={linked === null ? (
        <>
          {busy && <span className="small" role="status">{t('firstRun.county.working')}</span>}
          <Button onPress={onDone}>{t('firstRun.next.later')}</Button>
        </>
      ) : undefined}
    >
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      {linked !== null
        ? <Notice kind="ok" urgent>{t('firstRun.county.linked', { county: linked.countyName, name: linked.userName })}</Notice>
        : (
          <>
            <TextField
              label={t('firstRun.county.server')} hint={t('firstRun.county.serverHint')} value={server} onChange={setServer} maxLength={300}
              error={tried ? serverFault : null}
            />
            <TextField
              label={t('firstRun.county.code')} hint={t('firstRun.county.codeHint')} value={code} onChange={setCode} maxLength={60}
              error={tried ? codeFault : null}
            />
          </>
        )}
    </StepFrame>
  )
}
