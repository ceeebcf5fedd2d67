import { addMonths, cycleOfYear } from '../../../domain/plan/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'

/** What a form takes from the person's file to decide which questions it asks. */
export interface FileFacts {
  /** The info check of this year found a wish to start a business. */
  readonly hasStartupNeed: boolean
  /** Somebody must be present in support (legal capacity is not full). */
  readonly needsSupporter: boolean
  /** An assessment recent enough to be confirmed instead of asked again. */
  readonly earlierAssessment: { readonly id: string; readonly on: string; readonly body: JsonObject } | null
}

export const noFacts: FileFacts = { hasStartupNeed: false, needsSupporter: false, earlierAssessment: null }

export function factsOf(file: PersonFile, cycleYear: string, today: string, correcting: string | null): FileFacts {
  const standing = file.documents.filter((document) => !document.voided && document.body !== null)
  const check = standing.find((document) => document.entity === 'infoCheck' && document.cycleYear === cycleYear)
  const { legalCapacity } = file.fields
  const oldest = addMonths(today, -cycleOfYear(cycleYear).thresholds.assessmentReviewMonths)
  const earlier = standing
    .filter((document) => document.entity === 'capabilityAssessment' && document.id !== correcting && document.on !== null && document.on >= oldest)
    // Only what was really asked can be confirmed; a confirmation is none to build upon.
    .filter((document) => Array.isArray(document.body?.items) && document.body.items.length > 0)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  return {
    hasStartupNeed: check?.body?.hasStartupNeed === true,
    needsSupporter: legalCapacity === 'LIMITED' || legalCapacity === 'NONE',
    earlierAssessment: earlier === undefined ? null : { id: earlier.id, on: earlier.on ?? '', body: earlier.body ?? {} },
  }
}
