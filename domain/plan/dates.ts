import { dateParts, daysInMonth, isoDate } from '../identity/calendar.ts'
import type { IsoDate } from '../identity/calendar.ts'

export { ageOn, isIsoDate } from '../identity/calendar.ts'
export type { IsoDate } from '../identity/calendar.ts'

/** An instant, ISO 8601 in UTC. */
export type Instant = string

/** What is wrong with a text as a date, in words that say what to do, or null when it is a day that exists. */
export function dateFault(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return '日期请写成 2026-11-23 这样'
  const { year, month, day } = dateParts(text)
  if (year < 1900) return `没有 ${year} 年的记录，请改`
  if (month < 1 || month > 12) return `一年没有 ${month} 月，请改`
  if (day < 1 || day > daysInMonth(year, month)) return `${month} 月没有 ${day} 日，请改`
  return null
}

/** Far from every clock change, since days are counted in UTC. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = dateParts(date)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** The same day of a later or earlier month; the last day where that month is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(date)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

export function latest(...dates: readonly [IsoDate, ...IsoDate[]]): IsoDate {
  return dates.reduce((a, b) => (a >= b ? a : b))
}

export function earliest(...dates: readonly [IsoDate, ...IsoDate[]]): IsoDate {
  return dates.reduce((a, b) => (a <= b ? a : b))
}
