import { expect, it } from 'vitest'
import { isAssessmentComplete } from '../../../domain/cycle/completion.ts'
import { documentsOf } from '../../../domain/cycle/facts.ts'
import type { Dated } from '../../../domain/cycle/facts.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { assessment, consent, facts, period, review } from './facts.ts'

const measured = assessment('2025-12-01', {}, 'measured')

function isConfirmed(startOn: string): boolean {
  const known = facts([consent('2025-11-01'), measured, review('2026-06-10', 'measured'), period('EMPLOYED', startOn)])
  return isAssessmentComplete(documentsOf(known, 'capabilityAssessment').at(-1) as Dated, known, cycleOfYear('2026'))
}

it('1.3 work that a visit leads to does not undo the confirmation of the same day', () => {
  expect(isConfirmed('2026-06-10')).toBe(true)
})

it('1.3 work that began the day before is a change of job', () => {
  expect(isConfirmed('2026-06-09')).toBe(false)
})
