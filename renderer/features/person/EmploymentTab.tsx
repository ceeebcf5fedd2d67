import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { employmentBasisOn, employmentStateOn, periodsOf } from '../../../domain/cycle/index.ts'
import { overlapsOf } from '../../../domain/employment/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { periodForm } from './docs/forms.ts'
import { ClosingNote, factsOfFile } from './docs/periods.tsx'
import { PeriodItem } from './docs/PeriodItem.tsx'
import { PlacementChecks } from './PlacementChecks.tsx'
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

/** 就业状况: what holds now and why, and the history of periods, the latest first; each can be put right, ended and voided. */
export function EmploymentTab({ file, day, canWrite, onSaved }: TabProps) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const { state } = useSession()
  const today = day ?? state.today
  const head = useRef<HTMLHeadingElement>(null)
  const editing = useDocEditing({ entity: 'employmentPeriod', personId: file.row.id, canWrite, focusHead: () => head.current?.focus() })
  const periods = file.documents.filter((document) => document.entity === 'employmentPeriod' && document.body !== null)
  const facts = factsOfFile(file)
  const { standing } = periodsOf(facts)
  const overlaps = overlapsOf(standing)
  const now = employmentStateOn(facts, today)
  const basis = employmentBasisOn(facts, today)

  return (
    <section className="reading" aria-labelledby="employment-title">
      <div className="basics-head">
        <h2 id="employment-title" tabIndex={-1} ref={head}>{t('fileForms.periods.title')}</h2>
        {editing.mayEdit && <Button size="sm" icon="plus" onPress={editing.add}>{t('fileForms.periods.add')}</Button>}
      </div>
      <p>
        {now === null
          ? t(day === undefined ? 'fileForms.periods.nowUnknown' : 'fileForms.periods.thenUnknown')
          : <><b>{t(day === undefined ? 'fileForms.periods.now' : 'fileForms.periods.then', { state: fields.words('employmentState', now) })}</b> {basis !== null && <span className="soft">{t(`fileForms.periods.because.${basis.by}`, { on: basis.from ?? t('common.unknown') })}</span>}</>}
      </p>
      <OpenDoc
        editing={editing} form={periodForm} personId={file.row.id} addTitle={t('fileForms.periods.addTitle')} added={t('fileForms.periods.added')} onSaved={onSaved}
        about={(body) => <ClosingNote standing={standing} id={editing.mode.at === 'correct' ? editing.mode.correction.documentId : 'new'} body={body} />}
      />
      {periods.length === 0 && editing.isReading && <EmptyState>{t('person.employment.none')}</EmptyState>}
      <ol className="periods">
        {periods.map((period) => (
          <PeriodItem
            key={period.id}
            period={period}
            personId={file.row.id}
            standing={standing.find(({ id }) => id === period.id)}
            overlaps={(overlaps.get(period.id) ?? []).flatMap((id) => standing.find((other) => other.id === id)?.on ?? [])}
            onCorrect={!editing.mayEdit || period.headId === null
              ? undefined
              : () => editing.correct({ documentId: period.id, changeId: period.headId ?? '', body: period.body ?? {} })}
            onSaved={onSaved}
          />
        ))}
      </ol>
      {editing.isReading && day === undefined && <PlacementChecks file={file} onSaved={onSaved} />}
    </section>
  )
}
