import { daysInMonth, isRealDate, isoDate } from '../identity/calendar.ts'
import type { IsoDate } from '../identity/calendar.ts'
import { compact, tidy } from './cell.ts'
import type { Cell } from './cell.ts'

export type DateReading =
  /** `plain`: a real date cell or written YYYY-MM-DD. */
  | { readonly kind: 'day'; readonly date: IsoDate; readonly plain: boolean }
  /** Only year and month, as columns named 出生年月 have it. `months` holds two where 1985.1 may be 1985.10. */
  | { readonly kind: 'month'; readonly year: number; readonly months: readonly number[] }
  | { readonly kind: 'year'; readonly year: number }
  /** 85.3.14: the century is missing. */
  | { readonly kind: 'short'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'shortMonth'; readonly year: number; readonly month: number }
  | { readonly kind: 'none' }

const none: DateReading = { kind: 'none' }
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const separator = '[-/.·_~、,，年月 ]'
const longDate = new RegExp(`^(\\d{4})${separator}+(\\d{1,2})${separator}+(\\d{1,2})$`)
const shortDate = new RegExp(`^(\\d{2})${separator}+(\\d{1,2})${separator}+(\\d{1,2})$`)

/** 850314; what begins like a year of this or the last century is year and month instead. */
const solidShortDate = /^(?!19|20)(\d{2})(\d{2})(\d{2})$/

/** A date in any of the forms that people and programs write. */
export function readDate(cell: Cell): DateReading {
  if (cell.kind === 'date' && cell.date !== undefined) return { kind: 'day', date: cell.date, plain: true }
  const raw = cell.text.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return day(Number(raw.slice(0, 4)), Number(raw.slice(5, 7)), Number(raw.slice(8)), true)
  const text = chineseDigits(compact(withoutClock(cell)))
    .replace(/[–—－−―]/g, '-')
    .replace(/(?<=\d日?)T?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:\.\d+)?)?秒?Z?$/, '')
    .replace(/^['‘’`]/, '')
    .replace(/[日号生]+$/, '')
    .replace(/[-/.年月]+$/, (tail) => (tail.includes('月') || tail.includes('年') ? tail.slice(0, 1) : ''))
  if (cell.kind === 'number') {
    const serial = serialDay(text)
    if (serial !== null) return serial
  }
  return full(text) ?? english(text) ?? partial(text, cell.kind === 'number') ?? none
}

/** Blanks part the clock from the day, and the numbers of a day that has no other signs; so both are seen to before blanks go. */
function withoutClock(cell: Cell): Cell {
  const text = tidy(cell)
    .replace(/[ T]\d{1,2}[:：]\d{1,2}(?:[:：]\d{1,2}(?:\.\d+)?)?(?: ?[AP]M)?$/i, '')
    .replace(/ ?[(（]?(?:星期|周)[一二三四五六日天][)）]?$/, '')
  return { ...cell, text: text.replace(/^(\d{4}|\d{2}) (\d{1,2}) (\d{1,2})$/, '$1-$2-$3') }
}

function full(text: string): DateReading | null {
  const parts = longDate.exec(text)
  if (parts !== null) return dayOrMonth(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const solid = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(text)
  if (solid !== null) return dayOrMonth(Number(solid[1]), Number(solid[2]), Number(solid[3]))
  const reversed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (reversed !== null) {
    const [a, b, year] = [Number(reversed[1]), Number(reversed[2]), Number(reversed[3])]
    return a > 12 ? day(year, b, a, false) : day(year, a, b, false)
  }
  const short = shortDate.exec(text) ?? solidShortDate.exec(text)
  if (short === null) return null
  const [year, month, dayOfMonth] = [Number(short[1]), Number(short[2]), Number(short[3])]
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 ? { kind: 'short', year, month, day: dayOfMonth } : none
}

function partial(text: string, fromNumber: boolean): DateReading | null {
  const month = /^(\d{4})(?:[-/.年·](\d{1,2})月?|(\d{2}))$/.exec(text)
  if (month !== null) {
    const value = Number(month[2] ?? month[3])
    if (value < 1 || value > 12) return none
    // As a number 1985.10 is stored as 1985.1.
    return { kind: 'month', year: Number(month[1]), months: fromNumber && value === 1 && month[2] === '1' ? [1, 10] : [value] }
  }
  const short = /^(\d{2})(?:年(\d{1,2})月?|[.-](\d{2}))$/.exec(text)
  if (short !== null) return { kind: 'shortMonth', year: Number(short[1]), month: Number(short[2] ?? short[3]) }
  const year = /^(\d{4})年?$/.exec(text)
  return year === null ? null : { kind: 'year', year: Number(year[1]) }
}

/** Mar-85 and 14-Mar-1985, as an English Excel writes dates into text. */
function english(text: string): DateReading | null {
  const match = /^(?:(\d{1,2})[- ]?)?([a-z]{3})[a-z]*[- ,]?(\d{2}|\d{4})$/i.exec(text)
  const month = match === null ? 0 : monthNames.indexOf((match[2] as string).toLowerCase()) + 1
  if (match === null || month === 0) return null
  const year = Number(match[3])
  if (match[1] === undefined) return year < 100 ? { kind: 'shortMonth', year, month } : { kind: 'month', year, months: [month] }
  return year < 100 ? { kind: 'short', year, month, day: Number(match[1]) } : day(year, month, Number(match[1]), false)
}

/** 00 for a day that nobody knew. */
function dayOrMonth(year: number, month: number, dayOfMonth: number): DateReading {
  if (dayOfMonth === 0 && month >= 1 && month <= 12) return { kind: 'month', year, months: [month] }
  return day(year, month, dayOfMonth, false)
}

function day(year: number, month: number, dayOfMonth: number, plain: boolean): DateReading {
  return isRealDate(year, month, dayOfMonth) ? { kind: 'day', date: isoDate(year, month, dayOfMonth), plain } : none
}

/** The day number of spreadsheets (1 = 1900-01-01, with a 29 February 1900 that never was), for 1910 to 2064. */
function serialDay(text: string): DateReading | null {
  const match = /^(\d{4,5})(?:\.\d+)?$/.exec(text)
  const serial = match === null ? 0 : Number(match[1])
  if (serial < 3700 || serial > 60_000 || (serial < 10_000 && serial > 1899 && serial < 2100)) return null
  return { kind: 'day', date: serialToDate(serial), plain: false }
}

/** Excel's day number to a date; `epoch1904` as old Mac workbooks count. */
export function serialToDate(serial: number, epoch1904 = false): IsoDate {
  let rest = Math.floor(serial) + (epoch1904 ? 1462 : 0)
  if (rest > 59) rest -= 1
  let year = 1900
  for (let length = 365; rest > length; ) {
    rest -= length
    year += 1
    length = daysInMonth(year, 2) + 337
  }
  let month = 1
  while (rest > daysInMonth(year, month)) {
    rest -= daysInMonth(year, month)
    month += 1
  }
  return isoDate(year, month, Math.max(rest, 1))
}

const chinese = '〇一二三四五六七八九'

/** 一九八五年三月十四日 in figures. */
function chineseDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens: string | undefined, ones: string | undefined) =>
      `${tens === undefined ? 1 : chinese.indexOf(tens)}${ones === undefined ? 0 : chinese.indexOf(ones)}`,
    )
    .replace(/[〇一二三四五六七八九]/g, (sign) => String(chinese.indexOf(sign)))
}

/** Whether what the cell says is true of the date; what it leaves out is no disagreement. */
export function agreesWith(reading: DateReading, date: IsoDate): boolean {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  if (reading.kind === 'day') return reading.date === date
  if (reading.kind === 'month') return reading.year === year && reading.months.includes(month)
  if (reading.kind === 'year') return reading.year === year
  if (reading.kind === 'shortMonth') return reading.year === year % 100 && reading.month === month
  if (reading.kind === 'short') {
    return reading.year === year % 100 && reading.month === month && reading.day === Number(date.slice(8))
  }
  return false
}
