import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { useCycle } from '../../api/useCycle.ts'
import type { JsonObject, PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { changeFaults } from '../records/changeFaults.ts'
import { handedIn } from '../records/controls.ts'
import { factsOf } from '../records/fileFacts.ts'
import { formOf } from '../records/forms/index.ts'
import { useRecordForm } from '../records/useRecordForm.ts'
import { DonePane } from './DonePane.tsx'
import { StepFlow } from './StepFlow.tsx'

interface VisitStepProps {
  readonly file: PersonFile
  readonly step: StepNumber
  readonly isStopped: boolean
  readonly onStop: (isStopped: boolean) => void
  readonly onFileChanged: () => void
  readonly onGoOn: (next: StepNumber | null) => void
  readonly onLeave: () => void
}

const kinds = { 1: 'infoCheck', 2: 'capabilityAssessment', 3: 'demandRegistration', 4: 'serviceRecord' } as const

/** A step that is owed is asked; one that is done or not needed says so. An open one stays open whatever arrives meanwhile. */
export function VisitStep(props: VisitStepProps) {
  const { file, step, onGoOn } = props
  const standing = file.row.steps.find((each) => each.step === step)
  const isOver = standing !== undefined && !standing.hasDraft && (standing.state === 'done' || standing.state === 'notNeeded' || standing.state === 'closed')
  const [isAsking] = useState(!isOver)
  if (!isAsking && standing !== undefined) return <DonePane file={file} standing={standing} onGoOn={onGoOn} />
  return <AskedStep {...props} />
}

function AskedStep({ file, step, isStopped, onStop, onFileChanged, onGoOn, onLeave }: VisitStepProps) {
  const { t } = useTranslation()
  const { state } = useSession()
  const { cycleYear, today } = state
  const spec = formOf(step)
  const cycle = useCycle(cycleYear)
  const facts = useMemo(() => factsOf(file, cycle, today, null), [file, cycle, today])
  const confirmable = useMemo(() => facts.confirmable(today), [facts, today])
  const handIn = useCallback((values: JsonObject) => handedIn(spec, values, facts), [spec, facts])
  const form = useRecordForm({ kind: spec.kind, personId: file.row.id, cycleYear, correction: null, handIn, faultsOf: changeFaults })
  // What was there when the step was opened; this visit's own record must not become its own past.
  const [earlier] = useState(() => earlierOf(file, kinds[step], cycleYear))
  const hasArrived = step !== 4 && file.documents.some((document) => document.entity === spec.kind && document.cycleYear === cycleYear && !document.voided && document.body !== null)

  if (form.trouble !== null) return <Notice kind="bad" urgent>{form.trouble}</Notice>
  if (form.body === null) return <Waiting words={t('person.reading')} />
  return (
    <>
      {hasArrived && <Notice kind="warn" action={<Button size="sm" onPress={onLeave}>{t('records.lookAtIt')}</Button>}>{t('records.arrived')}</Notice>}
      <StepFlow
        file={file} step={step} spec={spec} facts={facts} confirmable={confirmable} earlier={earlier} form={form} body={form.body}
        isStopped={isStopped} onStop={onStop} onFileChanged={onFileChanged} onDone={onGoOn} onLeave={onLeave}
      />
    </>
  )
}

/** The newest record of this kind. */
function earlierOf(file: PersonFile, kind: string, cycleYear: string): { readonly body: JsonObject; readonly isOfYearBefore: boolean } | null {
  const found = file.documents
    .filter((document) => document.entity === kind && !document.voided && document.body !== null && document.on !== null)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  return found?.body == null ? null : { body: found.body, isOfYearBefore: found.cycleYear === String(Number(cycleYear) - 1) }
}
