import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../api/ApiContext.tsx'
import { useSession } from '../../../api/SessionContext.tsx'
import type { PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import type { ButtonProps } from '../../../components/Button.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { offerUndo } from '../../../state/view.ts'

type Document = PersonFile['documents'][number]

interface DateDialogProps {
  readonly personId: string
  readonly document: Document
  readonly kind: 'employmentPeriod' | 'exclusion'
  /** The field that gets the day. */
  readonly path: 'endOn' | 'endedOn'
  readonly words: { readonly open: string; readonly title: string; readonly explain: string; readonly label: string; readonly done: (date: string) => string }
  readonly look?: ButtonProps['kind']
  readonly ariaLabel: string
  readonly onSaved: () => void
}

/** Ends a record on a day, as its next version. */
export function DateDialog({ personId, document, kind, path, words, look = 'plain', ariaLabel, onSaved }: DateDialogProps) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const [open, setOpen] = useState(false)
  const [date, setDate] = useState<string | null>(state.today)
  const [error, setError] = useState<string | null>(null)
  const busy = useRef(false)

  async function send(day: string | null = date) {
    if (day === null || document.headId === null) {
      setError(t('fileForms.needDate'))
      return
    }
    if (busy.current) return
    busy.current = true
    const answer = await api.call('records.complete', {
      kind, personId, cycleYear: document.cycleYear ?? state.cycleYear,
      body: { ...document.body, [path]: day }, replaces: { documentId: document.id, changeId: document.headId },
    })
    busy.current = false
    if (!answer.ok) {
      setError(answer.error.fields?.find((problem) => problem.path === path)?.message ?? answer.error.fields?.[0]?.message ?? answer.error.message)
      return
    }
    setOpen(false)
    offerUndo(words.done(day), answer.value.actionId)
    onSaved()
  }
  return (
    <>
      <Button size="sm" kind={look} aria-label={ariaLabel} onPress={() => setOpen(true)}>{words.open}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.title}
        actions={(
          <>
            <Button onPress={() => setOpen(false)}>{t('family.cancel')}</Button>
            <Button kind="primary" onPress={() => void send()}>{t('fileForms.submit')}</Button>
          </>
        )}
      >
        <p>{words.explain}</p>
        <DateField label={words.label} required noFuture value={date} error={error} path={path} onEnter={(day) => void send(day)} onChange={(day) => {
          setDate(day)
          setError(null)
        }} />
      </Dialog>
    </>
  )
}
