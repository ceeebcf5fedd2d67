import type { LedgerInput } from '../api/schemas/ledger.ts'

export const reasonMissing = { code: 'reasonMissing', message: '请先写为什么要看或印完整号码', field: 'reason' } as const

/** Full numbers, on the screen or on paper, need a reason, which is kept in the log of looks. */
export function needsReason({ masking, reason }: Pick<LedgerInput, 'masking' | 'reason'>): boolean {
  return masking === 'INTERNAL' && (reason ?? '').trim() === ''
}
