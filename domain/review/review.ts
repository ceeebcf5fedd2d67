import type { CaseFacts, FactsDocument } from '../cycle/facts.ts'
import { stepNames } from '../plan/plans.ts'
import { fail, ok } from '../result.ts'
import type { Problem, Result } from '../result.ts'

/**
 * Where a version of a record stands with the review. It is derived from the review documents that name this very version, so a new version begins anew.
 * The order in which reviews arrive does not matter: a return outweighs a pass, and both outweigh the submission.
 */

export const reviewStates = ['none', 'submitted', 'returned', 'reviewed'] as const
export type ReviewState = (typeof reviewStates)[number]

export interface ReviewStanding {
  readonly state: ReviewState
  /** The review document that says so; null while there is none. */
  readonly reviewId: string | null
  readonly on: string | null
  readonly byId: string | null
  readonly byName: string | null
  /** Why it was returned. */
  readonly reason: string | null
  /** An earlier version was returned and this one has not been submitted yet: what was asked for. */
  readonly askedFor: string | null
}

/** The records that are looked at by somebody else: the four ones. */
export function isReviewed(entity: string): boolean {
  return (stepNames as readonly string[]).includes(entity)
}

export function reviewsOf(facts: Pick<CaseFacts, 'documents'>): FactsDocument[] {
  return facts.documents.filter(({ entity }) => entity === 'review')
}

/** `document`: a record at the version that stands. `reviews`: those of the file that are not void. */
export function reviewStandingOf(document: Pick<FactsDocument, 'id' | 'headId' | 'authorId'>, reviews: readonly FactsDocument[]): ReviewStanding {
  const own = reviews.filter(({ body }) => body.documentId === document.id)
  const ofHead = own.filter(({ body }) => body.changeId === document.headId && document.headId !== undefined)
  const counted = ofHead.filter((review) => review.body.decision === 'SUBMITTED' || isByAnother(review, document.authorId))
  for (const [decision, state] of weights) {
    const found = counted.filter(({ body }) => body.decision === decision).sort(byTime).at(-1)
    if (found !== undefined) return standingBy(found, state)
  }
  const returned = own.filter(({ body }) => body.decision === 'RETURNED' && body.changeId !== document.headId).sort(byTime).at(-1)
  return { ...nothing, askedFor: returned === undefined ? null : text(returned.body.reason) }
}

const weights: readonly (readonly [string, ReviewState])[] = [['RETURNED', 'returned'], ['REVIEWED', 'reviewed'], ['SUBMITTED', 'submitted']]

const nothing: ReviewStanding = { state: 'none', reviewId: null, on: null, byId: null, byName: null, reason: null, askedFor: null }

function standingBy({ id, body }: FactsDocument, state: ReviewState): ReviewStanding {
  return {
    state, reviewId: id, on: text(body.on), byId: text(body.byId), byName: text(body.byName),
    reason: state === 'returned' ? text(body.reason) : null, askedFor: null,
  }
}

/** Whoever wrote a version never reviews it (1.3), whatever a device let through. Who signed the review counts, not the name in it. */
function isByAnother(review: FactsDocument, authorId: string | undefined): boolean {
  return authorId === undefined || (review.authorId ?? review.body.byId) !== authorId
}

/** By day, by when it was written, by id: every device comes to the same one. */
function byTime(a: FactsDocument, b: FactsDocument): number {
  const key = ({ id, body, recordedAt }: FactsDocument) => `${text(body.on) ?? ''} ${recordedAt ?? ''} ${id}`
  return key(a) < key(b) ? -1 : 1
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Whether a record counts as done where the plan wants it looked at. */
export function isPassed(document: FactsDocument, reviews: readonly FactsDocument[]): boolean {
  return reviewStandingOf(document, reviews).state === 'reviewed'
}

export interface ReviewAct {
  readonly decision: 'SUBMITTED' | 'REVIEWED' | 'RETURNED'
  readonly standing: ReviewState
  /** Whether who acts also wrote the version. */
  readonly isOwn: boolean
  readonly isVoid: boolean
  /** The version that was looked at is still the one that stands. */
  readonly isHead: boolean
}

/** Why an act cannot be done, in words; each record of a batch is asked by itself. */
export function checkReviewAct({ decision, standing, isOwn, isVoid, isHead }: ReviewAct): Result<null, Problem> {
  const refuse = (code: string, message: string) => fail({ code, message })
  if (isVoid) return refuse('voided', '这份记录作废了，不用审核')
  if (!isHead) return refuse('movedOn', '这份记录后来改过，请看过新的一版再定')
  if (decision === 'SUBMITTED') {
    if (standing === 'submitted') return refuse('alreadySubmitted', '已经提交过，正等审核')
    if (standing === 'reviewed') return refuse('alreadyReviewed', '已经审核通过，不用再提交')
    if (standing === 'returned') return refuse('correctFirst', '这一版被退回了，先更正，再提交')
    return ok(null)
  }
  if (isOwn) return refuse('ownWork', '自己填的记录要由别人审核')
  if (standing === 'reviewed' && decision === 'REVIEWED') return refuse('alreadyReviewed', '已经审核通过了')
  if (standing === 'returned') return refuse('alreadyReturned', '这一版已经退回，等填写的人更正')
  return standing === 'none' ? refuse('notSubmitted', '这份记录还没有提交审核') : ok(null)
}
