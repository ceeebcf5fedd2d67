import type { Result } from '../../domain/result.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import type { ApiProblem } from '../api/schemas/common.ts'

/** What making a ledger needs from around it; the main process provides it. */

/** As much of a hidden browser window as printing needs. */
export interface PrintWindow {
  loadURL(url: string): Promise<void>
  readonly webContents: {
    executeJavaScript(code: string): Promise<unknown>
    printToPDF(options: {
      readonly preferCSSPageSize: boolean
      readonly printBackground: boolean
      readonly landscape: boolean
      readonly pageSize: 'A4'
    }): Promise<Uint8Array>
  }
  destroy(): void
}

export interface SavePorts {
  /** `ledger.page` of the store worker, up to 200 rows at a time. */
  readonly page: (input: LedgerInput & { offset: number; limit: number }) => Promise<Result<LedgerPage, ApiProblem>>
  /** Hidden, fenced like every window of ours, with the bridge: the page asks for its rows by itself. */
  readonly openPrintWindow: () => PrintWindow
  /** The address of the page that lays ledgers out. */
  readonly printPage: string
  /** Asks where to save; null when the person closes the dialog. */
  readonly chooseTarget: (suggestion: { readonly name: string; readonly kind: 'pdf' | 'xlsx' }) => Promise<string | null>
  /** Whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, ApiProblem>>
  readonly wait: (ms: number) => Promise<void>
  readonly log: (line: string) => void
  readonly onProgress: (done: number, total: number) => void
}

export interface SavedLedger {
  readonly fileName: string
  readonly rows: number
  readonly pages: number | null
}

/** Answers null when the person closed the dialog. */
export type SaveLedger = (ports: SavePorts, input: LedgerInput) => Promise<Result<SavedLedger | null, ApiProblem>>
