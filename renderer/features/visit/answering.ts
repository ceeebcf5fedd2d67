import type { JsonObject as KnownBody } from '../../../domain/journal/change.ts'
import { takenOver } from '../../../domain/visit/confirmable.ts'
import { isTakenWithRest } from '../../../domain/visit/lastAnswers.ts'
import type { JsonObject } from '../../api/client.ts'
import { takenFromBefore } from '../records/answers.ts'
import { isEmpty, withValue } from '../records/formSpec.ts'
import { marked, marksOf, marksPath, withOne, withoutOne } from './marks.ts'
import type { Patch } from './marks.ts'
import { compareGroups, sectionsOf } from './questions.ts'
import type { Question, VisitContext } from './questions.ts'

/** What an answer writes. Pure: a body goes in, what is to be set comes out. */

/** A person's own answer: it is no longer that of last year, nor a fact of the file that waits to be confirmed. */
export function answered(body: JsonObject, path: string, value: unknown): Patch {
  const marks = marksOf(body)
  const asLast = withoutOne(marks.asLast, path)
  const opened = path === 'employmentState' ? withOne(marks.opened, path) : marks.opened
  const isSame = asLast.length === marks.asLast.length && opened === marks.opened
  return [[path, value], ...(isSame ? [] : marked(body, { asLast, opened }))]
}

export function withPatch(body: JsonObject, patch: Patch): JsonObject {
  return patch.reduce((sofar, [path, value]) => withValue(sofar, path, value), body)
}

/** `=`: what was said last. */
export function lastTaken(body: JsonObject, question: Question, { facts }: VisitContext): Patch {
  if (question.last === undefined) return []
  const [list, code] = question.path.split('.')
  if (question.kind === 'grade' && code !== undefined && facts.lastAssessment !== null) {
    const taken = takenFromBefore(body, facts.lastAssessment.body, [code])
    return [[list as string, list === 'items' ? taken.items : taken.env]]
  }
  return [[question.path, question.last], ...marked(body, { asLast: withOne(marksOf(body).asLast, question.path) })]
}

/** Ctrl+=: all that is still open and was said last, as far as it is about the person. An answer may open a question, so again until nothing is left. */
export function restTaken(body: JsonObject, context: VisitContext): Patch {
  let now = body
  for (let round = 0; round < 10; round += 1) {
    // What was found before says nothing of the answers that are being taken.
    const open = sectionsOf(now, { ...context, problems: [] }).flatMap(({ questions }) => questions)
      .filter(({ path, last, isAnswered }) => !isAnswered && last !== undefined && isTakenWithRest(context.spec.kind, path))
    if (open.length === 0) break
    for (const question of open) now = withPatch(now, lastTaken(now, question, context))
  }
  return Object.keys(now).filter((path) => now[path] !== body[path]).map((path) => [path, now[path]] as const)
}

/** Yes to a group of known facts. When the last is confirmed, the result of the check is known. */
export function agreed(body: JsonObject, path: string): Patch {
  const marks = marksOf(body)
  const list = withOne(marks.agreed, path)
  const isWhole = path.startsWith('changes.@') && compareGroups.every((group) => list.includes(`changes.@${group}`))
  return [...marked(body, { agreed: list }), ...(isWhole ? [['result', isEmpty(body.changes) ? 'MATCH' : 'UPDATED'] as const] : [])]
}

/** Something in the group has changed: its lines are asked. */
export function opened(body: JsonObject, path: string): Patch {
  const marks = marksOf(body)
  return marked(body, { opened: withOne(marks.opened, path), agreed: withoutOne(marks.agreed, path) })
}

/** Somebody answered, or nobody did and why. */
export function wasMet(body: JsonObject, outcome: 'met' | 'UNREACHABLE' | 'REFUSED' | 'EXCLUDED'): Patch {
  if (outcome !== 'met') return [...marked(body, { met: false }), ['result', outcome]]
  const isHeard = body.result === 'MATCH' || body.result === 'UPDATED'
  return [...marked(body, { met: true }), ...(isHeard ? [] : [['result', null] as const])]
}

/** The earlier assessment stands on, if nothing has changed. */
export function confirmed(body: JsonObject, earlier: { readonly id: string; readonly body: KnownBody }): Patch {
  return [
    ['reviewOf', earlier.id],
    ...Object.entries(takenOver(earlier.body)),
    ...marked(body, { opened: withoutOne(marksOf(body).opened, 'reviewOf') }),
  ]
}

/** The items are asked after all: what stood on with the earlier assessment goes. */
export function askedAnew(body: JsonObject, earlier: { readonly body: KnownBody } | null): Patch {
  const wasConfirming = !isEmpty(body.reviewOf)
  const gone = wasConfirming && earlier !== null ? Object.keys(takenOver(earlier.body)).map((field) => [field, null] as const) : []
  return [['reviewOf', null], ['unchanged', null], ...gone, ...marked(body, { opened: withOne(marksOf(body).opened, 'reviewOf') })]
}

/** Answers that were taken from the record before, for a look before the record is handed in. */
export function takenPaths(body: JsonObject): { readonly paths: readonly string[]; readonly grades: number } {
  const isAsBefore = (each: unknown) => typeof each === 'object' && each !== null && (each as { asBefore?: unknown }).asBefore === true
  const count = (list: unknown) => (Array.isArray(list) ? list.filter(isAsBefore).length : 0)
  return { paths: marksOf(body).asLast.filter((path) => path !== marksPath && !isEmpty(body[path])), grades: count(body.items) + count(body.env) }
}
