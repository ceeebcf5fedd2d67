import { cycleIn } from '../../../db/cycle.ts'
import { assessedAgainSoon, drawnAssessment, drawnAssessments, ratingsBegun, versionOf } from '../../../db/queries/assessments.ts'
import type { DrawnAssessment } from '../../../db/queries/assessments.ts'
import { personRows } from '../../../db/queries/file.ts'
import { agreementOf, currentInstrument, scoredItemsOf } from '../../../domain/assessment/index.ts'
import type { ItemAnswer } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import type { PlanCycle } from '../../../domain/plan/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { HandlersOf, StoreContext } from '../context.ts'

/** Second ratings: which assessments were drawn, what a second rater is told, and how the two people agree. The rating itself is a record like any other. */

const listed = 200

export const assessment: HandlersOf<'assessment.drawn' | 'assessment.toRate' | 'assessment.agreement'> = {
  'assessment.drawn': (context) => {
    const cycle = cycleNow(context)
    const all = drawnAssessments(context.store, cycle)
    const open = all.filter(({ second }) => second === null)
    const shown = [...open, ...all.filter(({ second }) => second !== null)].slice(0, listed)
    const begun = ratingsBegun(context.store)
    const again = assessedAgainSoon(context.store, context.today())
    return ok({
      cycleYear: cycle.year,
      drawn: all.length,
      done: all.length - open.length,
      rows: withRows(context, shown).map(({ row, item: { id, on, body, second, ...drawn } }) => ({
        assessmentId: id, row, assessedOn: on, assessorName: typeof body.assessorName === 'string' ? body.assessorName : '',
        state: second !== null ? ('done' as const) : isOwn(context, { body, ...drawn }) ? ('own' as const) : ('open' as const),
        isBegun: begun.has(row.id), ratedOn: second?.ratedOn ?? null, raterName: second?.raterName ?? null,
      })),
      again: { total: again.length, rows: withRows(context, again.slice(0, listed)).map(({ row, item: { on, dueOn } }) => ({ row, on, dueOn })) },
    })
  },

  'assessment.toRate': (context, { assessmentId }) => {
    const drawn = drawnAssessment(context.store, assessmentId, cycleNow(context))
    if (drawn === null) return fail({ code: 'notDrawn', message: '这次评估没有抽到，或者已经作废。请回列表看看' })
    if (drawn.second !== null) return fail({ code: 'alreadyRated', message: '这次评估已经有第二个人评过了，不用再评' })
    if (isOwn(context, drawn)) return fail({ code: 'ownAssessment', message: '第一次是您评的，请另一位同事来评' })
    const found = withRows(context, [drawn])[0]
    if (found === undefined) return fail({ code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回列表看看' })
    const { instrumentVersion, assistiveDevices } = drawn.body
    return ok({
      assessmentId, changeId: drawn.headId, row: found.row, assessedOn: drawn.on,
      instrumentVersion: typeof instrumentVersion === 'string' ? instrumentVersion : currentInstrument.version,
      assistiveDevices: Array.isArray(assistiveDevices) ? assistiveDevices.filter((device) => typeof device === 'string') : [],
    })
  },

  'assessment.agreement': (context) => {
    const cycle = cycleNow(context)
    const pairs = drawnAssessments(context.store, cycle).flatMap(({ body, second }) => {
      const again = second === null ? null : versionOf(context.store, second.headId)
      return again === null ? [] : [{ first: answersIn(body), second: answersIn(again.body) }]
    })
    const { items, overall } = agreementOf(pairs, scoredItemsOf(currentInstrument).map(({ code }) => code))
    return ok({ cycleYear: cycle.year, pairs: pairs.length, overall, items: [...items] })
  },
}

function cycleNow(context: StoreContext): PlanCycle {
  return cycleIn(context.store.sqlite, context.today().slice(0, 4))
}

function isOwn(context: StoreContext, { body, authorId }: Pick<DrawnAssessment, 'body' | 'authorId'>): boolean {
  return body.assessorId === context.user.id || authorId === context.user.id
}

/** Each with the row of its person; who is in no list on this PC is left out. */
function withRows<T extends { readonly personId: string }>(context: StoreContext, items: readonly T[]) {
  return items.flatMap((item) => {
    const row = personRows(context.store, [item.personId], context.today())[0]
    return row === undefined ? [] : [{ item, row }]
  })
}

function answersIn(body: JsonObject): ItemAnswer[] {
  return Array.isArray(body.items) ? (body.items as unknown as ItemAnswer[]) : []
}
