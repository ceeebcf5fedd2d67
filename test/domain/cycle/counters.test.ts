import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseAt, caseOf, caseWithEvents, counterEvents, counterNames, countersAt, holdsOn, targetSpan } from '../../../domain/cycle/index.ts'
import type { CaseFacts, CounterName, FactsDocument } from '../../../domain/cycle/index.ts'
import { addDays } from '../../../domain/plan/index.ts'
import { assessment, check, consent, cycle, exclusion, facts, noNeed, period, registration, service, unreachable } from './facts.ts'

function sums(known: CaseFacts, day: string): CounterName[] {
  const total = new Map<string, number>()
  for (const { name, on, delta } of counterEvents(known, cycle)) if (on <= day) total.set(name, (total.get(name) ?? 0) + delta)
  return counterNames.filter((name) => total.get(name) === 1)
}

/** What stands on a day, read straight from the case of that day. */
function derived(known: CaseFacts, day: string): CounterName[] {
  const state = caseAt(known, cycle, day)
  const inTarget = holdsOn(targetSpan(known, cycle), day)
  const [check1, step2, step3, step4] = state.steps
  const inNeed = inTarget && state.need === true
  const holds: Partial<Record<CounterName, boolean>> = {
    target: inTarget,
    targetLegal: holdsOn(targetSpan(known, cycle, { ageRule: 'LEGAL_2025' }), day),
    targetCdpf: holdsOn(targetSpan(known, cycle, { ageRule: 'CDPF_2012' }), day),
    checked: inTarget && check1.state === 'done',
    need: inNeed,
    noNeed: inTarget && state.need === false,
    assessed: inNeed && step2.state === 'done',
    registered: inNeed && step3.state === 'done',
    served: inNeed && step4.state === 'done',
    done: inNeed && [check1, step2, step3, step4].every((step) => step.state === 'done'),
    unreachable: inTarget && check1.closedAs === 'unreachable',
    refused: inTarget && check1.closedAs === 'refused',
    renewal: inNeed && state.registrationValidUntil !== null && state.registrationValidUntil < day,
  }
  for (const step of state.steps) {
    const isOwed = inTarget && step.state === 'due'
    holds[`due.${step.step}`] = isOwed && day <= step.dueOn
    holds[`overdue.${step.step}`] = isOwed && day > step.dueOn
  }
  return counterNames.filter((name) => holds[name] === true)
}

const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-11-01', n))
const makers: readonly ((on: string) => FactsDocument)[] = [
  (on) => check(on), noNeed, (on) => check(on, { hasEmploymentNeed: undefined }), unreachable,
  (on) => check(on, { result: 'REFUSED', hasEmploymentNeed: undefined }),
  (on) => check(on, { result: 'EXCLUDED', exclusionReason: 'MOVED_OUT' }),
  (on) => assessment(on), (on) => registration(on, { validUntil: addDays(on, 90) }), (on) => service(on),
  (on) => period('EMPLOYED', on), (on) => period('UNEMPLOYED', on, addDays(on, 60)),
  (on) => exclusion('IMPRISONED', on, addDays(on, 100)), (on) => exclusion('DECEASED', on),
]
const documents = fc.array(fc.tuple(fc.constantFrom(...makers), day).map(([make, on]) => make(on)), { maxLength: 9 })
const fields = fc.record({
  birthDate: fc.constantFrom('1985-03-14', '1966-01-10', '1965-12-01', '2010-05-20', null),
  employmentState: fc.constantFrom('UNEMPLOYED', 'EMPLOYED', null),
})
const cases = fc.tuple(documents, fields).map(([list, known]) => facts([consent('2025-10-01'), ...list], known))

describe('counters', () => {
  it('3 of the architecture: at any day the sums equal the derivation', () => {
    fc.assert(
      fc.property(cases, day, (known, on) => {
        expect(sums(known, on)).toEqual(derived(known, on))
        expect([...countersAt(known, cycle, on)].sort()).toEqual([...derived(known, on)].sort())
      }),
      { numRuns: 1500 },
    )
  })

  it('3 of the architecture: the order in which documents arrive changes nothing', () => {
    fc.assert(
      fc.property(cases, (known) => {
        const other = { ...known, documents: known.documents.toReversed() }
        expect(counterEvents(other, cycle)).toEqual(counterEvents(known, cycle))
      }),
      { numRuns: 300 },
    )
  })

  it('3 of the architecture: one reading gives the same case and the same counters', () => {
    fc.assert(
      fc.property(cases, (known) => {
        expect(caseWithEvents(known, cycle)).toMatchObject({ state: caseOf(known, cycle), events: counterEvents(known, cycle) })
      }),
      { numRuns: 200 },
    )
  })

  it('1.2 no counter stands without the target, and no later one without need', () => {
    fc.assert(
      fc.property(cases, day, (known, on) => {
        const standing = new Set(sums(known, on))
        const others = [...standing].filter((name) => name !== 'targetCdpf' && name !== 'targetLegal')
        if (others.length > 0) expect(standing.has('target')).toBe(true)
        for (const name of ['assessed', 'registered', 'served', 'done'] as const) if (standing.has(name)) expect(standing.has('need')).toBe(true)
        if (standing.has('need')) expect(standing.has('checked')).toBe(true)
        expect(standing.has('need') && standing.has('noNeed')).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('1.3 what is owed turns overdue on the day after its due day, and ends with the record', () => {
    const known = facts([])
    expect(sums(known, '2026-12-31')).toEqual(['target', 'targetLegal', 'targetCdpf', 'due.infoCheck'])
    expect(sums(known, '2027-01-01')).toEqual(['target', 'targetLegal', 'targetCdpf', 'overdue.infoCheck'])
    expect(sums(facts([noNeed('2026-12-31')]), '2027-01-01')).toEqual(['target', 'targetLegal', 'targetCdpf', 'checked', 'noNeed'])
  })

  it('1.3 a registration stands for its validity and then asks to be renewed, still counted for the cycle', () => {
    const known = facts([check('2026-01-05'), registration('2026-01-05', { validUntil: '2026-07-05' })])
    expect(sums(known, '2026-07-05')).not.toContain('renewal')
    expect(sums(known, '2026-07-06')).toEqual(expect.arrayContaining(['renewal', 'registered']))
    const renewed = { ...known, documents: [...known.documents, registration('2026-07-20', { validUntil: '2027-01-20' })] }
    expect(sums(renewed, '2026-07-20')).not.toContain('renewal')
  })

  it('1.2 an exclusion takes the person out of every counter on its day', () => {
    const known = facts([check('2026-03-02'), service('2026-03-05'), exclusion('DECEASED', '2026-06-03')])
    expect(sums(known, '2026-06-02')).toEqual(expect.arrayContaining(['target', 'checked', 'served']))
    expect(sums(known, '2026-06-03')).toEqual([])
  })
})
