import { periodsOf } from '../cycle/index.ts'
import type { CaseFacts } from '../cycle/index.ts'
import { addMonths } from '../plan/index.ts'
import type { IsoDate, PlanCycle } from '../plan/index.ts'
import type { Json, JsonObject } from '../journal/change.ts'
import { checkedFields, happenedOn } from '../records/index.ts'

/** Why the last assessment cannot be confirmed and the items are asked: too long ago, or work, certificate or health changed since. */
export type Hindrance = 'tooOld' | 'workChanged' | 'certificateChanged' | 'healthChanged'

const messages: Readonly<Record<Hindrance, string>> = {
  tooOld: '那次评估太久了，请重新评估',
  workChanged: '那次评估以后，工作有过变化，请重新评估',
  certificateChanged: '那次评估以后，残疾人证改过，请重新评估',
  healthChanged: '那次评估以后，自理或劳动能力改过，请重新评估',
}

export function hindranceMessage(hindrance: Hindrance): string {
  return messages[hindrance]
}

export interface Confirmable {
  /** The assessment that was really asked last; null: there is none. */
  readonly last: { readonly id: string; readonly on: IsoDate; readonly body: JsonObject } | null
  /** null: it may be confirmed, if the person says that nothing has changed. */
  readonly hindrance: Hindrance | null
}

/** 1.3: an earlier result may be confirmed when it is not older than twelve months and certificate, health and job are as they were. */
export function confirmableAssessment(facts: CaseFacts, cycle: PlanCycle, day: IsoDate, except: string | null = null): Confirmable {
  const last = facts.documents
    .flatMap((document) => {
      const on = document.entity === 'capabilityAssessment' ? happenedOn(document.entity, document.body) : null
      // Only what was really asked can be confirmed; a confirmation is none to build upon.
      const wasAsked = Array.isArray(document.body.items) && document.body.items.length > 0
      return on !== null && on <= day && wasAsked && document.id !== except ? [{ id: document.id, on, body: document.body as JsonObject }] : []
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1))[0]
  if (last === undefined) return { last: null, hindrance: null }
  return { last, hindrance: hindranceOf(last.on, facts, cycle, day) }
}

function hindranceOf(measuredOn: IsoDate, facts: CaseFacts, cycle: PlanCycle, day: IsoDate): Hindrance | null {
  if (addMonths(measuredOn, cycle.thresholds.assessmentReviewMonths) < day) return 'tooOld'
  const isSince = (on: unknown) => typeof on === 'string' && measuredOn < on && on <= day
  if (periodsOf(facts).standing.some(({ on, body }) => isSince(on) || isSince(body.endOn))) return 'workChanged'
  const checks = facts.documents.filter(({ entity, body }) => entity === 'infoCheck' && isSince(body.checkedOn))
  const changed = checks.flatMap(({ body }) => changedFields(body.changes))
  if (changed.some(isOfCertificate)) return 'certificateChanged'
  return changed.some((field) => ofHealth.includes(field)) ? 'healthChanged' : null
}

/** What a certificate says of the person; its number and its days move with every renewal. */
const ofCertificate: readonly string[] = checkedFields.certificate.filter((field) => field !== 'certNumber' && field !== 'certValidUntil' && field !== 'certStatus')

/** What a check may have put right about health. */
const ofHealth: readonly string[] = ['selfCare', 'workCapacity']

function isOfCertificate(field: string): boolean {
  return ofCertificate.includes(field)
}

function changedFields(changes: unknown): string[] {
  return Array.isArray(changes) ? (changes as { readonly field?: unknown }[]).flatMap(({ field }) => (typeof field === 'string' ? [field] : [])) : []
}

/** What stands on with a confirmed assessment. The opinion of the person is asked anew. */
const standsOn = ['index', 'supportLevel', 'dimScores', 'suggestedForms', 'suggestedFamilies', 'accommodations', 'suggestedTraining', 'conclusion', 'assistiveDevices'] as const

export function takenOver(earlier: JsonObject): { [field: string]: Json } {
  return Object.fromEntries(standsOn.flatMap((field) => (earlier[field] === undefined ? [] : [[field, earlier[field]]])))
}
