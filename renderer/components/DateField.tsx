import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/SessionContext.tsx'
import { Icon } from './Icon.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { readTypedDate } from './typedDate.ts'
import type { TypedDate } from './typedDate.ts'
import { TextField } from './TextField.tsx'
import type { FieldProps } from './FieldFrame.tsx'

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD` or null. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onBlur?: () => void
  /** Enter, with what it reads; never with a text that is no date. */
  readonly onEnter?: (value: string | null) => void
  readonly noFuture?: boolean
  readonly min?: string
  readonly max?: string
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** Typing comes first, the calendar second. What was typed is read when the field is left or Enter is pressed. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, noFuture = false, min, max, error, hint } = props
  const { t } = useTranslation()
  const today = useSession().state.today
  const [text, setText] = useState(value ?? '')
  const [fault, setFault] = useState<string | null>(null)

  // A text that is no date empties the value, but stays to be mended.
  const wrong = useRef(false)

  useEffect(() => {
    if (value === null && wrong.current) return
    wrong.current = false
    setText(value ?? '')
    if (value !== null) setFault(null)
  }, [value])

  function sentence(read: TypedDate): string | null {
    if (!read.ok) {
      if (read.fault === 'unreadable') return t('common.date.unreadable')
      return read.fault === 'noSuchDay'
        ? t('common.date.noSuchDay', { month: read.month, day: read.day })
        : t('common.date.noSuchMonth', { month: read.month })
    }
    if (read.date === null) return null
    if (noFuture && read.date > today) return t('common.date.future', { today: today.slice(5) })
    if (min !== undefined && read.date < min) return t('common.date.tooEarly', { date: min })
    if (max !== undefined && read.date > max) return t('common.date.tooLate', { date: max })
    return null
  }

  function settle(): TypedDate {
    const read = readTypedDate(text, today)
    const problem = sentence(read)
    setFault(problem)
    wrong.current = problem !== null
    if (problem !== null || !read.ok) {
      if (value !== null) onChange(null)
      return { ok: false, fault: 'unreadable' }
    }
    setText(read.date ?? '')
    if (read.date !== value) onChange(read.date)
    return read
  }

  return (
    <TextField
      {...props}
      value={text}
      onChange={setText}
      onBlur={() => {
        settle()
        props.onBlur?.()
      }}
      onEnter={() => {
        const read = settle()
        if (read.ok) props.onEnter?.(read.date)
      }}
      error={fault ?? error ?? null}
      hint={hint ?? t(noFuture ? 'common.date.hintPast' : 'common.date.hint')}
      inputMode="text"
      maxLength={20}
      placeholder={props.placeholder ?? t('common.date.example', { date: today })}
      after={
        <DialogTrigger>
          <Button className="button icon-only" isDisabled={props.disabled ?? false} aria-label={`${props.label} ${t('common.calendar')}`}>
            <Icon name="today" />
          </Button>
          <Popover className="floating" placement="bottom end">
            <Dialog aria-label={`${props.label} ${t('common.calendar')}`} className="month-dialog">
              {({ close }) => (
                <MonthGrid
                  value={value}
                  today={today}
                  min={min}
                  max={noFuture && (max === undefined || max > today) ? today : max}
                  onPick={(date) => {
                    setFault(null)
                    wrong.current = false
                    setText(date)
                    onChange(date)
                    close()
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      }
    />
  )
}
