import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { TextField } from '../../components/TextField.tsx'

interface DenyDialogProps {
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
  /** Answers the sentence of a refusal, or null. */
  readonly onDeny: (note: string) => Promise<string | null>
}

/** Who says that somebody is not in a group says why. */
export function DenyDialog({ name, open, onClose, onDeny }: DenyDialogProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)

  async function send() {
    const refusal = await onDeny(note)
    if (refusal !== null) {
      setError(refusal)
      return
    }
    setNote('')
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('groups.denyTitle', { name })}
      actions={(
        <>
          <Button onPress={onClose}>{t('groups.keep')}</Button>
          <Button kind="primary" onPress={() => void send()}>{t('groups.deny')}</Button>
        </>
      )}
    >
      <p>{t('groups.denyExplain')}</p>
      <TextField label={t('groups.denyReason')} required value={note} error={error} maxLength={200} autoFocus onEnter={() => void send()} onChange={(value) => {
        setNote(value)
        setError(null)
      }} />
    </Dialog>
  )
}
