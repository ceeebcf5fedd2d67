import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'
import { offerUndo } from '../../state/view.ts'

/** Voids a record, with a reason of at least two characters. */
export function VoidButton({ documentId, onSaved }: { readonly documentId: string; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const busy = useRef(false)

  async function send() {
    if (reason.trim().length < 2) {
      setError(t('records.voidNeedsReason'))
      return
    }
    if (busy.current) return
    busy.current = true
    const answer = await api.call('records.void', { documentId, reason: reason.trim() })
    busy.current = false
    if (!answer.ok) {
      setError(answer.error.message)
      return
    }
    setOpen(false)
    offerUndo(t('records.voided', { reason: reason.trim() }), answer.value.actionId)
    onSaved()
  }

  return (
    <>
      <Button size="sm" kind="danger" onPress={() => setOpen(true)}>{t('records.void')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('records.voidTitle')}
        actions={(
          <>
            <Button onPress={() => setOpen(false)}>{t('records.notVoid')}</Button>
            <Button kind="danger" onPress={() => void send()}>{t('records.void')}</Button>
          </>
        )}
      >
        <p>{t('records.voidExplain')}</p>
        <TextField label={t('records.voidReason')} required value={reason} error={error} maxLength={200} autoFocus onEnter={() => void send()} onChange={(value) => {
          setReason(value)
          setError(null)
        }} />
      </Dialog>
    </>
  )
}
