import { isCode } from '../codes/index.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { addMonths } from '../plan/dates.ts'
import { scoreOfDraft } from '../records/assessmentRules.ts'
import { consentFault } from '../records/complete.ts'
import { listIn, objectsIn } from '../records/fields.ts'
import { attemptsFault } from '../records/infoCheck.ts'
import { periodsOf } from './employment.ts'
import { dateIn, documentsOf, textIn } from './facts.ts'
import type { CaseFacts, Dated } from './facts.ts'

/**
 * When a document completes its step (rules of the plan's action 10 as worked out in docs/domain.md). The forms ask for more than this; these are the
 * rules that counting rests on, and they bear documents of other versions and devices.
 */

export type CheckOutcome = 'done' | 'unreachable' | 'refused' | 'incomplete'

export function checkOutcome({ body }: Dated, { thresholds }: Pick<PlanCycle, 'thresholds'>): CheckOutcome {
  if (textIn(body, 'checkerId') === null || textIn(body, 'method') === null) return 'incomplete'
  if (body.result === 'UNREACHABLE') return attemptsFault(body, thresholds) === null ? 'unreachable' : 'incomplete'
  if (body.result === 'REFUSED') return 'refused'
  if (!hasEvidence(body)) return 'incomplete'
  if (body.result === 'EXCLUDED') return textIn(body, 'exclusionReason') === null ? 'incomplete' : 'done'
  if (body.result !== 'MATCH' && body.result !== 'UPDATED') return 'incomplete'
  // Data compared with other data cannot know what a person wants.
  if (body.method === 'DATA_COMPARE') return 'incomplete'
  return textIn(body, 'employmentState') !== null && needOf(body) !== null ? 'done' : 'incomplete'
}

/** The answer on employment need; false counts only with its reason. */
export function needOf(body: { readonly [field: string]: unknown }): boolean | null {
  if (body.hasEmploymentNeed === true) return true
  if (body.hasEmploymentNeed === false && textIn(body, 'noNeedReason') !== null) return false
  return null
}

function hasEvidence(body: { readonly [field: string]: unknown }): boolean {
  const isGiven = (value: unknown) => typeof value === 'object' && value !== null
  return isGiven(body.signature) || isGiven(body.callLog) || listIn(body.attachments).length > 0
}

export function isAssessmentComplete(document: Dated, facts: CaseFacts, cycle: PlanCycle): boolean {
  const { body, on } = document
  if (textIn(body, 'assessorId') === null || textIn(body, 'conclusion') === null) return false
  const consent = textIn(body, 'consentId')
  if (consent === null || consentFault(consent, 'ASSESSMENT', on, documentsOf(facts, 'consent')) !== null) return false
  if (textIn(body, 'reviewOf') !== null && listIn(body.items).length === 0) return isReviewGood(document, facts, cycle)
  return scoreOfDraft(body).index !== null
}

/** A confirmed assessment: measured no more than 12 months ago, and neither certificate nor health nor job has changed since. */
function isReviewGood({ body, on }: Dated, facts: CaseFacts, cycle: PlanCycle): boolean {
  const measured = measuredAssessment(textIn(body, 'reviewOf'), facts)
  if (measured === null || measured.on > on) return false
  if (addMonths(measured.on, cycle.thresholds.assessmentReviewMonths) < on) return false
  const unchanged = objectsIn([body.unchanged])[0]
  if (unchanged?.certificate !== true || unchanged.health !== true || unchanged.job !== true) return false
  // Work that begins on the day itself is what the visit led to, not something that the confirmation missed.
  const isAfter = (day: string | null): day is string => day !== null && measured.on < day
  return !periodsOf(facts).standing.some(({ on: from, body: job }) => {
    const until = dateIn(job, 'endOn')
    return (isAfter(from) && from < on) || (isAfter(until) && until <= on)
  })
}

/** Follows confirmations back to the assessment in which the items were asked. */
function measuredAssessment(id: string | null, facts: CaseFacts): Dated | null {
  const assessments = documentsOf(facts, 'capabilityAssessment')
  const seen = new Set<string>()
  let next = id
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const found = assessments.find((assessment) => assessment.id === next)
    if (found === undefined) return null
    if (scoreOfDraft(found.body).index !== null) return found
    next = textIn(found.body, 'reviewOf')
  }
  return null
}

export function isRegistrationComplete({ body }: Dated): boolean {
  const named = objectsIn(body.intentions).some(
    (intention) => (textIn(intention, 'family') ?? textIn(intention, 'occupationCode')) !== null && textIn(intention, 'form') !== null,
  )
  return (
    named &&
    listIn(body.targetAreas).length > 0 &&
    textIn(body, 'availableFrom') !== null &&
    listIn(body.serviceNeeds).length > 0 &&
    typeof body.signature === 'object' &&
    body.signature !== null
  )
}

export function isServiceComplete({ body }: Dated): boolean {
  if (!isCode('serviceType', body.serviceType)) return false
  if (typeof body.minutes !== 'number' || textIn(body, 'staffId') === null) return false
  if (textIn(body, 'content') === null || textIn(body, 'result') === null) return false
  // A group event counts only for those who signed in themselves.
  return body.method !== 'GROUP_EVENT' || (typeof body.attendance === 'object' && body.attendance !== null)
}
