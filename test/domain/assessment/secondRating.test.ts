import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, isDrawn, reassessBy, scoredItemsOf, currentInstrument } from '../../../domain/assessment/index.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import { itemsOf } from '../cycle/facts.ts'

const uuid = (n: number) => `0199a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const codes = scoredItemsOf(currentInstrument).map(({ code }) => code)

describe('9.8 the draw', () => {
  it('takes 5 in 100 of many', () => {
    const drawn = Array.from({ length: 20_000 }, (_, n) => uuid(n)).filter(isDrawn).length
    expect(drawn).toBeGreaterThan(850)
    expect(drawn).toBeLessThan(1150)
  })

  it('depends on the id alone, whatever else is known', () => {
    const ids = Array.from({ length: 200 }, (_, n) => uuid(n))
    expect(ids.toReversed().filter(isDrawn).toReversed()).toEqual(ids.filter(isDrawn))
    // Fixed for good: another rule would draw others on devices that have it and on those that have not.
    expect(ids.filter(isDrawn).slice(0, 3)).toEqual([uuid(0x0d), uuid(0x1d), uuid(0x2b)])
  })
})

describe('9.8 agreement', () => {
  const pair = (first: Record<string, number[]>, second: Record<string, number[]>) => ({ first: itemsOf(first), second: itemsOf(second) })

  it('counts the same answer, and grades that differ by one', () => {
    const { items, overall } = agreementOf([pair({ A: [0, 2, 4, 8] }, { A: [0, 3, 2, 8] })], ['A1', 'A2', 'A3', 'A4', 'A5'])
    expect(items).toEqual([
      { code: 'A1', compared: 1, exact: 1, withinOne: 1 },
      { code: 'A2', compared: 1, exact: 0, withinOne: 1 },
      { code: 'A3', compared: 1, exact: 0, withinOne: 0 },
      { code: 'A4', compared: 1, exact: 1, withinOne: 1 },
      { code: 'A5', compared: 0, exact: 0, withinOne: 0 },
    ])
    expect(overall).toEqual({ compared: 4, exact: 2, withinOne: 3 })
  })

  it('8 and 9 are no grades: beside a grade or each other they disagree', () => {
    const { overall } = agreementOf([pair({ A: [8, 9, 4] }, { A: [9, 4, 8] })], ['A1', 'A2', 'A3'])
    expect(overall).toEqual({ compared: 3, exact: 0, withinOne: 0 })
  })

  it('adds up over the pairs, exact is never more than within one, and who was first does not matter', () => {
    const q = fc.constantFrom(0, 1, 2, 3, 4, 8, 9)
    const list = fc.array(q, { minLength: 28, maxLength: 28 }).map((grades) => codes.map((code, i) => ({ code, q: grades[i] as number })))
    fc.assert(fc.property(fc.array(fc.record({ first: list, second: list }), { maxLength: 4 }), (pairs) => {
      const { items, overall } = agreementOf(pairs, codes)
      expect(overall.compared).toBe(28 * pairs.length)
      expect(items.reduce((sum, item) => sum + item.exact, 0)).toBe(overall.exact)
      expect(overall.exact).toBeLessThanOrEqual(overall.withinOne)
      expect(agreementOf(pairs.map(({ first, second }) => ({ first: second, second: first })), codes)).toEqual({ items, overall })
    }))
  })
})

describe('9.8 a second rating', () => {
  const items = codes.map((code) => ({ code, q: 1 }))
  const draft = { personId: 'p1', assessmentId: 'a1', changeId: 'c1', ratedOn: '2026-03-02', raterId: 'u2', instrumentVersion: 'ICFVR-LN-1', items }
  const rated = { assessorId: 'u1', authorId: 'u3', instrumentVersion: 'ICFVR-LN-1', changeId: 'c1', drawn: true }
  const problems = (body: object, known: object | null = rated) => {
    const result = completeRecord('secondRating', body, { today: '2026-03-03', lastKnownDate: '2026-03-03', cycle: cycleOfYear('2026'), known: { rated: known as typeof rated | null } })
    return result.ok ? [] : result.error.map(({ field, message }) => `${field} ${message}`)
  }

  it('is by somebody else than the first rater, whoever wrote the first one down', () => {
    expect(problems(draft)).toEqual([])
    expect(problems({ ...draft, raterId: 'u1' })).toEqual(['raterId 第一次是您评的，请另一位同事来评'])
    expect(problems({ ...draft, raterId: 'u3' })).toEqual(['raterId 第一次是您评的，请另一位同事来评'])
  })

  it('is of an assessment that was drawn and still stands as it was', () => {
    expect(problems(draft, { ...rated, drawn: false })).toEqual(['assessmentId 这次评估没有抽到，不用第二个人再评'])
    expect(problems(draft, null)).toEqual(['assessmentId 没有找到那次评估，可能已经作废'])
    expect(problems(draft, { ...rated, changeId: 'c2' })).toEqual(['changeId 那次评估后来改过，请重新打开再评'])
  })

  it('answers every scored item, with 8 or 9 where nothing can be said', () => {
    expect(problems({ ...draft, items: items.slice(1) })).toEqual(['items 还有 1 项没评：看'])
    expect(problems({ ...draft, items: [{ code: 'A1', q: 9 }, ...items.slice(1)] })).toEqual([])
  })
})

describe('9.4 assessing again', () => {
  it('within 12 months at level 4, at other levels no day follows', () => {
    expect(reassessBy({ assessedOn: '2026-02-28', supportLevel: 4, instrumentVersion: 'ICFVR-LN-1' })).toBe('2027-02-28')
    for (const supportLevel of [0, 1, 2, 3, undefined]) expect(reassessBy({ assessedOn: '2026-02-28', supportLevel })).toBeNull()
    expect(reassessBy({ assessedOn: '2026-02-28', supportLevel: 4, instrumentVersion: 'of-tomorrow' })).toBeNull()
  })
})
