import { cycleIn } from '../../../db/cycle.ts'
import { isDrawn } from '../../../domain/assessment/index.ts'
import { caseOf, employmentStateOn } from '../../../domain/cycle/index.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import type { FieldProblem, RecordKind } from '../../../domain/records/index.ts'
import type { CompletionContext } from '../../../domain/records/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import type { PlanCycle } from '../../../domain/plan/index.ts'
import type { Result } from '../../../domain/result.ts'
import { confirmableAssessment, hindranceMessage } from '../../../domain/visit/confirmable.ts'
import type { StoreContext } from '../context.ts'
import { standingDocuments } from './knownFile.ts'
import type { KnownFile } from './knownFile.ts'

/** Checks a draft against the rules of its record and against what the file says already. */
export function checkDraft(
  context: StoreContext,
  file: KnownFile,
  kind: RecordKind,
  cycleYear: string,
  body: JsonObject,
): Result<JsonObject, FieldProblem[]> {
  const draft = { ...body, personId: file.personId, cycleYear }
  const result = completeRecord(kind, draft, completionContext(context, file, kind, cycleYear, body))
  return result as Result<JsonObject, FieldProblem[]>
}

function completionContext(context: StoreContext, file: KnownFile, kind: RecordKind, cycleYear: string, body: JsonObject): CompletionContext {
  const documents = standingDocuments(file)
  const reviewed = documents.find((document) => document.id === body.reviewOf)
  const { legalCapacity } = file.person
  const cycle = cycleIn(context.store.sqlite, cycleYear)
  const refusal = reviewRefusal(file, cycle, body)
  const rated = kind === 'secondRating' ? ratedAssessment(file, body) : undefined
  return {
    today: context.today(),
    // A clock that was set back must not refuse honest dates.
    lastKnownDate: file.lastEntryOn,
    cycle,
    known: {
      ...(typeof legalCapacity === 'string' ? { legalCapacity } : {}),
      ...(typeof reviewed?.body.assessedOn === 'string' ? { reviewedOn: reviewed.body.assessedOn } : {}),
      ...(rated === undefined ? {} : { rated }),
      ...(refusal === null ? {} : { reviewRefusal: refusal }),
      consents: documents.filter((document) => document.entity === 'consent'),
    },
  }
}

function ratedAssessment(file: KnownFile, body: JsonObject): NonNullable<CompletionContext['known']>['rated'] {
  const found = file.facts.documents.find(({ id, entity }) => entity === 'capabilityAssessment' && id === body.assessmentId)
  if (found?.headId === undefined) return null
  const { assessorId, instrumentVersion } = found.body
  return { assessorId, authorId: found.authorId ?? null, instrumentVersion, changeId: found.headId, drawn: isDrawn(found.id) }
}

/** Why the assessment that is to be confirmed cannot be, by what the file says of the time since. */
function reviewRefusal(file: KnownFile, cycle: PlanCycle, body: JsonObject): string | null {
  if (typeof body.reviewOf !== 'string' || typeof body.assessedOn !== 'string') return null
  const { last, hindrance } = confirmableAssessment(file.facts, cycle, body.assessedOn)
  return last?.id === body.reviewOf && hindrance !== null ? hindranceMessage(hindrance) : null
}

/** Order of the steps as it would be with this record in the file. */
export function orderWarnings(context: StoreContext, file: KnownFile, cycleYear: string, added: { id: string; entity: string; body: JsonObject } | null): string[] {
  const others = file.facts.documents.filter((document) => document.id !== added?.id)
  const facts = { person: file.facts.person, documents: added === null ? others : [...others, added] }
  return caseOf(facts, cycleIn(context.store.sqlite, cycleYear)).orderWarnings.map((warning) => warning.message)
}

export function employmentStateNow(file: KnownFile, day: string): string | null {
  return employmentStateOn(file.facts, day)
}
