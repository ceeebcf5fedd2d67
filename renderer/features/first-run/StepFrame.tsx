import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'

interface StepFrameProps {
  readonly heading: string
  readonly lead: string
  readonly children: ReactNode
  readonly next: string
  readonly onNext: () => void
  readonly onBack?: () => void
  readonly busy?: boolean
  /** Beside the button: why it is off, or another way on. */
  readonly beside?: ReactNode
  readonly off?: boolean
}

/** Heading, fields, and the buttons at the foot; Enter in a field goes on. */
export function StepFrame({ heading, lead, children, next, onNext, onBack, busy = false, beside, off = false }: StepFrameProps) {
  const { t } = useTranslation()
  return (
    <form
      noValidate
      className="step-frame"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !off) onNext()
      }}
    >
      <div className="step-frame-body">
        <div>
          <h1 tabIndex={-1}>{heading}</h1>
          <p className="step-lead">{lead}</p>
        </div>
        {children}
      </div>
      <div className="page-foot step-foot">
        {onBack !== undefined && <Button onPress={onBack}>{t('common.back')}</Button>}
        <span className="step-foot-space" />
        {beside}
        <Button type="submit" kind="primary" keys="Ctrl Enter" isPending={busy} isDisabled={off}>{next}</Button>
      </div>
    </form>
  )
}
