import { ok, problem } from '../result.ts'
import type { Result } from '../result.ts'
import { isRealDate, isoDate } from './calendar.ts'
import type { IsoDate } from './calendar.ts'
import { toHalfWidth, withoutApostrophes, withoutBlanks } from './text.ts'

/** GB/T 2261.1: 1 male, 2 female (an identity number says no others). */
export type SexCode = '1' | '2'

export interface IdNumber {
  readonly idNumber: string
  /** First six digits; an unknown one is no fault, old codes stay valid for life. */
  readonly areaCode: string
  readonly birthDate: IsoDate
  readonly sex: SexCode
}

export const idNumberProblems = {
  missing: 'id-missing',
  length: 'id-length',
  fifteen: 'id-fifteen',
  shape: 'id-shape',
  check: 'id-check',
  date: 'id-date',
} as const

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first 17 digits, GB 11643 (ISO 7064 MOD 11-2). */
export function idCheckChar(body: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * (weights[i] as number)
  return '10X98765432'[sum % 11] as string
}

/** The number without blanks, apostrophes and full-width forms; the check letter X in capital whatever it was typed with. */
export function cleanIdText(text: string): string {
  return withoutApostrophes(withoutBlanks(toHalfWidth(text)))
    .replace(/[xх×ⅹⅩХΧχ]/g, 'X')
    .replace(/^[“”"《<(\[]+|[“”"》>)\],，。.;；、/]+$/g, '')
    .replace(/(?<=[\dX])[-–—‐‑_](?=[\dX])/g, '')
}

/** `on`: nobody is born after this day; without it the date need only exist. */
export function parseIdNumber(text: string, on?: IsoDate): Result<IdNumber> {
  const number = cleanIdText(text)
  if (number === '') return problem(idNumberProblems.missing, '请填身份证号。')
  if (/^\d{15}$/.test(number)) {
    return problem(idNumberProblems.fifteen, '这是 15 位的旧号码，请照证件改成 18 位。')
  }
  if (number.length !== 18) {
    return problem(idNumberProblems.length, `身份证号是 18 位，现在是 ${number.length} 位。`)
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return problem(idNumberProblems.shape, '身份证号只有数字，最后一位可以是 X。')
  }
  if (idCheckChar(number) !== number[17]) {
    return problem(idNumberProblems.check, '最后一位对不上，请照证件再核一遍。')
  }
  const year = Number(number.slice(6, 10))
  const month = Number(number.slice(10, 12))
  const day = Number(number.slice(12, 14))
  if (year < 1900 || !isRealDate(year, month, day)) {
    return problem(idNumberProblems.date, `号码里的出生日期 ${year} 年 ${month} 月 ${day} 日不存在，请照证件再核一遍。`)
  }
  const birthDate = isoDate(year, month, day)
  if (on !== undefined && birthDate > on) {
    return problem(idNumberProblems.date, `号码里的出生日期 ${birthDate} 还没到，请照证件再核一遍。`)
  }
  return ok({ idNumber: number, areaCode: number.slice(0, 6), birthDate, sex: sexOfIdNumber(number) })
}

/** The 17th digit is odd for men, even for women. */
function sexOfIdNumber(number: string): SexCode {
  return Number(number[16]) % 2 === 1 ? '1' : '2'
}

/** The 18-digit number that an old 15-digit one (born 19xx) became; a date that does not exist has none. */
export function upgradeFifteen(text: string): Result<IdNumber> {
  const number = cleanIdText(text)
  if (!/^\d{15}$/.test(number)) return problem(idNumberProblems.length, '旧号码是 15 位数字。')
  const body = `${number.slice(0, 6)}19${number.slice(6)}`
  return parseIdNumber(body + idCheckChar(body))
}
