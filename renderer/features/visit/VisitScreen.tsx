import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import { touches, useQuery } from '../../api/useQuery.ts'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { HandOverButton } from '../handover/HandOverButton.tsx'
import { FileStepper } from '../person/FileStepper.tsx'
import { useFieldWords } from '../person/useFieldWords.ts'
import { EndPane } from './EndPane.tsx'
import { VisitStep } from './VisitStep.tsx'
import '../records/records.css'
import './visit.css'

interface VisitScreenProps {
  readonly personId: string
  /** '1' to '4', 'end', or nothing: what is owed next. */
  readonly step: string | undefined
}

/** One visit: the four steps in a row, without the bar of the program beside them. */
export function VisitScreen({ personId, step }: VisitScreenProps) {
  const { t } = useTranslation()
  const { value: file, error, reload } = useQuery('persons.get', { personId }, { reloadOn: touches(personId) })
  if (error !== null && file === null) {
    return (
      <div className="page">
        <div className="page-head"><h1>{t('person.gone')}</h1></div>
        <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
        <EmptyState action={<a href="#/caseload">{t('person.toList')}</a>}>{t('person.gone')}</EmptyState>
      </div>
    )
  }
  if (file === null) return <div className="page"><Waiting words={t('person.reading')} /></div>
  return <OneVisit file={file} wanted={step} reload={reload} />
}

function OneVisit({ file, wanted, reload }: { readonly file: PersonFile; readonly wanted: string | undefined; readonly reload: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { state } = useSession()
  const words = usePersonWords()
  const fields = useFieldWords()
  const personId = file.row.id
  const step = stepOf(wanted)
  const [isStopped, setStopped] = useState(false)
  const { row } = file
  const communication = fields.words('communicationModes', file.fields.communicationModes)
  const mayWrite = state.current?.role !== 'supervisor'

  const goTo = useCallback((where: StepNumber | 'end') => {
    setStopped(false)
    navigate(`/visit/${personId}/${String(where)}`, { replace: true })
  }, [navigate, personId])
  const leave = useCallback(() => navigate(`/person/${personId}${step === null ? '' : `/${String(step)}`}`), [navigate, personId, step])
  useKeys({ 'ctrl+1': () => goTo(1), 'ctrl+2': () => goTo(2), 'ctrl+3': () => goTo(3), 'ctrl+4': () => goTo(4) })

  // Begun without a step: at what is owed next, and there it stays, whatever the file says meanwhile.
  if (step === null && wanted !== 'end') return <Redirect to={`/visit/${personId}/${String(file.row.nextStep ?? 'end')}`} replace />
  return (
    <div className="page visit">
      <header className="visit-top">
        <Button icon="left" keys="Esc" onPress={() => (step === null || isStopped ? leave() : setStopped(true))}>{t(step === null || isStopped ? 'visit.toFile' : 'visit.stop')}</Button>
        <h1 tabIndex={-1}><PersonName name={row.name} /></h1>
        <p className="visit-who">
          <span>{words.sex(row)}</span>
          {row.age !== null && <span>{t('common.age', { age: row.age })}</span>}
          <span>{words.disability(row)}</span>
          <span>{words.place(row)}</span>
          {communication !== null && <span className="visit-communication">{communication}</span>}
        </p>
        {mayWrite && <span className="visit-hand-over"><HandOverButton personId={personId} /></span>}
      </header>
      <FileStepper file={file} current={step} onChoose={(chosen) => goTo(chosen as StepNumber)} />
      {!mayWrite && <Notice kind="info">{t('person.readOnly')}</Notice>}
      {mayWrite && step === null && <EndPane file={file} onStep={goTo} onLeave={leave} />}
      {mayWrite && step !== null && (
        <VisitStep
          key={step}
          file={file}
          step={step}
          isStopped={isStopped}
          onStop={setStopped}
          onFileChanged={reload}
          onGoOn={(next) => goTo(next ?? 'end')}
          onLeave={leave}
        />
      )}
    </div>
  )
}

function stepOf(wanted: string | undefined): StepNumber | null {
  const number = Number(wanted)
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : null
}
