import type { CalendarDay, CalendarEntry } from '../plan/calendar.ts'
import { addDays } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'

/** 12.1: which days of the calendar are near. */

export interface Reminder {
  readonly entry: CalendarEntry
  readonly from: IsoDate
  readonly until: IsoDate
  /** Names this year's occurrence: who has put it away sees it again the next year. */
  readonly key: string
}

/** What is in sight on a day, the one that begins first on top. */
export function remindersOn(calendar: readonly CalendarEntry[], today: IsoDate): Reminder[] {
  const year = Number(today.slice(0, 4))
  return calendar
    .flatMap((entry) => [year - 1, year, year + 1].map((each) => occurrence(entry, each)))
    .filter(({ entry, from, until }) => addDays(from, -entry.leadDays) <= today && today <= until)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** The next one that is not in sight yet. */
export function nextReminder(calendar: readonly CalendarEntry[], today: IsoDate): Reminder | null {
  const year = Number(today.slice(0, 4))
  const ahead = calendar.flatMap((entry) => [year, year + 1].map((each) => occurrence(entry, each))).filter(({ entry, from }) => addDays(from, -entry.leadDays) > today)
  return ahead.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))[0] ?? null
}

function occurrence(entry: CalendarEntry, year: number): Reminder {
  const from = dayIn(entry.from, year)
  const sameYear = entry.until === undefined ? from : dayIn(entry.until, year)
  const until = entry.until !== undefined && sameYear < from ? dayIn(entry.until, year + 1) : sameYear
  return { entry, from, until, key: `${entry.id}-${String(year)}` }
}

function dayIn(day: CalendarDay, year: number): IsoDate {
  if (typeof day === 'string') return `${String(year)}-${day}`
  const { month, nth, weekday } = day
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const date = 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
