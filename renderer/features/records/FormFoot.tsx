import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SaveLine } from './SaveLine.tsx'
import type { SaveState } from './useRecordForm.ts'

interface FormFootProps {
  readonly save: SaveState
  /** Places to be mended after a submit that was turned back. */
  readonly toMend: number
  readonly onFlush: () => void
  /** The sheet has no steps to change between. */
  readonly isAlone?: boolean
  /** The one primary button. */
  readonly children: ReactNode
}

/** Always in sight: where the draft is, what is to be mended, and the way on. */
export function FormFoot({ save, toMend, onFlush, isAlone = false, children }: FormFootProps) {
  const { t } = useTranslation()
  return (
    <div className="record-foot">
      <SaveLine save={save} />
      <span className="record-mend" role="alert">
        {toMend > 0 && <><Icon name="alert" />{t('records.toMend', { count: toMend })}</>}
      </span>
      {toMend === 0 && <span className="keys-line" aria-hidden="true">
        <span><b>Ctrl S</b> {t('records.key.save')}</span> {!isAlone && <><span><b>Ctrl 1–4</b> {t('records.key.step')}</span> <span><b>Ctrl E</b> {t('records.key.next')}</span></>}
      </span>}
      <span className="foot-buttons">
        <Button onPress={onFlush}>{t('records.saveDraft')}</Button>
        {children}
      </span>
    </div>
  )
}
