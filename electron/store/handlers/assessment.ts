import { cycleIn } from '../../../db/cycle.ts'
import { assessedAgainSoon, drawnAssessment, drawnAssessments, ratingsBegun, versionOf } from '../../../db/queries/assessments.ts'
import type { Version } from '../../../db/queries/assessments.ts'
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
      rows: withRows(context, shown).map(({ row, item: { id, on, headId, second } }) => {
        const first = versionOf(context.store, headId)
        const { assessorName } = first?.body ?? {}
        return {
          assessmentId: id, row, assessedOn: on, assessorName: typeof assessorName === 'string' ? assessorName : '',
          state: second !== null ? ('done' as const) : isOwn(context, first) ? ('own' as const) : ('open' as const),
          isBegun: begun.has(row.id), ratedOn: second?.ratedOn ?? null, raterName: second?.raterName ?? null,
        }
      }),
      again: { total: again.length, rows: withRows(context, again.slice(0, listed)).map(({ row, item: { on, dueOn } }) => ({ row, on, dueOn })) },
    })
  },

  'assessment.toRate': (context, { assessmentId }) => {
    const drawn = drawnAssessment(context.store, assessmentId, cycleNow(context))
    const first = drawn === null ? null : versionOf(context.store, drawn.headId)
    if (drawn === null || first === null) return fail({ code: 'notDrawn', message: '这次评估没有抽到，或者已经作废。请回列表看看' })
    if (drawn.second !== null) return fail({ code: 'alreadyRated', message: '这次评估已经有第二个人评过了，不用再评' })
    if (isOwn(context, first)) return fail({ code: 'ownAssessment', message: '第一次是您评的，请另一位同事来评' })
    const found = withRows(context, [drawn])[0]
    if (found === undefined) return fail({ code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回列表看看' })
    const { instrumentVersion, assistiveDevices } = first.body
    return ok({
      assessmentId, changeId: drawn.headId, row: found.row, assessedOn: drawn.on,
      instrumentVersion: typeof instrumentVersion === 'string' ? instrumentVersion : currentInstrument.version,
      assistiveDevices: Array.isArray(assistiveDevices) ? assistiveDevices.filter((device) => typeof device === 'string') : [],
    })
  },

  'assessment.agreement': (context) => {
    const cycle = cycleNow(context)
    const pairs = drawnAssessments(context.store, cycle).flatMap(({ headId, second }) => {
      const [first, again] = second === null ? [null, null] : [versionOf(context.store, headId), versionOf(context.store, second.headId)]
      return first === null || again === null ? [] : [{ first: answersIn(first.body), second: answersIn(again.body) }]
    })
    const { items, overall } = agreementOf(pairs, scoredItemsOf(currentInstrument).map(({ code }) => code))
    return ok({ cycleYear: cycle.year, pairs: pairs.length, overall, items: [...items] })
  },
}

function cycleNow(context: StoreContext): PlanCycle {
  return cycleIn(context.store.sqlite, context.today().slice(0, 4))
}

function isOwn(context: StoreContext, first: Version | null): boolean {
  return first !== null && (first.body.assessorId === context.user.id || first.authorId === context.user.id)
}

/** Each with the row of its person; who is in no list on this PC is left out. */
function withRows<T extends { readonly personId: string }>(context: StoreContext, items: readonly T[]) {
  const today = context.today()
  const rows = new Map(personRows(context.store, [...new Set(items.map(({ personId }) => personId))], today).map((row) => [row.id, row]))
  return items.flatMap((item) => {
    // A file that was merged is shown under the one that stands for both.
    const row = rows.get(item.personId) ?? personRows(context.store, [item.personId], today)[0]
    return row === undefined ? [] : [{ item, row }]
  })
}

function answersIn(body: JsonObject): ItemAnswer[] {
  return Array.isArray(body.items) ? (body.items as unknown as ItemAnswer[]) : []
}
