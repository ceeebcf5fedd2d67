import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { documentEntities } from '../../domain/journal/change.ts'
import type { DocumentState } from '../../domain/journal/fold.ts'
import { foldDocument } from '../../domain/journal/fold.ts'
import { happenedOn } from '../../domain/records/kinds.ts'
import type { StoredChange } from '../journal/rows.ts'

/** Documents of one file, folded. */

export interface FoldedDocument {
  readonly id: string
  readonly entity: string
  readonly personId: string | null
  /** When the version that stands was written down, and by whom. */
  readonly recordedAt: string
  readonly authorId: string
  readonly state: DocumentState
  readonly changes: readonly StoredChange[]
}

/** What lists and ledgers show of each kind; the whole of it is the journal row that `head_change_id` names. */
const summaryFields: { readonly [entity: string]: readonly string[] } = {
  infoCheck: ['checkedOn', 'method', 'result', 'hasEmploymentNeed', 'noNeedReason', 'employmentState', 'hardshipFlags'],
  capabilityAssessment: ['assessedOn', 'index', 'supportLevel', 'suggestedForms', 'suggestedFamilies', 'reviewOf', 'instrumentVersion'],
  demandRegistration: ['registeredOn', 'validUntil', 'intentions', 'serviceNeeds', 'workTime'],
  serviceRecord: ['servedOn', 'serviceType', 'method', 'result', 'content', 'minutes', 'followUpOn', 'referrals'],
  consent: ['purpose', 'decision', 'givenAt', 'withdrawnAt', 'textVersion', 'paperLocation'],
  employmentPeriod: ['state', 'startOn', 'endOn', 'employmentForm', 'employerName', 'jobTitle', 'unemployedSince'],
  plannedVisit: ['plannedOn', 'byId', 'byName', 'purpose', 'order'],
  placementCheck: ['periodId', 'month', 'checkedOn', 'inJob', 'leftOn'],
  rightsRequest: ['kind', 'receivedOn', 'dueOn', 'doneOn', 'result'],
  exclusion: ['reason', 'date', 'endedOn'],
  notDuplicate: ['otherId', 'on'],
  secondRating: ['assessmentId', 'changeId', 'ratedOn', 'raterId', 'raterName'],
  graduatePlan: ['openedOn', 'responsibleName', 'steps', 'outcome', 'outcomeOn'],
  groupConfirmation: ['flag', 'isConfirmed', 'on'],
  hardshipCert: ['category', 'certNo', 'certifiedOn', 'cancelledOn'],
  review: ['documentId', 'changeId', 'decision', 'reason', 'on', 'byId', 'byName'],
}

export function isDocument(entity: string): boolean {
  return (documentEntities as readonly string[]).includes(entity)
}

export function foldDocuments(changes: readonly StoredChange[]): FoldedDocument[] {
  const groups = new Map<string, StoredChange[]>()
  for (const change of changes) {
    if (!isDocument(change.entity)) continue
    const group = groups.get(change.entityId)
    if (group === undefined) groups.set(change.entityId, [change])
    else group.push(change)
  }
  return [...groups].map(([id, group]) => {
    const first = group[0] as StoredChange
    const state = foldDocument(group)
    const { recordedAt, actorId } = group.find((change) => change.id === state.headId) ?? first
    return { id, entity: first.entity, personId: first.personId, recordedAt, authorId: actorId, state, changes: group }
  })
}

/** The day that a document speaks of. */
export function dayOf(entity: string, body: JsonObject | null): string | null {
  return body === null ? null : (happenedOn(entity, body)?.slice(0, 10) ?? null)
}

export function cycleYearOf(entity: string, body: JsonObject | null): string | null {
  const stated = body?.cycleYear
  return typeof stated === 'string' ? stated : (dayOf(entity, body)?.slice(0, 4) ?? null)
}

export function summaryOf(entity: string, body: JsonObject | null): { [field: string]: Json } {
  const summary: { [field: string]: Json } = {}
  if (body === null) return summary
  for (const field of summaryFields[entity] ?? Object.keys(body)) {
    const value = body[field]
    if (value !== undefined && value !== null) summary[field] = value
  }
  return summary
}
