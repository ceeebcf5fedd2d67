import { ok } from '../../../domain/result.ts'
import { nameOf } from '../actors.ts'
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
  'roster.imports': (context) => ok(context.imports.imports(nameOf(context))),
  'roster.undo'(context, input) {
    const undone = context.imports.undo(input)
    if (undone.ok) context.changed(null)
    return undone
  },
}
