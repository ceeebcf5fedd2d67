import type { Api, Input } from '../api/client.ts'
import type { LedgerHead } from './LedgerPaper.tsx'

export type LedgerInput = Omit<Input<'ledger.page'>, 'offset' | 'limit'>

export interface WholeLedger {
  readonly head: LedgerHead
  readonly rows: readonly (readonly string[])[]
}

/** As many rows as one question may ask for. */
export const rowsAtOnce = 200

/** The whole ledger, page by page of the store. Throws nothing: the sentence says why it did not come. */
export async function loadLedger(
  api: Pick<Api, 'call'>,
  input: LedgerInput,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly ok: true; readonly value: WholeLedger } | { readonly ok: false; readonly message: string }> {
  const rows: (readonly string[])[] = []
  for (;;) {
    const answer = await api.call('ledger.page', { ...input, offset: rows.length, limit: rowsAtOnce })
    if (!answer.ok) return { ok: false, message: answer.error.message }
    const { rows: more, ...head } = answer.value
    rows.push(...more)
    onProgress(rows.length, head.total)
    if (rows.length >= head.total || more.length === 0) return { ok: true, value: { head, rows } }
  }
}
