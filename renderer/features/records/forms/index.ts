import type { StepNumber } from '../../../api/client.ts'
import type { FormSpec } from '../formSpec.ts'
import { capabilityAssessmentForm } from './capabilityAssessment.ts'
import { demandRegistrationForm } from './demandRegistration.ts'
import { infoCheckForm } from './infoCheck.ts'
import { serviceRecordForm } from './serviceRecord.ts'

export { consentForm } from './consent.ts'
export { placementCheckForm } from './placementCheck.ts'

/** Which fields, in which order, under which condition. Rules and messages are the domain's. */
const forms = { 1: infoCheckForm, 2: capabilityAssessmentForm, 3: demandRegistrationForm, 4: serviceRecordForm } as const

export function formOf(step: StepNumber): FormSpec {
  return forms[step]
}
