/** Calendar arithmetic on `YYYY-MM-DD` strings. They sort as text, so `<` and `>=` compare dates. */
export type IsoDate = string

export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function isRealDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isIsoDate(text: string): text is IsoDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateParts(date: IsoDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The same day so many years later; whoever is born on 29 February has the birthday on 1 March in common years. */
export function birthdayAfter(date: IsoDate, years: number): IsoDate {
  const { year, month, day } = dateParts(date)
  if (isRealDate(year + years, month, day)) return isoDate(year + years, month, day)
  return isoDate(year + years, 3, 1)
}

/** Full years of age on a day. */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const years = dateParts(on).year - dateParts(birthDate).year
  return birthdayAfter(birthDate, years) <= on ? years : years - 1
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
