import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { lengthOfMonth, shiftDays, weekdayOf } from './typedDate.ts'
import './MonthGrid.css'

interface MonthGridProps {
  readonly value: string | null
  readonly today: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (date: string) => void
}

/** One month, Monday first. Arrows move by day and week, Page keys by month; one cell is in the tab order. */
export function MonthGrid({ value, today, min, max, onPick }: MonthGridProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState(value ?? (max !== undefined && max < today ? max : today))
  const grid = useRef<HTMLTableElement>(null)
  const byKey = useRef(true)
  const year = Number(current.slice(0, 4))
  const month = Number(current.slice(5, 7))
  const names = t('common.weekdays').split(',')
  const lead = (weekdayOf(`${current.slice(0, 7)}-01`) + 6) % 7
  const days = lengthOfMonth(year, month)
  const weeks = Math.ceil((lead + days) / 7)

  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [current])

  function isOut(date: string): boolean {
    return (min !== undefined && date < min) || (max !== undefined && date > max)
  }
  function toMonth(step: number, withFocus: boolean) {
    byKey.current = withFocus
    const first = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10)
    const day = Math.min(Number(current.slice(8)), lengthOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))))
    setCurrent(`${first.slice(0, 8)}${String(day).padStart(2, '0')}`)
  }
  function onKeyDown(event: KeyboardEvent) {
    const moves: { readonly [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
    const step = moves[event.key]
    if (step !== undefined) {
      byKey.current = true
      setCurrent(shiftDays(current, step))
    } else if (event.key === 'PageUp') toMonth(-1, true)
    else if (event.key === 'PageDown') toMonth(1, true)
    else if (event.key === 'Enter' || event.key === ' ') {
      if (!isOut(current)) onPick(current)
    } else return
    event.preventDefault()
  }

  return (
    <div className="month">
      <div className="month-head">
        <Button kind="quiet" size="sm" icon="left" iconOnly onPress={() => toMonth(-1, false)}>{t('common.previousMonth')}</Button>
        <strong aria-live="polite">{`${String(year)}-${String(month).padStart(2, '0')}`}</strong>
        <Button kind="quiet" size="sm" icon="right" iconOnly onPress={() => toMonth(1, false)}>{t('common.nextMonth')}</Button>
      </div>
      <table role="grid" aria-label={current.slice(0, 7)} ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>{[1, 2, 3, 4, 5, 6, 0].map((day) => <th key={day} scope="col">{names[day]}</th>)}</tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (_, column) => {
                const day = week * 7 + column - lead + 1
                if (day < 1 || day > days) return <td key={column} />
                const date = `${current.slice(0, 8)}${String(day).padStart(2, '0')}`
                return (
                  <td
                    key={column}
                    role="gridcell"
                    tabIndex={date === current ? 0 : -1}
                    aria-label={date}
                    aria-selected={date === value}
                    aria-disabled={isOut(date)}
                    aria-current={date === today ? 'date' : undefined}
                    className={classes(date === value && 'picked', date === today && 'today')}
                    onClick={() => {
                      if (!isOut(date)) onPick(date)
                    }}
                  >
                    {day}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
