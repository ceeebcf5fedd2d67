import { groupOf } from '../../../db/projection/aliases.ts'
import { valuesOf } from '../../../db/projection/personColumns.ts'
import { personFile, personState } from '../../../db/queries/file.ts'
import { logReveal, looksAt } from '../../../db/queries/journalLists.ts'
import { compareFiles } from '../../../domain/duplicates/index.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import { nameOf } from '../actors.ts'
import type { HandlersOf, StoreContext } from '../context.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }

export const ownCopy: HandlersOf<'ownCopy.read'> = {
  'ownCopy.read': (context, { personId }) => {
    const today = context.today()
    const named = nameOf(context)
    const file = personFile(context.store, personId, today, named)
    if (file === null) return fail(noPerson)
    const looks = looksAt(context.store, groupOf(context.store.sqlite, personId).members).map(({ actorId, ...look }) => ({ ...look, actor: named(actorId) }))
    logReveal(context.store, { actorId: context.user.id, personId, field: 'ownCopy', reason: '本人信息副本' })
    // What only marks the file for us says nothing of the person.
    const { verification: _marks, certDerived: _derived, responsibleId, ...fields } = file.fields
    return ok({
      on: today,
      unit: context.county.name,
      counsellor: typeof responsibleId === 'string' ? named(responsibleId) : context.user.name,
      name: file.row.name,
      fields: fields as Output<'ownCopy.read'>['fields'],
      documents: file.documents as Output<'ownCopy.read'>['documents'],
      groups: file.groups,
      timeline: file.timeline as Output<'ownCopy.read'>['timeline'],
      joined: otherWords(context, file.joined.map((one) => one.personId), file.fields) as Output<'ownCopy.read'>['joined'],
      looks,
    })
  },
}

/** What files that are read together with this one hold besides, or differently: it is kept, and comes back when they part. */
function otherWords(context: StoreContext, personIds: readonly string[], shown: JsonObject): JsonObject[] {
  return personIds.flatMap((id) => {
    const state = personState(context.store, id)
    const differing = state === null ? [] : compareFiles(shown, valuesOf(state)).filter((one) => one.state === 'differ' || one.state === 'onlyLoser')
    const { responsibleId: _ours, ...fields } = Object.fromEntries(differing.map(({ field, loser }) => [field, loser]))
    return Object.keys(fields).length === 0 ? [] : [fields]
  })
}
