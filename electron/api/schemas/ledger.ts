import { z } from 'zod'
import { cycleYear, shortText } from './common.ts'

export const ledgerInput = z.strictObject({
  ledger: z.literal('fourOnes'),
  cycleYear,
  town: shortText.optional(),
  masking: z.enum(['SCREEN', 'INTERNAL', 'PUBLIC']),
  /** Asked for before full numbers are printed; kept in the log. */
  reason: shortText.optional(),
})
export type LedgerInput = z.infer<typeof ledgerInput>

export const ledgerColumn = z.strictObject({
  key: z.string(), title: z.string(), group: z.string().nullable(),
  align: z.enum(['start', 'end', 'center']), widthMm: z.number(),
})
export const ledgerPage = z.strictObject({
  title: z.string(),
  unit: z.string(),
  period: z.string(),
  filledOn: z.string(),
  columns: z.array(ledgerColumn),
  total: z.number().int(),
  rows: z.array(z.array(z.string())),
  sums: z.array(z.string()).nullable(),
  /** Own unsent changes in it; printed as 含未上报 n 条. */
  unsent: z.number().int(),
})
export type LedgerPage = z.infer<typeof ledgerPage>
export const ledgerPageInput = ledgerInput.extend({
  offset: z.number().int().min(0), limit: z.number().int().min(1).max(200),
})
/** null when the person closed the dialog. */
export const savedFile = z.strictObject({ fileName: z.string(), rows: z.number().int(), pages: z.number().int().nullable() }).nullable()
