import { describe, expect, test } from 'vitest'
import { instrumentVersion } from '../../../domain/assessment/index.ts'
import { nextOpen, progressOf, questionAt } from '../../../domain/visit/flow.ts'
import { isTakenWithRest, lastAnswerAt } from '../../../domain/visit/lastAnswers.ts'

const today = '2026-11-23'
const asked = [{ path: 'a', isAnswered: true }, { path: 'b', isAnswered: false }, { path: 'c.x', isAnswered: true }, { path: 'd', isAnswered: false }]

describe('the order of a visit', () => {
  test('goes to the next open question, and back to one that was passed over', () => {
    expect(nextOpen(asked, null)?.path).toBe('b')
    expect(nextOpen(asked, 'b')?.path).toBe('d')
    expect(nextOpen(asked, 'd')?.path).toBe('b')
    expect(nextOpen([{ path: 'a', isAnswered: true }], null)).toBeNull()
    expect(nextOpen([{ path: 'a', isAnswered: false }], 'a')).toBeNull()
  })
  test('knows how far it is', () => {
    expect(progressOf(asked)).toEqual({ answered: 2, total: 4 })
  })
  test('finds the question of any path of the record', () => {
    expect(questionAt(asked, 'a.deep')?.path).toBe('a')
    expect(questionAt(asked, 'c')?.path).toBe('c.x')
    expect(questionAt(asked, 'z')).toBeNull()
  })
})

describe('an answer of last year', () => {
  test('is offered when it is about the person', () => {
    expect(lastAnswerAt('infoCheck', { workWillingness: 'WILLING' }, 'workWillingness', today)).toBe('WILLING')
    expect(lastAnswerAt('infoCheck', { hasStartupNeed: false }, 'hasStartupNeed', today)).toBe(false)
    expect(lastAnswerAt('infoCheck', null, 'workWillingness', today)).toBeUndefined()
  })
  test('is never offered for what belongs to that day: dates, signatures, what was done and what came of it', () => {
    const body = { checkedOn: '2025-11-01', signature: { date: '2025-11-01' }, hardshipFlags: ['DIBAO'], result: 'MATCH', content: '讲了政策', minutes: 30 }
    for (const path of ['checkedOn', 'signature', 'hardshipFlags', 'result']) expect(lastAnswerAt('infoCheck', body, path, today), path).toBeUndefined()
    for (const path of ['content', 'minutes', 'result']) expect(lastAnswerAt('serviceRecord', body, path, today), path).toBeUndefined()
    for (const path of ['consentId', 'conclusion', 'personOpinion', 'suggestedForms']) {
      expect(lastAnswerAt('capabilityAssessment', { [path]: 'x' }, path, today), path).toBeUndefined()
    }
  })
  test('about how it was done is said again one by one only', () => {
    expect(lastAnswerAt('infoCheck', { method: 'PHONE' }, 'method', today)).toBe('PHONE')
    expect(isTakenWithRest('infoCheck', 'method')).toBe(false)
    expect(isTakenWithRest('infoCheck', 'workWillingness')).toBe(true)
    expect(isTakenWithRest('capabilityAssessment', 'items.A1')).toBe(true)
    expect(isTakenWithRest('serviceRecord', 'serviceType')).toBe(false)
  })
  test('to a day that has passed is none', () => {
    expect(lastAnswerAt('demandRegistration', { availableFrom: '2025-12-01' }, 'availableFrom', today)).toBeUndefined()
    expect(lastAnswerAt('demandRegistration', { availableFrom: '2026-12-01' }, 'availableFrom', today)).toBe('2026-12-01')
  })
  test('to an item counts only for the same version of the instrument', () => {
    const items = [{ code: 'A1', q: 3 }]
    const env = [{ code: 'E1', value: -2 }]
    expect(lastAnswerAt('capabilityAssessment', { instrumentVersion, items, env }, 'items.A1', today)).toBe(3)
    expect(lastAnswerAt('capabilityAssessment', { instrumentVersion, items, env }, 'env.E1', today)).toBe(-2)
    expect(lastAnswerAt('capabilityAssessment', { instrumentVersion: 'older', items }, 'items.A1', today)).toBeUndefined()
    expect(lastAnswerAt('capabilityAssessment', { instrumentVersion, items }, 'items.A2', today)).toBeUndefined()
  })
})
