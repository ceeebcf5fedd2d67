import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'

interface Faults {
  readonly serverUrl?: string | undefined
  readonly code?: string | undefined
}

/** Connects this computer to the county: its address and a code that works once. */
export function EnrolForm({ onDone }: { readonly onDone: (answer: Output<'sync.enrol'>) => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const [serverUrl, setServerUrl] = useState('')
  const [code, setCode] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const address = useRef<HTMLInputElement>(null)
  const codeInput = useRef<HTMLInputElement>(null)

  function show(found: Faults) {
    setFaults(found)
    if (found.serverUrl !== undefined) address.current?.focus()
    else if (found.code !== undefined) codeInput.current?.focus()
  }
  async function enrol() {
    if (busy) return
    const found: Faults = { ...addressFault(serverUrl.trim()), ...(code.trim().length < 4 ? { code: t('sync.codeMissing') } : {}) }
    setProblem(null)
    show(found)
    if (found.serverUrl !== undefined || found.code !== undefined) return
    setBusy(true)
    const answer = await api.call('sync.enrol', { serverUrl: serverUrl.trim(), code: code.trim() })
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else place(answer.error)
  }
  function addressFault(text: string): Faults {
    if (text === '') return { serverUrl: t('sync.serverMissing') }
    return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text) ? {} : { serverUrl: t('sync.serverForm') }
  }
  function place(error: ApiProblem) {
    const byField = new Map((error.fields ?? []).map(({ path, message }) => [path, message]))
    if (error.field !== undefined) byField.set(error.field, error.message)
    const found: Faults = { serverUrl: byField.get('serverUrl'), code: byField.get('code') }
    show(found)
    if (found.serverUrl === undefined && found.code === undefined) setProblem(error.code === 'offline' ? t('sync.noAnswer') : error.message)
  }
  return (
    <div className="enrol">
      <TextField
        label={t('sync.server')} hint={t('sync.serverHint')} error={faults.serverUrl ?? null} required value={serverUrl} onChange={setServerUrl}
        onEnter={() => void enrol()} placeholder="https://10.0.0.5:8443" maxLength={300} inputRef={address} path="serverUrl"
      />
      <TextField
        label={t('sync.code')} hint={t('sync.codeHint')} error={faults.code ?? null} required value={code} onChange={setCode}
        onEnter={() => void enrol()} maxLength={60} inputRef={codeInput} path="code"
      />
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      <div><Button icon="linked" onPress={() => void enrol()}>{busy ? t('sync.enrolling') : t('sync.enrol')}</Button></div>
    </div>
  )
}
