import { ok } from '../../../domain/result.ts'
import { ledgerPage } from '../../ledger/page.ts'
import type { HandlersOf } from '../context.ts'

export const ledger: HandlersOf<'ledger.page'> = {
  'ledger.page': (context, { offset, limit, ...input }) =>
    ok(ledgerPage({ store: context.store, today: context.today(), countyName: context.county.name }, input, offset, limit)),
}
