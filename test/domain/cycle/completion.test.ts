import { describe, expect, it } from 'vitest'
import { caseOf } from '../../../domain/cycle/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { assessment, attempts, check, consent, cycle, facts, noNeed, period, registration, review, service, unreachable } from './facts.ts'

function states(...documents: readonly FactsDocument[]) {
  return caseOf(facts(documents), cycle).steps.map(({ state }) => state)
}

describe('the info check', () => {
  it('1.3 an info check is complete with result, work, need, checker, date, method and evidence', () => {
    expect(states(check('2026-03-02'))).toEqual(['done', 'due', 'due', 'due'])
  })

  it('1.3 an info check without an answer on need is not complete', () => {
    expect(states(check('2026-03-02', { hasEmploymentNeed: undefined }))[0]).toBe('due')
  })

  it.each([
    ['work', { employmentState: undefined }],
    ['a checker', { checkerId: undefined }],
    ['a method', { method: undefined }],
    ['evidence', { signature: undefined }],
    ['a result', { result: undefined }],
  ])('1.3 an info check without %s is not complete', (_, body) => {
    expect(states(check('2026-03-02', body))[0]).toBe('due')
  })

  it.each([
    ['a call log', { callLog: { date: '2026-03-02', phone: '13900000000' } }],
    ['a photo', { attachments: [{ name: '照片' }] }],
  ])('1.3 %s is evidence as good as a signature', (_, body) => {
    expect(states(check('2026-03-02', { signature: undefined, ...body }))[0]).toBe('done')
  })

  it('2.4 no need counts only with its reason, and then the other steps are not needed', () => {
    expect(states(noNeed('2026-03-02'))).toEqual(['done', 'notNeeded', 'notNeeded', 'notNeeded'])
    expect(states(check('2026-03-02', { hasEmploymentNeed: false }))[0]).toBe('due')
    expect(caseOf(facts([noNeed('2026-03-02')]), cycle)).toMatchObject({ stage: 'NO_NEED', complete: true, nextStep: null })
  })

  it('2.4 data compared with data alone does not answer need', () => {
    expect(states(check('2026-03-02', { method: 'DATA_COMPARE' }))[0]).toBe('due')
  })

  it('1.3 unreachable closes the check, which stays out of the numerator', () => {
    const state = caseOf(facts([unreachable('2026-03-09')]), cycle)
    expect(state.steps[0]).toMatchObject({ state: 'closed', closedAs: 'unreachable', doneOn: '2026-03-09' })
    expect(state.stage).toBe('CLOSED')
    expect(state.nextStep).toBeNull()
  })

  it.each([
    ['two attempts', attempts(['2026-03-01', 'PHONE'], ['2026-03-02', 'HOME_VISIT'])],
    ['one method', attempts(['2026-03-01', 'PHONE'], ['2026-03-02', 'PHONE'], ['2026-03-03', 'PHONE'])],
    ['one day', attempts(['2026-03-01', 'PHONE'], ['2026-03-01', 'HOME_VISIT'], ['2026-03-01', 'PHONE'])],
  ])('1.2 unreachable with %s is not yet unreachable', (_, list) => {
    const open = check('2026-03-09', { result: 'UNREACHABLE', attempts: list })
    expect(states(open)[0]).toBe('due')
  })

  it('1.3 declined closes the check, and a later answer opens the way again', () => {
    const declined = check('2026-03-02', { result: 'REFUSED', hasEmploymentNeed: undefined, signature: undefined })
    expect(caseOf(facts([declined]), cycle).steps[0]).toMatchObject({ state: 'closed', closedAs: 'refused' })
    expect(states(declined, check('2026-05-02'))).toEqual(['done', 'due', 'due', 'due'])
  })

  it('1.3 a check that somebody declined says nothing of need, whatever it holds', () => {
    expect(caseOf(facts([check('2026-03-02', { result: 'REFUSED' })]), cycle).need).toBeNull()
  })

  it('1.2 the latest valid check of the cycle says whether there is need', () => {
    expect(caseOf(facts([check('2026-03-02'), noNeed('2026-06-01')]), cycle).need).toBe(false)
    expect(caseOf(facts([noNeed('2026-03-02'), check('2026-06-01')]), cycle).need).toBe(true)
    expect(caseOf(facts([noNeed('2026-03-02'), check('2026-06-01', { signature: undefined })]), cycle).need).toBe(false)
  })

  it('1.3 a check of another cycle counts for nothing in this one', () => {
    expect(states(check('2025-12-31', { cycleYear: '2025' }))[0]).toBe('due')
    expect(states(check('2026-01-02', { cycleYear: '2025' }))[0]).toBe('due')
  })
})

describe('the assessment', () => {
  const basis = [check('2026-03-02'), consent('2026-03-02')]

  it('1.3 an assessment is complete with a computable index, a conclusion, an assessor and consent', () => {
    expect(states(...basis, assessment('2026-03-02'))[1]).toBe('done')
  })

  it.each([
    ['enough items', { items: [{ code: 'A1', q: 0 }] }],
    ['a conclusion', { conclusion: '' }],
    ['an assessor', { assessorId: undefined }],
    ['consent', { consentId: undefined }],
    ['a consent that exists', { consentId: 'other' }],
  ])('1.3 an assessment without %s is not complete', (_, body) => {
    expect(states(...basis, assessment('2026-03-02', body))[1]).toBe('due')
  })

  it('8 a consent for another purpose, given later or withdrawn does not carry an assessment', () => {
    const withConsent = (on: string, body: object) => states(check('2026-03-02'), consent(on, body), assessment('2026-03-10'))[1]
    expect(withConsent('2026-03-02', {})).toBe('done')
    expect(withConsent('2026-03-02', { purpose: 'PHOTO' })).toBe('due')
    expect(withConsent('2026-03-11', {})).toBe('due')
    expect(withConsent('2026-03-02', { withdrawnAt: '2026-03-09' })).toBe('due')
    expect(withConsent('2026-03-02', { withdrawnAt: '2026-04-01' })).toBe('done')
  })

  const earlier = assessment('2025-06-10', { cycleYear: '2025' }, 'earlier')
  const old = [...basis, earlier, consent('2025-06-10')].slice(0, 3)

  it('1.3 an assessment of an earlier cycle may be confirmed within 12 months', () => {
    expect(states(...old, review('2026-06-10', 'earlier'))[1]).toBe('done')
    expect(states(...old, review('2026-06-11', 'earlier'))[1]).toBe('due')
  })

  it('1.3 a confirmation needs certificate, health and job unchanged', () => {
    for (const changed of ['certificate', 'health', 'job']) {
      const unchanged = { certificate: true, health: true, job: true, [changed]: false }
      expect(states(...old, review('2026-05-10', 'earlier', { unchanged }))[1]).toBe('due')
    }
    expect(states(...old, period('UNEMPLOYED', '2025-09-01'), review('2026-05-10', 'earlier'))[1]).toBe('due')
    expect(states(...old, period('EMPLOYED', '2024-01-01', '2025-09-01'), review('2026-05-10', 'earlier'))[1]).toBe('due')
  })

  it('1.3 a job that begins after the confirmation takes nothing away from it', () => {
    expect(states(...old, review('2026-05-10', 'earlier'), period('EMPLOYED', '2026-06-01'))[1]).toBe('done')
  })

  it('1.3 confirming a confirmation counts from the day on which the items were asked', () => {
    const first = { ...review('2025-12-10', 'earlier', { cycleYear: '2025' }), id: 'first' }
    expect(states(...old, first, review('2026-06-10', 'first'))[1]).toBe('done')
    expect(states(...old, first, review('2026-07-10', 'first'))[1]).toBe('due')
  })

  it('1.3 a confirmation of nothing, or of itself, is none', () => {
    expect(states(...basis, review('2026-05-10', 'gone'))[1]).toBe('due')
    const loop = { ...review('2026-05-10', 'loop'), id: 'loop' }
    expect(states(...basis, loop)[1]).toBe('due')
  })
})

describe('registration and service', () => {
  const basis = [check('2026-03-02')]

  it.each([
    ['an intention', { intentions: [] }],
    ['an occupation or family', { intentions: [{ rank: 1, form: '1' }] }],
    ['a form of employment', { intentions: [{ rank: 1, family: 'J03' }] }],
    ['a region', { targetAreas: [] }],
    ['an earliest start', { availableFrom: undefined }],
    ['service needs', { serviceNeeds: [] }],
    ['a signature', { signature: undefined }],
  ])('1.3 a registration without %s is not complete', (_, body) => {
    expect(states(...basis, registration('2026-03-03'))[2]).toBe('done')
    expect(states(...basis, registration('2026-03-03', body))[2]).toBe('due')
  })

  it.each([
    ['a type of the table', { serviceType: 'infoCheck' }],
    ['a duration', { minutes: undefined }],
    ['staff', { staffId: undefined }],
    ['content', { content: '' }],
    ['a result', { result: undefined }],
  ])('1.3 a service without %s is not complete', (_, body) => {
    expect(states(...basis, service('2026-03-03'))[3]).toBe('done')
    expect(states(...basis, service('2026-03-03', body))[3]).toBe('due')
  })

  it('1.3 check, assessment and registration do not count as the service', () => {
    expect(states(...basis, consent('2026-03-02'), assessment('2026-03-02'), registration('2026-03-02'))[3]).toBe('due')
  })

  it('1.3 a group event counts only with the own attendance line', () => {
    expect(states(...basis, service('2026-03-03', { method: 'GROUP_EVENT' }))[3]).toBe('due')
    const attendance = { date: '2026-03-03', paperLocation: '活动签到表' }
    expect(states(...basis, service('2026-03-03', { method: 'GROUP_EVENT', attendance }))[3]).toBe('done')
  })
})

describe('the case', () => {
  it('1.3 is done with all four, and says when and by whom', () => {
    const state = caseOf(facts([check('2026-03-02'), consent('2026-03-02'), assessment('2026-03-02'), registration('2026-03-02'), service('2026-03-09')]), cycle)
    expect(state).toMatchObject({ stage: 'DONE', complete: true, nextStep: null, orderWarnings: [] })
    expect(state.steps[0]).toMatchObject({ doneOn: '2026-03-02', by: 'u1', byName: '李老师', dueOn: '2026-12-31' })
  })

  it('1.3 the first document completes a step, later ones are kept beside it', () => {
    const [a, b] = [service('2026-05-01'), service('2026-04-01')]
    const state = caseOf(facts([check('2026-03-02'), a, b]), cycle)
    expect(state.steps[3]).toMatchObject({ doneOn: '2026-04-01', documentIds: [b.id, a.id] })
  })

  it('1.3 before the check nothing else is due, and the check is next', () => {
    const state = caseOf(facts([]), cycle)
    expect(state.steps.map((step) => step.state)).toEqual(['due', 'notDue', 'notDue', 'notDue'])
    expect(state).toMatchObject({ nextStep: 'infoCheck', stage: 'DUE', need: null })
  })

  it('1.3 the order is warned about and never blocks', () => {
    const state = caseOf(facts([check('2026-03-09'), consent('2026-03-01'), assessment('2026-03-02'), service('2026-03-10')]), cycle)
    expect(state.steps[1].state).toBe('done')
    expect(state.orderWarnings).toEqual([
      { step: 'capabilityAssessment', after: 'infoCheck', message: '职业能力评估（03-02）早于基础信息核对（03-09），请看看日期' },
      { step: 'serviceRecord', after: 'demandRegistration', message: '就业服务做了，就业需求登记还没做' },
    ])
  })

  it('1.3 one visit can do all four on one day without a warning', () => {
    const day = '2026-03-02'
    const state = caseOf(facts([check(day), consent(day), assessment(day), registration(day), service(day)]), cycle)
    expect(state.orderWarnings).toEqual([])
  })

  it('1.3 where there is no need, a service does not miss an assessment that nobody owes', () => {
    expect(caseOf(facts([noNeed('2026-03-02'), service('2026-03-09')]), cycle).orderWarnings).toEqual([])
  })

  it('4 of the plan: need alone decides; what was done without need is kept but not counted', () => {
    const state = caseOf(facts([check('2026-03-02'), service('2026-03-09'), noNeed('2026-08-01')]), cycle)
    expect(state.steps[3]).toMatchObject({ state: 'notNeeded', doneOn: '2026-03-09', because: '治疗康复中' })
  })
})
