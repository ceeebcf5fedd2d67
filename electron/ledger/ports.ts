import type { Result } from '../../domain/result.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { PrintPorts } from '../papers/ports.ts'

/** What making a ledger needs from around it; the main process provides it. */

export interface SavePorts extends PrintPorts {
  /** `ledger.page` of the store worker, up to 200 rows at a time. */
  readonly page: (input: LedgerInput & { offset: number; limit: number }) => Promise<Result<LedgerPage, ApiProblem>>
  /** Asks where to save; null when the person closes the dialog. */
  readonly chooseTarget: (suggestion: { readonly name: string; readonly kind: 'pdf' | 'xlsx' }) => Promise<string | null>
  /** Whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, ApiProblem>>
}

export interface SavedLedger {
  readonly fileName: string
  readonly rows: number
  readonly pages: number | null
}

/** Answers null when the person closed the dialog. */
export type SaveLedger = (ports: SavePorts, input: LedgerInput) => Promise<Result<SavedLedger | null, ApiProblem>>
