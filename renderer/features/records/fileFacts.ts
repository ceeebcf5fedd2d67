import { profileOf } from '../../../domain/assessment/index.ts'
import type { AssessmentProfile } from '../../../domain/assessment/index.ts'
import { addMonths, cycleOfYear } from '../../../domain/plan/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'

/** What a form takes from the person's file to decide which questions it asks. */
export interface FileFacts {
  /** The info check of this year found a wish to start a business. */
  readonly hasStartupNeed: boolean
  /** Somebody must be present in support (legal capacity is not full). */
  readonly needsSupporter: boolean
  /** An assessment recent enough to be confirmed instead of asked again. */
  readonly earlierAssessment: EarlierRecord | null
  /** The newest assessment of which the items were asked, however old: its answers stand beside the rows. */
  readonly lastAssessment: EarlierRecord | null
  /** What the file knows that the suggestions of an assessment rest on. */
  readonly profile: AssessmentProfile
}

export interface EarlierRecord {
  readonly id: string
  readonly on: string
  readonly body: JsonObject
}

export const noFacts: FileFacts = { hasStartupNeed: false, needsSupporter: false, earlierAssessment: null, lastAssessment: null, profile: {} }

export function factsOf(file: PersonFile, cycleYear: string, today: string, correcting: string | null): FileFacts {
  const standing = file.documents.filter((document) => !document.voided && document.body !== null)
  const check = standing.find((document) => document.entity === 'infoCheck' && document.cycleYear === cycleYear)
  const { legalCapacity } = file.fields
  const oldest = addMonths(today, -cycleOfYear(cycleYear).thresholds.assessmentReviewMonths)
  const last = standing
    .filter((document) => document.entity === 'capabilityAssessment' && document.id !== correcting && document.on !== null)
    // Only what was really asked can be confirmed; a confirmation is none to build upon.
    .filter((document) => Array.isArray(document.body?.items) && document.body.items.length > 0)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
    .map((document): EarlierRecord => ({ id: document.id, on: document.on ?? '', body: document.body ?? {} }))[0] ?? null
  return {
    hasStartupNeed: check?.body?.hasStartupNeed === true,
    needsSupporter: legalCapacity === 'LIMITED' || legalCapacity === 'NONE',
    earlierAssessment: last !== null && last.on >= oldest ? last : null,
    lastAssessment: last,
    profile: profileOf(file.fields, standing.map(({ entity, on, body }) => ({ entity, on, body: body ?? {} }))),
  }
}
