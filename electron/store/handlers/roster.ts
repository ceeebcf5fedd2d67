import { ok } from '../../../domain/result.ts'
import type { HandlersOf } from '../context.ts'

export const roster: HandlersOf<'roster.rows' | 'roster.confirm' | 'roster.cancel' | 'roster.imports' | 'roster.undo'> = {
  'roster.rows': (context, input) => context.imports.rows(input),
  'roster.confirm'(context, input) {
    const confirmed = context.imports.confirm(input)
    if (confirmed.ok) context.changed(null)
    return confirmed
  },
  'roster.cancel'(context, input) {
    context.imports.cancel(input.importId)
    return ok({})
  },
  'roster.imports'(context) {
    const names = new Map(context.session.state().users.map((user) => [user.id, user.name]))
    return ok(context.imports.imports((userId) => names.get(userId) ?? '别的电脑上的人'))
  },
  'roster.undo'(context, input) {
    const undone = context.imports.undo(input)
    if (undone.ok) context.changed(null)
    return undone
  },
}
