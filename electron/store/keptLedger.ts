import type { Store } from '../../db/store.ts'
import { canonicalJson } from '../../domain/journal/change.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import { ledgerPage } from '../ledger/page.ts'

/**
 * A ledger is asked for two hundred rows at a time, and each answer needs all of it for its sums. The last one stays at hand until anything in the
 * store changes, so that a long ledger is gone through once.
 */

/** More rows than this are gone through each time: memory is short on old PCs. */
const mostRows = 20_000

export type PageReader = (ask: { readonly today: string; readonly countyName: string; readonly input: LedgerInput; readonly offset: number; readonly limit: number }) => LedgerPage

export function createKeptLedger(store: Store): PageReader {
  let kept: { readonly key: string; readonly whole: LedgerPage } | null = null
  return ({ today, countyName, input, offset, limit }) => {
    const setting = { store, today, countyName }
    const key = canonicalJson([today, countyName, { ...input }, versionOf(store)])
    if (kept?.key !== key) {
      const whole = ledgerPage(setting, input, 0, mostRows)
      kept = whole.total <= mostRows ? { key, whole } : null
    }
    if (kept === null) return ledgerPage(setting, input, offset, limit)
    return { ...kept.whole, rows: kept.whole.rows.slice(offset, offset + limit) }
  }
}

/** Another number as soon as another connection has written. */
function versionOf(store: Store): number {
  return store.sqlite.pragma('data_version', { simple: true }) as number
}
