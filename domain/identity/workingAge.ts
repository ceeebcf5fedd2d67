import { birthdayAfter, dateParts, isoDate } from './calendar.ts'
import type { IsoDate } from './calendar.ts'
import type { SexCode } from './idNumber.ts'
import { cdpfUpperAge, lowestAge, reform, reformYear } from '../plan/ageRules.ts'
import type { AgeRule, RetireTrack } from '../plan/ageRules.ts'

export { ageRules, retireTracks } from '../plan/ageRules.ts'
export type { AgeRule, RetireTrack } from '../plan/ageRules.ts'

export function defaultTrack(sex: SexCode): RetireTrack {
  return sex === '1' ? 'M60' : 'F55'
}

/** Months beyond the original age. */
export function retirementDelay(birthDate: IsoDate, track: RetireTrack): number {
  const { year, month } = dateParts(birthDate)
  const { age, step, cap } = reform[track]
  const sinceReform = (year + age - reformYear) * 12 + month
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
