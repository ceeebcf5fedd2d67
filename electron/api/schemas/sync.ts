import { z } from 'zod'
import { id, instant, isoDate, roleSchema } from './common.ts'

export const syncStatus = z.strictObject({
  enrolled: z.boolean(),
  serverUrl: z.string().nullable(),
  scope: z.string().nullable(),
  state: z.enum(['idle', 'sending', 'receiving', 'waiting', 'offline']),
  /** Changes without a receipt. */
  unsent: z.number().int(),
  refused: z.number().int(),
  contested: z.number().int(),
  lastContactAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** What happened, what is safe, when the next try is. */
  message: z.string().nullable(),
})
export type SyncStatus = z.infer<typeof syncStatus>

export const enrolInput = z.strictObject({ serverUrl: z.url().max(300), code: z.string().min(4).max(60) })
export const enrolOutput = z.strictObject({ userName: z.string(), role: roleSchema, countyName: z.string() })

export const refusedOutput = z.array(
  z.strictObject({ changeId: id, personId: id.nullable(), personName: z.string().nullable(), what: z.string(), at: instant, reason: z.string() }),
)
export const balanceOutput = z.strictObject({
  written: z.number().int(), received: z.number().int(), unsent: z.number().int(),
  contested: z.number().int(), refused: z.number().int(),
  days: z.array(
    z.strictObject({
      day: isoDate, written: z.number().int(), received: z.number().int(), unsent: z.number().int(),
      contested: z.number().int(), refused: z.number().int(),
    }),
  ),
})
