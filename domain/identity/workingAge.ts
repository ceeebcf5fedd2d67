import { birthdayAfter, dateParts, isoDate } from './calendar.ts'
import type { IsoDate } from './calendar.ts'
import type { SexCode } from './idNumber.ts'

/** Original retirement age: men 60, women 55 (the default for women) or 50 (workers). */
export type RetireTrack = 'M60' | 'F55' | 'F50'
/**
 * LEGAL_2025: decision of the National People's Congress Standing Committee of 2024-09-13, in force from 2025-01.
 * CDPF_2012: men 16 to 59, women 16 to 54, as the disabled persons' federation counted before.
 */
export type AgeRule = 'LEGAL_2025' | 'CDPF_2012'

export const retireTracks = ['M60', 'F55', 'F50'] as const satisfies readonly RetireTrack[]
export const ageRules = ['LEGAL_2025', 'CDPF_2012'] as const satisfies readonly AgeRule[]

const lowestAge = 16

/** Months of birth that share one month of delay, and the most months of delay. */
const reform: Record<RetireTrack, { age: number; step: number; cap: number }> = {
  M60: { age: 60, step: 4, cap: 36 },
  F55: { age: 55, step: 4, cap: 36 },
  F50: { age: 50, step: 2, cap: 60 },
}

const cdpfUpperAge: Record<SexCode, number> = { '1': 60, '2': 55 }

export function defaultTrack(sex: SexCode): RetireTrack {
  return sex === '1' ? 'M60' : 'F55'
}

/** Months beyond the original age. */
export function retirementDelay(birthDate: IsoDate, track: RetireTrack): number {
  const { year, month } = dateParts(birthDate)
  const { age, step, cap } = reform[track]
  const sinceReform = (year + age - 2025) * 12 + month
  return sinceReform <= 0 ? 0 : Math.min(Math.ceil(sinceReform / step), cap)
}

/** Statutory age in months. */
export function retirementAgeMonths(birthDate: IsoDate, track: RetireTrack): number {
  return reform[track].age * 12 + retirementDelay(birthDate, track)
}

/** `YYYY-MM` of statutory retirement. */
export function retirementMonth(birthDate: IsoDate, track: RetireTrack): string {
  const { year, month } = dateParts(birthDate)
  const months = year * 12 + (month - 1) + retirementAgeMonths(birthDate, track)
  return isoDate(Math.floor(months / 12), (months % 12) + 1, 1).slice(0, 7)
}

export interface WorkingAgeSpan {
  /** The 16th birthday. */
  readonly from: IsoDate
  /** The first day that is no longer working age. */
  readonly until: IsoDate
}

export function workingAgeSpan(
  birthDate: IsoDate,
  sex: SexCode,
  track: RetireTrack = defaultTrack(sex),
  rule: AgeRule = 'LEGAL_2025',
): WorkingAgeSpan {
  const from = birthdayAfter(birthDate, lowestAge)
  if (rule === 'CDPF_2012') return { from, until: birthdayAfter(birthDate, cdpfUpperAge[sex]) }
  return { from, until: `${retirementMonth(birthDate, track)}-01` }
}

export function isWorkingAge(
  birthDate: IsoDate,
  sex: SexCode,
  track: RetireTrack,
  rule: AgeRule,
  on: IsoDate,
): boolean {
  const { from, until } = workingAgeSpan(birthDate, sex, track, rule)
  return from <= on && on < until
}
