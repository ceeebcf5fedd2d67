/** A day, YYYY-MM-DD. Days compare as text. */
export type IsoDate = string
/** An instant, ISO 8601 in UTC. */
export type Instant = string

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a month of a year; month 1 is January. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** What is wrong with a text as a date, in words that say what to do, or null when it is a day that exists. */
export function dateFault(text: string): string | null {
  const match = shape.exec(text)
  if (match === null) return '日期请写成 2026-11-23 这样'
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900) return `没有 ${year} 年的记录，请改`
  if (month < 1 || month > 12) return `一年没有 ${month} 月，请改`
  if (day < 1 || day > daysInMonth(year, month)) return `${month} 月没有 ${day} 日，请改`
  return null
}

export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && dateFault(value) === null
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = parts(date)
  return format(new Date(Date.UTC(year, month - 1, day + days)))
}

/** The same day of a later or earlier month; the last day where that month is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return format(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))))
}

/** Full years between birth and a day. */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  const [birthYear] = parts(birthDate)
  const [year] = parts(date)
  return year - birthYear - (date.slice(5) < birthDate.slice(5) ? 1 : 0)
}

export function latest(...dates: readonly IsoDate[]): IsoDate {
  return dates.reduce((a, b) => (a >= b ? a : b))
}

export function earliest(...dates: readonly IsoDate[]): IsoDate {
  return dates.reduce((a, b) => (a <= b ? a : b))
}

function parts(date: IsoDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function format(date: Date): IsoDate {
  return date.toISOString().slice(0, 10)
}
