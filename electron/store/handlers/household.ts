import { commitAction } from '../../../db/journal/commit.ts'
import type { Intent } from '../../../db/journal/commit.ts'
import { personState } from '../../../db/queries/file.ts'
import { householdById } from '../../../db/queries/household.ts'
import { patchOf } from '../../../domain/journal/fold.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf } from '../context.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }

export const household: HandlersOf<'persons.household' | 'persons.joinHousehold'> = {
  'persons.household': (context, { personId }) => {
    const state = personState(context.store, personId)
    if (state === null) return fail(noPerson)
    const id = state.fields.householdId?.value
    if (typeof id !== 'string' || id === '') return ok(null)
    return ok(householdById(context.store, id, context.today()) as Output<'persons.household'>)
  },

  'persons.joinHousehold': (context, { personId, otherId }) => {
    if (personId === otherId) return fail({ code: 'samePerson', message: '这就是本人，请选家里另一个人' })
    const [own, other] = [personState(context.store, personId), personState(context.store, otherId)]
    if (own === null || other === null) return fail(noPerson)
    const known = [other, own].map((state) => state.fields.householdId?.value).find((value) => typeof value === 'string' && value !== '')
    const householdId = known ?? `户${context.deps.newId().slice(-8)}`
    const intents = [{ id: personId, state: own }, { id: otherId, state: other }].flatMap(({ id, state }): Intent[] => {
      const fields = patchOf(state, { householdId })
      return Object.keys(fields).length === 0 ? [] : [{ kind: 'patch', entity: 'person', entityId: id, personId: id, fields }]
    })
    if (intents.length === 0) return fail({ code: 'already', message: '这两个人已经在一户里，不用再加' })
    const { actionId, savedAt } = commitAction(context.store, { actorId: context.user.id }, intents)
    context.changed([personId, otherId])
    return ok({ actionId, savedAt })
  },
}
