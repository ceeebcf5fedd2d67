import { discardDraft, getDraft, saveDraft } from '../../../db/drafts.ts'
import type { JsonObject } from '../../../domain/journal/change.ts'
import { ok } from '../../../domain/result.ts'
import type { Output } from '../../api/contract.ts'
import type { HandlersOf } from '../context.ts'

/** Unfinished forms: on this disk only, kept through a crash. */
export const drafts: HandlersOf<'drafts.get' | 'drafts.save' | 'drafts.discard'> = {
  'drafts.get': (context, key) => {
    const draft = getDraft(context.store, key)
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
