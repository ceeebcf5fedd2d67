import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthdayAfter, daysInMonth, isoDate } from '../../../domain/identity/calendar.ts'
import { defaultTrack, isWorkingAge, retireTracks, retirementAgeMonths, retirementDelay, retirementMonth, workingAgeSpan } from '../../../domain/identity/workingAge.ts'
import { addMonths } from '../../../domain/plan/dates.ts'
import type { RetireTrack } from '../../../domain/identity/workingAge.ts'
import { retirementTables } from './retirementTables.ts'

/** Months since year 0. */
function monthNo(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthOf(no: number): string {
  return isoDate(Math.floor(no / 12), (no % 12) + 1, 1).slice(0, 7)
}

interface Row {
  readonly delay: number
  readonly born: readonly string[]
  readonly age: number
  readonly retires: readonly string[]
}

function rowsOf(track: RetireTrack): Row[] {
  return retirementTables[track].trim().split(/\n|\|/).map((row) => {
    const [delay = '', born = '', age = '', retires = ''] = row.trim().split(' ')
    const [years = 0, months = 0] = age.split('.').map(Number)
    return { delay: Number(delay), born: monthsIn(born, 24), age: years * 12 + months, retires: monthsIn(retires, 24) }
  })
}

/** Every month of `from..until`; the open end is looked at for two years. */
function monthsIn(span: string, openFor: number): string[] {
  const [from = '', until = ''] = span.split('..')
  const count = until === 'on' ? openFor : monthNo(until) - monthNo(from) + 1
  return Array.from({ length: count }, (_, index) => monthOf(monthNo(from) + index))
}

const oldAge: Readonly<Record<RetireTrack, number>> = { M60: 60, F55: 55, F50: 50 }
const cap: Readonly<Record<RetireTrack, number>> = { M60: 36, F55: 36, F50: 60 }
const birth = fc
  .record({ year: fc.integer({ min: 1930, max: 2020 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map(({ year, month, day }) => isoDate(year, month, Math.min(day, daysInMonth(year, month))))
const track = fc.constantFrom(...retireTracks)
const sexOf = (of: RetireTrack) => (of === 'M60' ? '1' : '2')

describe('1.4 the three tables', () => {
  it.each(retireTracks)('1.4 %s: every month of birth of every row has the age and the month of the table', (of) => {
    const rows = rowsOf(of)
    expect(rows.map(({ delay }) => delay)).toEqual(Array.from({ length: cap[of] }, (_, index) => index + 1))
    for (const { delay, born, age, retires } of rows) {
      expect(born.map((month) => retirementDelay(`${month}-15`, of))).toEqual(born.map(() => delay))
      expect(born.map((month) => retirementAgeMonths(`${month}-15`, of))).toEqual(born.map(() => age))
      expect(born.map((month) => retirementMonth(`${month}-15`, of))).toEqual(retires)
    }
    // Row by row the births follow each other without a gap.
    const births = rows.flatMap(({ born }) => born)
    expect(births).toEqual(Array.from({ length: births.length }, (_, index) => monthOf(monthNo(births[0] as string) + index)))
  })

  it.each<[RetireTrack, string, string, string]>([
    ['M60', '1965-09', '60 3', '2025-12'], ['F55', '1970-01', '55 1', '2025-02'], ['F50', '1975-01', '50 1', '2025-02'], ['M60', '1976-09', '63 0', '2039-09'],
    ['F55', '1981-09', '58 0', '2039-09'], ['F50', '1984-11', '55 0', '2039-11'], ['M60', '1964-12', '60 0', '2024-12'],
  ])('1.4 anchor: %s born %s retires at %s, in %s; the month before is the last of working age', (of, born, age, month) => {
    const months = retirementAgeMonths(`${born}-20`, of)
    expect(`${String(Math.floor(months / 12))} ${String(months % 12)}`).toBe(age)
    expect(retirementMonth(`${born}-20`, of)).toBe(month)
    const last = monthOf(monthNo(month) - 1)
    expect(isWorkingAge(`${born}-20`, sexOf(of), of, 'LEGAL_2025', `${last}-${String(daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7))))}`)).toBe(true)
    expect(isWorkingAge(`${born}-20`, sexOf(of), of, 'LEGAL_2025', `${month}-01`)).toBe(false)
  })
})

describe('1.4 working age, whoever is born whenever', () => {
  it('1.4 is never over before the old age, and delayed by no more than the cap', () => {
    fc.assert(fc.property(birth, track, (born, of) => {
      const months = retirementAgeMonths(born, of)
      expect(months).toBeGreaterThanOrEqual(oldAge[of] * 12)
      expect(months).toBeLessThanOrEqual(oldAge[of] * 12 + cap[of])
    }))
  })

  it('1.4 later born is never earlier retired, and never younger by more than the months between', () => {
    fc.assert(fc.property(birth, birth, track, (one, other, of) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      expect(retirementMonth(first, of) <= retirementMonth(second, of)).toBe(true)
      expect(retirementDelay(first, of)).toBeLessThanOrEqual(retirementDelay(second, of))
    }))
  })

  it('1.4 whoever reached the old age before 2025 is not touched by the reform', () => {
    fc.assert(fc.property(birth, track, (born, of) => {
      const old = birthdayAfter(born, oldAge[of])
      if (old < '2025-01-01') expect(retirementDelay(born, of)).toBe(0)
      else expect(retirementDelay(born, of)).toBeGreaterThan(0)
    }))
  })

  it('1.4 is one span of days: none before the 16th birthday, all until the month of retirement, none after', () => {
    const day = fc.integer({ min: -40, max: 70 * 366 })
    fc.assert(fc.property(birth, track, fc.constantFrom('LEGAL_2025' as const, 'CDPF_2012' as const), day, (born, of, rule, offset) => {
      const sex = sexOf(of)
      const { from, until } = workingAgeSpan(born, sex, of, rule)
      expect(from).toBe(birthdayAfter(born, 16))
      const on = new Date(Date.parse(`${born}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10)
      expect(isWorkingAge(born, sex, of, rule, on)).toBe(from <= on && on < until)
    }))
  })

  it('0.4 the legal rule with women on the 55 track counts everybody of age whom the older rule counts, but for days of its last month', () => {
    fc.assert(fc.property(birth, fc.constantFrom('1' as const, '2' as const), (born, sex) => {
      const legal = workingAgeSpan(born, sex, defaultTrack(sex), 'LEGAL_2025')
      const older = workingAgeSpan(born, sex, defaultTrack(sex), 'CDPF_2012')
      expect(addMonths(legal.until, 1) >= older.until).toBe(true)
    }), { examples: [['1956-02-29', '1']] })
  })
})
