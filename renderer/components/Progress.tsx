import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import './Progress.css'

interface ProgressProps {
  /** What is going on, in words: 正在读名册. */
  readonly label: string
  readonly done: number
  readonly total: number | null
  /** 行, 人, 条. */
  readonly unit: string
  readonly onCancel?: () => void
}

export function Progress({ label, done, total, unit, onCancel }: ProgressProps) {
  const { t } = useTranslation()
  const words = total === null
    ? t('common.progressCount', { done: done.toLocaleString('en-US'), unit })
    : t('common.progressOf', { done: done.toLocaleString('en-US'), total: total.toLocaleString('en-US'), unit })
  return (
    <div className="progress">
      <ProgressBar
        className="progress-bar"
        aria-label={label}
        value={done}
        maxValue={total ?? 100}
        isIndeterminate={total === null}
        valueLabel={words}
      >
        {({ percentage, valueText }) => (
          <>
            <p className="progress-words"><span>{label}</span> <span className="soft">{total === null ? words : valueText}</span></p>
            <progress className="progress-track" aria-hidden="true" max={100} value={total === null ? undefined : percentage} />
          </>
        )}
      </ProgressBar>
      {onCancel !== undefined && <Button onPress={onCancel}>{t('common.cancel')}</Button>}
    </div>
  )
}
