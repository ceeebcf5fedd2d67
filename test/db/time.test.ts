import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import type { Intent } from '../../db/journal/commit.ts'
import { personFacts } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import { ledgerFacts } from '../../db/queries/ledger.ts'
import { dashboard, todayLists } from '../../db/queries/overview.ts'
import type { PersonFilter } from '../../db/queries/filter.ts'
import type { Store } from '../../db/store.ts'
import { caseOf, countersAt, holdsOn } from '../../domain/cycle/index.ts'
import type { CaseFacts } from '../../domain/cycle/index.ts'
import type { Json } from '../../domain/journal/change.ts'
import { groupsOf, groupsOn } from '../../domain/groups/index.ts'
import { cycleOf } from '../../domain/plan/index.ts'
import { actorId, createTestStore, personIntent } from './helpers.ts'
import { documentIntent, infoCheckBody, registrationBody, samplePerson, serviceBody } from './samples.ts'

/** Time moves without a write: what lists and counters show on a day is what the rules say about that day. */

function fill(store: Store): string[] {
  const ids = Array.from({ length: 80 }, () => store.deps.newId())
  const intents = ids.flatMap((id, order): Intent[] => {
    const all: Intent[] = [personIntent(id, { ...samplePerson(order), ...ages[order % ages.length], unemployedSince: '2025-08-20' })]
    if (order % 2 === 0) all.push(documentIntent('infoCheck', store.deps.newId(), id, infoCheckBody('2026-03-02', order % 3 !== 0)))
    if (order % 4 === 0) all.push(documentIntent('demandRegistration', store.deps.newId(), id, registrationBody('2026-03-05', '2026-09-05')))
    if (order % 6 === 0) all.push(documentIntent('serviceRecord', store.deps.newId(), id, serviceBody('2026-04-01', '2026-06-18')))
    if (order % 9 === 0) all.push(documentIntent('exclusion', store.deps.newId(), id, { date: '2026-08-01', reason: 'MOVED_OUT', evidence: '户籍证明' }))
    return all
  })
  commitAction(store, { actorId }, intents)
  return ids
}

/** Some turn sixteen or leave working age between the days looked at. */
const ages: readonly { [field: string]: Json }[] = [{}, {}, { birthDate: '2010-06-16', idNumber: null }, { birthDate: '2010-12-30', idNumber: null }, { birthDate: '1963-09-10', idNumber: null, sex: '1' }]

const days = ['2026-06-15', '2026-06-16', '2026-07-31', '2026-08-01', '2026-12-31', '2027-01-15', '2027-06-15']

function idsOf(store: Store, filter: PersonFilter, day: string): string[] {
  const { total, rows } = listPersons(store, { filter, sort: 'due', descending: false, offset: 0, limit: 200 }, day)
  expect(total).toBe(rows.length)
  return rows.map((row) => row.id).sort()
}

describe('a store that nobody writes to', () => {
  it.each(days)('shows on %s what the rules say of that day', (day) => {
    const { store } = createTestStore()
    const ids = fill(store)
    const journal = store.sqlite.prepare('select count(*) from change').pluck().get()
    const cycle = cycleOf(day)
    const facts = new Map(ids.map((id) => [id, personFacts(store, id) as CaseFacts]))
    const whose = (holds: (facts: CaseFacts) => boolean) => ids.filter((id) => holds(facts.get(id) as CaseFacts)).sort()
    const isTarget = (one: CaseFacts) => holdsOn(caseOf(one, cycle).target, day)

    expect(idsOf(store, { population: 'target' }, day)).toEqual(whose(isTarget))
    const everybody = listPersons(store, { filter: {}, sort: 'age', descending: false, offset: 0, limit: 200 }, day).rows
    expect(everybody.filter((row) => row.inTarget).map((row) => row.id).sort()).toEqual(whose(isTarget))
    expect(idsOf(store, { population: 'need' }, day)).toEqual(whose((one) => isTarget(one) && holdsOn(caseOf(one, cycle).needSpan, day)))
    for (const step of [1, 2, 3, 4] as const) {
      const isNext = (one: CaseFacts) => isTarget(one) && caseOf(one, cycle).steps.find((state) => state.step === caseOf(one, cycle).nextStep)?.no === step
      expect(idsOf(store, { step }, day)).toEqual(whose(isNext))
    }
    const overdue = (one: CaseFacts) => isTarget(one) && caseOf(one, cycle).steps.some((step) => step.step === caseOf(one, cycle).nextStep && step.dueOn < day)
    expect(todayLists(store, day).overdue.total).toBe(whose(overdue).length)
    const groupOf = (one: CaseFacts) => groupsOn(groupsOf(one, cycle.thresholds), day).some(({ flag }) => flag === 'LONG_TERM_UNEMPLOYED')
    expect(idsOf(store, { flags: ['LONG_TERM_UNEMPLOYED'] }, day)).toEqual(whose(groupOf))

    const sums: { [name: string]: number } = {}
    for (const id of ids) for (const name of countersAt(facts.get(id) as CaseFacts, cycle, day)) sums[name] = (sums[name] ?? 0) + 1
    const shown = dashboard(store, day)
    expect(shown.total).toEqual(sums)
    expect(shown.cycleYear).toBe(day.slice(0, 4))
    expect(store.sqlite.prepare('select count(*) from change').pluck().get()).toBe(journal)
  })

  it('counts some who come of age and some who leave', () => {
    const { store } = createTestStore()
    fill(store)
    const targets = days.map((day) => dashboard(store, day).total.target)
    expect(new Set(targets).size).toBeGreaterThan(2)
  })

  it('prepares a past year when it is asked for', () => {
    const { store } = createTestStore()
    fill(store)
    expect(dashboard(store, '2024-11-01')).toMatchObject({ cycleYear: '2024' })
    expect(dashboard(store, '2024-11-01').total.target).toBeGreaterThan(0)
  })
})

it('shows the ledger of a year that is over as it stood on its last day', () => {
  const { store } = createTestStore()
  commitAction(store, { actorId }, [personIntent(store.deps.newId(), { ...samplePerson(21), ...ages[0] })])
  store.sqlite.exec(`delete from person_flag; insert into person_flag (flag, no, from_on, until_on) select 'BEFORE', no, '2025-02-01', '2026-01-01' from person;
    insert into person_flag (flag, no, from_on, until_on) select 'AFTER', no, '2026-02-01', '9999-12-31' from person`)
  const flagsIn = (cycleYear: string) => [...ledgerFacts(store, { cycleYear, today: '2026-06-15' })].map(({ flags }) => flags)
  expect(flagsIn('2025')).toEqual([['BEFORE']])
  expect(flagsIn('2026')).toEqual([['AFTER']])
})
