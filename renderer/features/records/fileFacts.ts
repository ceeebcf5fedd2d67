import { profileOf } from '../../../domain/assessment/index.ts'
import type { AssessmentProfile } from '../../../domain/assessment/index.ts'
import type { PlanCycle } from '../../../domain/plan/index.ts'
import { confirmableAssessment } from '../../../domain/visit/confirmable.ts'
import type { Confirmable } from '../../../domain/visit/confirmable.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'

/** What a form takes from the person's file to decide which questions it asks. */
export interface FileFacts {
  /** The info check of this year found a wish to start a business. */
  readonly hasStartupNeed: boolean
  /** Somebody must be present in support (legal capacity is not full). */
  readonly needsSupporter: boolean
  /** The newest assessment of which the items were asked, however old: its answers stand beside the rows. */
  readonly lastAssessment: EarlierRecord | null
  /** That assessment, and why it cannot be confirmed on a day. */
  readonly confirmable: (day: string) => Confirmable
  /** What the file knows that the suggestions of an assessment rest on. */
  readonly profile: AssessmentProfile
}

export interface EarlierRecord {
  readonly id: string
  readonly on: string
  readonly body: JsonObject
}

export const noFacts: FileFacts = { hasStartupNeed: false, needsSupporter: false, lastAssessment: null, confirmable: () => ({ last: null, hindrance: null }), profile: {} }

export function factsOf(file: PersonFile, cycle: PlanCycle, today: string, correcting: string | null): FileFacts {
  const standing = file.documents.filter((document) => !document.voided && document.body !== null)
  const check = standing.find((document) => document.entity === 'infoCheck' && document.cycleYear === cycle.year)
  const { legalCapacity } = file.fields
  const known = { person: file.fields, documents: standing.map(({ id, entity, body }) => ({ id, entity, body: body ?? {} })) }
  const confirmable = (day: string) => confirmableAssessment(known, cycle, day, correcting)
  const { last } = confirmable(today)
  return {
    hasStartupNeed: check?.body?.hasStartupNeed === true,
    needsSupporter: legalCapacity === 'LIMITED' || legalCapacity === 'NONE',
    lastAssessment: last === null ? null : { ...last, body: last.body as JsonObject },
    confirmable,
    profile: profileOf(file.fields, standing.map(({ entity, on, body }) => ({ entity, on, body: body ?? {} }))),
  }
}
