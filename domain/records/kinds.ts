import type { z } from 'zod'
import { documentEntities, livingEntities } from '../journal/change.ts'
import { capabilityAssessmentSchema, capabilityAssessmentShape } from './capabilityAssessment.ts'
import type { CapabilityAssessment } from './capabilityAssessment.ts'
import { consentSchema, consentShape } from './consent.ts'
import type { Consent } from './consent.ts'
import { demandRegistrationSchema, demandRegistrationShape } from './demandRegistration.ts'
import type { DemandRegistration } from './demandRegistration.ts'
import { employmentPeriodSchema, employmentPeriodShape } from './employmentPeriod.ts'
import type { EmploymentPeriod } from './employmentPeriod.ts'
import { exclusionSchema, exclusionShape } from './exclusion.ts'
import type { Exclusion } from './exclusion.ts'
import { graduatePlanSchema, graduatePlanShape } from './graduatePlan.ts'
import type { GraduatePlan } from './graduatePlan.ts'
import { groupConfirmationSchema, groupConfirmationShape } from './groupConfirmation.ts'
import type { GroupConfirmation } from './groupConfirmation.ts'
import { hardshipCertSchema, hardshipCertShape } from './hardshipCert.ts'
import type { HardshipCert } from './hardshipCert.ts'
import { infoCheckSchema, infoCheckShape } from './infoCheck.ts'
import type { InfoCheck } from './infoCheck.ts'
import { personSchema, personShape } from './person.ts'
import type { Person } from './person.ts'
import { placementCheckSchema, placementCheckShape } from './placementCheck.ts'
import type { PlacementCheck } from './placementCheck.ts'
import { plannedVisitSchema, plannedVisitShape } from './plannedVisit.ts'
import type { PlannedVisit } from './plannedVisit.ts'
import { reviewSchema, reviewShape } from './review.ts'
import type { Review } from './review.ts'
import { rightsRequestSchema, rightsRequestShape } from './rightsRequest.ts'
import type { RightsRequest } from './rightsRequest.ts'
import { secondRatingSchema, secondRatingShape } from './secondRating.ts'
import type { SecondRating } from './secondRating.ts'
import { serviceRecordSchema, serviceRecordShape } from './serviceRecord.ts'
import type { ServiceRecord } from './serviceRecord.ts'

export { documentEntities, isLiving, livingEntities } from '../journal/change.ts'
export type { DocumentEntity, EntityName, LivingEntity } from '../journal/change.ts'

export const entityNames = [...livingEntities, ...documentEntities] as const

/** Records with a schema: what people fill in. */
export interface RecordTypes {
  person: Person
  infoCheck: InfoCheck
  capabilityAssessment: CapabilityAssessment
  demandRegistration: DemandRegistration
  serviceRecord: ServiceRecord
  consent: Consent
  employmentPeriod: EmploymentPeriod
  exclusion: Exclusion
  plannedVisit: PlannedVisit
  placementCheck: PlacementCheck
  graduatePlan: GraduatePlan
  groupConfirmation: GroupConfirmation
  hardshipCert: HardshipCert
  review: Review
  secondRating: SecondRating
  rightsRequest: RightsRequest
}
export type RecordKind = keyof RecordTypes

/** A date with its name, and whether it must lie within the cycle. No such date may be in the future. */
export interface DatedField {
  readonly field: string
  readonly label: string
  readonly inCycle: boolean
}

export interface RecordDefinition {
  readonly schema: z.ZodObject
  /** Fields in the order of the form. */
  readonly fields: readonly string[]
  /** The day on which the record happened; null for a person. */
  readonly on: string | null
  readonly dates: readonly DatedField[]
}

function define(schema: z.ZodObject, shape: object, on: string | null, dates: readonly DatedField[]): RecordDefinition {
  return { schema, fields: Object.keys(shape), on, dates }
}

const inCycle = (field: string, label: string): DatedField => ({ field, label, inCycle: true })
const past = (field: string, label: string): DatedField => ({ field, label, inCycle: false })
const signed = past('signature.date', '签字日期')

export const recordKinds: Readonly<Record<RecordKind, RecordDefinition>> = {
  person: define(personSchema, personShape, null, [
    past('certIssuedOn', '签发日期'),
    past('birthDate', '出生日期'),
    past('employmentStateOn', '就业状况的日期'),
    past('antiPovertyFrom', '认定日期'),
    past('antiPovertyEnteredOn', '录入的日期'),
    past('householdMembers.*.birthDate', '出生日期'),
  ]),
  infoCheck: define(infoCheckSchema, infoCheckShape, 'checkedOn', [
    inCycle('checkedOn', '核对日期'),
    inCycle('attempts.*.date', '联系日期'),
    past('unemployedSince', '没有工作的日期'),
    past('job.startOn', '上岗的日期'),
    past('unempRegisteredOn', '失业登记的日期'),
    past('callLog.date', '通话日期'),
    signed,
  ]),
  capabilityAssessment: define(capabilityAssessmentSchema, capabilityAssessmentShape, 'assessedOn', [
    inCycle('assessedOn', '评估日期'),
    past('testKit.testedOn', '测评日期'),
    signed,
  ]),
  demandRegistration: define(demandRegistrationSchema, demandRegistrationShape, 'registeredOn', [
    inCycle('registeredOn', '登记日期'),
    signed,
  ]),
  serviceRecord: define(serviceRecordSchema, serviceRecordShape, 'servedOn', [
    inCycle('servedOn', '服务日期'),
    past('referrals.*.date', '推荐日期'),
    past('attendance.date', '到场日期'),
    past('job.startOn', '上岗的日期'),
  ]),
  consent: define(consentSchema, consentShape, 'givenAt', [past('givenAt', '同意的日期'), past('withdrawnAt', '撤回的日期')]),
  employmentPeriod: define(employmentPeriodSchema, employmentPeriodShape, 'startOn', [
    past('startOn', '起的日期'),
    past('endOn', '止的日期'),
    past('unempRegisteredOn', '失业登记的日期'),
    past('unemployedSince', '没有工作的日期'),
  ]),
  rightsRequest: define(rightsRequestSchema, rightsRequestShape, 'receivedOn', [past('receivedOn', '提出的日期'), past('doneOn', '办完的日期')]),
  exclusion: define(exclusionSchema, exclusionShape, 'date', [past('date', '移出的日期'), past('endedOn', '止的日期')]),
  plannedVisit: define(plannedVisitSchema, plannedVisitShape, 'plannedOn', []),
  placementCheck: define(placementCheckSchema, placementCheckShape, 'checkedOn', [inCycle('checkedOn', '回访日期'), past('leftOn', '离岗的日期')]),
  graduatePlan: define(graduatePlanSchema, graduatePlanShape, 'openedOn', [
    past('openedOn', '建档日期'),
    past('steps.*.on', '步骤的日期'),
    past('outcomeOn', '去向的日期'),
  ]),
  groupConfirmation: define(groupConfirmationSchema, groupConfirmationShape, 'on', [past('on', '核实日期')]),
  hardshipCert: define(hardshipCertSchema, hardshipCertShape, 'certifiedOn', [past('certifiedOn', '认定日期'), past('cancelledOn', '取消的日期')]),
  secondRating: define(secondRatingSchema, secondRatingShape, 'ratedOn', [past('ratedOn', '第二次评的日期')]),
  review: define(reviewSchema, reviewShape, 'on', [past('on', '审核日期')]),
}

export function isRecordKind(entity: string): entity is RecordKind {
  return Object.hasOwn(recordKinds, entity)
}

/** The day on which a document happened, from its body. */
export function happenedOn(entity: string, body: { readonly [field: string]: unknown }): string | null {
  const field = isRecordKind(entity) ? recordKinds[entity].on : null
  const value = field === null ? null : body[field]
  return typeof value === 'string' ? value : null
}
