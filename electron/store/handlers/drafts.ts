import { discardDraft, getDraft, saveDraft, takeOverDraft } from '../../../db/drafts.ts'
import { groupOf } from '../../../db/projection/aliases.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf } from '../context.ts'

/** Unfinished forms: on this disk only, kept through a crash. */
export const drafts: HandlersOf<'drafts.get' | 'drafts.save' | 'drafts.discard'> = {
  'drafts.get': (context, key) => {
    const { members, survivorId } = groupOf(context.store.sqlite, key.personId)
    const others = survivorId === key.personId ? members.filter((id) => id !== key.personId) : []
    const draft = getDraft(context.store, key) ?? takeOverDraft(context.store, key, others)
    return ok(draft === null ? null : { body: draft.body as NonNullable<Output<'drafts.get'>>['body'], field: draft.field, savedAt: draft.savedAt })
  },
  'drafts.save': (context, { body, field, ...key }) => {
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
