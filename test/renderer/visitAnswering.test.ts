import { describe, expect, test } from 'vitest'
import { agreed, answered, askedAnew, confirmed, opened, restTaken, takenPaths, wasMet, withPatch } from '../../renderer/features/visit/answering.ts'
import { marksOf } from '../../renderer/features/visit/marks.ts'
import { compareGroups, sectionsOf } from '../../renderer/features/visit/questions.ts'
import type { VisitContext } from '../../renderer/features/visit/questions.ts'
import { handedIn } from '../../renderer/features/records/controls.ts'
import { noFacts } from '../../renderer/features/records/fileFacts.ts'
import { formOf } from '../../renderer/features/records/forms/index.ts'
import type { JsonObject, StepNumber } from '../../renderer/api/client.ts'

/** What an answer of a visit writes, and what is asked next for it. */

function contextOf(step: StepNumber, more: Partial<VisitContext> = {}): VisitContext {
  return { spec: formOf(step), facts: noFacts, today: '2026-11-23', file: {}, earlier: null, mayConfirm: false, problems: [], mayRefer: false, edited: new Set(), ...more }
}
function asked(body: JsonObject, context: VisitContext): string[] {
  return sectionsOf(body, context).flatMap(({ questions }) => questions).filter((question) => question.isAsked && !question.isAnswered).map(({ path }) => path)
}
const agreeAll = (body: JsonObject) => compareGroups.reduce((now, group) => withPatch(now, agreed(now, `changes.@${group}`)), body)

describe('an info check', () => {
  const check = contextOf(1)

  test('is 一致 only when every group was confirmed, 已更正 when something was changed', () => {
    const met = withPatch({}, wasMet({}, 'met'))
    const most = compareGroups.slice(1).reduce((now, group) => withPatch(now, agreed(now, `changes.@${group}`)), met)
    expect(most.result ?? null).toBeNull()
    expect(agreeAll(met).result).toBe('MATCH')
    expect(agreeAll({ ...met, changes: [{ field: 'phone', new: '13900000000' }] }).result).toBe('UPDATED')
  })

  test('confirms what the file says of work as one, and asks it line by line where something has changed', () => {
    const known = { employmentState: 'UNEMPLOYED', unemployedReason: '5' }
    const context = contextOf(1, { file: known })
    expect(asked(known, context)).toContain('employmentState')
    expect(asked(known, context)).not.toContain('unemployedReason')
    const confirmedWork = withPatch(known, agreed(known, 'employmentState'))
    expect(asked(confirmedWork, context)).not.toContain('employmentState')
    const changed = withPatch(known, opened(known, 'employmentState'))
    expect(sectionsOf(changed, context).find(({ key }) => key === 'work')?.questions.map(({ path }) => path)).toContain('unemployedReason')
    // Nobody knew: it is asked, and the answer needs no second yes.
    const own = withPatch({}, answered({}, 'employmentState', 'UNEMPLOYED'))
    expect(asked(own, check)).not.toContain('employmentState')
  })

  test('asks nothing of somebody who was not reached but how it was tried', () => {
    expect(asked(withPatch({ checkedOn: '2026-11-23' }, wasMet({}, 'UNREACHABLE')), check)).toEqual(['method', 'attempts'])
  })

  test('groups that were computed count once somebody has looked at them', () => {
    const body = { hardshipFlags: ['DIBAO'] }
    expect(asked(body, check)).toContain('hardshipFlags')
    expect(asked(withPatch(body, agreed(body, 'hardshipFlags')), check)).not.toContain('hardshipFlags')
  })

  test('the rest of last year comes with the questions that its answers open, and nothing else', () => {
    const earlier = { hasEmploymentNeed: false, noNeedReason: 'TREATMENT', workWillingness: 'HESITANT', method: 'PHONE', signature: { date: '2025-11-01' }, result: 'MATCH' }
    const body = withPatch({}, restTaken({}, contextOf(1, { earlier })))
    expect(body).toMatchObject({ hasEmploymentNeed: false, noNeedReason: 'TREATMENT', workWillingness: 'HESITANT' })
    expect(['method', 'signature', 'result'].filter((path) => path in body)).toEqual([])
    expect(takenPaths(body).paths).toEqual(['workWillingness', 'hasEmploymentNeed', 'noNeedReason'])
    expect(marksOf(withPatch(body, answered(body, 'workWillingness', 'WILLING'))).asLast).not.toContain('workWillingness')
  })

  test('what a visit keeps beside the record is never handed in', () => {
    expect('visit' in handedIn(formOf(1), agreeAll({ result: null }), noFacts)).toBe(false)
  })
})

describe('an assessment', () => {
  const earlier = { id: 'a', body: { index: 77.5, supportLevel: 1, suggestedForms: ['QUOTA'], conclusion: '去年的结论', personOpinion: 'AGREE' } }

  test('asks first whether the earlier one stands; the items only if it does not', () => {
    const context = contextOf(2, { mayConfirm: true, facts: { ...noFacts, lastAssessment: { id: 'a', on: '2025-12-31', body: earlier.body } } })
    expect(asked({}, context)).toContain('reviewOf')
    expect(asked({}, context)).not.toContain('items.A1')
    const stands = withPatch({}, confirmed({}, earlier))
    expect(asked(stands, context)).toEqual(expect.arrayContaining(['unchanged.certificate', 'unchanged.health', 'unchanged.job', 'personOpinion']))
    expect(asked(stands, context)).not.toContain('conclusion')
    expect(stands.personOpinion).toBeUndefined()
  })

  test('something changed: what stood on with the earlier one goes, and the items are asked', () => {
    const context = contextOf(2, { mayConfirm: true, facts: { ...noFacts, lastAssessment: { id: 'a', on: '2025-12-31', body: earlier.body } } })
    const stands = withPatch({}, confirmed({}, earlier))
    const anew = withPatch(stands, askedAnew(stands, earlier))
    expect(anew).toMatchObject({ reviewOf: null, index: null, suggestedForms: null, conclusion: null })
    expect(asked(anew, context)).toEqual(expect.arrayContaining(['items.A1', 'conclusion']))
    expect(asked(anew, context)).not.toContain('reviewOf')
  })
})
