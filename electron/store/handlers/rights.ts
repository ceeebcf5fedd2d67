import { openRequests } from '../../../db/queries/rights.ts'
import { ok } from '../../../domain/result.ts'
import type { HandlersOf } from '../context.ts'

export const rights: HandlersOf<'rights.open'> = {
  'rights.open': (context) => ok(openRequests(context.store, context.today())),
}
