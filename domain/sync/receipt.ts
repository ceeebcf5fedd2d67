import { z } from 'zod'
import { canonicalJson } from '../journal/change.ts'
import type { JsonObject } from '../journal/change.ts'

/** What the county signs for a batch: one result for each change of it. */

const seq = z.number().int().min(1)

export const changeResultSchema = z.discriminatedUnion('state', [
  z.looseObject({
    changeId: z.uuid(), state: z.literal('accepted'), serverSeq: seq,
    /** By an erasure: so many changes have no contents at the county any more. */
    emptied: z.number().int().min(0).optional(),
  }),
  /** Taken in and kept, beside another value that somebody must choose from. */
  z.looseObject({ changeId: z.uuid(), state: z.literal('contested'), serverSeq: seq, fields: z.array(z.string()).min(1) }),
  z.looseObject({ changeId: z.uuid(), state: z.literal('refused'), code: z.string(), reason: z.string() }),
])
export type ChangeResult = z.infer<typeof changeResultSchema>

export const receiptSchema = z.looseObject({
  format: z.literal('four-ones-receipt'),
  v: z.literal(1),
  batchId: z.uuid(),
  /** sha-256, hex, of the batch's text. */
  batchHash: z.string().regex(/^[0-9a-f]{64}$/),
  countyCode: z.string().regex(/^\d{6}$/),
  epoch: z.uuid(),
  deviceId: z.uuid(),
  /** Which of the county's keys signed. */
  keyId: z.string().max(80),
  /** County time. */
  issuedAt: z.iso.datetime(),
  results: z.array(changeResultSchema),
})
export type Receipt = z.infer<typeof receiptSchema>

export const signedReceiptSchema = z.looseObject({ receipt: receiptSchema, signature: z.string().max(200) })
export type SignedReceipt = z.infer<typeof signedReceiptSchema>

export function receiptSignatureInput(receipt: Receipt): string {
  return `four-ones-receipt/1\n${canonicalJson(receipt as unknown as JsonObject)}`
}
