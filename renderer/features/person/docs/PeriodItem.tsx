import { useTranslation } from 'react-i18next'
import type { Period } from '../../../../domain/employment/index.ts'
import type { PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { SyncMark } from '../../../components/Marks.tsx'
import { RecordFiles } from '../../attachments/RecordFiles.tsx'
import { VoidButton } from '../../records/VoidButton.tsx'
import { useFieldWords } from '../useFieldWords.ts'
import { DateDialog } from './DateDialog.tsx'
import { DocPairs } from './DocPairs.tsx'
import { periodForm } from './forms.ts'

interface PeriodItemProps {
  readonly period: PersonFile['documents'][number]
  readonly personId: string
  /** As it stands; undefined: void, or fallen with the record that opened it. */
  readonly standing: Period | undefined
  /** Beginnings of the periods that share a day with it. */
  readonly overlaps: readonly string[]
  /** undefined: this role only reads, or a form is open. */
  readonly onCorrect: (() => void) | undefined
  readonly onSaved: () => void
}

const inHead = ['state', 'startOn', 'endOn']

export function PeriodItem({ period, personId, standing, overlaps, onCorrect, onSaved }: PeriodItemProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const body = period.body ?? {}
  const state = fields.words('state', body.state) ?? t('common.unknown')
  const startOn = typeof body.startOn === 'string' ? body.startOn : t('common.unknown')
  const endOn = standing?.body.endOn ?? (standing === undefined ? body.endOn : undefined)
  const source = body.source === 'infoCheck' ? t('fileForms.periods.fromCheck') : body.source === 'serviceRecord' ? t('fileForms.periods.fromService') : null
  return (
    <li className={standing === undefined ? 'voided' : ''}>
      <p className="period-head">
        <b>{state}</b>
        <span className="soft">{t('fileForms.since', { on: startOn })} {typeof endOn === 'string' ? t('fileForms.until', { on: endOn }) : t('fileForms.now')}</span>
        {source !== null && <span className="tag">{source}</span>}
        {period.version > 1 && <span className="tag">{t('records.version', { count: period.version })}</span>}
        <SyncMark mark={period.mark} />
        {period.voided && <span className="mark bad">{t('records.voided', { reason: period.voidReason ?? '' })}</span>}
        {!period.voided && onCorrect !== undefined && (
          <span className="row-buttons">
            <Button size="sm" icon="pencil" aria-label={`${t('fileForms.correct')} ${startOn} ${state}`} onPress={onCorrect}>{t('fileForms.correct')}</Button>
            {standing !== undefined && endOn === undefined && (
              <DateDialog
                personId={personId} document={period} kind="employmentPeriod" path="endOn" ariaLabel={`${t('fileForms.periods.end')} ${startOn} ${state}`} onSaved={onSaved}
                words={{
                  open: t('fileForms.periods.end'), title: t('fileForms.periods.endTitle'), explain: t('fileForms.periods.endExplain'), label: t('fileForms.field.endOn'),
                  done: () => t('fileForms.periods.ended'),
                }}
              />
            )}
            <VoidButton documentId={period.id} onSaved={onSaved} />
          </span>
        )}
      </p>
      {standing === undefined && !period.voided && <p className="mark warn"><Icon name="alert" />{t('fileForms.periods.fallen')}</p>}
      {overlaps.map((on) => <p key={on} className="mark warn"><Icon name="alert" />{t('fileForms.periods.overlaps', { on })}</p>)}
      <DocPairs form={periodForm} body={body} without={inHead} />
      <RecordFiles personId={personId} body={body} />
    </li>
  )
}
