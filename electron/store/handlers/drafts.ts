import { discardDraft, saveDraft } from '../../../db/drafts.ts'
import { isErased } from '../../../db/projection/aliases.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf } from '../context.ts'
import { openDraft } from '../records/openDraft.ts'

const noPerson = { code: 'noPerson', message: '这台电脑上没有这个人的档案。可能已经转给别人，请回名单看看' }

/** Unfinished forms: on this disk only, kept through a crash. */
export const drafts: HandlersOf<'drafts.get' | 'drafts.save' | 'drafts.discard'> = {
  'drafts.get': (context, key) => {
    const draft = openDraft(context.store, key)
    return ok(draft === null ? null : { body: draft.body as NonNullable<Output<'drafts.get'>>['body'], field: draft.field, savedAt: draft.savedAt })
  },
  'drafts.save': (context, { body, field, ...key }) => {
    // The form was open when the erasure came.
    if (isErased(context.store.sqlite, key.personId)) return fail(noPerson)
    const saved = saveDraft(context.store, key, body as JsonObject, field)
    context.changed([key.personId])
    return ok(saved)
  },
  'drafts.discard': (context, key) => {
    discardDraft(context.store, key)
    context.changed([key.personId])
    return ok({})
  },
}
