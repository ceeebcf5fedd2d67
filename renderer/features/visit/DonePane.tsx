import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PersonFile, StepNumber, StepState } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { reasonOfNoNeed } from './reasonOfNoNeed.ts'
import { useStopKey } from './useStopKey.ts'

interface DonePaneProps {
  readonly file: PersonFile
  readonly standing: StepState
  readonly onGoOn: (next: StepNumber | null) => void
}

/** A step with nothing to ask: done, closed, or not needed and why. */
export function DonePane({ file, standing, onGoOn }: DonePaneProps) {
  const { t, i18n } = useTranslation()
  const [, navigate] = useLocation()
  const head = useRef<HTMLHeadingElement>(null)
  const next = file.row.steps.find(({ step, state }) => step > standing.step && (state === 'due' || state === 'notDue'))?.step ?? null
  const toFile = () => navigate(`/person/${file.row.id}/${String(standing.step)}`)
  useStopKey(toFile)
  useEffect(() => {
    head.current?.focus()
  }, [])
  return (
    <div className="visit-stopped" role="group" aria-labelledby="visit-done">
      <h2 id="visit-done" tabIndex={-1} ref={head}>{t(`common.step.s${standing.step}`)}</h2>
      {standing.state === 'notNeeded'
        ? <p>{t('visit.done.notNeeded', { reason: reasonOfNoNeed(file, i18n.language) ?? t('visit.done.outside') })}</p>
        : <p className="mark ok"><Icon name="check" />{t(standing.state === 'closed' ? 'visit.done.closed' : 'visit.done.on', { date: standing.doneOn ?? '' })}</p>}
      <p className="visit-actions">
        <Button kind="primary" size="lg" keys="Ctrl Enter" onPress={() => onGoOn(next)}>{next === null ? t('visit.toEnd') : t('visit.toStep', { step: next })}</Button>
        <Button size="lg" onPress={toFile}>{t('visit.done.look')}</Button>
      </p>
    </div>
  )
}
