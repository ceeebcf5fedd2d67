import { describe, expect, it } from 'vitest'
import { caseOf, employmentStateOn, needSpan, targetSpan, targetStanding } from '../../../domain/cycle/index.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { check, cycle, exclusion, facts, noNeed, period, service, unreachable } from './facts.ts'

const wholeYear = { from: '2026-01-01', until: null }

describe('the target population', () => {
  it('1.2 whoever is of working age and out of work counts from the first day of the cycle', () => {
    expect(targetSpan(facts([]), cycle)).toEqual(wholeYear)
  })

  it('1.2 P1: a cancelled or frozen certificate does not count, an expired one stays in the list', () => {
    expect(targetStanding(facts([], { certStatus: 'CANCELLED' }), cycle)).toEqual({ span: null, because: '残疾人证已注销' })
    expect(targetSpan(facts([], { certStatus: 'FROZEN' }), cycle)).toBeNull()
    expect(targetSpan(facts([], { certStatus: 'EXPIRED', certValidUntil: '2025-05-01' }), cycle)).toEqual(wholeYear)
  })

  it('1.2 P1: a cancellation that was taken back explains nothing of a later one', () => {
    const before = exclusion('CERT_CANCELLED', '2023-02-01', '2023-06-30')
    expect(targetStanding(facts([before], { certStatus: 'CANCELLED' }), cycle)).toEqual({ span: null, because: '残疾人证已注销' })
    expect(targetSpan(facts([before], { certStatus: 'VALID' }), cycle)).toEqual(wholeYear)
  })

  it('1.2 P5: who answers later on the day on which a check had put them out counts on', () => {
    const out = { ...check('2026-03-02', { result: 'EXCLUDED', exclusionReason: 'MOVED_OUT', hasEmploymentNeed: undefined }), recordedAt: '2026-03-02T01:00:00Z' }
    const back = { ...check('2026-03-02'), recordedAt: '2026-03-02T07:00:00Z' }
    expect(targetSpan(facts([out, back]), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([out, { ...back, recordedAt: '2026-03-01T23:00:00Z' }]), cycle)).toEqual({ from: '2026-01-01', until: '2026-03-02' })
  })

  it('1.2 P4: a check in which nobody answered says nothing of work, whatever was left in it', () => {
    const left = [unreachable('2026-03-20'), check('2026-04-02', { result: 'REFUSED' })].map((document) => ({ ...document, body: { ...document.body, employmentState: 'EMPLOYED' } }))
    expect(employmentStateOn(facts(left), '2026-05-01')).toBe('UNEMPLOYED')
  })

  it('1.2 P2: another county does not count, unless the person lives here', () => {
    const here = cycleOfYear('2026', { countyCode: '210199' })
    expect(targetSpan(facts([], { hukouAreaCode: '210199100' }), here)).toEqual(wholeYear)
    expect(targetSpan(facts([], { hukouAreaCode: '210104' }), here)).toBeNull()
    expect(targetSpan(facts([], { hukouAreaCode: '210104', residenceAreaCode: '210199' }), here)).toEqual(wholeYear)
    expect(targetSpan(facts([]), here)).toEqual(wholeYear)
  })

  it('1.2 P3: somebody who turns 16 in the cycle counts from the birthday', () => {
    expect(targetSpan(facts([], { birthDate: '2010-05-20' }), cycle)).toEqual({ from: '2026-05-20', until: null })
    expect(targetStanding(facts([], { birthDate: '2011-05-20' }), cycle)).toEqual({ span: null, because: '2027-05-20 才满 16 岁' })
  })

  it('1.2 P3: who was of working age at any time of the cycle counts for it, and not in the next', () => {
    const aged = facts([], { birthDate: '1966-01-10' })
    expect(targetSpan(aged, cycle)).toEqual(wholeYear)
    expect(targetSpan(aged, cycleOfYear('2027'))).toBeNull()
  })

  it('0.4 the older rule of the federation is counted beside the legal one', () => {
    const sixty = facts([], { birthDate: '1966-01-10' })
    expect(targetSpan(facts([], { birthDate: '1965-12-10' }), cycle, { ageRule: 'CDPF_2012' })).toBeNull()
    expect(targetSpan(sixty, cycle, { ageRule: 'CDPF_2012' })).toEqual(wholeYear)
  })

  it('1.4 women count by the 55 track unless the file says otherwise', () => {
    const woman = { sex: '2', idNumber: '210199197303140020', birthDate: '1973-03-14' }
    expect(targetSpan(facts([], woman), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([], { ...woman, retireTrack: 'F50' }), cycle)).toBeNull()
    expect(targetSpan(facts([], { ...woman, retireTrack: 'M60' }), cycle)).toEqual(wholeYear)
  })

  it('1.2 P3: birth and sex come from the number where the columns are missing', () => {
    expect(targetSpan(facts([], { birthDate: null, sex: undefined }), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([], { birthDate: null, sex: undefined, idNumber: '' }), cycle)).toEqual(wholeYear)
  })

  it('1.2 P4: the employed do not count, those of whom nothing is known are owed a check', () => {
    expect(targetStanding(facts([], { employmentState: 'EMPLOYED' }), cycle)).toEqual({ span: null, because: '已就业' })
    expect(targetSpan(facts([], { employmentState: null }), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([], { employmentState: 'NOT_IN_LABOUR_FORCE' }), cycle)).toEqual(wholeYear)
  })

  it('1.2 P4 a roster of today that says somebody works does not make them count for the months before it', () => {
    const roster = { employmentState: 'EMPLOYED', employmentStateOn: '2026-11-24' }
    expect(targetStanding(facts([], roster), cycle)).toEqual({ span: null, because: '已就业' })
    expect(targetSpan(facts([check('2026-12-01')], roster), cycle)).toEqual({ from: '2026-12-01', until: null })
  })

  it('1.2 P4 whoever a check found out of work in the year still counts when a later roster says that they work', () => {
    const later = { employmentState: 'EMPLOYED', employmentStateOn: '2026-11-24' }
    expect(targetSpan(facts([check('2026-03-02')], later), cycle)).toEqual(wholeYear)
    // What a completed service wrote into the file on the day of its period says nothing of the time before.
    const hired = { employmentState: 'EMPLOYED', employmentStateOn: '2026-05-02' }
    expect(targetSpan(facts([period('EMPLOYED', '2026-05-02')], hired), cycle)).toEqual(wholeYear)
  })

  it('1.2 P4: whoever loses work in the cycle counts from that day, whoever finds work stays', () => {
    const lost = facts([period('EMPLOYED', '2024-01-01', '2026-04-30')], { employmentState: null })
    expect(targetSpan(lost, cycle)).toEqual({ from: '2026-05-01', until: null })
    expect(targetSpan(facts([period('EMPLOYED', '2026-04-01')]), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([period('EMPLOYED', '2026-04-01')]), cycleOfYear('2027'))).toBeNull()
  })

  it('1.2 P5: an exclusion ends the span on its day, and one before the cycle leaves nothing', () => {
    expect(targetStanding(facts([exclusion('DECEASED', '2026-06-03')]), cycle)).toEqual({ span: { from: '2026-01-01', until: '2026-06-03' }, because: '死亡（2026-06-03）' })
    expect(targetStanding(facts([exclusion('MOVED_OUT', '2025-06-03')]), cycle)).toEqual({ span: null, because: '户籍迁出（2025-06-03）' })
  })

  it('1.2 P5: what happens after the cycle changes nothing in it', () => {
    expect(targetSpan(facts([exclusion('DECEASED', '2027-02-03')]), cycle)).toEqual(wholeYear)
  })

  it('1.4 the month of retirement is no longer working age', () => {
    expect(targetStanding(facts([], { birthDate: '1965-10-20' }), cycle)).toEqual({ span: null, because: '2026-01 起过了就业年龄段' })
    expect(targetSpan(facts([], { birthDate: '1965-10-20' }), cycleOfYear('2025'))).toEqual({ from: '2025-01-01', until: null })
  })

  it('1.2 P5: prison that ends within the cycle brings the person back', () => {
    expect(targetSpan(facts([exclusion('IMPRISONED', '2025-06-03', '2026-02-28')]), cycle)).toEqual({ from: '2026-03-01', until: null })
    expect(targetSpan(facts([exclusion('IMPRISONED', '2026-03-03', '2026-05-28')]), cycle)).toEqual(wholeYear)
    expect(targetSpan(facts([exclusion('IMPRISONED', '2026-03-03', '2027-05-28')]), cycle)).toEqual({ from: '2026-01-01', until: '2026-03-03' })
  })

  it('1.2 P5: a check that finds the person no longer belongs excludes until a later check', () => {
    const gone = check('2026-03-02', { result: 'EXCLUDED', exclusionReason: 'MOVED_OUT', hasEmploymentNeed: undefined })
    expect(targetSpan(facts([gone]), cycle)).toEqual({ from: '2026-01-01', until: '2026-03-02' })
    expect(targetSpan(facts([gone, check('2026-07-02')]), cycle)).toEqual(wholeYear)
  })

  it('1.2 P1 and P5: a cancelled certificate counts until the day that the exclusion names', () => {
    const cancelled = facts([exclusion('CERT_CANCELLED', '2026-06-03')], { certStatus: 'CANCELLED' })
    expect(targetSpan(cancelled, cycle)).toEqual({ from: '2026-01-01', until: '2026-06-03' })
  })

  it('1.3 once excluded nothing more is due, and the step says why', () => {
    const state = caseOf(facts([check('2026-03-02'), exclusion('DECEASED', '2026-06-03')]), cycle)
    expect(state.steps.map((step) => step.state)).toEqual(['done', 'notNeeded', 'notNeeded', 'notNeeded'])
    expect(state.steps[1].because).toBe('死亡（2026-06-03）')
  })

  it('1.3 nothing is due of whoever is outside, and the steps say why', () => {
    const state = caseOf(facts([], { employmentState: 'EMPLOYED' }), cycle)
    expect(state.nextStep).toBeNull()
    expect(state.stage).toBe('NOT_DUE')
    expect(state.steps[0]).toMatchObject({ state: 'notNeeded', because: '已就业' })
  })
})

describe('the state of employment', () => {
  it('2.3 the latest statement holds: periods, checks and the roster by their days', () => {
    const known = facts([period('EMPLOYED', '2025-02-01'), check('2026-03-02')], { employmentState: 'UNEMPLOYED', employmentStateOn: '2025-01-10' })
    expect(employmentStateOn(known, '2025-01-09')).toBeNull()
    expect(employmentStateOn(known, '2025-01-10')).toBe('UNEMPLOYED')
    expect(employmentStateOn(known, '2025-02-01')).toBe('EMPLOYED')
    expect(employmentStateOn(known, '2026-03-02')).toBe('UNEMPLOYED')
  })

  it('2.3 after a period has ended nobody knows until somebody says', () => {
    const known = facts([period('EMPLOYED', '2025-02-01', '2025-03-31'), check('2026-03-02')], { employmentState: 'EMPLOYED' })
    expect(employmentStateOn(known, '2025-04-01')).toBeNull()
    expect(employmentStateOn(known, '2026-03-02')).toBe('UNEMPLOYED')
  })

  it('2.3 work that was confirmed on the last day of a period does not outlast it', () => {
    const known = facts([period('EMPLOYED', '2025-02-01', '2026-03-31'), check('2026-03-31', { employmentState: 'EMPLOYED' })])
    expect(employmentStateOn(known, '2026-03-31')).toBe('EMPLOYED')
    expect(employmentStateOn(known, '2026-04-01')).toBeNull()
  })

  it('2.3 of two checks on one day the one written down later holds, in whatever order they arrive', () => {
    const early = { ...check('2026-03-02', { employmentState: 'EMPLOYED', hasEmploymentNeed: false, noNeedReason: 'NO_WISH' }), id: 'z', recordedAt: '2026-03-02T01:00:00Z' }
    const late = { ...check('2026-03-02'), id: 'a', recordedAt: '2026-03-02T02:00:00Z' }
    for (const documents of [[early, late], [late, early]]) {
      expect(employmentStateOn(facts(documents), '2026-03-02')).toBe('UNEMPLOYED')
      expect(caseOf(facts(documents), cycle).need).toBe(true)
    }
  })

  it('2.3 of overlapping periods the later one holds, and an end of the other changes nothing', () => {
    const known = facts([period('EMPLOYED', '2025-01-01', '2026-03-31'), period('UNEMPLOYED', '2026-02-01')])
    expect(employmentStateOn(known, '2026-02-01')).toBe('UNEMPLOYED')
    expect(employmentStateOn(known, '2026-04-01')).toBe('UNEMPLOYED')
  })
})

describe('the need population', () => {
  it('1.2 runs from the check that says need to the one that says none', () => {
    expect(needSpan(facts([check('2026-03-02')]), cycle)).toEqual({ from: '2026-03-02', until: null })
    expect(needSpan(facts([check('2026-03-02'), check('2026-04-02'), noNeed('2026-06-01')]), cycle)).toEqual({ from: '2026-03-02', until: '2026-06-01' })
    expect(needSpan(facts([check('2026-03-02'), noNeed('2026-06-01'), check('2026-09-01')]), cycle)).toEqual({ from: '2026-09-01', until: null })
    expect(needSpan(facts([noNeed('2026-06-01')]), cycle)).toBeNull()
    expect(needSpan(facts([check('2026-03-02'), exclusion('DECEASED', '2026-07-01')]), cycle)).toEqual({ from: '2026-03-02', until: '2026-07-01' })
  })
})

describe('a period that a record opened', () => {
  const opened = (state: string, startOn: string, source: string, sourceId: string) => {
    const document = period(state, startOn)
    return { ...document, body: { ...document.body, source, sourceId } }
  }
  const found = { employmentState: 'EMPLOYED', employmentStateOn: '2026-03-02' }

  it('2.4 falls away when the check is put right', () => {
    const right = { ...check('2026-03-02', { unemployedSince: '2025-01-01' }), id: 'c' }
    const documents = [right, opened('EMPLOYED', '2026-03-02', 'infoCheck', 'c'), opened('UNEMPLOYED', '2025-01-01', 'infoCheck', 'c')]
    const known = facts(documents, { employmentState: 'UNEMPLOYED', employmentStateOn: '2026-03-02' })
    expect(employmentStateOn(known, '2026-03-03')).toBe('UNEMPLOYED')
    expect(targetSpan(known, cycleOfYear('2027'))).not.toBeNull()
  })

  it.each(['infoCheck', 'serviceRecord'])('2.4, 2.7 falls away with a %s that was voided, and nobody knows any more', (source) => {
    const known = facts([opened('EMPLOYED', '2026-03-02', source, 'gone')], found)
    expect(employmentStateOn(known, '2026-03-03')).toBeNull()
    expect(targetSpan(known, cycle)).toEqual(wholeYear)
    expect(targetSpan(known, cycleOfYear('2027'))).not.toBeNull()
  })

  it('2.4, 2.7 holds as long as its record says so', () => {
    const checked = { ...check('2026-03-02', { employmentState: 'EMPLOYED' }), id: 'c' }
    expect(employmentStateOn(facts([checked, opened('EMPLOYED', '2026-03-02', 'infoCheck', 'c')], found), '2026-06-01')).toBe('EMPLOYED')
    const hired = { ...service('2026-03-02', { result: 'EMPLOYED' }), id: 's' }
    expect(employmentStateOn(facts([hired, opened('EMPLOYED', '2026-03-02', 'serviceRecord', 's')], found), '2026-06-01')).toBe('EMPLOYED')
  })
})
