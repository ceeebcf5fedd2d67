import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import './Stepper.css'

export interface StepperItem {
  readonly number: number
  readonly title: string
  readonly look: 'done' | 'now' | 'open'
  /** Right of the title: the state. */
  readonly state: ReactNode
  /** Second line, left and right. */
  readonly by?: ReactNode
  readonly mark?: ReactNode
}

interface StepperProps {
  readonly label: string
  readonly items: readonly StepperItem[]
  readonly current: number | null
  /** Without it the steps only tell. */
  readonly onChoose?: (number: number) => void
}

/** The steps, always in sight: an ordered list, the current one marked for everybody. */
export function Stepper({ label, items, current, onChoose }: StepperProps) {
  const { t } = useTranslation()
  return (
    <nav aria-label={label} className="stepper-region">
      <ol className="stepper">
        {items.map((item) => {
          const inside = (
            <>
              <span className="stepper-number" aria-hidden="true">{item.look === 'done' ? <Icon name="check" /> : item.number}</span>
              <span className="stepper-title">
                <span><span className="hidden-text">{t('common.stepNumber', { n: item.number })} </span>{item.title}</span>
                {item.state}
              </span>
              <span className="stepper-by"><span>{item.by}</span>{item.mark}</span>
            </>
          )
          const attributes = {
            className: classes('stepper-step', item.look),
            'aria-current': item.number === current ? ('step' as const) : undefined,
          }
          return (
            <li key={item.number}>
              {onChoose === undefined
                ? <div {...attributes}>{inside}</div>
                : <button type="button" {...attributes} onClick={() => onChoose(item.number)}>{inside}</button>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
