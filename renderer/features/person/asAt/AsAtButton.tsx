import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'

/** Asks for a day to look back at. */
export function AsAtButton({ onLook }: { readonly onLook: (day: string) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  function look(chosen: string | null = day) {
    if (chosen === null) {
      setError(t('fileForms.needDate'))
      return
    }
    setOpen(false)
    onLook(chosen)
  }
  return (
    <>
      <Button size="sm" kind="quiet" icon="clock" onPress={() => setOpen(true)}>{t('asAt.open')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('asAt.title')}
        actions={(
          <>
            <Button onPress={() => setOpen(false)}>{t('asAt.back')}</Button>
            <Button kind="primary" onPress={() => look()}>{t('asAt.look')}</Button>
          </>
        )}
      >
        <DateField label={t('asAt.day')} required noFuture value={day} error={error} path="day" onEnter={look} onChange={(next) => {
          setDay(next)
          setError(null)
        }} />
        <p className="small soft">{t('asAt.rule')}</p>
      </Dialog>
    </>
  )
}
