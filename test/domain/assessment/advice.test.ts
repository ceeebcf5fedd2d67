import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviseOn, conclusionDraft, dimensions, fixedSentence, jobFamilies, matchFamilies, neverSaid, optionsFor, scoreAssessment, scoredItems } from '../../../domain/assessment/index.ts'
import type { ItemAnswer } from '../../../domain/assessment/index.ts'
import { codesOf, isCode } from '../../../domain/codes/index.ts'
import { itemsOf } from '../cycle/facts.ts'

const easy = { A: Array<number>(10).fill(0), B: Array<number>(8).fill(0), C: [0, 0, 0, 0], D: Array<number>(6).fill(0) }
function withAnswers(changed: Record<string, number>): ItemAnswer[] {
  return itemsOf(easy).map((item) => ({ ...item, q: changed[item.code] ?? item.q }))
}
function match(code: string, items: ItemAnswer[], profile = {}) {
  const found = matchFamilies(items, profile).find((family) => family.code === code)
  if (found === undefined) throw new Error(code)
  return found
}
const training = (items: ItemAnswer[], profile: object) => adviseOn(items, [], profile, '2026-03-02').training.map(({ code }) => code)

describe('job families', () => {
  it('9.5 all twenty are there, their keys are scored items, and the best come first', () => {
    expect(jobFamilies.map(({ code }) => code)).toEqual([...codesOf('jobFamily')])
    const codes = dimensions.flatMap((dimension) => scoredItems[dimension]).map(({ code }) => code)
    for (const { ways } of jobFamilies) for (const { keys } of ways) for (const key of Object.keys(keys)) expect(codes).toContain(key)
    const verdicts = matchFamilies(withAnswers({ A1: 4, C1: 4, C2: 4, C4: 3, A9: 3 })).map(({ verdict }) => verdict)
    expect(verdicts).toEqual([...verdicts].sort((a, b) => ['fit', 'support', 'later'].indexOf(a) - ['fit', 'support', 'later'].indexOf(b)))
  })

  it('9.5 a gap of one asks for support, with reason and what would change', () => {
    expect(match('J11', withAnswers({ A8: 2 }))).toMatchObject({
      verdict: 'support', gaps: [{ item: 'A8', q: 2, max: 1, gap: 1 }],
      met: ['A6', 'A3', 'C1'], changes: [{ item: 'A8', from: 2, to: 1, accommodations: ['手推车', '免搬运'], devices: [], training: [] }],
    })
  })

  it('9.5 gaps of two and more on two keys put a family later, on one key they do not', () => {
    expect(match('J11', withAnswers({ A8: 3, A6: 3 })).verdict).toBe('later')
    expect(match('J11', withAnswers({ A8: 4, A6: 2 })).verdict).toBe('support')
  })

  it('9.5 deaf people are matched with customer service by text', () => {
    expect(match('J03', withAnswers({ A2: 4, D2: 3 }))).toMatchObject({ verdict: 'fit', way: { zh: '文字客服' } })
    expect(match('J03', withAnswers({ C1: 3, C2: 3 }))).toMatchObject({ verdict: 'fit', way: { zh: '语音客服' } })
  })

  it('9.5 streamed sales are open to people who sign', () => {
    const items = withAnswers({ D2: 3 })
    expect(match('J05', items).verdict).toBe('support')
    expect(match('J05', items, { usesSign: true })).toMatchObject({ verdict: 'fit', way: { zh: '手语直播' } })
  })

  it('9.5 massage asks nothing of the eyes and is meant for blind people', () => {
    expect(match('J01', withAnswers({ A1: 4 }), { categories: ['1'] }).verdict).toBe('fit')
    expect(match('J01', withAnswers({}), { categories: ['4'] })).toMatchObject({ verdict: 'later', isForOthers: true })
  })

  it('9.5 an item that was not graded is named, one that does not apply is no obstacle', () => {
    const items = withAnswers({ A8: 8, A6: 9 })
    expect(match('J11', items)).toMatchObject({ verdict: 'support', unknown: ['A8'], gaps: [] })
  })
})

describe('accommodations and training', () => {
  it('9.6 every scored item and the four required surroundings have something to offer', () => {
    for (const code of [...dimensions.flatMap((dimension) => scoredItems[dimension]).map((item) => item.code), 'E1', 'E2', 'E3', 'E4']) {
      expect(optionsFor(code).length).toBeGreaterThan(0)
    }
  })

  it('9.6 flagged items and hindering surroundings get their options', () => {
    const { accommodations } = adviseOn(withAnswers({ A1: 3, A9: 2 }), [{ code: 'E1', value: -2 }, { code: 'E2', value: 3 }], {}, '2026-03-02')
    expect(accommodations.map(({ item }) => item)).toEqual(['A1', 'E1'])
  })

  it('9.7 digital literacy, schooling and rehabilitation follow from the items', () => {
    expect(training(withAnswers({ C4: 2 }), {})).toEqual(['K1', 'T1'])
    expect(training(withAnswers({ C1: 3, C2: 2 }), {})).toEqual(['K2', 'T1'])
    expect(training(withAnswers({ B1: 3, B2: 3, B3: 3 }), {})).toEqual(['T8', 'T1'])
  })

  it('9.7 the bounds: a grade of 2 with devices, scores below 75 and not 75 itself, 45 years on the day', () => {
    expect(training(withAnswers({ C4: 1 }), {})).toEqual(['T1'])
    // C 75.0 and B 75.0 exactly.
    expect(training(withAnswers({ C1: 2, C2: 2 }), {})).toEqual(['T1'])
    expect(training(withAnswers({ B1: 4, B2: 4 }), {})).toEqual(['T1'])
    expect(training(withAnswers({ B1: 4, B2: 4, B3: 1 }), {})).toEqual(['T8', 'T1'])
    // An invalid dimension decides nothing.
    expect(training(withAnswers({ C1: 9, C2: 9, C3: 4, C4: 1 }), {})).toEqual(['T1'])
  })

  it('9.7 the first intention decides where no other rule does, and every wish that a rule names adds its training', () => {
    expect(adviseOn(withAnswers({}), [], { intentionForms: ['11'] }, '2026-03-02').training).toEqual([{ code: 'T1', because: 'firstIntention' }])
    expect(training(withAnswers({}), { categories: ['1'], intentionForms: ['6', '73'], isRural: true, wantsStartup: true })).toEqual(['T5', 'T7', 'T4', 'T3'])
    // Massage asks for hands: with both much restrained it is not suggested first, and neither is its training.
    expect(training(withAnswers({ A9: 4, A10: 4 }), { categories: ['1'] })).toEqual(['T1'])
  })

  it('9.7 massage, new forms, farm work and start-ups follow from the person and the intention', () => {
    expect(training(withAnswers({}), { categories: ['1'] })).toEqual(['T5'])
    expect(training(withAnswers({}), { intentionForms: ['73'] })).toEqual(['T7'])
    expect(training(withAnswers({}), { intentionForms: ['6'], isRural: true })).toEqual(['T4'])
    expect(training(withAnswers({}), { intentionForms: ['6'] })).toEqual(['T1'])
    expect(training(withAnswers({}), { wantsStartup: true })).toEqual(['T3'])
  })

  it('9.7 vocational schooling is for those up to 45 with middle or high school who are willing', () => {
    const profile = { education: '71', birthDate: '1980-03-03', isWilling: true }
    expect(training(withAnswers({}), profile)).toEqual(['T1', 'T9'])
    expect(training(withAnswers({}), { ...profile, birthDate: '1980-03-02' })).toEqual(['T1'])
    expect(training(withAnswers({}), { ...profile, isWilling: false })).toEqual(['T1'])
    for (const { code } of adviseOn(withAnswers({}), [], profile, '2026-03-02').training) expect(isCode('trainingType', code)).toBe(true)
  })
})

describe('the words of an assessment', () => {
  it('9.4 the conclusion ends with the fixed sentence and names a dimension that is not counted', () => {
    const text = conclusionDraft(scoreAssessment(itemsOf({ ...easy, A: Array<number>(10).fill(9) })))
    expect(text.endsWith(fixedSentence)).toBe(true)
    expect(text).toContain('身体功能答得不够，没有计分')
  })

  it('9.4 nothing that is said of anybody shuts them out of work', () => {
    const q = fc.constantFrom(0, 1, 2, 3, 4, 8, 9)
    fc.assert(fc.property(fc.array(q, { minLength: 28, maxLength: 28 }), (numbers) => {
      const items = itemsOf(easy).map((item, index) => ({ ...item, q: numbers[index] as number }))
      const words = JSON.stringify(adviseOn(items, [{ code: 'E1', value: -4 }], { categories: ['6'] }, '2026-03-02'))
      for (const phrase of [...neverSaid, '丧失劳动能力']) expect(words).not.toContain(phrase)
    }))
  })
})
