import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordView } from './RecordView.tsx'
import type { Correction } from './useRecordForm.ts'
import './records.css'

export interface StepPaneProps {
  readonly file: PersonFile
  readonly step: StepNumber
  /** After a save: the file is read again. */
  readonly onSaved: () => void
}

const kinds = { 1: 'infoCheck', 2: 'capabilityAssessment', 3: 'demandRegistration', 4: 'serviceRecord' } as const

/** The open step of a person's file: the form while it is owed, the record once it is there. */
export function StepPane({ file, step, onSaved }: StepPaneProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { state } = useSession()
  const [correction, setCorrection] = useState<Correction | null>(null)
  const [another, setAnother] = useState(false)
  const mayWrite = state.current?.role !== 'supervisor'
  const standing = file.row.steps.find((each) => each.step === step)
  const records = file.documents.filter((document) => document.entity === kinds[step] && document.cycleYear === state.cycleYear && document.body !== null)
  const valid = records.filter((document) => !document.voided)
  const isForm = mayWrite && (correction !== null || another || (valid.length === 0 && (standing?.state !== 'notNeeded' || (standing?.hasDraft ?? false))))

  function done(next: StepNumber | null) {
    setCorrection(null)
    setAnother(false)
    onSaved()
    if (next !== null && correction === null) navigate(`/person/${file.row.id}/${next}`, { replace: true })
  }

  return (
    <section aria-labelledby="step-title" className="step-pane">
      <div className="step-pane-head">
        <h2 id="step-title">{t(`common.step.s${step}`)}</h2>
        {!isForm && mayWrite && valid.length > 0 && step === 4 && <Button size="sm" icon="plus" onPress={() => setAnother(true)}>{t('records.another')}</Button>}
      </div>
      {isForm && (
        <RecordForm
          key={`${correction?.changeId ?? 'new'}-${String(another)}`}
          file={file}
          step={step}
          correction={correction}
          onDone={done}
          onFileChanged={onSaved}
          onCancel={() => {
            setCorrection(null)
            setAnother(false)
            onSaved()
          }}
        />
      )}
      {!isForm && records.map((document) => (
        <RecordView
          key={document.id}
          document={document}
          step={step}
          onCorrect={mayWrite && document.headId !== null ? () => setCorrection({ documentId: document.id, changeId: document.headId as string, body: document.body ?? {} }) : undefined}
          onSaved={onSaved}
        />
      ))}
      {!isForm && records.length === 0 && (
        <EmptyState {...(mayWrite ? { action: <Button onPress={() => setAnother(true)}>{t('records.startAnyway')}</Button> } : {})}>
          {standing?.state === 'notNeeded' ? t('records.notNeeded') : t('records.notDone')}
          {standing?.dueOn != null && ` ${t('records.dueUntil', { date: standing.dueOn })}`}
        </EmptyState>
      )}
    </section>
  )
}
