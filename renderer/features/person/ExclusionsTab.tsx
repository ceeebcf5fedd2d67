import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { RecordFiles } from '../attachments/RecordFiles.tsx'
import { VoidButton } from '../records/VoidButton.tsx'
import { DateDialog } from './docs/DateDialog.tsx'
import { DocPairs } from './docs/DocPairs.tsx'
import { exclusionForm } from './docs/forms.ts'
import { OpenDoc } from './docs/OpenDoc.tsx'
import { useDocEditing } from './docs/useDocEditing.ts'
import { useFieldWords } from './useFieldWords.ts'

interface TabProps {
  readonly file: PersonFile
  /** A past day to look from; today when left out. */
  readonly day?: string
  readonly canWrite: boolean
  readonly onSaved: () => void
}

/** 移出: why and from which day a person does not count, and until when; always with the evidence. */
export function ExclusionsTab({ file, day, canWrite, onSaved }: TabProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const { state } = useSession()
  const today = day ?? state.today
  const head = useRef<HTMLHeadingElement>(null)
  const editing = useDocEditing({ entity: 'exclusion', personId: file.row.id, canWrite, focusHead: () => head.current?.focus() })
  const exclusions = file.documents.filter((document) => document.entity === 'exclusion' && document.body !== null)
  const checks = file.documents.filter((document) => document.entity === 'infoCheck' && !document.voided && document.body?.result === 'EXCLUDED')

  return (
    <section className="reading" aria-labelledby="exclusions-title">
      <div className="basics-head">
        <h2 id="exclusions-title" tabIndex={-1} ref={head}>{t('fileForms.exclusions.title')}</h2>
        {editing.mayEdit && <Button size="sm" icon="plus" onPress={editing.add}>{t('fileForms.exclusions.add')}</Button>}
      </div>
      <p className="soft">{t('fileForms.exclusions.explain')}</p>
      <OpenDoc
        editing={editing} form={exclusionForm} personId={file.row.id} addTitle={t('fileForms.exclusions.addTitle')} added={t('fileForms.exclusions.added')} onSaved={onSaved}
      />
      {exclusions.length + checks.length === 0 && editing.isReading && <EmptyState>{t('fileForms.exclusions.none')}</EmptyState>}
      <ol className="periods">
        {exclusions.map((exclusion) => {
          const body = exclusion.body ?? {}
          const [from, until] = [typeof body.date === 'string' ? body.date : '', typeof body.endedOn === 'string' ? body.endedOn : null]
          const reason = fields.words('exclusionReason', body.reason) ?? t('common.unknown')
          const holds = !exclusion.voided && from <= today && (until === null || until >= today)
          return (
            <li key={exclusion.id} className={exclusion.voided ? 'voided' : ''}>
              <p className="period-head">
                <b>{reason}</b>
                <span className="soft">{t('fileForms.since', { on: from })} {until === null ? '' : t('fileForms.until', { on: until })}</span>
                {!exclusion.voided && <span className="tag">{t(holds ? 'fileForms.exclusions.holds' : 'fileForms.exclusions.past')}</span>}
                {exclusion.version > 1 && <span className="tag">{t('records.version', { count: exclusion.version })}</span>}
                <SyncMark mark={exclusion.mark} />
                {exclusion.voided && <span className="mark bad">{t('records.voided', { reason: exclusion.voidReason ?? '' })}</span>}
                {!exclusion.voided && editing.mayEdit && exclusion.headId !== null && (
                  <span className="row-buttons">
                    <Button
                      size="sm" icon="pencil" aria-label={`${t('fileForms.correct')} ${from} ${reason}`}
                      onPress={() => editing.correct({ documentId: exclusion.id, changeId: exclusion.headId ?? '', body })}
                    >
                      {t('fileForms.correct')}
                    </Button>
                    {until === null && (
                      <DateDialog
                        personId={file.row.id} document={exclusion} kind="exclusion" path="endedOn" ariaLabel={`${t('fileForms.exclusions.end')} ${from} ${reason}`} onSaved={onSaved}
                        words={{
                          open: t('fileForms.exclusions.end'), title: t('fileForms.exclusions.endTitle'), explain: t('fileForms.exclusions.endExplain'), label: t('fileForms.field.exclusionUntil'),
                          done: () => t('fileForms.exclusions.ended'),
                        }}
                      />
                    )}
                    <VoidButton documentId={exclusion.id} onSaved={onSaved} />
                  </span>
                )}
              </p>
              <DocPairs form={exclusionForm} body={body} without={['reason', 'date', 'endedOn']} />
              <RecordFiles personId={file.row.id} body={body} />
            </li>
          )
        })}
        {checks.map((check) => (
          <li key={check.id}>
            <p className="period-head"><b>{fields.words('exclusionReason', check.body?.exclusionReason)}</b> <span className="soft">{t('fileForms.exclusions.byCheck', { on: check.on ?? '' })}</span></p>
          </li>
        ))}
      </ol>
    </section>
  )
}
