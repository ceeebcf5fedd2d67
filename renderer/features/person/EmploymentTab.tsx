import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { employmentBasisOn, employmentStateOn, periodsOf } from '../../../domain/cycle/index.ts'
import { overlapsOf } from '../../../domain/employment/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { useOpenDrafts } from '../records/useOpenDrafts.ts'
import type { Correction } from '../records/useRecordForm.ts'
import { DocForm } from './docs/DocForm.tsx'
import { periodForm } from './docs/forms.ts'
import { ClosingNote, factsOfFile } from './docs/periods.tsx'
import { PeriodItem } from './docs/PeriodItem.tsx'
import { PlacementChecks } from './PlacementChecks.tsx'
import { useFieldWords } from './useFieldWords.ts'

interface TabProps {
  readonly file: PersonFile
  /** A past day to look from; today when left out. */
  readonly day?: string
  readonly canWrite: boolean
  readonly onSaved: () => void
}

type Mode = { readonly at: 'read' } | { readonly at: 'add' } | { readonly at: 'correct'; readonly correction: Correction }

/** 就业状况: what holds now and why, and the history of periods, the latest first; each can be put right, ended and voided. */
export function EmploymentTab({ file, day, canWrite, onSaved }: TabProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const { state } = useSession()
  const today = day ?? state.today
  const [mode, setMode] = useState<Mode>({ at: 'read' })
  const head = useRef<HTMLHeadingElement>(null)
  const periods = file.documents.filter((document) => document.entity === 'employmentPeriod' && document.body !== null)
  const drafts = useOpenDrafts('employmentPeriod', file.row.id, [], canWrite && mode.at === 'read')
  const facts = factsOfFile(file)
  const { standing } = periodsOf(facts)
  const overlaps = overlapsOf(standing)
  const now = employmentStateOn(facts, today)
  const basis = employmentBasisOn(facts, today)

  function close() {
    setMode({ at: 'read' })
    setTimeout(() => head.current?.focus())
  }
  return (
    <section className="reading" aria-labelledby="employment-title">
      <div className="basics-head">
        <h2 id="employment-title" tabIndex={-1} ref={head}>{t('fileForms.periods.title')}</h2>
        {canWrite && mode.at === 'read' && <Button size="sm" icon="plus" onPress={() => setMode({ at: 'add' })}>{t('fileForms.periods.add')}</Button>}
      </div>
      <p>
        {now === null
          ? t(day === undefined ? 'fileForms.periods.nowUnknown' : 'fileForms.periods.thenUnknown')
          : <><b>{t(day === undefined ? 'fileForms.periods.now' : 'fileForms.periods.then', { state: fields.words('employmentState', now) })}</b> {basis !== null && <span className="soft">{t(`fileForms.periods.because.${basis.by}`, { on: basis.from ?? t('common.unknown') })}</span>}</>}
      </p>
      {drafts.hasNew && mode.at === 'read' && (
        <Notice action={<Button size="sm" onPress={() => setMode({ at: 'add' })}>{t('fileForms.resume')}</Button>}>{t('fileForms.goOn')}</Notice>
      )}
      {mode.at !== 'read' && (
        <DocForm
          key={mode.at === 'correct' ? mode.correction.changeId : 'new'}
          form={periodForm}
          title={mode.at === 'add' ? t('fileForms.periods.addTitle') : t('fileForms.correct')}
          personId={file.row.id}
          correction={mode.at === 'correct' ? mode.correction : null}
          about={(body) => <ClosingNote standing={standing} id={mode.at === 'correct' ? mode.correction.documentId : 'new'} body={body} />}
          onDone={(saved) => {
            offerUndo(t('fileForms.periods.added'), saved.actionId)
            onSaved()
            close()
          }}
          onClose={close}
        />
      )}
      {periods.length === 0 && mode.at === 'read' && <EmptyState>{t('person.employment.none')}</EmptyState>}
      <ol className="periods">
        {periods.map((period) => (
          <PeriodItem
            key={period.id}
            period={period}
            personId={file.row.id}
            standing={standing.find(({ id }) => id === period.id)}
            overlaps={(overlaps.get(period.id) ?? []).flatMap((id) => standing.find((other) => other.id === id)?.on ?? [])}
            onCorrect={!canWrite || mode.at !== 'read' || period.headId === null
              ? undefined
              : () => setMode({ at: 'correct', correction: { documentId: period.id, changeId: period.headId ?? '', body: period.body ?? {} } })}
            onSaved={onSaved}
          />
        ))}
      </ol>
      {mode.at === 'read' && day === undefined && <PlacementChecks file={file} onSaved={onSaved} />}
    </section>
  )
}
