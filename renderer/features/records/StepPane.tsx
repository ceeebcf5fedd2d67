import { Fragment, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordView } from './RecordView.tsx'
import { useOpenDrafts } from './useOpenDrafts.ts'
import type { Correction } from './useRecordForm.ts'
import './records.css'

export interface StepPaneProps {
  readonly file: PersonFile
  readonly step: StepNumber
  /** After a save: the file is read again. */
  readonly onSaved: () => void
}

const kinds = { 1: 'infoCheck', 2: 'capabilityAssessment', 3: 'demandRegistration', 4: 'serviceRecord' } as const
type Document = PersonFile['documents'][number]

/** What is open: the records to read, a form for a new one, or the correction of one. */
type Mode = { readonly at: 'read'; readonly until?: string } | { readonly at: 'fill' } | { readonly at: 'correct'; readonly correction: Correction }

/** The open step of a person's file: the form while it is owed, the record once it is there. An open form stays open whatever arrives meanwhile. */
export function StepPane({ file, step, onSaved }: StepPaneProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { state } = useSession()
  const head = useRef<HTMLHeadingElement>(null)
  const mayWrite = state.current?.role !== 'supervisor'
  const standing = file.row.steps.find((each) => each.step === step)
  const records = file.documents.filter((document) => document.entity === kinds[step] && document.cycleYear === state.cycleYear && document.body !== null)
  const valid = records.filter((document) => !document.voided)
  const isOwed = mayWrite && valid.length === 0 && (standing?.hasDraft === true || (standing?.state !== 'notNeeded' && standing?.state !== 'closed'))
  const [mode, setMode] = useState<Mode>(isOwed ? { at: 'fill' } : { at: 'read' })
  const drafts = useOpenDrafts(kinds[step], file.row.id, valid.map(({ id }) => id), mayWrite && mode.at === 'read' && standing?.hasDraft === true)
  // The file is read again after a save; until the new record is in it there is nothing to show.
  const isWaiting = mode.at === 'read' && mode.until !== undefined && !records.some((document) => document.id === mode.until)

  // A voided record makes the step owed again.
  const wasOwed = useRef(isOwed)
  useEffect(() => {
    if (isOwed && !wasOwed.current && mode.at === 'read' && mode.until === undefined) setMode({ at: 'fill' })
    wasOwed.current = isOwed
  }, [isOwed, mode])

  function read(documentId?: string) {
    setMode(documentId === undefined ? { at: 'read' } : { at: 'read', until: documentId })
    onSaved()
    setTimeout(() => head.current?.focus())
  }
  function done(documentId: string, next: StepNumber | null) {
    read(documentId)
    if (next !== null) navigate(`/person/${file.row.id}/${next}`, { replace: true })
  }
  function correct(document: Document) {
    if (document.headId !== null) setMode({ at: 'correct', correction: { documentId: document.id, changeId: document.headId, body: document.body ?? {} } })
  }

  const isForm = mode.at !== 'read'
  return (
    <section aria-labelledby="step-title" className={isForm ? 'step-pane is-form' : 'step-pane'}>
      <div className="step-pane-head">
        <h2 id="step-title" tabIndex={-1} ref={head}>{t(`common.step.s${step}`)}</h2>
        {!isForm && mayWrite && valid.length > 0 && step === 4 && !drafts.hasNew && <Button size="sm" icon="plus" onPress={() => setMode({ at: 'fill' })}>{t('records.another')}</Button>}
      </div>
      {mode.at === 'fill' && valid.length > 0 && step !== 4 && <Notice kind="warn" action={<Button size="sm" onPress={() => read()}>{t('records.lookAtIt')}</Button>}>{t('records.arrived')}</Notice>}
      {isForm && (
        <RecordForm
          key={mode.at === 'correct' ? mode.correction.changeId : 'new'}
          file={file}
          step={step}
          correction={mode.at === 'correct' ? mode.correction : null}
          onDone={done}
          onFileChanged={onSaved}
          onCancel={() => read()}
        />
      )}
      {!isForm && drafts.hasNew && <Notice kind="info" action={<Button size="sm" onPress={() => setMode({ at: 'fill' })}>{t('records.goOn')}</Button>}>{t('records.openDraft')}</Notice>}
      {!isForm && records.map((document) => (
        <Fragment key={document.id}>
          {!document.voided && <ReviewLine personId={file.row.id} document={document} />}
          <RecordView
            document={document}
            step={step}
            documents={file.documents}
          fields={file.fields}
            hasDraft={drafts.corrections.includes(document.id)}
            onCorrect={mayWrite && document.headId !== null ? () => correct(document) : undefined}
            onSaved={() => read()}
          />
        </Fragment>
      ))}
      {!isForm && records.length === 0 && !isWaiting && (
        <EmptyState {...(mayWrite ? { action: <Button onPress={() => setMode({ at: 'fill' })}>{t(standing?.state === 'notNeeded' ? 'records.startAnyway' : 'records.start')}</Button> } : {})}>
          {standing?.state === 'notNeeded' ? t('records.notNeeded') : t('records.notDone')}
          {standing?.dueOn != null && ` ${t('records.dueUntil', { date: standing.dueOn })}`}
        </EmptyState>
      )}
    </section>
  )
}
