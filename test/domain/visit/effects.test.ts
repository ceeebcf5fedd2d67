import { describe, expect, test } from 'vitest'
import { effectsOf, reopenedBy } from '../../../domain/visit/effects.ts'
import { prefillOf } from '../../../domain/visit/prefill.ts'
import type { KnownFacts } from '../../../domain/visit/prefill.ts'

const check = {
  personId: 'p', cycleYear: '2026', checkedOn: '2026-03-01', result: 'UPDATED', employmentState: 'UNEMPLOYED',
  unemployedReason: '5', livingSource: '4', changes: [{ field: 'phone', old: '13800000001', new: '13800000002' }, { field: 'nonsense', old: 1, new: 2 }],
}

describe('2.4 an info check', () => {
  test('carries what changed into the file, and only fields that a person has', () => {
    const { person } = effectsOf('infoCheck', check, 'd', { person: {}, employmentState: 'UNEMPLOYED' })
    expect(person).toEqual({ phone: '13800000002', employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-01', unemployedReason: '5', livingSource: '4' })
  })

  test('opens a period only when the state is news', () => {
    expect(effectsOf('infoCheck', check, 'd', { person: {}, employmentState: 'UNEMPLOYED' }).period).toBeNull()
    expect(effectsOf('infoCheck', check, 'd', { person: {}, employmentState: null }).period).toMatchObject({
      state: 'UNEMPLOYED', startOn: '2026-03-01', source: 'infoCheck', sourceId: 'd',
    })
  })

  test('a job found begins on the day of the check, whatever is still said of the time without work', () => {
    const found = { personId: 'p', cycleYear: '2026', checkedOn: '2026-03-01', result: 'MATCH', employmentState: 'EMPLOYED', employmentForm: '7', unemployedSince: '2020-05-01' }
    expect(effectsOf('infoCheck', found, 'd', { person: {}, employmentState: 'UNEMPLOYED' }).period).toMatchObject({ state: 'EMPLOYED', startOn: '2026-03-01' })
  })

  test('a value that was put right no longer waits to be verified, and a number that was seen is no longer put together', () => {
    const seen = { ...check, changes: [{ field: 'certNumber', old: '21019919740322216743', new: '21019919740322216742' }] }
    const person = { certDerived: true, verification: { certNumber: '推得', phone: '看一看' } }
    expect(effectsOf('infoCheck', seen, 'd', { person, employmentState: 'UNEMPLOYED' }).person).toMatchObject({
      certNumber: '21019919740322216742', certDerived: false, verification: { phone: '看一看' },
    })
  })

  test('changes nothing when nobody was reached', () => {
    const unreached = { personId: 'p', cycleYear: '2026', checkedOn: '2026-03-01', result: 'UNREACHABLE' }
    expect(effectsOf('infoCheck', unreached, 'd', { person: {}, employmentState: null })).toEqual({ person: {}, period: null, revised: [] })
  })
})

describe('2.7 a service', () => {
  const service = {
    personId: 'p', cycleYear: '2026', servedOn: '2026-05-02', result: 'EMPLOYED',
    referrals: [{ jobTitle: '包装', employerName: '示范食品厂', outcome: 'HIRED' }],
  }
  test('that ends in a job opens a period from that day', () => {
    const { period, person } = effectsOf('serviceRecord', service, 'd', { person: {}, employmentState: 'UNEMPLOYED' })
    expect(period).toMatchObject({ state: 'EMPLOYED', startOn: '2026-05-02', employerName: '示范食品厂', jobTitle: '包装' })
    expect(person.employmentState).toBe('EMPLOYED')
  })
  test('that ends otherwise does not', () => {
    expect(effectsOf('serviceRecord', { ...service, result: 'CONTINUE' }, 'd', { person: {}, employmentState: 'UNEMPLOYED' })).toEqual({ person: {}, period: null, revised: [] })
  })
})

describe('2.7 a job that a service led to', () => {
  const job = { startOn: '2026-05-10', employmentForm: '14', channel: '1', employerName: '示范食品厂', industry: 'C', jobTitle: '包装', contractType: 'OPEN', monthlyIncomeFen: 230_000, evidence: '劳动合同，二号柜' }
  const service = { personId: 'p', cycleYear: '2026', servedOn: '2026-05-02', result: 'EMPLOYED', job }
  const known = { person: { employmentState: 'UNEMPLOYED' }, employmentState: 'UNEMPLOYED' }
  const period = { id: 'job', entity: 'employmentPeriod', body: { state: 'EMPLOYED', startOn: '2026-05-10', sourceId: 's', source: 'serviceRecord' } }

  test('opens a period with all that was said of the job, from the day on which it began', () => {
    expect(effectsOf('serviceRecord', service, 's', known).period).toEqual({ personId: 'p', cycleYear: '2026', state: 'EMPLOYED', source: 'serviceRecord', sourceId: 's', ...job })
  })
  test('is put right with the service, not opened twice', () => {
    const effects = effectsOf('serviceRecord', { ...service, job: { ...job, jobTitle: '质检' } }, 's', { ...known, employmentState: 'EMPLOYED', documents: [period] })
    expect(effects.period).toBeNull()
    expect(effects.revised).toMatchObject([{ documentId: 'job', body: { jobTitle: '质检', startOn: '2026-05-10' } }])
  })

  const check = { personId: 'p', cycleYear: '2026', periodId: 'job', month: 3, checkedOn: '2026-08-11', inJob: false, leftOn: '2026-08-05', leftReason: 'PAY' }
  test('that was left ends on its last day, and the time without work begins on the next', () => {
    const effects = effectsOf('placementCheck', check, 'c', { ...known, employmentState: 'EMPLOYED', documents: [period] })
    expect(effects.revised).toEqual([{ documentId: 'job', body: { ...period.body, endOn: '2026-08-05', endedBy: 'c' } }])
    expect(effects.period).toMatchObject({ state: 'UNEMPLOYED', startOn: '2026-08-06', unemployedSince: '2026-08-06', source: 'placementCheck', sourceId: 'c' })
    expect(effects.person).toEqual({ employmentStateOn: '2026-08-11', unemployedSince: '2026-08-06' })
  })
  test('left for another one leaves nobody without work', () => {
    expect(effectsOf('placementCheck', { ...check, leftReason: 'BETTER' }, 'c', { ...known, documents: [period] }).period).toMatchObject({ state: 'EMPLOYED', startOn: '2026-08-06' })
  })
  test('goes on when the check is put right', () => {
    const ended = { ...period, body: { ...period.body, endOn: '2026-08-05', endedBy: 'c' } }
    expect(effectsOf('placementCheck', { ...check, inJob: true }, 'c', { ...known, documents: [ended] })).toEqual({ person: {}, period: null, revised: [{ documentId: 'job', body: period.body }] })
    expect(reopenedBy('c', [ended])).toEqual([{ documentId: 'job', body: period.body }])
    expect(reopenedBy('other', [ended])).toEqual([])
  })
  test('that goes on changes nothing', () => {
    expect(effectsOf('placementCheck', { ...check, inJob: true }, 'c', { ...known, documents: [period] })).toEqual({ person: {}, period: null, revised: [] })
  })
})

describe('a fresh form', () => {
  const facts: KnownFacts = {
    personId: 'p', cycleYear: '2026', today: '2026-03-01', user: { id: 'u', name: '林芳' }, unit: '210199', person: {}, employmentState: null, registrationMonths: 6,
    flags: [], documents: [],
  }
  test('holds who and when, and nothing that nobody knows', () => {
    expect(prefillOf('infoCheck', facts)).toEqual({
      personId: 'p', cycleYear: '2026', checkedOn: '2026-03-01', checkerId: 'u', checkerName: '林芳', orgId: '210199', hardshipFlags: [], hardshipShown: [],
    })
  })
  test('of a registration takes the accommodations of the latest assessment and stands for six months', () => {
    const documents = [{ id: 'a', entity: 'capabilityAssessment', body: { accommodations: [{ item: 'A8', text: '免搬运' }] } }]
    expect(prefillOf('demandRegistration', { ...facts, documents })).toMatchObject({ validUntil: '2026-09-01', accommodationNeeds: ['免搬运'] })
  })
  test('does not offer a consent that was withdrawn', () => {
    const documents = [{ id: 'c', entity: 'consent', body: { purpose: 'ASSESSMENT', withdrawnAt: '2026-02-01' } }]
    expect(prefillOf('capabilityAssessment', { ...facts, documents }).consentId).toBeUndefined()
  })
})
