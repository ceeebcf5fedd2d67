import { z } from 'zod'
import { id, isoDate } from './common.ts'
import { personFile } from './persons.ts'

export const householdInput = z.strictObject({ personId: id })

export const householdMember = z.looseObject({
  id,
  name: z.string(),
  relation: z.string(),
  sex: z.string(),
  birthDate: isoDate.optional(),
  state: z.string(),
  ableAndWilling: z.boolean(),
  note: z.string().optional(),
})

/** null: the person is in no household yet. */
export const householdOutput = z
  .strictObject({
    householdId: z.string(),
    /** Everybody who has a file and the same household number, the person asked for among them. */
    files: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        sex: z.string().nullable(),
        age: z.number().int().nullable(),
        relationToHead: z.string().nullable(),
        isHolder: z.boolean(),
        isGone: z.boolean(),
        state: z.string().nullable(),
      }),
    ),
    /** Members without a certificate, with the file that names them. */
    members: z.array(householdMember.extend({ personId: id, personName: z.string(), differs: z.boolean() })),
    /** `workers` and `employed` are absent while nobody knows of somebody who could work whether they do. */
    facts: z.strictObject({
      holders: z.number().int(),
      workers: z.number().int().optional(),
      employed: z.number().int().optional(),
      unknown: z.number().int(),
    }),
    groups: z.array(z.strictObject({ flag: z.string(), because: z.string() })),
  })
  .nullable()

/** `recorded`: what was known by the end of the day, by the county's receipts where there are any. The day a fact speaks of is another matter. */
export const asAtInput = z.strictObject({ personId: id, day: isoDate, basis: z.literal('recorded') })
export const asAtOutput = z.strictObject({
  /** null: nothing was known of the person yet. */
  file: personFile.nullable(),
  /** From this day on there is something. */
  since: isoDate.nullable(),
})

/** Both persons get one household number: that of the other one, else the own one, else a new one. */
export const joinInput = z.strictObject({ personId: id, otherId: id })
