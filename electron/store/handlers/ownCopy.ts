import { groupOf } from '../../../db/projection/aliases.ts'
import { personFile } from '../../../db/queries/file.ts'
import { logReveal, looksAt } from '../../../db/queries/journalLists.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import { nameOf } from '../actors.ts'
import type { HandlersOf } from '../context.ts'

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
      looks,
    })
  },
}
