import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { SyncStatus } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'

interface SendNowProps {
  readonly status: SyncStatus
  readonly primary?: boolean
  readonly onAnswer: (problem: string | null) => void
}

/** Sends and fetches at once, without waiting for the next try. */
export function SendNow({ status, primary = false, onAnswer }: SendNowProps) {
  const { t } = useTranslation()
  const api = useApi()
  const [busy, setBusy] = useState(false)
  const working = busy || status.state === 'sending' || status.state === 'receiving'
  async function send() {
    if (working) return
    setBusy(true)
    onAnswer(null)
    const answer = await api.call('sync.now', {})
    setBusy(false)
    onAnswer(answer.ok ? null : answer.error.message)
  }
  return (
    <Button icon="sending" onPress={() => void send()} {...(primary ? { kind: 'primary' as const, keys: 'Ctrl Enter' } : {})}>
      {working ? t(status.state === 'receiving' ? 'sync.receiving' : 'sync.sending') : t('sync.sendNow')}
    </Button>
  )
}
