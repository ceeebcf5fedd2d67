import { describe, expect, it } from 'vitest'
import { countedGroups, groupsOn, standingGroups } from '../../../domain/groups/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { check, cycle, facts, period } from '../cycle/facts.ts'

let serial = 0
function word(flag: string, isConfirmed: boolean, on: string, body: object = {}): FactsDocument {
  serial += 1
  return {
    id: `word-${serial}`, entity: 'groupConfirmation',
    body: { personId: 'p1', cycleYear: on.slice(0, 4), flag, isConfirmed, on, byId: 'u1', byName: '李老师', note: isConfirmed ? undefined : '一直在打零工', ...body },
  }
}

const longUnemployed = { unemployedSince: '2024-01-01' }

function standing(fields: object, documents: readonly FactsDocument[], year = '2026') {
  return standingGroups(facts(documents, { birthDate: null, ...fields }), cycle.thresholds, {}, year)
}
function countedOn(day: string, fields: object, documents: readonly FactsDocument[]) {
  return groupsOn(countedGroups(facts(documents, { birthDate: null, ...fields }), cycle.thresholds), day).map(({ flag }) => flag)
}

describe('a person has the last word on a group', () => {
  it('4.1 what nobody has looked at counts, and says that nobody has', () => {
    expect(standing(longUnemployed, [])).toMatchObject([{ flag: 'LONG_TERM_UNEMPLOYED', isComputed: true, isCounted: true, confirmation: null }])
  })

  it('4.1 a denial strikes its own cycle alone: the years before it stay as they were', () => {
    const denied = [word('LONG_TERM_UNEMPLOYED', false, '2026-04-01')]
    expect(['2025-12-31', '2026-04-01', '2026-12-31', '2027-01-01'].map((day) => countedOn(day, { unemployedSince: '2020-01-01' }, denied).length)).toEqual([1, 0, 0, 1])
  })

  it('4.1 what a person says of a group that is computed for later days alone counts until then', () => {
    const said = [word('LONG_TERM_UNEMPLOYED', true, '2026-03-01')]
    const fields = { unemployedSince: '2025-08-01' }
    expect(['2026-02-28', '2026-03-01', '2026-07-31', '2026-08-01', '2027-03-01'].map((day) => countedOn(day, fields, said))).toEqual([
      [], ['LONG_TERM_UNEMPLOYED'], ['LONG_TERM_UNEMPLOYED'], ['LONG_TERM_UNEMPLOYED'], ['LONG_TERM_UNEMPLOYED'],
    ])
  })

  it('4.1 who was confirmed to be without work and begins to work is in the group no longer', () => {
    const fields = { unemployedSince: '2020-01-01' }
    const documents = [check('2026-03-02', { unemployedSince: '2020-01-01', hardshipFlags: ['LONG_TERM_UNEMPLOYED'], hardshipShown: ['LONG_TERM_UNEMPLOYED'] })]
    expect(countedOn('2026-06-01', fields, documents)).toEqual(['LONG_TERM_UNEMPLOYED'])
    expect(countedOn('2026-06-01', fields, [...documents, period('EMPLOYED', '2026-05-10')])).toEqual([])
    expect(countedOn('2026-12-01', fields, [...documents, period('EMPLOYED', '2026-05-10', '2026-06-30')])).toEqual([])
    expect(groupsOn(standing(fields, [...documents, period('EMPLOYED', '2026-05-10')]), '2026-06-01')).toEqual([])
  })

  it('4.1 a check confirms what it lists', () => {
    const documents = [check('2026-03-02', { unemployedSince: '2024-01-01', hardshipFlags: ['LONG_TERM_UNEMPLOYED'], hardshipShown: ['LONG_TERM_UNEMPLOYED'] })]
    expect(standing({}, documents)).toMatchObject([
      { flag: 'LONG_TERM_UNEMPLOYED', isCounted: true, confirmation: { isConfirmed: true, on: '2026-03-02', byName: '李老师', entity: 'infoCheck' } },
    ])
  })

  it('4.1 a check denies what was laid before the person and taken out, and nothing that was never asked', () => {
    const shown = [check('2026-03-02', { unemployedSince: '2024-01-01', hardshipFlags: [], hardshipShown: ['LONG_TERM_UNEMPLOYED'] })]
    expect(standing({}, shown)).toMatchObject([{ flag: 'LONG_TERM_UNEMPLOYED', isCounted: false, confirmation: { isConfirmed: false } }])
    const notShown = [check('2026-03-02', { unemployedSince: '2024-01-01', hardshipFlags: [] })]
    expect(standing({}, notShown)).toMatchObject([{ flag: 'LONG_TERM_UNEMPLOYED', isCounted: true, confirmation: null }])
  })

  it('4.1 a group that rests on answers is struck when denied: still seen, no longer counted', () => {
    const documents = [word('LONG_TERM_UNEMPLOYED', false, '2026-03-02')]
    expect(standing(longUnemployed, documents)).toMatchObject([{ isComputed: true, isCounted: false, confirmation: { note: '一直在打零工' } }])
    expect(countedOn('2026-06-01', longUnemployed, documents)).toEqual([])
  })

  it('4.1 a group that rests on a register counts whatever is said, until the register is put right', () => {
    const documents = [word('DIBAO', false, '2026-03-02'), word('BLIND', false, '2026-03-02')]
    const fields = { socialAid: 'DIBAO', disabilityCategory: '1' }
    expect(standing(fields, documents).map(({ flag, isCounted }) => [flag, isCounted])).toEqual([['BLIND', true], ['DIBAO', true]])
    expect(countedOn('2026-06-01', fields, documents)).toEqual(['BLIND', 'DIBAO'])
    expect(countedOn('2026-06-01', {}, documents)).toEqual([])
  })

  it('4.1 the newest word of the cycle holds', () => {
    const documents = [word('LONG_TERM_UNEMPLOYED', false, '2026-03-02'), word('LONG_TERM_UNEMPLOYED', true, '2026-05-02')]
    expect(standing(longUnemployed, documents)).toMatchObject([{ isCounted: true, confirmation: { isConfirmed: true, on: '2026-05-02' } }])
    const later = [...documents, check('2026-06-01', { unemployedSince: '2024-01-01', hardshipFlags: [], hardshipShown: ['LONG_TERM_UNEMPLOYED'] })]
    expect(standing({}, later)).toMatchObject([{ isCounted: false, confirmation: { on: '2026-06-01' } }])
  })

  it('4.1 a word stands for its cycle: the next one asks anew, from its first day', () => {
    const documents = [word('LONG_TERM_UNEMPLOYED', false, '2026-03-02')]
    expect(standing(longUnemployed, documents, '2027')).toMatchObject([{ isCounted: true, confirmation: null }])
    expect(countedOn('2026-12-31', longUnemployed, documents)).toEqual([])
    expect(countedOn('2027-01-01', longUnemployed, documents)).toEqual(['LONG_TERM_UNEMPLOYED'])
  })

  it('4.1 a group that only a person names counts from that day to the end of the cycle, and says who named it', () => {
    const documents = [word('LANDLESS', true, '2026-03-02')]
    expect(standing({}, documents)).toMatchObject([{ flag: 'LANDLESS', isComputed: false, isCounted: true, because: '李老师 2026-03-02 核实过' }])
    expect(['2026-03-01', '2026-03-02', '2026-12-31', '2027-01-01'].map((day) => countedOn(day, {}, documents).length)).toEqual([0, 1, 1, 0])
  })

  it('4.1 a check in which nobody answered says nothing of groups', () => {
    const refused = check('2026-03-02', { result: 'REFUSED', hasEmploymentNeed: undefined, hardshipFlags: [], hardshipShown: ['LONG_TERM_UNEMPLOYED'] })
    expect(standing(longUnemployed, [refused])).toMatchObject([{ isCounted: true, confirmation: null }])
  })

  it('4.1 codes of another version are passed over', () => {
    expect(standing({}, [word('FUTURE_GROUP', true, '2026-03-02'), check('2026-03-02', { hardshipFlags: ['ELSE'], hardshipShown: ['ELSE'] })])).toEqual([])
  })
})
