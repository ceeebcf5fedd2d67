import { z } from 'zod'
import { id, isoDate, personRowSchema } from './common.ts'

/** A drawn assessment to anybody who may rate it: who and when, never what the first person answered or what came of it. */
const drawnSchema = z.strictObject({
  assessmentId: id,
  row: personRowSchema,
  assessedOn: isoDate,
  assessorName: z.string(),
  /** open: somebody else may rate it; own: the one who looks made the first; done: rated. */
  state: z.enum(['open', 'own', 'done']),
  /** A rating of it was begun on this PC. */
  isBegun: z.boolean(),
  ratedOn: isoDate.nullable(),
  raterName: z.string().nullable(),
})

export const drawnOutput = z.strictObject({
  cycleYear: z.string(),
  drawn: z.number().int(),
  done: z.number().int(),
  /** Open ones first, at most 200. */
  rows: z.array(drawnSchema),
  /** Persons who are to be assessed again, the longest overdue first, at most 200. */
  again: z.strictObject({ total: z.number().int(), rows: z.array(z.strictObject({ row: personRowSchema, on: isoDate, dueOn: isoDate })) }),
})

export const toRateInput = z.strictObject({ assessmentId: id })
/** What the second rater needs to know: nothing of the first answers. */
export const toRateOutput = z.strictObject({
  assessmentId: id,
  changeId: id,
  row: personRowSchema,
  assessedOn: isoDate,
  instrumentVersion: z.string(),
  assistiveDevices: z.array(z.string()),
})

const agreementSchema = z.strictObject({ compared: z.number().int(), exact: z.number().int(), withinOne: z.number().int() })
export const agreementOutput = z.strictObject({
  cycleYear: z.string(),
  pairs: z.number().int(),
  overall: agreementSchema,
  items: z.array(agreementSchema.extend({ code: z.string() })),
})
