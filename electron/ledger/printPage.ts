import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { LedgerInput } from '../api/schemas/ledger.ts'
import type { PrintPorts } from '../papers/ports.ts'
import { printPaperPage } from '../papers/printPage.ts'
import type { PrintedPaper } from '../papers/printPage.ts'

/** Ledgers lie across the sheet. */
export function printLedgerPage(ports: PrintPorts, input: LedgerInput): Promise<Result<PrintedPaper, ApiProblem>> {
  return printPaperPage(ports, input, { landscape: true })
}
