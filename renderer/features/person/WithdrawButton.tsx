import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'
import { offerUndo } from '../../state/view.ts'

interface WithdrawButtonProps {
  readonly consent: PersonFile['documents'][number]
  readonly purpose: string
  readonly onSaved: () => void
}

/** Takes a consent back: at once, at no cost, without giving a reason. */
export function WithdrawButton({ consent, purpose, onSaved }: WithdrawButtonProps) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState<string | null>(state.today)
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const busy = useRef(false)

  async function withdraw() {
    const { body, headId } = consent
    if (on === null) {
      setError(t('consents.when'))
      return
    }
    if (busy.current || body === null || headId === null) return
    busy.current = true
    const cycleYear = String(body.cycleYear ?? consent.cycleYear ?? state.cycleYear)
    const answer = await api.call('records.complete', {
      kind: 'consent', personId: String(body.personId), cycleYear, replaces: { documentId: consent.id, changeId: headId },
      body: { ...body, withdrawnAt: on, ...(note.trim() === '' ? {} : { note: note.trim() }) },
    })
    busy.current = false
    if (!answer.ok) {
      setError(answer.error.fields?.[0]?.message ?? answer.error.message)
      return
    }
    setOpen(false)
    offerUndo(t('consents.withdrawn', { purpose }), answer.value.actionId)
    onSaved()
  }

  return (
    <>
      <Button size="sm" aria-label={t('consents.withdrawOf', { purpose })} onPress={() => setOpen(true)}>{t('consents.withdraw')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('consents.withdrawTitle', { purpose })}
        actions={(
          <>
            <Button onPress={() => setOpen(false)}>{t('consents.keep')}</Button>
            <Button kind="danger" onPress={() => void withdraw()}>{t('consents.withdraw')}</Button>
          </>
        )}
      >
        <p>{t('consents.withdrawExplain')}</p>
        <DateField label={t('consents.on')} required value={on} noFuture error={error} onChange={(next) => {
          setOn(next)
          setError(null)
        }} />
        <TextField label={t('consents.note')} value={note} maxLength={200} onChange={setNote} />
      </Dialog>
    </>
  )
}
