import { z } from 'zod'
import { countyCode, id, instant, isoDate, savedSchema, shortText } from './common.ts'

/** A file is named by a token that the main process gave out with its dialog; the page never names a path. */
export const chooseOutput = z.strictObject({ token: id, fileName: z.string(), bytes: z.number().int() }).nullable()

export const previewInput = z.strictObject({ token: id, countyCode: countyCode.optional(), on: isoDate.optional() })

export const findingGroup = z.strictObject({
  code: z.string(),
  kind: z.enum(['mended', 'doubtful', 'refused', 'flagged', 'duplicate']),
  title: z.string(),
  explanation: z.string(),
  rows: z.number().int(),
})
export const previewOutput = z.strictObject({
  importId: id,
  fileName: z.string(),
  sheets: z.array(z.strictObject({ name: z.string(), headerRow: z.number().int(), rows: z.number().int() })),
  /** How each column was read: heading -> field title ('' when it is not used). */
  columns: z.array(z.strictObject({ sheet: z.string(), heading: z.string(), readAs: z.string() })),
  county: z.strictObject({ code: countyCode, name: z.string() }),
  counts: z.strictObject({
    rows: z.number().int(),
    clean: z.number().int(),
    mended: z.number().int(),
    doubtful: z.number().int(),
    refused: z.number().int(),
    duplicate: z.number().int(),
    flagged: z.number().int(),
    /** Against known persons, of the rows that would come in. */
    fresh: z.number().int(),
    same: z.number().int(),
    changed: z.number().int(),
  }),
  groups: z.array(findingGroup),
})
export type ImportPreview = z.infer<typeof previewOutput>

export const rowsInput = z.strictObject({
  importId: id,
  /** One group of findings, one verdict, or one standing against known persons. */
  code: shortText.optional(),
  verdict: z.enum(['clean', 'mended', 'doubtful', 'refused', 'duplicate']).optional(),
  standing: z.enum(['fresh', 'same', 'changed']).optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
})
export const rowsOutput = z.strictObject({
  total: z.number().int(),
  rows: z.array(
    z.strictObject({
      sheet: z.string(),
      row: z.number().int(),
      name: z.string().nullable(),
      idNumberMasked: z.string().nullable(),
      place: z.string().nullable(),
      verdict: z.string(),
      standing: z.enum(['fresh', 'same', 'changed']).nullable(),
      findings: z.array(
        z.strictObject({
          code: z.string(), kind: z.string(), field: z.string(), sentence: z.string(),
          before: z.string().nullable(), after: z.string().nullable(),
        }),
      ),
      /** Field by field against the known person; sensitive values masked. */
      changes: z.array(z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    }),
  ),
})

export const confirmOutput = savedSchema.extend({
  added: z.number().int(), updated: z.number().int(), unchanged: z.number().int(),
  toVerify: z.number().int(), leftOut: z.number().int(),
})

export const importsOutput = z.array(
  z.strictObject({
    actionId: id, at: instant, actor: z.string(), fileName: z.string(),
    added: z.number().int(), updated: z.number().int(), leftOut: z.number().int(),
    undoableUntil: isoDate.nullable(), undone: z.boolean(),
  }),
)
/** What an undo could not take back: persons who were worked on since. */
export const undoOutput = savedSchema.extend({ undone: z.number().int(), kept: z.array(z.string()) })
