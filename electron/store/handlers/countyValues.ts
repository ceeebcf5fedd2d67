import { statedValues } from '../../../db/cycle.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import { filesBehind } from '../../../db/projection/catchUp.ts'
import { valuesHistory } from '../../../db/queries/countyValues.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { countyValuesFaults, countyValuesId, countyValuesSchema, planFor } from '../../../domain/plan/index.ts'
import type { CountyValues } from '../../../domain/plan/index.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import { nameOf } from '../actors.ts'
import type { HandlersOf } from '../context.ts'

type Loose = Output<'countyValues.get'>['stated'][number]['body']

const loose = (body: CountyValues): Loose => body as unknown as Loose

export const countyValues: HandlersOf<'countyValues.get' | 'countyValues.save'> = {
  'countyValues.get': (context, { cycleYear }) => {
    const { store } = context
    const actor = nameOf(context)
    const { head, versions } = valuesHistory(store, cycleYear)
    return ok({
      stated: statedValues(store.sqlite).map(({ changeId, body }) => ({ changeId, body: loose(body) })),
      head,
      versions: versions.map(({ changeId, at, actorId, body, isRival }) => ({ changeId, at, actor: actor(actorId), body: body === null ? null : loose(body), isRival })),
      behind: filesBehind(store),
    })
  },

  'countyValues.save': (context, { cycleYear, body, replaces }) => {
    const { head } = valuesHistory(context.store, cycleYear)
    if (head !== replaces) return fail({ code: 'movedOn', message: '别处刚改过本县的做法，您这次的还没有存。请看看新的，再改一次' })
    const plan = planFor(cycleYear)
    // The year and the plan are where this is written, whatever the page says.
    const parsed = countyValuesSchema.safeParse({ ...body, cycleYear, planId: plan.id, planVersion: plan.version })
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => ({ path: path.join('.'), message: '这里的写法不对，请改' }))
      return fail({ code: 'incomplete', message: `有 ${fields.length} 处要改，已标出`, fields })
    }
    const faults = countyValuesFaults(parsed.data as CountyValues)
    if (faults.length > 0) {
      const fields = faults.map(({ field, message }) => ({ path: field, message }))
      return fail({ code: 'incomplete', message: `有 ${fields.length} 处要改，已标出`, fields })
    }
    const target = { entity: 'countyValues', entityId: countyValuesId(cycleYear), personId: null, body: parsed.data as unknown as JsonObject } as const
    const saved = commitAction(context.store, context.by, [
      replaces === null ? { kind: 'create', ...target } : { kind: 'succeed', ...target, replaces },
    ])
    context.changed([])
    return ok({ actionId: saved.actionId, savedAt: saved.savedAt })
  },
}
