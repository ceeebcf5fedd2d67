import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'

interface StoppedPaneProps {
  readonly step: StepNumber
  /** The question where one stood. */
  readonly where: string
  readonly answered: number
  readonly total: number
  readonly onGoOn: () => void
  readonly onLeave: () => void
}

/** The visit stands still: where it will go on, and that nothing is lost. */
export function StoppedPane({ step, where, answered, total, onGoOn, onLeave }: StoppedPaneProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('button.primary')?.focus()
  }, [])
  return (
    <div className="visit-stopped" ref={root} role="group" aria-labelledby="visit-stopped">
      <h2 id="visit-stopped">{t('visit.stopped.title')}</h2>
      <p role="status">{t('visit.stopped.where', { step: t(`common.step.s${step}`), where, answered, total })}</p>
      <p className="soft">{t('visit.stopped.safe')}</p>
      <p className="visit-actions">
        <Button kind="primary" size="lg" keys="Enter" onPress={onGoOn}>{t('visit.stopped.goOn')}</Button>
        <Button size="lg" keys="Esc" onPress={onLeave}>{t('visit.stopped.leave')}</Button>
      </p>
    </div>
  )
}
