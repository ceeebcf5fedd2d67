import { describe, expect, test } from 'vitest'
import { effectsOf } from '../../../domain/visit/effects.ts'
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
    expect(effectsOf('infoCheck', unreached, 'd', { person: {}, employmentState: null })).toEqual({ person: {}, period: null })
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
    expect(effectsOf('serviceRecord', { ...service, result: 'CONTINUE' }, 'd', { person: {}, employmentState: 'UNEMPLOYED' })).toEqual({ person: {}, period: null })
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
