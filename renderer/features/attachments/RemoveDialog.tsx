import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'

interface RemoveDialogProps {
  /** Of what is to be taken out; null: nothing is. */
  readonly name: string | null
  readonly onKeep: () => void
  readonly onRemove: (reason: string) => void
}

/** What a completed record had is taken out only with a reason; the earlier version keeps it. */
export function RemoveDialog({ name, onKeep, onRemove }: RemoveDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)

  function remove() {
    if (reason.trim().length < 2) {
      setError(t('attachments.reasonNeeded'))
      return
    }
    onRemove(reason.trim())
    setReason('')
  }

  return (
    <Dialog
      open={name !== null}
      onClose={onKeep}
      title={t('attachments.removeTitle', { name: name ?? '' })}
      actions={(
        <>
          <Button onPress={onKeep}>{t('attachments.keep')}</Button>
          <Button kind="danger" onPress={remove}>{t('attachments.remove')}</Button>
        </>
      )}
    >
      <p>{t('attachments.removeExplain')}</p>
      <TextField label={t('attachments.reason')} required value={reason} error={error} maxLength={200} autoFocus onEnter={remove} onChange={(value) => {
        setReason(value)
        setError(null)
      }} />
    </Dialog>
  )
}
