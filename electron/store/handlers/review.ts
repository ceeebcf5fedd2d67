import { cycleIn } from '../../../db/cycle.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { shownAs } from '../../../db/projection/aliases.ts'
import { documentById } from '../../../db/queries/file.ts'
import { countReviews, listReviews, mostCounted } from '../../../db/queries/review.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { cycleOf } from '../../../domain/plan/index.ts'
import { checkReviewAct, isReviewed, reviewsOf, reviewStandingOf } from '../../../domain/review/index.ts'
import type { ReviewAct, ReviewStanding } from '../../../domain/review/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Problem, Result } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { ApiProblem } from '../../api/schemas/common.ts'
import { idsOf, nameOf } from '../actors.ts'
import type { HandlersOf, StoreContext } from '../context.ts'
import { knownFile } from '../records/knownFile.ts'
import type { KnownFile } from '../records/knownFile.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }
const noDocument = { code: 'noDocument', message: '没有找到这份记录，可能已经作废。请回档案看看' }

export const review: HandlersOf<'review.list' | 'review.counts' | 'review.submit' | 'review.decide' | 'review.ofPerson'> = {
  'review.list': (context, { state, offset, limit }) => {
    const own = idsOf(context, context.user.id)
    const name = nameOf(context)
    const found = listReviews(context.store, context.today(), { state, authors: authorsFor(context, state, own), offset, limit })
    const rows = found.map(({ documentId, changeId, entity, on, version, authorId, standing, row }) => ({
      documentId, changeId, kind: entity as Output<'review.list'>['rows'][number]['kind'], on, version,
      author: name(authorId), isOwn: own.includes(authorId), standing: shown(standing), row,
    }))
    return ok({ rows })
  },

  'review.counts': (context) => {
    const own = idsOf(context, context.user.id)
    const count = (state: 'none' | 'submitted' | 'returned') => countReviews(context.store, context.today(), { state, authors: authorsFor(context, state, own) })
    return ok({ none: count('none'), submitted: count('submitted'), returned: count('returned'), mostCounted })
  },

  'review.submit': (context, { records }) => act(context, records, 'SUBMITTED', null),

  'review.decide': (context, { records, decision, reason }) => {
    if (decision === 'RETURNED' && (reason ?? '').trim().length < 2) {
      return fail({ code: 'needsReason', message: '请写退回的原因，让填写的人知道改哪里', fields: [{ path: 'reason', message: '请写退回的原因，让填写的人知道改哪里' }] })
    }
    return act(context, records, decision, decision === 'RETURNED' ? (reason ?? '').trim() : null)
  },

  'review.ofPerson': (context, { personId }) => {
    const file = knownFile(context.store, personId)
    if (file === null) return fail(noPerson)
    const own = idsOf(context, context.user.id)
    const reviews = reviewsOf(file.facts)
    const isNeeded = cycleIn(context.store.sqlite, cycleOf(context.today()).year).completionNeedsReview
    return ok({
      isNeeded,
      records: file.facts.documents.flatMap((document) => {
        if (!isReviewed(document.entity) || document.headId === undefined) return []
        const standing = reviewStandingOf(document, reviews)
        const isOwn = document.authorId !== undefined && own.includes(document.authorId)
        return [{ documentId: document.id, changeId: document.headId, isOwn, ...shown(standing), reviewId: standing.reviewId }]
      }),
    })
  },
}

/** Whoever decides sees what everybody submitted; all else is one's own work. */
function authorsFor(context: StoreContext, state: 'none' | 'submitted' | 'returned', own: readonly string[]): readonly string[] | null {
  return context.user.role === 'counsellor' || state === 'none' ? own : null
}

function shown({ state, on, byName, reason, askedFor }: ReviewStanding) {
  return { state, on, byName, reason, askedFor }
}

/** All that can be done in one action; what cannot is named. */
function act(
  context: StoreContext, records: readonly { documentId: string; changeId: string }[], decision: ReviewAct['decision'], reason: string | null,
): Result<Output<'review.decide'>, ApiProblem> {
  const files = new Map<string, KnownFile | null>()
  const own = idsOf(context, context.user.id)
  const intents: Intent[] = []
  const touched = new Set<string>()
  const refused: { documentId: string; message: string }[] = []
  const problems: Problem[] = []
  for (const { documentId, changeId } of new Map(records.map((record) => [record.documentId, record])).values()) {
    const found = lookUp(context, files, documentId)
    const problem = found === null ? noDocument : refusalOf(found.file, documentId, changeId, decision, own)
    if (found === null || problem !== null) {
      problems.push(problem ?? noDocument)
      refused.push({ documentId, message: (problem ?? noDocument).message })
      continue
    }
    touched.add(found.shownIn)
    intents.push({
      kind: 'create', entity: 'review', entityId: context.deps.newId(), personId: found.personId,
      body: bodyOf(context, { personId: found.personId, cycleYear: found.cycleYear, documentId, changeId, decision }, reason),
    })
  }
  if (intents.length === 0) return fail(problems[0] ?? noDocument)
  const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, intents)
  context.changed([...touched])
  return ok({ actionId, savedAt, done: intents.length, refused })
}

function bodyOf(context: StoreContext, record: JsonObject, reason: string | null): JsonObject {
  return { ...record, on: context.today(), byId: context.user.id, byName: context.user.name, ...(reason === null ? {} : { reason }) }
}

interface FoundRecord {
  readonly file: KnownFile
  /** Whose record it is, and in whose file it is shown: another one after a merge. */
  readonly personId: string
  readonly shownIn: string
  readonly cycleYear: string
}

function lookUp(context: StoreContext, files: Map<string, KnownFile | null>, documentId: string): FoundRecord | null {
  const document = documentById(context.store, documentId)
  if (document === null || document.personId === null || !isReviewed(document.entity)) return null
  const shownIn = shownAs(context.store.sqlite, document.personId)
  if (!files.has(shownIn)) files.set(shownIn, knownFile(context.store, shownIn))
  const file = files.get(shownIn) ?? null
  return file === null ? null : { file, personId: document.personId, shownIn, cycleYear: document.cycleYear ?? context.today().slice(0, 4) }
}

function refusalOf(file: KnownFile, documentId: string, changeId: string, decision: ReviewAct['decision'], own: readonly string[]): Problem | null {
  const document = file.facts.documents.find(({ id }) => id === documentId)
  const checked = checkReviewAct({
    decision,
    standing: document === undefined ? 'none' : reviewStandingOf(document, reviewsOf(file.facts)).state,
    isOwn: document?.authorId !== undefined && own.includes(document.authorId),
    isVoid: document === undefined,
    isHead: document?.headId === changeId,
  })
  return checked.ok ? null : checked.error
}
