import { isAssessmentComplete, isRegistrationComplete } from '../cycle/completion.ts'
import { dateIn, documentsOf } from '../cycle/facts.ts'
import type { CaseFacts } from '../cycle/facts.ts'
import { employmentStateOn } from '../cycle/employment.ts'
import { isOutForGood } from '../cycle/target.ts'
import { certificateUntil } from '../groups/index.ts'
import type { PlanCycle } from '../plan/cycles.ts'
import { addMonths } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { openPlacement } from '../planning/placement.ts'

/**
 * What a file asks for on a day, besides the four ones: promised follow-ups, looks at a job, registrations to be renewed, assessments to be asked anew,
 * certificates to be renewed. Days only, never what they mean today.
 */

export const agendaKinds = ['followUp', 'placementCheck', 'renewal', 'reassess', 'certificate'] as const
export type AgendaKind = (typeof agendaKinds)[number]

export interface AgendaEntry {
  readonly kind: AgendaKind
  readonly on: IsoDate
}

export function agendaOf(facts: CaseFacts, cycle: PlanCycle): AgendaEntry[] {
  if (isOutForGood(facts, cycle)) return []
  const { thresholds } = cycle
  const entries: AgendaEntry[] = []
  const add = (kind: AgendaKind, on: IsoDate | null | undefined) => {
    if (on != null) entries.push({ kind, on })
  }
  const service = documentsOf(facts, 'serviceRecord').at(-1)
  add('followUp', service === undefined ? null : dateIn(service.body, 'followUpOn'))
  add('placementCheck', openPlacement(facts, thresholds.placementCheckMonths)?.next?.dueOn)
  if (wantsWork(facts)) {
    const registration = documentsOf(facts, 'demandRegistration').findLast(isRegistrationComplete)
    add('renewal', registration === undefined ? null : dateIn(registration.body, 'validUntil'))
    const assessment = documentsOf(facts, 'capabilityAssessment').findLast((document) => isAssessmentComplete(document, facts, cycle))
    add('reassess', assessment === undefined ? null : addMonths(assessment.on, thresholds.assessmentReviewMonths))
  }
  const { certStatus } = facts.person
  if (certStatus !== 'CANCELLED' && certStatus !== 'FROZEN') add('certificate', certificateUntil(facts.person))
  return entries
}

/** The newest answer on need is yes, and no job has come since. */
function wantsWork(facts: CaseFacts): boolean {
  const answer = documentsOf(facts, 'infoCheck').findLast(({ body }) => typeof body.hasEmploymentNeed === 'boolean')
  return answer?.body.hasEmploymentNeed === true && employmentStateOn(facts, '9999-12-31') !== 'EMPLOYED'
}
