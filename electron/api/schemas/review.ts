import { z } from 'zod'
import { id, isoDate, personRowSchema, recordKind, savedSchema } from './common.ts'

const reviewState = z.enum(['none', 'submitted', 'returned', 'reviewed'])
/** Where the version that stands is with the review. */
const standing = z.strictObject({
  state: reviewState,
  on: z.string().nullable(),
  byName: z.string().nullable(),
  reason: z.string().nullable(),
  /** What the return of an earlier version asked for, until this one is submitted. */
  askedFor: z.string().nullable(),
})

/** none: not submitted yet, of one's own; submitted: waits; returned: waits for a correction. */
export const reviewListInput = z.strictObject({
  state: z.enum(['none', 'submitted', 'returned']),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
})
export const reviewItem = z.strictObject({
  documentId: id,
  changeId: id,
  kind: recordKind,
  on: isoDate,
  version: z.number().int(),
  author: z.string(),
  /** Written by whoever asks: never theirs to review. */
  isOwn: z.boolean(),
  standing,
  row: personRowSchema,
})
export type ReviewItem = z.infer<typeof reviewItem>
export const reviewListOutput = z.strictObject({ rows: z.array(reviewItem) })

/** How many are in each list, up to `mostCounted`. */
export const reviewCounts = z.strictObject({
  none: z.number().int(),
  submitted: z.number().int(),
  returned: z.number().int(),
  mostCounted: z.number().int(),
})

const records = z.array(z.strictObject({ documentId: id, changeId: id })).min(1).max(500)
export const submitInput = z.strictObject({ records })
export const decideInput = z.strictObject({
  records,
  decision: z.enum(['REVIEWED', 'RETURNED']),
  /** Wanted for a return. */
  reason: z.string().max(300).nullable(),
})
/** What could not be done is named with its sentence; the rest is done. */
export const actOutput = savedSchema.extend({
  done: z.number().int(),
  refused: z.array(z.strictObject({ documentId: id, message: z.string() })),
})

export const reviewOfPersonOutput = z.strictObject({
  /** The county counts only what was reviewed. */
  isNeeded: z.boolean(),
  records: z.array(z.strictObject({ documentId: id, changeId: id, isOwn: z.boolean(), ...standing.shape, reviewId: z.string().nullable() })),
})
