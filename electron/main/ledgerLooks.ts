import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { Input } from '../api/contract.ts'
import type { StoreClient } from '../store/client.ts'

/** Whoever has full numbers on the screen is in the log of looks before they see them: once for each ledger and reason, not for each page of it. */

export interface LedgerLooks {
  before(input: Input<'ledger.page'>): Promise<Result<null, ApiProblem>>
  /** Somebody else may sit there from now on. */
  forget(): void
}

export function createLedgerLooks(store: Pick<StoreClient, 'internal'>): LedgerLooks {
  let last: string | null = null
  return {
    async before({ offset: _offset, limit: _limit, ...input }) {
      // Without a reason the store shows none.
      if (input.masking !== 'INTERNAL' || (input.reason ?? '').trim() === '') return ok(null)
      const key = JSON.stringify([input.ledger, input.cycleYear, input.town, input.reason])
      if (key === last) return ok(null)
      const kept = await store.internal({ name: 'ledger.saved', input })
      if (kept.ok) last = key
      return kept
    },
    forget() {
      last = null
    },
  }
}
