import { z } from 'zod'
import { codesOf } from '../../../domain/codes/index.ts'
import { duplicateReasons } from '../../../domain/duplicates/index.ts'
import { id, instant, isoDate, personRowSchema, savedSchema } from './common.ts'

export const duplicateReason = z.enum(duplicateReasons)
const why = z.strictObject({
  reason: duplicateReason,
  /** Of two numbers: in what they differ. */
  likeness: z.enum(['oneDigit', 'swapped', 'lastLetter', 'oldNumber']).optional(),
})

export const duplicatesInput = z.strictObject({
  /** null: all. */
  reason: duplicateReason.nullable(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(50),
})
export const duplicatesOutput = z.strictObject({
  /** With this reason. */
  total: z.number().int(),
  all: z.number().int(),
  counts: z.record(duplicateReason, z.number().int()),
  /** The surest first. */
  pairs: z.array(z.strictObject({ a: personRowSchema, b: personRowSchema, why: z.array(why) })),
})

const comparedFile = z.strictObject({
  row: personRowSchema,
  /** To be given back with the merge: it is refused when the file has moved on meanwhile. */
  version: id,
  records: z.array(z.strictObject({ entity: z.string(), n: z.number().int() })),
})
export const compareInput = z.strictObject({ survivorId: id, loserId: id })
export const compareOutput = z.strictObject({
  survivor: comparedFile,
  loser: comparedFile,
  /** Numbers in full: they are what is compared. Every such look is kept. */
  fields: z.array(
    z.strictObject({ field: z.string(), survivor: z.json(), loser: z.json(), state: z.enum(['same', 'onlySurvivor', 'onlyLoser', 'differ']) }),
  ),
})

export const mergeInput = z.strictObject({
  survivorId: id,
  loserId: id,
  /** For each field in which they differ, whose value stays. */
  choices: z.record(z.string().max(60), z.enum(['survivor', 'loser'])),
  versions: z.strictObject({ survivor: id, loser: id }),
})
export const mergeOutput = savedSchema.extend({ row: personRowSchema })

const party = z.strictObject({ personId: id, name: z.string(), idNumberMasked: z.string() })
export const mergesOutput = z.array(
  z.strictObject({
    mergeId: id,
    actionId: id,
    at: instant,
    actor: z.string(),
    survivor: party,
    loser: party,
    ended: z.strictObject({ at: instant, actor: z.string() }).nullable(),
    /** What was written without the merge in view, and the file that it stays with. */
    meanwhile: z.array(
      z.strictObject({ changeId: id, personId: id, at: instant, actor: z.string(), what: z.string(), on: isoDate.nullable() }),
    ),
  }),
)

export const pairInput = z.strictObject({ a: id, b: id })

export const eraseInput = z.strictObject({
  personId: id,
  ground: z.enum(codesOf('erasureGround')),
  /** The day by which the law wants it done. */
  deadline: isoDate.nullable(),
})
export const eraseOutput = savedSchema.extend({
  /** The person, and every file that was merged with theirs. */
  personIds: z.array(id),
  /** So many entries have no contents any more. */
  emptied: z.number().int(),
})
export const erasuresOutput = z.array(
  z.strictObject({ personId: id, at: instant, ground: z.string(), deadline: isoDate.nullable(), isReceived: z.boolean() }),
)
