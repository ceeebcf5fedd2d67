import { sameJson } from '../journal/change.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import { addDays } from '../plan/dates.ts'
import { hiredBy, recordKinds } from '../records/index.ts'
import type { InfoCheck, PlacementCheck, ServiceRecord } from '../records/index.ts'

/** What completing a record changes elsewhere in the file; written in the same action, or not at all. */
export interface Effects {
  /** Fields of the person that get a new value. */
  readonly person: JsonObject
  /** A period of employment status that begins. */
  readonly period: JsonObject | null
  /** Periods that are written anew. */
  readonly revised: readonly Revision[]
}

export interface Revision {
  readonly documentId: string
  readonly body: JsonObject
}

export interface KnownDocument {
  readonly id: string
  readonly entity: string
  readonly body: JsonObject
}

export interface KnownStatus {
  readonly person: { readonly [field: string]: Json }
  /** The state that holds now by periods and checks; null: unknown. */
  readonly employmentState: string | null
  /** Heads that are not void. */
  readonly documents?: readonly KnownDocument[]
}

const none: Effects = { person: {}, period: null, revised: [] }

export function effectsOf(kind: string, body: JsonObject, documentId: string, known: KnownStatus): Effects {
  if (kind === 'infoCheck') return ofInfoCheck(body as unknown as InfoCheck, documentId, known)
  if (kind === 'placementCheck') return ofPlacementCheck(body as unknown as PlacementCheck, documentId, known)
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
  if (state === undefined) return { ...none, person }
  const facts = given({
    employmentForm: state === 'EMPLOYED' ? check.employmentForm : undefined,
    unemployedReason: state === 'UNEMPLOYED' ? check.unemployedReason : undefined,
    livingSource: state === 'UNEMPLOYED' ? check.livingSource : undefined,
    unemployedSince: state === 'UNEMPLOYED' ? check.unemployedSince : undefined,
  })
  const { startOn: jobStart, ...job } = (state === 'EMPLOYED' ? check.job : undefined) ?? {}
  const registration = state === 'UNEMPLOYED' ? { unempRegistered: check.unempRegistered, unempRegisteredOn: check.unempRegisteredOn, certNoEmployment: check.certNoEmployment } : {}
  // Put right, a check that says the same of work keeps its period; another one falls with what it said.
  const opened = (known.documents ?? []).filter(({ entity, body }) => entity === 'employmentPeriod' && body.sourceId === documentId)
  const own = opened.find(({ body }) => body.state === state)
  // Of a job that was known by name alone, what is said now makes the period of it.
  const isNamedFirst = Object.keys(job).length > 0 && !(known.documents ?? []).some(({ entity, body }) => entity === 'employmentPeriod' && body.state === 'EMPLOYED' && body.endOn === undefined)
  const isNews = own === undefined && (opened.length > 0 || state !== known.employmentState || isNamedFirst)
  const period = {
    personId: check.personId, cycleYear: check.cycleYear, state,
    startOn: (state === 'UNEMPLOYED' ? check.unemployedSince : jobStart) ?? check.checkedOn,
    source: 'infoCheck', sourceId: documentId, ...facts, ...given({ ...(job as JsonObject), ...registration }),
  }
  const fileFacts = given({ employmentState: state, employmentStateOn: check.checkedOn, ...facts })
  const revised = own !== undefined && !sameJson(own.body, { ...own.body, ...period }) ? [{ documentId: own.id, body: { ...own.body, ...period } }] : []
  return { person: { ...person, ...changedOnly(fileFacts, known.person) }, period: isNews ? period : null, revised }
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

/** 2.7: a service that ends in a job opens a period; put right, it puts that period right. */
function ofService(service: ServiceRecord, documentId: string, known: KnownStatus): Effects {
  if (service.result !== 'EMPLOYED') return none
  const own = openedBy(documentId, known)
  const { evidence, startOn, ...job } = service.job ?? {}
  const body = {
    personId: service.personId, cycleYear: service.cycleYear, state: 'EMPLOYED', startOn: startOn ?? service.servedOn,
    source: 'serviceRecord', sourceId: documentId,
    ...given({ ...hiredBy(service), channel: '1', evidence, ...(job as JsonObject) }),
  }
  if (own !== undefined) return { ...none, revised: sameJson(own.body, { ...own.body, ...body }) ? [] : [{ documentId: own.id, body: { ...own.body, ...body } }] }
  // Of a job that was known before, and of which the service says nothing more, there is nothing to write.
  if (known.employmentState === 'EMPLOYED' && service.job === undefined) return none
  const facts = { employmentState: 'EMPLOYED', employmentStateOn: body.startOn, ...given({ employmentForm: service.job?.employmentForm }) }
  return { ...none, person: changedOnly(facts, known.person), period: body }
}

/** 2.7, Placement: a job that was left ends on its last day, and what follows begins on the next; both go back when the check is put right. */
function ofPlacementCheck(check: PlacementCheck, documentId: string, known: KnownStatus): Effects {
  const job = known.documents?.find(({ id, entity }) => id === check.periodId && entity === 'employmentPeriod')
  if (job === undefined) return none
  if (check.inJob) return { ...none, revised: job.body.endedBy === documentId ? [{ documentId: job.id, body: withoutEnd(job.body) }] : [] }
  const { leftOn, leftReason } = check
  if (leftOn === undefined) return none
  const ended = { ...job.body, endOn: leftOn, endedBy: documentId }
  // Who left for another job works on; more of that job is asked at the next visit.
  const state = leftReason === 'BETTER' ? 'EMPLOYED' : 'UNEMPLOYED'
  const startOn = addDays(leftOn, 1)
  const next = {
    personId: check.personId, cycleYear: startOn.slice(0, 4), state, startOn, source: 'placementCheck', sourceId: documentId,
    ...(state === 'UNEMPLOYED' ? { unemployedSince: startOn } : {}),
  }
  const own = openedBy(documentId, known)
  const facts = { employmentState: state, employmentStateOn: check.checkedOn, ...(state === 'UNEMPLOYED' ? { unemployedSince: startOn } : {}) }
  return {
    person: changedOnly(facts, known.person),
    period: own === undefined ? next : null,
    revised: [{ documentId: job.id, body: ended }, ...(own === undefined ? [] : [{ documentId: own.id, body: { ...own.body, ...next } }])]
      .filter(({ documentId: id, body }) => !sameJson(known.documents?.find((document) => document.id === id)?.body, body)),
  }
}

/** What a void check of a job leaves to be put back: the job that it ended goes on. */
export function reopenedBy(documentId: string, documents: readonly KnownDocument[]): Revision[] {
  return documents.filter(({ entity, body }) => entity === 'employmentPeriod' && body.endedBy === documentId).map(({ id, body }) => ({ documentId: id, body: withoutEnd(body) }))
}

function withoutEnd({ endOn: _endOn, endedBy: _endedBy, ...body }: JsonObject): JsonObject {
  return body
}

function openedBy(documentId: string, known: KnownStatus): KnownDocument | undefined {
  return known.documents?.find(({ entity, body }) => entity === 'employmentPeriod' && body.sourceId === documentId)
}

function given(fields: { readonly [field: string]: Json | undefined }): { [field: string]: Json } {
  const rest: { [field: string]: Json } = {}
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) rest[field] = value
  return rest
}

function changedOnly(fields: { readonly [field: string]: Json }, known: { readonly [field: string]: Json }): { [field: string]: Json } {
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => !sameJson(known[field], value)))
}
