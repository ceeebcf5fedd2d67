import { useTranslation } from 'react-i18next'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'

export interface StepPaneProps {
  readonly file: PersonFile
  readonly step: StepNumber
  /** After a save: the file is read again. */
  readonly onSaved: () => void
}

/** The open step of a person's file. */
export function StepPane({ file, step }: StepPaneProps) {
  const { t } = useTranslation()
  const state = file.row.steps.find((each) => each.step === step)
  const document = file.documents.find((each) => each.id === state?.documentId)
  return (
    <section aria-labelledby="step-title" className="step-pane">
      <h2 id="step-title">{t(`common.step.s${step}`)}</h2>
      {document === undefined || document.body === null
        ? <EmptyState>{t('records.notDone')}{state?.dueOn != null && ` ${t('records.dueUntil', { date: state.dueOn })}`}</EmptyState>
        : (
          <dl>
            {Object.entries(document.body).map(([field, value]) => <div key={field}><dt>{field}</dt><dd>{JSON.stringify(value)}</dd></div>)}
          </dl>
        )}
    </section>
  )
}
