import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { offerUndo } from '../../../state/view.ts'
import { DocForm } from './DocForm.tsx'
import type { DocEditing } from './useDocEditing.ts'

interface OpenDocProps extends Pick<ComponentProps<typeof DocForm>, 'form' | 'personId' | 'about'> {
  readonly editing: DocEditing
  readonly addTitle: string
  /** Offered with 撤销 when it is on the disk. */
  readonly added: string
  readonly onSaved: () => void
}

/** The form that is open, or what was begun and can be gone on with. */
export function OpenDoc({ editing, addTitle, added, onSaved, ...form }: OpenDocProps) {
  const { t } = useTranslation()
  const { mode, add, close } = editing
  if (mode.at === 'read') {
    return editing.hasDraft ? <Notice action={<Button size="sm" onPress={add}>{t('fileForms.resume')}</Button>}>{t('fileForms.goOn')}</Notice> : null
  }
  return (
    <DocForm
      {...form}
      key={mode.at === 'correct' ? mode.correction.changeId : 'new'}
      title={mode.at === 'add' ? addTitle : t('fileForms.correct')}
      correction={mode.at === 'correct' ? mode.correction : null}
      onDone={(saved) => {
        offerUndo(added, saved.actionId)
        onSaved()
        close()
      }}
      onClose={close}
    />
  )
}
