import { sameJson } from '../journal/change.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import { recordKinds } from '../records/index.ts'
import type { InfoCheck, ServiceRecord } from '../records/index.ts'

/** What completing a record changes elsewhere in the file; written in the same action, or not at all. */
export interface Effects {
  /** Fields of the person that get a new value. */
  readonly person: JsonObject
  /** A period of employment status that begins. */
  readonly period: JsonObject | null
}

export interface KnownStatus {
  readonly person: { readonly [field: string]: Json }
  /** The state that holds now by periods and checks; null: unknown. */
  readonly employmentState: string | null
}

const none: Effects = { person: {}, period: null }

export function effectsOf(kind: string, body: JsonObject, documentId: string, known: KnownStatus): Effects {
  if (kind === 'infoCheck') return ofInfoCheck(body as unknown as InfoCheck, documentId, known)
  if (kind === 'serviceRecord') return ofService(body as unknown as ServiceRecord, documentId, known)
  return none
}

/** 2.4: what the check found changed goes into the file; a new state of employment opens a period. */
function ofInfoCheck(check: InfoCheck, documentId: string, known: KnownStatus): Effects {
  const person: { [field: string]: Json } = {}
  for (const { field, new: after } of check.changes ?? []) {
    if (recordKinds.person.fields.includes(field) && after !== undefined) person[field] = after as Json
  }
  Object.assign(person, seen(Object.keys(person), known.person))
  const state = check.employmentState
  if (state === undefined) return { person, period: null }
  const facts = given({
    employmentForm: state === 'EMPLOYED' ? check.employmentForm : undefined,
    unemployedReason: state === 'UNEMPLOYED' ? check.unemployedReason : undefined,
    livingSource: state === 'UNEMPLOYED' ? check.livingSource : undefined,
    unemployedSince: state === 'UNEMPLOYED' ? check.unemployedSince : undefined,
  })
  const isNews = state !== known.employmentState
  const period = {
    personId: check.personId, cycleYear: check.cycleYear, state,
    startOn: (state === 'UNEMPLOYED' ? check.unemployedSince : undefined) ?? check.checkedOn,
    source: 'infoCheck', sourceId: documentId, ...facts,
  }
  const fileFacts = given({ employmentState: state, employmentStateOn: check.checkedOn, ...facts })
  return { person: { ...person, ...changedOnly(fileFacts, known.person) }, period: isNews ? period : null }
}

/** What was put right with the person there no longer waits: 待核实 of the field goes, and so does 推得 of a certificate number. */
function seen(changed: readonly string[], known: KnownStatus['person']): { [field: string]: Json } {
  const marks = known.verification
  const marked = typeof marks === 'object' && marks !== null && !Array.isArray(marks) ? (marks as JsonObject) : {}
  const left = Object.fromEntries(Object.entries(marked).filter(([field]) => !changed.includes(field)))
  return {
    ...(Object.keys(left).length < Object.keys(marked).length ? { verification: left } : {}),
    ...(changed.includes('certNumber') && known.certDerived === true ? { certDerived: false } : {}),
  }
}

/** 2.7: a service that ends in a job opens a period; what is not known of the job is asked for later. */
function ofService(service: ServiceRecord, documentId: string, known: KnownStatus): Effects {
  if (service.result !== 'EMPLOYED' || known.employmentState === 'EMPLOYED') return none
  const hired = service.referrals?.find((referral) => referral.outcome === 'HIRED')
  const period = {
    personId: service.personId, cycleYear: service.cycleYear, state: 'EMPLOYED', startOn: service.servedOn,
    source: 'serviceRecord', sourceId: documentId,
    ...given({ employerName: hired?.employerName, jobTitle: hired?.jobTitle, channel: '1' }),
  }
  const facts = { employmentState: 'EMPLOYED', employmentStateOn: service.servedOn }
  return { person: changedOnly(facts, known.person), period }
}

function given(fields: { readonly [field: string]: Json | undefined }): { [field: string]: Json } {
  const rest: { [field: string]: Json } = {}
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) rest[field] = value
  return rest
}

function changedOnly(fields: { readonly [field: string]: Json }, known: { readonly [field: string]: Json }): { [field: string]: Json } {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => !sameJson(known[field], value)))
}
