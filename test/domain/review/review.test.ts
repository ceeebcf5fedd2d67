import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseOf, counterEvents } from '../../../domain/cycle/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { checkReviewAct, reviewStandingOf } from '../../../domain/review/index.ts'
import type { ReviewAct } from '../../../domain/review/index.ts'
import { check, cycle, facts, service } from '../cycle/facts.ts'

const author = 'u-lin'
const office = 'u-tong'
const record = { id: 'd1', headId: 'v1', authorId: author }
let serial = 0
function act(decision: string, by: string, more: object = {}, body: object = {}): FactsDocument {
  serial += 1
  return {
    id: `r${serial}`, entity: 'review', authorId: by, recordedAt: `2026-03-0${1 + (serial % 9)}T00:00:00Z`,
    body: { documentId: 'd1', changeId: 'v1', decision, on: '2026-03-03', byId: by, byName: by, ...body }, ...more,
  }
}
const stateOf = (reviews: readonly FactsDocument[], document = record) => reviewStandingOf(document, reviews).state

describe('the review of a version', () => {
  it('1.3 nothing is submitted by itself', () => {
    expect(reviewStandingOf(record, [])).toMatchObject({ state: 'none', askedFor: null })
  })

  it('1.3 submitted, then passed by somebody else', () => {
    expect(stateOf([act('SUBMITTED', author)])).toBe('submitted')
    expect(stateOf([act('SUBMITTED', author), act('REVIEWED', office)])).toBe('reviewed')
  })

  it('1.3 the author of a version is never its reviewer, whatever name stands in the review', () => {
    expect(stateOf([act('SUBMITTED', author), act('REVIEWED', author)])).toBe('submitted')
    expect(stateOf([act('SUBMITTED', author), act('REVIEWED', author, {}, { byId: office })])).toBe('submitted')
    expect(stateOf([act('SUBMITTED', author), act('RETURNED', author, {}, { reason: '自己退回' })])).toBe('submitted')
  })

  it('1.3 who corrected a record is the author of that version, and whoever wrote the first may review it', () => {
    expect(stateOf([act('REVIEWED', author, {}, { changeId: 'v2' })], { id: 'd1', headId: 'v2', authorId: office })).toBe('reviewed')
  })

  it('1.3 a return says why and waits for a new version, which is to be submitted anew', () => {
    const reviews = [act('SUBMITTED', author), act('RETURNED', office, {}, { reason: '少了本人签字' })]
    expect(reviewStandingOf(record, reviews)).toMatchObject({ state: 'returned', reason: '少了本人签字', byName: office })
    const corrected = { id: 'd1', headId: 'v2', authorId: author }
    expect(reviewStandingOf(corrected, reviews)).toMatchObject({ state: 'none', askedFor: '少了本人签字' })
    expect(stateOf([...reviews, act('SUBMITTED', author, {}, { changeId: 'v2' })], corrected)).toBe('submitted')
  })

  it('1.3 where two reviewed the same version apart, the return holds', () => {
    expect(stateOf([act('RETURNED', office, {}, { reason: '日期不对' }), act('REVIEWED', 'u-other')])).toBe('returned')
  })

  it('1.3 a correction after the pass is no longer passed', () => {
    expect(stateOf([act('SUBMITTED', author), act('REVIEWED', office)], { id: 'd1', headId: 'v2', authorId: author })).toBe('none')
  })

  it('the order in which reviews arrive changes nothing', () => {
    const some = [act('SUBMITTED', author), act('REVIEWED', office), act('RETURNED', 'u-other', {}, { reason: '甲' }), act('RETURNED', office, {}, { reason: '乙' }), act('SUBMITTED', office)]
    const wanted = reviewStandingOf(record, some)
    fc.assert(fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
      expect(reviewStandingOf(record, shuffled)).toEqual(wanted)
    }))
  })
})

describe('what may be done in a review', () => {
  const base: ReviewAct = { decision: 'REVIEWED', standing: 'submitted', isOwn: false, isVoid: false, isHead: true }
  const says = (change: Partial<ReviewAct>) => {
    const answer = checkReviewAct({ ...base, ...change })
    return answer.ok ? 'ok' : answer.error.code
  }

  it('1.3 own work is refused with a sentence', () => {
    expect(checkReviewAct({ ...base, isOwn: true })).toMatchObject({ ok: false, error: { code: 'ownWork', message: '自己填的记录要由别人审核' } })
    expect(says({ isOwn: true, decision: 'RETURNED' })).toBe('ownWork')
    expect(says({ isOwn: true, decision: 'SUBMITTED', standing: 'none' })).toBe('ok')
  })

  it('1.3 only what was submitted, as it stands, and is not void', () => {
    expect(says({})).toBe('ok')
    expect(says({ standing: 'none' })).toBe('notSubmitted')
    expect(says({ isHead: false })).toBe('movedOn')
    expect(says({ isVoid: true })).toBe('voided')
    expect(says({ standing: 'returned' })).toBe('alreadyReturned')
    expect(says({ standing: 'reviewed' })).toBe('alreadyReviewed')
    expect(says({ standing: 'reviewed', decision: 'RETURNED' })).toBe('ok')
  })

  it('1.3 what was returned is corrected before it is submitted again', () => {
    expect(says({ decision: 'SUBMITTED', standing: 'returned' })).toBe('correctFirst')
    expect(says({ decision: 'SUBMITTED', standing: 'submitted' })).toBe('alreadySubmitted')
    expect(says({ decision: 'SUBMITTED', standing: 'reviewed' })).toBe('alreadyReviewed')
  })
})

describe('completion where the plan wants a review', () => {
  const strict = { ...cycle, completionNeedsReview: true }
  const done = { ...check('2026-03-02'), headId: 'v1', authorId: author, id: 'd1' }
  const served = { ...service('2026-03-04'), headId: 's1', authorId: author, id: 'd2' }
  const passed = act('REVIEWED', office)

  it('1.3 by default a record is done without it', () => {
    expect(cycle.completionNeedsReview).toBe(false)
    expect(caseOf(facts([done]), cycle).steps[0].state).toBe('done')
  })

  it('1.3 only reviewed heads complete a step', () => {
    expect(caseOf(facts([done]), strict).steps[0]).toMatchObject({ state: 'due', documentId: null })
    expect(caseOf(facts([done, passed]), strict).steps[0]).toMatchObject({ state: 'done', doneOn: '2026-03-02', documentId: 'd1' })
    expect(caseOf(facts([done, act('RETURNED', office, {}, { reason: '甲' })]), strict).steps[0].state).toBe('due')
  })

  it('1.3 the answer on need stands meanwhile, so that the other steps are owed and can be done in one visit', () => {
    const state = caseOf(facts([done, served]), strict)
    expect(state).toMatchObject({ need: true, stage: 'IN_PROGRESS', complete: false })
    expect(state.steps.map((step) => step.state)).toEqual(['due', 'due', 'due', 'due'])
  })

  it('1.3 a step that waits for the review was not left out: the order is not warned about', () => {
    const passedService = act('REVIEWED', office, {}, { documentId: 'd2', changeId: 's1' })
    expect(caseOf(facts([done, served, passedService]), strict).orderWarnings.filter(({ after }) => after === 'infoCheck')).toEqual([])
    expect(caseOf(facts([served, passedService]), strict).orderWarnings.length).toBeGreaterThan(0)
  })

  it('1.3 what waits for the review is not counted as checked, and counts from its own day once it has passed', () => {
    const names = (documents: readonly FactsDocument[]) => counterEvents(facts(documents), strict).filter(({ name }) => name === 'checked')
    expect(names([done])).toEqual([])
    expect(names([done, passed])).toEqual([{ name: 'checked', on: '2026-03-02', delta: 1 }])
  })

  it('1.3 unreachable closes the check only once somebody else has looked', () => {
    const closing = { ...check('2026-03-05', { result: 'REFUSED', hasEmploymentNeed: undefined, employmentState: undefined }), id: 'd1', headId: 'v1', authorId: author }
    expect(caseOf(facts([closing]), strict).steps[0].state).toBe('due')
    expect(caseOf(facts([closing, passed]), strict).steps[0]).toMatchObject({ state: 'closed', closedAs: 'refused' })
  })
})
