import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, birthdayAfter, isIsoDate } from '../../../domain/identity/calendar.ts'
import {
  isWorkingAge,
  retirementAgeMonths,
  retirementDelay,
  retirementMonth,
  workingAgeSpan,
} from '../../../domain/identity/workingAge.ts'
import type { RetireTrack } from '../../../domain/identity/workingAge.ts'

describe('retirement month', () => {
  it.each<[RetireTrack, string, number, string]>([
    ['M60', '1965-09', 60 * 12 + 3, '2025-12'],
    ['F55', '1970-01', 55 * 12 + 1, '2025-02'],
    ['F50', '1975-01', 50 * 12 + 1, '2025-02'],
    ['M60', '1976-09', 63 * 12, '2039-09'],
    ['F55', '1981-09', 58 * 12, '2039-09'],
    ['F50', '1984-11', 55 * 12, '2039-11'],
    ['M60', '1964-12', 60 * 12, '2024-12'],
    ['M60', '1970-05', 61 * 12 + 5, '2031-10'],
    ['M60', '1972-12', 62 * 12, '2034-12'],
    ['F55', '1974-08', 56 * 12 + 2, '2030-10'],
    ['F55', '1979-12', 57 * 12 + 6, '2037-06'],
    ['F50', '1978-05', 51 * 12 + 9, '2030-02'],
    ['F50', '1981-10', 53 * 12 + 5, '2035-03'],
    ['M60', '1990-01', 63 * 12, '2053-01'],
  ])('%s born %s: %i months, %s', (track, born, months, retires) => {
    expect(retirementAgeMonths(`${born}-15`, track)).toBe(months)
    expect(retirementMonth(`${born}-15`, track)).toBe(retires)
  })

  it('delays in steps without gaps and never beyond the cap', () => {
    const tracks: [RetireTrack, number, number, number][] = [['M60', 1965, 4, 36], ['F55', 1970, 4, 36], ['F50', 1975, 2, 60]]
    for (const [track, firstYear, step, cap] of tracks) {
      for (let index = 0; index < 12 * 25; index++) {
        const date = `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-28`
        expect(retirementDelay(date, track)).toBe(Math.min(Math.floor(index / step) + 1, cap))
      }
    }
  })
})

describe('working age', () => {
  it('begins on the 16th birthday and ends with the first day of the retirement month', () => {
    expect(workingAgeSpan('1985-03-14', '1', 'M60', 'LEGAL_2025')).toEqual({ from: '2001-03-14', until: '2048-03-01' })
    expect(isWorkingAge('2010-03-01', '1', 'M60', 'LEGAL_2025', '2026-02-28')).toBe(false)
    expect(isWorkingAge('2010-03-01', '1', 'M60', 'LEGAL_2025', '2026-03-01')).toBe(true)
    expect(isWorkingAge('1965-12-31', '1', 'M60', 'LEGAL_2025', '2026-02-28')).toBe(true)
    expect(isWorkingAge('1965-12-31', '1', 'M60', 'LEGAL_2025', '2026-03-01')).toBe(false)
  })

  it('takes women for the 55 track unless told', () => {
    expect(workingAgeSpan('1980-06-10', '2').until).toBe(`${retirementMonth('1980-06-10', 'F55')}-01`)
    expect(workingAgeSpan('1980-06-10', '2', 'F50').until).toBe('2033-03-01')
  })

  it('counts whole years by the older rule', () => {
    expect(workingAgeSpan('1966-05-20', '1', 'M60', 'CDPF_2012')).toEqual({ from: '1982-05-20', until: '2026-05-20' })
    expect(workingAgeSpan('1971-05-20', '2', 'F55', 'CDPF_2012').until).toBe('2026-05-20')
    expect(workingAgeSpan('1972-02-29', '2', 'F55', 'CDPF_2012').until).toBe('2027-03-01')
  })

  it('is never wider by the older rule than by the law from 2025 on', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1965-01-01'), max: new Date('2015-12-31'), noInvalidDate: true }), fc.constantFrom('1' as const, '2' as const), (date, sex) => {
        const born = date.toISOString().slice(0, 10)
        const track = sex === '1' ? 'M60' : 'F55'
        const legal = workingAgeSpan(born, sex, track, 'LEGAL_2025')
        const cdpf = workingAgeSpan(born, sex, track, 'CDPF_2012')
        if (born >= '1970-01-01') expect(legal.until > cdpf.until).toBe(true)
        expect(legal.from).toBe(cdpf.from)
      }),
    )
  })
})

describe('calendar', () => {
  it('knows leap days', () => {
    expect(birthdayAfter('2008-02-29', 16)).toBe('2024-02-29')
    expect(birthdayAfter('2008-02-29', 15)).toBe('2023-03-01')
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(isIsoDate('2023-02-29')).toBe(false)
    expect(isIsoDate('2024-02-29')).toBe(true)
  })
})
