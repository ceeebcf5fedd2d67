import { LedgerPaper } from './LedgerPaper.tsx'
import type { MakePaper } from './layOut.tsx'
import { loadLedger } from './loadLedger.ts'
import type { LedgerInput } from './loadLedger.ts'
import { marginTexts } from './marginTexts.ts'

/** The ledger that the address names. */
export function makeLedger(input: LedgerInput, now: () => Date): MakePaper {
  return async ({ api, printedBy, onProgress }) => {
    const ledger = await loadLedger(api, input, onProgress)
    if (!ledger.ok) return ledger
    return { ok: true, value: { content: <LedgerPaper {...ledger.value} />, margins: marginTexts(now(), printedBy, input.masking) } }
  }
}
