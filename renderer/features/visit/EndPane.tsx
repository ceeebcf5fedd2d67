import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import type { PersonFile, StepNumber, StepState } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { shortDate, StateMark, SyncMark } from '../../components/Marks.tsx'
import { useView } from '../../state/view.ts'
import { reasonOfNoNeed } from './reasonOfNoNeed.ts'
import { useStopKey } from './useStopKey.ts'

interface EndPaneProps {
  readonly file: PersonFile
  readonly onStep: (step: StepNumber) => void
  readonly onLeave: () => void
}

/** The end of a visit: what is done, what is still owed and until when, the next follow-up, and the next person. */
export function EndPane({ file, onStep, onLeave }: EndPaneProps) {
  const { t, i18n } = useTranslation()
  const { state } = useSession()
  const [, navigate] = useLocation()
  const head = useRef<HTMLHeadingElement>(null)
  const nextId = useNextPerson(file.row.id)
  const following = useQuery('persons.get', { personId: nextId ?? file.row.id }, { when: nextId !== null, reloadOn: () => false })
  const { steps } = file.row
  const owed = steps.filter(({ state: standing }) => standing === 'due' || standing === 'notDue')
  const reason = reasonOfNoNeed(file, i18n.language)
  const followUpOn = followUpOf(file)
  useStopKey(onLeave)
  useEffect(() => {
    head.current?.focus()
  }, [])

  return (
    <div className="visit-stopped visit-end" role="group" aria-labelledby="visit-end">
      <h2 id="visit-end" tabIndex={-1} ref={head}>{t(owed.length === 0 ? 'visit.end.allDone' : 'visit.end.title')}</h2>
      <ul className="visit-list">
        {steps.map((step) => (
          <li key={step.step}>
            <span>{t(`common.step.s${step.step}`)}</span>
            <span><StateMark step={step} today={state.today} /></span>
            <span className="soft">{when(step)}</span>
            <span>{step.mark !== null && <SyncMark mark={step.mark} />}</span>
          </li>
        ))}
      </ul>
      {file.row.hasNeed === false && reason !== null && <p>{t('visit.end.noNeed', { reason })}</p>}
      {file.orderWarnings.map((warning) => <p key={warning} className="soft">{warning}</p>)}
      <p>{followUpOn === null ? t('visit.end.noFollowUp') : t(followUpOn < state.today ? 'visit.end.followUpPast' : 'visit.end.followUp', { date: shortDate(followUpOn, state.today) })}</p>
      <p className="visit-actions">
        {owed[0] !== undefined && <Button size="lg" onPress={() => onStep(owed[0]?.step ?? 1)}>{t('visit.end.goOn', { step: t(`common.step.s${owed[0].step}`) })}</Button>}
        <Button size="lg" onPress={onLeave}>{t('visit.toFile')}</Button>
        {nextId === null || following.value === null
          ? <Button kind="primary" size="lg" keys="Ctrl Enter" onPress={() => navigate('/today')}>{t('visit.end.toToday')}</Button>
          : <Button kind="primary" size="lg" keys="Ctrl Enter" onPress={() => navigate(`/visit/${nextId}`)}>{t('visit.end.nextPerson', { name: following.value.row.name })}</Button>}
      </p>
    </div>
  )

  function when(step: StepState): string {
    if (step.doneOn !== null) return shortDate(step.doneOn, state.today)
    return step.dueOn === null ? '' : t('records.dueUntil', { date: shortDate(step.dueOn, state.today) })
  }
}

/** The person after this one in the list that the visit was begun from. */
function useNextPerson(personId: string): string | null {
  const trail = useView((view) => view.trail)
  const here = trail.indexOf(personId)
  return here === -1 ? null : (trail[here + 1] ?? null)
}

/** The follow-up that the newest service has named. */
function followUpOf(file: PersonFile): string | null {
  const services = file.documents.filter(({ entity, voided, body }) => entity === 'serviceRecord' && !voided && body !== null)
  const newest = services.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]?.body
  return typeof newest?.followUpOn === 'string' ? newest.followUpOn : null
}
