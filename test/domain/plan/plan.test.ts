import { describe, expect, it } from 'vitest'
import { addDays, addMonths, cycleOf, cycleOfYear, dateFault, isInCycle, planById, planOn, plans, stepNames } from '../../../domain/plan/index.ts'

describe('plans and cycles', () => {
  it('0.1 the plan of a day is data: 2022 to 2024, then 2025 to 2027, then the last one known', () => {
    expect(['2022-01-01', '2024-12-31', '2025-01-01', '2027-12-31'].map((day) => planOn(day).id)).toEqual(['LN-2022-2024', 'LN-2022-2024', 'LN-2025-2027', 'LN-2025-2027'])
    expect([planOn('2019-05-01').id, planOn('2030-05-01').id]).toEqual(['LN-2022-2024', 'LN-2025-2027'])
    expect(planById('LN-2022-2024')?.targets.find(({ id }) => id === 'I01')?.value).toBe(30000)
    expect(planById('LN-2022-2024')?.targets.find(({ id }) => id === 'I02')?.value).toBe(45000)
  })

  it('0.1 what is not known of the later plan is left empty and said to be unconfirmed', () => {
    const later = planById('LN-2025-2027')
    expect(later?.confirmed).toBe(false)
    expect(later?.targets.filter(({ unit }) => unit === '人').map(({ value }) => value)).toEqual([null, null])
    expect(planById('other')).toBeNull()
  })

  it('0.2 a cycle is the calendar year, due at its end', () => {
    const cycle = cycleOf('2026-11-23')
    expect(cycle).toMatchObject({ year: '2026', from: '2026-01-01', until: '2026-12-31', planId: 'LN-2025-2027', ageRule: 'LEGAL_2025' })
    expect(stepNames.map((step) => cycle.dueOn[step])).toEqual(Array(4).fill('2026-12-31'))
    expect(cycleOfYear('2026', { countyCode: '210199' }).countyCode).toBe('210199')
    expect([isInCycle('2025-12-31', cycle), isInCycle('2026-01-01', cycle), isInCycle('2026-12-31', cycle), isInCycle('2027-01-01', cycle)]).toEqual([false, true, true, false])
  })

  it('1.1 both plans have their ten actions', () => {
    expect(plans.map(({ actions }) => actions.length)).toEqual([10, 10])
  })
})

describe('days', () => {
  it('2 a date that does not exist is told in words that say what to do', () => {
    expect(dateFault('2026-02-28')).toBeNull()
    expect(dateFault('2026-02-30')).toBe('2 月没有 30 日，请改')
    expect(dateFault('2026-13-01')).toBe('一年没有 13 月，请改')
    expect(dateFault('26-1-1')).toBe('日期请写成 2026-11-23 这样')
    expect(dateFault('0026-01-01')).toBe('没有 26 年的记录，请改')
  })

  it('1.3 months are counted to the same day, or the last one of a shorter month', () => {
    expect([addMonths('2026-08-31', 6), addMonths('2024-02-29', 12), addMonths('2026-03-31', -1), addMonths('2026-01-15', -13)]).toEqual(['2027-02-28', '2025-02-28', '2026-02-28', '2024-12-15'])
  })

  it('1.3 days are counted over months and leap years', () => {
    expect([addDays('2026-12-31', 1), addDays('2024-02-28', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2024-02-29', '2026-02-28'])
  })
})
