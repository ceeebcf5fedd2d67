import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'

interface ReturnDialogProps {
  readonly count: number
  readonly open: boolean
  readonly onClose: () => void
  /** Answers the sentence of a refusal, or null. */
  readonly onReturn: (reason: string) => Promise<string | null>
}

/** A return needs its reason: it is all that the writer has to go by. */
export function ReturnDialog({ count, open, onClose, onReturn }: ReturnDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)

  async function send() {
    const refusal = await onReturn(reason)
    if (refusal !== null) {
      setError(refusal)
      return
    }
    setReason('')
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('review.backTitle', { count })}
      actions={(
        <>
          <Button onPress={onClose}>{t('review.keep')}</Button>
          <Button kind="primary" onPress={() => void send()}>{t('review.giveBack')}</Button>
        </>
      )}
    >
      <p>{t('review.backExplain')}</p>
      <TextField label={t('review.backReason')} required value={reason} error={error} maxLength={300} autoFocus onEnter={() => void send()} onChange={(value) => {
        setReason(value)
        setError(null)
      }} />
    </Dialog>
  )
}
