import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile, StepNumber, StepState } from '../../api/client.ts'
import { shortDate, StateMark, SyncMark } from '../../components/Marks.tsx'
import { Stepper } from '../../components/Stepper.tsx'

interface FileStepperProps {
  readonly file: PersonFile
  readonly current: StepNumber | null
  readonly onChoose: (step: number) => void
}

export function FileStepper({ file, current, onChoose }: FileStepperProps) {
  const { t } = useTranslation()
  const today = useSession().state.today
  function by(step: StepState): string {
    if (step.doneOn !== null) return shortDate(step.doneOn, today)
    return step.dueOn === null ? '' : t('person.dueUntil', { date: shortDate(step.dueOn, today) })
  }
  return (
    <Stepper
      label={t('common.steps')}
      current={current}
      onChoose={onChoose}
      items={file.row.steps.map((step) => ({
        number: step.step,
        title: t(`common.step.s${step.step}`),
        look: step.state === 'done' ? 'done' : step.state === 'due' || step.hasDraft ? 'now' : 'open',
        state: <StateMark step={step} today={today} />,
        by: by(step),
        mark: step.mark === null ? undefined : <SyncMark mark={step.mark} />,
      }))}
    />
  )
}
