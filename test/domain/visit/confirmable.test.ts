import { describe, expect, test } from 'vitest'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { confirmableAssessment, takenOver } from '../../../domain/visit/confirmable.ts'

const cycle = cycleOfYear('2026')
const asked = { assessedOn: '2025-12-10', items: [{ code: 'B1', q: 0 }], index: 80, conclusion: '原来的结论', personOpinion: 'AGREE' }
const assessment = { id: 'a', entity: 'capabilityAssessment', body: asked }
const period = (body: object) => ({ id: 'p', entity: 'employmentPeriod', body: { state: 'EMPLOYED', ...body } })
const check = (checkedOn: string, field: string) => ({ id: 'c', entity: 'infoCheck', body: { checkedOn, changes: [{ field, old: '3', new: '2' }] } })
const hindrance = (documents: { id: string; entity: string; body: object }[], day = '2026-11-23') =>
  confirmableAssessment({ person: {}, documents: documents as { id: string; entity: string; body: { [field: string]: unknown } }[] }, cycle, day).hindrance

describe('1.3 an earlier assessment', () => {
  test('may be confirmed up to the day twelve months after it, not a day later', () => {
    expect(hindrance([assessment], '2026-12-10')).toBeNull()
    expect(hindrance([assessment], '2026-12-11')).toBe('tooOld')
  })

  test('may not, when work began or ended since', () => {
    expect(hindrance([assessment, period({ startOn: '2026-03-01' })])).toBe('workChanged')
    expect(hindrance([assessment, period({ startOn: '2020-03-01', endOn: '2026-03-01' })])).toBe('workChanged')
    expect(hindrance([assessment, period({ startOn: '2025-12-10' })])).toBeNull()
  })

  test('may not, when a check since put right what the certificate says; a renewed number or date is no change of it', () => {
    expect(hindrance([assessment, check('2026-11-23', 'disabilityGrade')])).toBe('certificateChanged')
    expect(hindrance([assessment, check('2026-11-23', 'certValidUntil')])).toBeNull()
    expect(hindrance([assessment, check('2025-11-23', 'disabilityGrade')])).toBeNull()
  })

  test('may not, when a check since put right how the person looks after themself or what they are able to do', () => {
    expect(hindrance([assessment, check('2026-11-23', 'selfCare')])).toBe('healthChanged')
    expect(hindrance([assessment, check('2026-11-23', 'phone')])).toBeNull()
  })

  test('is the last that was really asked: a confirmation is none to build upon', () => {
    const confirmed = { id: 'b', entity: 'capabilityAssessment', body: { assessedOn: '2026-05-01', reviewOf: 'a' } }
    const { last } = confirmableAssessment({ person: {}, documents: [assessment, confirmed] }, cycle, '2026-11-23')
    expect(last?.id).toBe('a')
    expect(confirmableAssessment({ person: {}, documents: [assessment] }, cycle, '2026-11-23', 'a').last).toBeNull()
  })

  test('hands on its result, never what the person thinks of it', () => {
    expect(takenOver(asked)).toEqual({ index: 80, conclusion: '原来的结论' })
  })
})
