import type { Result } from '../../domain/result.ts'
import type { LedgerInput, LedgerPage } from '../api/schemas/ledger.ts'
import type { ApiProblem } from '../api/schemas/common.ts'

/** What making a ledger needs from around it; the main process and headless commands provide it. */

export interface PrintJob {
  /** Loaded as app://print/<job>/; its policy allows styles, fonts and images from the same folder, and no script. */
  readonly html: string
  /** What the page names by relative addresses: style sheets, fonts, pictures. */
  readonly assets: readonly { readonly path: string; readonly type: string; readonly bytes: Uint8Array }[]
  readonly landscape: boolean
  /** Inches, as Chromium takes them; the header and footer are HTML with the classes pageNumber and totalPages. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
  readonly header?: string
  readonly footer?: string
}

export interface LedgerPorts {
  /** `ledger.page` of the store worker, up to 200 rows at a time. */
  readonly page: (input: LedgerInput & { offset: number; limit: number }) => Promise<Result<LedgerPage, ApiProblem>>
  readonly makePdf: (job: PrintJob) => Promise<Result<Uint8Array, ApiProblem>>
  /** Asks where to save; null when the person closes the dialog. */
  readonly chooseTarget: (suggestion: { readonly name: string; readonly kind: 'pdf' | 'xlsx' }) => Promise<string | null>
  /** Whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, ApiProblem>>
  readonly onProgress: (done: number, total: number) => void
}

export interface SavedLedger {
  readonly fileName: string
  readonly rows: number
  readonly pages: number | null
}

/** Both answer null when the person closed the dialog. */
export type SaveLedger = (ports: LedgerPorts, input: LedgerInput) => Promise<Result<SavedLedger | null, ApiProblem>>
