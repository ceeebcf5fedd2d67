import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { employmentStateOn, periodsOf } from '../../../domain/cycle/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { closingsOf, overlapsOf } from '../../../domain/employment/index.ts'
import { addDays } from '../../../domain/plan/index.ts'
import { facts, period } from '../cycle/facts.ts'

function named(id: string, state: string, startOn: string, more: object = {}): FactsDocument {
  const { body, ...rest } = period(state, startOn)
  return { ...rest, id, body: { ...body, ...more } }
}

/** As the store keeps them: the added one, and the others as it leaves them. */
function added(document: FactsDocument, others: readonly FactsDocument[]): FactsDocument[] {
  const closings = new Map(closingsOf(document, others).map(({ id, body }) => [id, body]))
  return [...others.filter(({ id }) => id !== document.id).map((other) => ({ ...other, body: closings.get(other.id) ?? other.body })), document]
}

describe('periods of work', () => {
  it('2.3 a new period ends the open one the day before', () => {
    const first = named('a', 'UNEMPLOYED', '2024-01-01')
    const [before] = added(named('b', 'EMPLOYED', '2026-03-01'), [first])
    expect(before?.body).toMatchObject({ endOn: '2026-02-28', closedBy: 'b' })
  })

  it('2.3 leaves alone what has an end of its own, what begins on the same day and what comes later', () => {
    const others = [named('a', 'EMPLOYED', '2024-01-01', { endOn: '2026-06-30' }), named('b', 'UNEMPLOYED', '2026-03-01'), named('c', 'UNEMPLOYED', '2026-05-01')]
    expect(closingsOf(named('d', 'EMPLOYED', '2026-03-01'), others)).toEqual([])
  })

  it('2.3 the end follows when the new period is put right, and goes with it', () => {
    const one = added(named('b', 'EMPLOYED', '2026-03-01'), [named('a', 'UNEMPLOYED', '2024-01-01')])
    const moved = added(named('b', 'EMPLOYED', '2026-02-01'), one)
    expect(moved.find(({ id }) => id === 'a')?.body.endOn).toBe('2026-01-31')
    const before = added(named('b', 'EMPLOYED', '2023-02-01'), moved)
    expect(before.find(({ id }) => id === 'a')?.body).not.toHaveProperty('endOn')
    const left = moved.filter(({ id }) => id === 'a')
    expect(employmentStateOn(facts(left, { employmentState: null }), '2026-06-01')).toBe('UNEMPLOYED')
    expect(periodsOf(facts(left)).standing[0]?.body.endOn).toBeUndefined()
    expect(employmentStateOn(facts(moved, { employmentState: null }), '2026-06-01')).toBe('EMPLOYED')
  })

  it('2.3 a period ended by one that a voided check opened goes on', () => {
    const both = added(named('b', 'EMPLOYED', '2026-03-01', { source: 'infoCheck', sourceId: 'gone' }), [named('a', 'UNEMPLOYED', '2024-01-01')])
    expect(employmentStateOn(facts(both, { employmentState: null }), '2026-06-01')).toBe('UNEMPLOYED')
  })

  it('2.3 says which periods share a day', () => {
    const periods = [named('a', 'EMPLOYED', '2024-01-01', { endOn: '2026-03-01' }), named('b', 'UNEMPLOYED', '2026-03-01'), named('c', 'EMPLOYED', '2020-01-01', { endOn: '2023-12-31' })]
    expect([...overlapsOf(periods)]).toEqual([['a', ['b']], ['b', ['a']]])
  })

  it('2.3 periods entered one after the other in order of time never lie over each other, and each day has the state of the last that began', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 }).map((days) => days.sort((a, b) => a - b).map((day) => addDays('2018-01-01', day)))
    fc.assert(fc.property(starts, fc.integer({ min: 0, max: 3200 }), (days, at) => {
      const all = days.reduce<FactsDocument[]>((known, startOn, index) => added(named(`p${String(index)}`, index % 2 === 0 ? 'EMPLOYED' : 'UNEMPLOYED', startOn), known), [])
      expect(overlapsOf(all).size).toBe(0)
      const day = addDays('2018-01-01', at)
      const index = days.findLastIndex((startOn) => startOn <= day)
      expect(employmentStateOn(facts(all, { employmentState: null }), day)).toBe(index === -1 ? null : index % 2 === 0 ? 'EMPLOYED' : 'UNEMPLOYED')
    }))
  })
})
