import type { Result } from '../../domain/result.ts'
import type { LedgerInput } from '../api/schemas/ledger.ts'
import type { ImportPreview } from '../api/schemas/roster.ts'
import type { ApiProblem } from '../api/schemas/common.ts'

/** What only the main process may ask of the worker: a page never names a path, nor says by itself that a file was made. */
export type InternalCall =
  | {
      readonly name: 'roster.preview'
      readonly path: string
      readonly fileName: string
      readonly countyCode?: string
      readonly on?: string
    }
  /** Before a ledger with full numbers is written to a file: who, when and why is kept. */
  | { readonly name: 'ledger.saved'; readonly input: LedgerInput }

export interface InternalOutputs {
  readonly 'roster.preview': ImportPreview
  readonly 'ledger.saved': null
}

export type InternalAnswer<N extends InternalCall['name'] = InternalCall['name']> = Result<InternalOutputs[N], ApiProblem>
