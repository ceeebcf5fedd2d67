import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { factsOfParts, householdFacts, householdPartOf, householdRuns, membersOnce } from '../../../domain/household/index.ts'
import type { HouseholdMember, HouseholdPart } from '../../../domain/household/index.ts'
import { addDays } from '../../../domain/plan/index.ts'
import { check, exclusion, facts, noNeed, period } from '../cycle/facts.ts'

const day = '2026-03-01'

function part(fields: object = {}, documents: readonly FactsDocument[] = []): HouseholdPart {
  const found = householdPartOf(facts(documents, { householdId: 'H1', certNumber: '21019919850314001743', ...fields }))
  if (found === null) throw new Error('in no household')
  return found.part
}

let serial = 0
function member(fields: Partial<HouseholdMember> = {}): HouseholdMember {
  serial += 1
  return { id: `m${String(serial).padStart(4, '0')}`, name: `家里人${String(serial)}`, relation: '05', sex: '1', birthDate: '1990-05-05', state: 'UNEMPLOYED', ableAndWilling: true, ...fields }
}

describe('a household', () => {
  it('4.1 counts holders, those who could work, and those who do', () => {
    expect(householdFacts([member(), member({ state: 'EMPLOYED' })], [part(), part({ name: '王芳' })], day)).toEqual({ holders: 2, workers: 4, employed: 1, unknown: 0 })
  })

  it('4.1 leaves out who is not of working age, not able and willing, or not in the labour force', () => {
    const others = [member({ birthDate: '2015-01-01' }), member({ birthDate: '1940-01-01' }), member({ ableAndWilling: false }), member({ state: 'NOT_IN_LABOUR_FORCE' })]
    expect(householdFacts(others, [part()], day)).toMatchObject({ workers: 1, employed: 0 })
    expect(householdFacts([], [part({}, [noNeed('2026-02-01')])], day)).toMatchObject({ workers: 1 })
    expect(householdFacts([], [part({}, [check('2026-02-01', { workWillingness: 'UNABLE' })])], day)).toMatchObject({ workers: 0 })
    expect(householdFacts([], [part({ workCapacity: 'LOST' })], day)).toMatchObject({ workers: 0 })
  })

  it('4.1 an employed member past retirement is no worker, so that nobody of the household is in work', () => {
    expect(householdFacts([member({ birthDate: '1950-01-01', state: 'EMPLOYED' })], [part()], day)).toMatchObject({ workers: 1, employed: 0 })
  })

  it('4.1 says nothing of work while nobody knows whether somebody works, unless another one does', () => {
    const silent = part({ employmentState: null })
    expect(householdFacts([], [silent, part({ name: '王芳' })], day)).toEqual({ holders: 2, unknown: 1 })
    expect(householdFacts([member({ state: 'EMPLOYED' })], [silent], day)).toMatchObject({ workers: 1, employed: 1, unknown: 1 })
  })

  it('4.1 holders are those whose certificate is not cancelled and who still belong to the household', () => {
    expect(factsOfParts([part(), part({ name: '王芳', certStatus: 'CANCELLED' })], day).holders).toBe(1)
    expect(factsOfParts([part(), part({ name: '王芳' }, [exclusion('DECEASED', '2026-02-01')])], day)).toMatchObject({ holders: 1, workers: 1 })
    expect(factsOfParts([part(), part({ name: '王芳' }, [exclusion('IMPRISONED', '2026-02-01', '2026-06-30')])], day)).toMatchObject({ holders: 2, workers: 1 })
    expect(factsOfParts([part(), part({ name: '王芳' }, [exclusion('IMPRISONED', '2026-02-01', '2026-06-30')])], '2026-07-01')).toMatchObject({ workers: 2 })
  })

  it('4.1 whoever two files name counts once; work outweighs, and a holder is no member', () => {
    const one = part({ householdMembers: [member({ name: '王强', state: 'UNEMPLOYED' })] })
    const two = part({ name: '王芳', birthDate: '1990-01-02', householdMembers: [member({ name: '王强', state: 'EMPLOYED' }), member({ name: '王明', birthDate: '1985-03-14' })] })
    expect(membersOnce([one, two]).map(({ name, state }) => [name, state])).toEqual([['王强', 'EMPLOYED']])
    expect(factsOfParts([one, two], day)).toMatchObject({ holders: 2, workers: 3, employed: 1 })
  })

  it('4.1 changes on the days on which somebody comes of age, finds work or retires, without a write', () => {
    const household = [part({ birthDate: '1985-03-14' }, [period('EMPLOYED', '2026-05-01', '2026-08-31'), period('UNEMPLOYED', '2026-09-01')])]
    const runs = householdRuns(household).filter(({ facts: { workers, employed } }) => (workers ?? 0) > 0 && employed === 0)
    expect(runs.map(({ from, until }) => [from, until])).toEqual([['2001-03-14', '2026-05-01'], ['2026-09-01', expect.stringMatching(/^204\d-/)]])
  })

  it('4.1 the runs say on every day what the day itself says, in whatever order the files come', () => {
    const when = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2015-01-01', days))
    const anyPart = fc.record({ birth: when, sex: fc.constantFrom('1', '2'), born: fc.integer({ min: 1950, max: 2012 }), from: when, last: when, state: fc.constantFrom('EMPLOYED', 'UNEMPLOYED'), gone: fc.boolean() })
      .map(({ sex, born, from, last, state, gone }) => part(
        { sex, birthDate: `${String(born)}-03-14`, idNumber: null, name: `甲${String(born)}` },
        [period(state, from, last < from ? undefined : last), ...(gone ? [exclusion('DECEASED', last)] : [])],
      ))
    fc.assert(fc.property(fc.array(anyPart, { minLength: 1, maxLength: 4 }), when, (parts, on) => {
      const run = householdRuns(parts).find(({ from, until }) => from <= on && (until === null || on < until))
      expect(run?.facts).toEqual(factsOfParts(parts, on))
      expect(householdRuns([...parts].reverse())).toEqual(householdRuns(parts))
    }))
  })
})
