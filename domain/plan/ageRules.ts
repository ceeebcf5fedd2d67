/** Working age as data. Both rules are counted in every cycle; the plan says which of them decides. */

/** 1 men, 2 women (GB/T 2261.1). */
type SexCode = '1' | '2'
/** Original retirement age: men 60, women 55 (the default for women) or 50 (workers). */
export type RetireTrack = 'M60' | 'F55' | 'F50'
/**
 * LEGAL_2025: decision of the National People's Congress Standing Committee of 2024-09-13, in force from 2025-01.
 * CDPF_2012: men 16 to 59, women 16 to 54, as the disabled persons' federation counted before.
 */
export type AgeRule = 'LEGAL_2025' | 'CDPF_2012'

export const retireTracks = ['M60', 'F55', 'F50'] as const satisfies readonly RetireTrack[]
export const ageRules = ['LEGAL_2025', 'CDPF_2012'] as const satisfies readonly AgeRule[]

/** The lower bound of both: the labour law allows no work before it. */
export const lowestAge = 16

/** The year whose January is month 1 of the reform. */
export const reformYear = 2025

/** Original age in years, months of birth that share one month of delay, and the most months of delay. */
export const reform: Readonly<Record<RetireTrack, { readonly age: number; readonly step: number; readonly cap: number }>> = {
  M60: { age: 60, step: 4, cap: 36 },
  F55: { age: 55, step: 4, cap: 36 },
  F50: { age: 50, step: 2, cap: 60 },
}

/** The first age that is no longer counted by the federation's rule of 2012. */
export const cdpfUpperAge: Readonly<Record<SexCode, number>> = { '1': 60, '2': 55 }
