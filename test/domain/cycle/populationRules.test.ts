import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../../../domain/codes/index.ts'
import { caseOf, checkOutcome, countersAt, targetSpan } from '../../../domain/cycle/index.ts'
import type { CaseFacts, FactsDocument } from '../../../domain/cycle/index.ts'
import { addDays, addMonths, cycleOfYear } from '../../../domain/plan/index.ts'
import { attempts, assessment, check, consent, cycle, exclusion, facts, noNeed, registration, review, service } from './facts.ts'
import { context, problems } from '../records/drafts.ts'

/** The population rules and completion rules by their sections: every line of both tables that is not told beside its own record. */

const wholeYear = { from: '2026-01-01', until: null }
const on = (known: CaseFacts, day: string) => countersAt(known, cycle, day)

describe('1.2 who counts', () => {
  it.each(codesOf('exclusionReason'))('1.2 P5: %s takes a person out of the denominator from its day on, with day and evidence on file', (reason) => {
    const known = facts([exclusion(reason, '2026-06-03')])
    expect([on(known, '2026-06-02').has('target'), on(known, '2026-06-03').has('target')]).toEqual([true, false])
    expect(problems('exclusion', { reason, date: undefined })).toEqual(['date 请填从哪一天起'])
    expect(problems('exclusion', { reason, evidence: undefined })).toEqual(['evidence 请填依据'])
  })

  it.each(codesOf('noNeedReason'))('1.2 %s is an answer within the check, not a way out: the person stays in the denominator', (reason) => {
    const known = facts([check('2026-03-02', { hasEmploymentNeed: false, noNeedReason: reason, noNeedNote: '照看家里' })])
    expect(targetSpan(known, cycle)).toEqual(wholeYear)
    const counters = on(known, '2026-03-02')
    expect(['target', 'checked', 'noNeed', 'need'].map((name) => counters.has(name as 'target'))).toEqual([true, true, true, false])
  })

  it.each(['1', '3', '4'])('1.2 being out of work for reason %s (in school, capacity lost, no wish) still counts as unemployed', (unemployedReason) => {
    expect(targetSpan(facts([], { unemployedReason }), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([check('2026-03-02', { unemployedReason })]), cycle)).toEqual(wholeYear)
  })

  it('1.2, 0.3 two denominators: the check is owed to all, the other three to those with need', () => {
    const states = (documents: FactsDocument[]) => caseOf(facts(documents), cycle).steps.map(({ state }) => state)
    expect(states([])).toEqual(['due', 'notDue', 'notDue', 'notDue'])
    expect(states([noNeed('2026-03-02')])).toEqual(['done', 'notNeeded', 'notNeeded', 'notNeeded'])
    expect(states([check('2026-03-02')])).toEqual(['done', 'due', 'due', 'due'])
    expect([...on(facts([noNeed('2026-03-02')]), '2026-03-02')]).not.toContain('need')
  })

  it('1.2 unreachable counts as not completed until three attempts by two methods on two days are logged, then in a column of its own', () => {
    const day = fc.integer({ min: 0, max: 3 }).map((days) => addDays('2026-03-01', days))
    const attempt = fc.tuple(day, fc.constantFrom('PHONE', 'HOME_VISIT', 'SMS_WECHAT'))
    fc.assert(fc.property(fc.array(attempt, { maxLength: 6 }), (list) => {
      const document = check('2026-03-09', {
        result: 'UNREACHABLE', hasEmploymentNeed: undefined, employmentState: undefined, signature: undefined, attempts: attempts(...(list as [string, string][])),
      })
      const isLogged = list.length >= 3 && new Set(list.map(([, method]) => method)).size >= 2 && new Set(list.map(([date]) => date)).size >= 2
      expect(checkOutcome({ ...document, on: '2026-03-09' }, cycle)).toBe(isLogged ? 'unreachable' : 'incomplete')
      const counters = on(facts([document]), '2026-03-09')
      expect([counters.has('unreachable'), counters.has('checked'), counters.has('due.infoCheck')]).toEqual([isLogged, false, !isLogged])
    }))
  })
})

describe('1.3 when a record is complete', () => {
  it.each([
    ['infoCheck', 'checkedOn', '核对日期'], ['capabilityAssessment', 'assessedOn', '评估日期'], ['demandRegistration', 'registeredOn', '登记日期'], ['serviceRecord', 'servedOn', '服务日期'],
  ] as const)('1.3 %s: nothing of tomorrow, nothing from outside the cycle, both ends of it included', (kind, field, label) => {
    const late = { today: '2027-01-05', lastKnownDate: '2027-01-05' }
    const said = (day: string, other = {}) => problems(kind, { [field]: day, validUntil: undefined }, other).filter((problem) => problem.startsWith(field))
    expect(said('2026-03-10')).toEqual([`${field} ${label}还没到。今天是 03-09`])
    expect(said('2026-03-09')).toEqual([])
    expect(said('2025-12-31')).toEqual([`${field} ${label}不在 2026 年里，请改`])
    expect([said('2026-01-01'), said('2026-12-31', late)]).toEqual([[], []])
    expect(said('2027-01-01', late)).toEqual([`${field} ${label}不在 2026 年里，请改`])
    // A clock that was set back refuses no honest day.
    expect(said('2026-03-20', { lastKnownDate: '2026-03-20' })).toEqual([])
  })

  it('1.3 each step is owed once in a cycle: what was done last year counts for nothing in this one', () => {
    const lastYear = [check('2025-11-03', { cycleYear: '2025' }), registration('2025-11-03', { cycleYear: '2025' }), service('2025-11-04', { cycleYear: '2025' })]
    expect(caseOf(facts(lastYear), cycle).steps.map(({ state }) => state)).toEqual(['due', 'notDue', 'notDue', 'notDue'])
    expect(caseOf(facts(lastYear), cycleOfYear('2025')).steps.map(({ state }) => state)).toEqual(['done', 'due', 'done', 'done'])
  })

  it('1.3 an earlier assessment may be confirmed up to the same day twelve months later, and not on the next', () => {
    const asked = fc.integer({ min: 0, max: 330 }).map((days) => addDays('2025-02-01', days))
    fc.assert(fc.property(asked, (day) => {
      const last = addMonths(day, 12)
      const confirmed = (when: string) => caseOf(facts([consent(day), assessment(day, { cycleYear: day.slice(0, 4) }, 'old'), check('2026-01-01'), review(when, 'old')]), cycle).steps[1].state
      if (last <= '2026-12-30') expect([confirmed(last), confirmed(addDays(last, 1))]).toEqual(['done', 'due'])
    }))
  })

  it('1.3 a registration stands six months, to the same day; a longer one is refused, a shorter one is not', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 67 }), (days) => {
      const from = addDays('2026-01-01', days)
      const last = addMonths(from, 6)
      const said = (validUntil: string) => problems('demandRegistration', { registeredOn: from, validUntil })
      expect([said(last), said(addDays(last, -30))]).toEqual([[], []])
      expect(said(addDays(last, 1))).toEqual([`validUntil 登记最长管 6 个月，到 ${last}`])
    }))
  })

  it('1.3 in whatever order the four are done, the case is done, and the order is warned about exactly where it is broken', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-02-01', days))
    fc.assert(fc.property(day, day, day, day, (...days) => {
      const [a, b, c, d] = days as [string, string, string, string]
      const known = facts([consent('2026-01-01'), check(a), assessment(b), registration(c), service(d)])
      const state = caseOf(known, cycle)
      expect(state.stage).toBe('DONE')
      expect(state.orderWarnings.length === 0).toBe(a <= b && b <= c && c <= d)
    }))
  })

  it('1.3 the state of a person is derived: NOT_DUE, DUE, CLOSED, NO_NEED, IN_PROGRESS, DONE', () => {
    const stage = (documents: FactsDocument[], person = {}) => caseOf(facts(documents, person), cycle).stage
    expect(stage([], { employmentState: 'EMPLOYED' })).toBe('NOT_DUE')
    expect(stage([])).toBe('DUE')
    expect(stage([check('2026-03-02', { result: 'REFUSED' })])).toBe('CLOSED')
    expect(stage([noNeed('2026-03-02')])).toBe('NO_NEED')
    expect(stage([check('2026-03-02')])).toBe('IN_PROGRESS')
    expect(stage([consent('2026-01-01'), check('2026-03-02'), assessment('2026-03-02'), registration('2026-03-02'), service('2026-03-02')])).toBe('DONE')
  })

  it('1.3 the numbers come from the cycle: what a county sets moves the rules and the messages', () => {
    const own = cycleOfYear('2026', {
      values: [{ changeId: 'c', body: { cycleYear: '2026', planId: 'LN-2025-2027', planVersion: 2, thresholds: { registrationMonths: 3, unreachableAttempts: 4, assessmentReviewMonths: 6 } } }],
    })
    expect(problems('demandRegistration', { registeredOn: '2026-03-02', validUntil: '2026-09-02' }, { cycle: own })).toEqual(['validUntil 登记最长管 3 个月，到 2026-06-02'])
    const three = { result: 'UNREACHABLE', attempts: attempts(['2026-03-01', 'PHONE'], ['2026-03-01', 'HOME_VISIT'], ['2026-03-02', 'PHONE']) }
    expect(problems('infoCheck', three)).toEqual([])
    expect(problems('infoCheck', three, { cycle: own })).toEqual(['attempts 失联要联系过 4 次，现在记了 3 次'])
    const known = facts([consent('2025-06-01'), assessment('2025-06-01', { cycleYear: '2025' }, 'old'), check('2026-01-05'), review('2026-03-02', 'old')])
    expect([caseOf(known, cycle).steps[1].state, caseOf(known, own).steps[1].state]).toEqual(['done', 'due'])
    expect(context.cycle.thresholds.registrationMonths).toBe(6)
  })
})
