import { describe, expect, it } from 'vitest'
import { codesOf } from '../../../domain/codes/index.ts'
import { dutiesOf } from '../../../domain/groups/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { cycleOfYear, planById, plans } from '../../../domain/plan/index.ts'
import type { Plan } from '../../../domain/plan/index.ts'
import { check, cycle, facts, period, service } from '../cycle/facts.ts'

const plan = planById(cycle.planId) as Plan
function duties(flag: string, documents: readonly FactsDocument[] = [], fields: object = {}) {
  return dutiesOf(flag, facts(documents, fields), plan, cycle)
}
function doneOf(flag: string, id: string, documents: readonly FactsDocument[], fields: object = {}) {
  return duties(flag, documents, fields).find(({ duty }) => duty.id === id)?.done.map(({ on }) => on)
}

describe('what the plan owes to a group', () => {
  it('4.1 both plans owe every group something, each with the title of its action', () => {
    for (const each of plans) {
      for (const flag of codesOf('hardshipFlag')) {
        const owed = dutiesOf(flag, facts([]), each, cycleOfYear(each.from.slice(0, 4)))
        expect(owed.length, `${each.id} ${flag}`).toBeGreaterThan(0)
        for (const { action } of owed) expect(action.zh).toMatch(/[一-鿿]/)
      }
    }
  })

  it('4.1 the same duty comes from action 5 in the first plan and from its own action in the second', () => {
    const first = planById('LN-2022-2024') as Plan
    expect(dutiesOf('LONG_TERM_UNEMPLOYED', facts([]), first, cycleOfYear('2024'))[0]?.action.zh).toBe('就业困难残疾人就业援助')
    expect(duties('SEVERE_OR_ASSISTED')[0]?.action.zh).toBe('辅助性就业')
  })

  it('4.1 nothing is done while there are no records', () => {
    expect(duties('LONG_TERM_UNEMPLOYED').every(({ done }) => done.length === 0)).toBe(true)
  })

  it('4.1 a check in which somebody was spoken to is the visit; comparing data is none', () => {
    expect(doneOf('LONG_TERM_UNEMPLOYED', 'survey', [check('2026-03-02')])).toEqual(['2026-03-02'])
    expect(doneOf('LONG_TERM_UNEMPLOYED', 'survey', [check('2026-03-02', { method: 'DATA_COMPARE' })])).toEqual([])
    expect(doneOf('LONG_TERM_UNEMPLOYED', 'survey', [service('2026-04-02', { method: 'HOME_VISIT' }), check('2026-03-02')])).toEqual(['2026-03-02', '2026-04-02'])
  })

  it('4.1 services of the fitting type are what was done, within the cycle', () => {
    const services = [service('2026-03-02', { serviceType: '11' }), service('2026-04-02', { serviceType: '10' }), service('2025-04-02', { serviceType: '11' })]
    expect(doneOf('LONG_TERM_UNEMPLOYED', 'welfarePost', services)).toEqual(['2026-03-02'])
    expect(doneOf('SEVERE_OR_ASSISTED', 'sheltered', services)).toEqual(['2026-04-02'])
    expect(doneOf('LONG_TERM_UNEMPLOYED', 'aid', services)).toEqual(['2026-03-02', '2026-04-02'])
  })

  it('4.1 one job for the household is work that began in the cycle', () => {
    expect(doneOf('ZERO_EMPLOYMENT_HOUSEHOLD', 'oneJob', [period('EMPLOYED', '2026-02-01', '2026-08-01')])).toEqual(['2026-02-01'])
    expect(doneOf('ZERO_EMPLOYMENT_HOUSEHOLD', 'oneJob', [period('EMPLOYED', '2025-02-01', '2026-08-01')])).toEqual([])
  })

  it('4.2 an anti-poverty target is owed the entry in the national system', () => {
    expect(doneOf('ANTI_POVERTY_TARGET', 'antiPovertyEntry', [])).toEqual([])
    expect(doneOf('ANTI_POVERTY_TARGET', 'antiPovertyEntry', [], { antiPovertyEnteredOn: '2026-02-20' })).toEqual(['2026-02-20'])
  })

  it('4.3 a graduate is owed a plan of their own, of whatever year', () => {
    const own: FactsDocument = { id: 'g1', entity: 'graduatePlan', body: { openedOn: '2025-07-01', cycleYear: '2025', steps: [] } }
    expect(doneOf('GRADUATE', 'onePlan', [own])).toEqual(['2025-07-01'])
  })
})
