import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dimensions, environmentItems, itemByCode, levelAdvice, oneDecimal, profileItems, scoreAssessment, scoredItems } from '../../../domain/assessment/index.ts'
import { itemsOf } from '../cycle/facts.ts'

const shown = (value: number | null) => (value === null ? null : oneDecimal(value))
function result(numbers: Record<string, readonly number[]>) {
  const score = scoreAssessment(itemsOf(numbers))
  return {
    dims: dimensions.map((dimension) => shown(score.dimensions[dimension].score)),
    index: shown(score.index), loss: shown(score.loss), level: score.level, flags: score.flags, exact: score.index,
  }
}

const vector1 = { A: [3, 0, 1, 0, 0, 0, 1, 1, 0, 0], B: [0, 0, 0, 1, 1, 1, 1, 0], C: [3, 3, 1, 1], D: [0, 0, 1, 0, 0, 2] }
const vector2 = { A: [0, 0, 1, 0, 0, 0, 0, 1, 1, 0], B: [1, 2, 3, 3, 1, 3, 2, 1], C: [3, 3, 4, 2], D: [2, 1, 3, 0, 2, 3] }

describe('the instrument', () => {
  it('9.3 has 28 scored items in four dimensions, three of participation and seven of surroundings', () => {
    expect(dimensions.map((dimension) => scoredItems[dimension].length)).toEqual([10, 8, 4, 6])
    expect(profileItems.map(({ code }) => code)).toEqual(['W1', 'W2', 'W3'])
    expect(environmentItems.filter(({ optional }) => !optional).map(({ code }) => code)).toEqual(['E1', 'E2', 'E3', 'E4'])
    expect(environmentItems).toHaveLength(7)
  })

  it('9.3 holds the brief set of the ICF for vocational rehabilitation whole', () => {
    const all = [...dimensions.flatMap((dimension) => scoredItems[dimension]), ...profileItems, ...environmentItems].map(({ icf }) => icf)
    for (const icf of 'b130 b164 b455 d155 d240 d720 d845 d850 d855 e310 e330 e580 e590'.split(' ')) expect(all.some((code) => code.startsWith(icf))).toBe(true)
    for (const icf of 'b130 b152 b280 d230 d450 d455 d850'.split(' ')) expect(all.some((code) => code.startsWith(icf))).toBe(true)
  })

  it('9.2 every item has a question and five anchors', () => {
    for (const item of [...dimensions.flatMap((dimension) => scoredItems[dimension]), ...profileItems]) {
      expect(item.ask).not.toBe('')
      expect(new Set(item.anchors).size).toBe(5)
      expect(new Set(item.anchorsEn).size).toBe(5)
      expect(item.anchorsEn.join('')).toMatch(/^[\x20-\x7e]+$/)
      expect(itemByCode(item.code)?.zh).toBe(item.zh)
    }
  })
})

describe('the score', () => {
  it('9.4 test 1: low vision and limited reading', () => {
    expect(result(vector1)).toMatchObject({ dims: [85, 87.5, 50, 87.5], index: 77.5, loss: 22.5, level: 1, flags: ['A1', 'C1', 'C2'] })
  })

  it('9.4 test 2: intellectual disability, one weak dimension raises the level', () => {
    const { exact, ...rest } = result(vector2)
    expect(rest).toEqual({ dims: [92.5, 50, 25, 54.2], index: 55.4, loss: 44.6, level: 3, flags: ['B3', 'B4', 'B6', 'C1', 'C2', 'C3', 'D3', 'D6'] })
    expect(exact).toBeCloseTo(55.4167, 4)
  })

  it('9.4 test 3: a dimension with six answers that do not apply is invalid, the index comes from the others', () => {
    const score = scoreAssessment(itemsOf({ ...vector1, A: [9, 9, 9, 9, 9, 9, 1, 1, 0, 0] }))
    expect(score.dimensions.A).toMatchObject({ answered: 4, needed: 7, valid: false, score: null })
    expect(score.invalid).toEqual(['A'])
    expect(score.index).toBe((87.5 + 50 + 87.5) / 3)
  })

  it('9.4 two thirds of the items make a dimension valid', () => {
    expect(dimensions.map((dimension) => scoreAssessment([]).dimensions[dimension].needed)).toEqual([7, 6, 3, 4])
    expect(scoreAssessment(itemsOf({ C: [0, 0, 0, 8] })).dimensions.C.valid).toBe(true)
    expect(scoreAssessment(itemsOf({ C: [0, 0, 9, 8] })).dimensions.C.valid).toBe(false)
  })

  it('9.4 without B, or with two dimensions alone, there is no index', () => {
    expect(result({ ...vector1, B: [8, 8, 8, 8, 8, 8, 8, 8] })).toMatchObject({ index: null, level: null })
    expect(result({ B: vector1.B, C: vector1.C })).toMatchObject({ index: null })
    expect(result({ B: vector1.B, C: vector1.C, D: vector1.D }).index).toBe(75)
  })

  it('9.4 the level turns at a loss of 5, 25, 50 and 96', () => {
    const all = (q: number) => result({ A: Array(10).fill(q), B: Array(8).fill(q), C: Array(4).fill(q), D: Array(6).fill(q) })
    expect([0, 1, 2, 3, 4].map((q) => all(q).level)).toEqual([0, 2, 3, 4, 4])
    const halfStep = { A: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0, 0, 0], C: [0, 0, 0, 0], D: [2, 1, 1, 0, 0, 0] }
    expect(result({ ...halfStep, C: [0, 0, 0, 0] })).toMatchObject({ loss: 4.2, level: 0 })
    expect(result({ ...halfStep, C: [0, 0, 0, 1] }).level).toBe(1)
  })

  it('9.4 a dimension below 50 raises the level by one, one at 50 does not, and 4 is the last', () => {
    const zero = { A: Array<number>(10).fill(0), B: Array<number>(8).fill(0), D: Array<number>(6).fill(0) }
    expect(scoreAssessment(itemsOf({ ...zero, C: [2, 2, 2, 2] }))).toMatchObject({ level: 1, raised: false })
    expect(scoreAssessment(itemsOf({ ...zero, C: [3, 2, 2, 2] }))).toMatchObject({ level: 2, raised: true })
    // An invalid dimension raises nothing, however grave its few answers are.
    expect(scoreAssessment(itemsOf({ ...zero, C: [4, 4, 9, 8] }))).toMatchObject({ level: 0, raised: false, invalid: ['C'] })
    expect(scoreAssessment(itemsOf({ A: Array<number>(10).fill(4), B: Array<number>(8).fill(4), C: [4, 4, 4, 4], D: Array<number>(6).fill(4) }))).toMatchObject({ index: 0, level: 4, raised: true })
  })

  it('9.4 flags need help now, whatever aids gain is kept apart', () => {
    const score = scoreAssessment([{ code: 'A1', q: 1, qWithoutAid: 4 }, { code: 'A2', q: 3, qWithoutAid: 8 }, { code: 'W2', q: 4 }])
    expect(score.flags).toEqual(['A2'])
    expect(score.aidGain).toEqual({ A1: 3 })
  })

  it('9.4 surroundings are summed apart as hindrance and help', () => {
    const env = [{ code: 'E1', value: -3 }, { code: 'E2', value: 2 }, { code: 'E3', value: -1 }, { code: 'E4', value: 4 }, { code: 'E5', value: 8 }, { code: 'E6', value: 9 }]
    expect(scoreAssessment(itemsOf(vector1), env)).toMatchObject({ barrier: 4, facilitator: 6, index: 77.5 })
  })

  it('9.4 one decimal, half up', () => {
    expect([54.1666, 55.4167, 77.45, 77.449, 0.05, 100].map(oneDecimal)).toEqual([54.2, 55.4, 77.5, 77.4, 0.1, 100])
  })

  it('9.4 paid work is in the profile and never in the index', () => {
    const plain = scoreAssessment(itemsOf(vector1))
    expect(scoreAssessment([...itemsOf(vector1), { code: 'W1', q: 4 }, { code: 'W2', q: 4 }, { code: 'W3', q: 4 }])).toEqual(plain)
  })

  it('9.4 five levels have forms and services to suggest', () => {
    expect(levelAdvice.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4])
    for (const { forms, services } of levelAdvice) expect(Math.min(forms.length, services.length)).toBeGreaterThan(0)
  })
})

describe('the score of any answers', () => {
  const q = fc.constantFrom(0, 1, 2, 3, 4, 8, 9)
  const answers = fc.record({
    A: fc.array(q, { minLength: 10, maxLength: 10 }), B: fc.array(q, { minLength: 8, maxLength: 8 }),
    C: fc.array(q, { minLength: 4, maxLength: 4 }), D: fc.array(q, { minLength: 6, maxLength: 6 }),
  })

  it('9.4 lies between 0 and 100, and the level between 0 and 4', () => {
    fc.assert(fc.property(answers, (numbers) => {
      const { index, level, invalid, dimensions: dims } = scoreAssessment(itemsOf(numbers))
      expect(index === null).toBe(invalid.length > 1 || invalid.includes('B'))
      expect(level === null).toBe(index === null)
      if (index === null || level === null) return
      const valid = dimensions.map((dimension) => dims[dimension].score).filter((score) => score !== null)
      expect(index).toBeGreaterThanOrEqual(Math.min(...valid) - 1e-9)
      expect(index).toBeLessThanOrEqual(Math.max(...valid) + 1e-9)
      expect([0, 1, 2, 3, 4]).toContain(level)
    }))
  })

  it('9.4 a heavier answer never raises the index nor lowers the level', () => {
    fc.assert(fc.property(answers, fc.nat(27), (numbers, position) => {
      const items = itemsOf(numbers)
      const before = items[position] as { code: string; q: number }
      fc.pre(before.q < 4)
      const heavier = scoreAssessment(items.map((item) => (item === before ? { ...item, q: item.q + 1 } : item)))
      const lighter = scoreAssessment(items)
      expect((heavier.index ?? 0) <= (lighter.index ?? 0) + 1e-9).toBe(true)
      expect((heavier.level ?? 0) >= (lighter.level ?? 0)).toBe(true)
    }))
  })

  it('9.4 the order of the answers does not matter', () => {
    fc.assert(fc.property(answers, (numbers) => {
      const items = itemsOf(numbers)
      expect(scoreAssessment(items.toReversed()).index).toEqual(scoreAssessment(items).index)
    }))
  })
})
