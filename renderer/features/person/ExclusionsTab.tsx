import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { RecordFiles } from '../attachments/RecordFiles.tsx'
import { useOpenDrafts } from '../records/useOpenDrafts.ts'
import type { Correction } from '../records/useRecordForm.ts'
import { VoidButton } from '../records/VoidButton.tsx'
import { DateDialog } from './docs/DateDialog.tsx'
import { DocForm } from './docs/DocForm.tsx'
import { DocPairs } from './docs/DocPairs.tsx'
import { exclusionForm } from './docs/forms.ts'
import { useFieldWords } from './useFieldWords.ts'

interface TabProps {
  readonly file: PersonFile
  /** A past day to look from; today when left out. */
  readonly day?: string
  readonly canWrite: boolean
  readonly onSaved: () => void
}

type Mode = { readonly at: 'read' } | { readonly at: 'add' } | { readonly at: 'correct'; readonly correction: Correction }

/** 移出: why and from which day a person does not count, and until when; always with the evidence. */
export function ExclusionsTab({ file, day, canWrite, onSaved }: TabProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const { state } = useSession()
  const today = day ?? state.today
  const [mode, setMode] = useState<Mode>({ at: 'read' })
  const head = useRef<HTMLHeadingElement>(null)
  const exclusions = file.documents.filter((document) => document.entity === 'exclusion' && document.body !== null)
  const checks = file.documents.filter((document) => document.entity === 'infoCheck' && !document.voided && document.body?.result === 'EXCLUDED')
  const drafts = useOpenDrafts('exclusion', file.row.id, [], canWrite && mode.at === 'read')

  function close() {
    setMode({ at: 'read' })
    setTimeout(() => head.current?.focus())
  }
  return (
    <section className="reading" aria-labelledby="exclusions-title">
      <div className="basics-head">
        <h2 id="exclusions-title" tabIndex={-1} ref={head}>{t('fileForms.exclusions.title')}</h2>
        {canWrite && mode.at === 'read' && <Button size="sm" icon="plus" onPress={() => setMode({ at: 'add' })}>{t('fileForms.exclusions.add')}</Button>}
      </div>
      <p className="soft">{t('fileForms.exclusions.explain')}</p>
      {drafts.hasNew && mode.at === 'read' && (
        <Notice action={<Button size="sm" onPress={() => setMode({ at: 'add' })}>{t('fileForms.resume')}</Button>}>{t('fileForms.goOn')}</Notice>
      )}
      {mode.at !== 'read' && (
        <DocForm
          key={mode.at === 'correct' ? mode.correction.changeId : 'new'}
          form={exclusionForm}
          title={mode.at === 'add' ? t('fileForms.exclusions.addTitle') : t('fileForms.correct')}
          personId={file.row.id}
          correction={mode.at === 'correct' ? mode.correction : null}
          onDone={(saved) => {
            offerUndo(t('fileForms.exclusions.added'), saved.actionId)
            onSaved()
            close()
          }}
          onClose={close}
        />
      )}
      {exclusions.length + checks.length === 0 && mode.at === 'read' && <EmptyState>{t('fileForms.exclusions.none')}</EmptyState>}
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
                {!exclusion.voided && canWrite && mode.at === 'read' && exclusion.headId !== null && (
                  <span className="row-buttons">
                    <Button
                      size="sm" icon="pencil" aria-label={`${t('fileForms.correct')} ${from} ${reason}`}
                      onPress={() => setMode({ at: 'correct', correction: { documentId: exclusion.id, changeId: exclusion.headId ?? '', body } })}
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
