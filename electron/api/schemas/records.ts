import { z } from 'zod'
import { cycleYear, id, instant, jsonObject, recordKind, savedSchema, shortText } from './common.ts'

/** Documents that a counsellor writes besides the four records. */
export const documentKind = z.enum([...recordKind.options, 'consent', 'employmentPeriod', 'exclusion', 'rightsRequest', 'secondRating', 'placementCheck', 'graduatePlan', 'hardshipCert'])

export const completeInput = z.strictObject({
  kind: documentKind,
  personId: id,
  cycleYear,
  /** The draft as it stands; checked against the complete record, field by field. */
  body: jsonObject,
  /** The document and version to be succeeded (a correction). */
  replaces: z.strictObject({ documentId: id, changeId: id }).nullable(),
})
/** `warnings`: order of the steps and the like; they never block. */
export const completeOutput = savedSchema.extend({ documentId: id, changeId: id, warnings: z.array(z.string()) })

export const checkInput = z.strictObject({ kind: documentKind, personId: id, cycleYear, body: jsonObject })
export const checkOutput = z.strictObject({
  problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  /** What deserves a second look at a field, and stops nothing. */
  hints: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  warnings: z.array(z.string()),
})

export const voidInput = z.strictObject({ documentId: id, reason: shortText.min(2) })

export const versionsOutput = z.array(
  z.strictObject({ changeId: id, version: z.number().int(), at: instant, actor: z.string(), body: jsonObject.nullable() }),
)

/** What a fresh form starts with: known values, last cycle's record, what the person's file says. */
export const prefillInput = z.strictObject({ kind: documentKind, personId: id, cycleYear })
export const prefillOutput = z.strictObject({
  body: jsonObject,
  previous: z.strictObject({ body: jsonObject, on: z.string(), cycleYear: z.string() }).nullable(),
})

export const draftKey = z.strictObject({ kind: documentKind, personId: id, documentId: id.nullable() })
export const draftSave = draftKey.extend({ body: jsonObject, field: shortText.nullable() })
export const draftOutput = z
  .strictObject({ body: jsonObject, field: z.string().nullable(), savedAt: instant })
  .nullable()
