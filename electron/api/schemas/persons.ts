import { z } from 'zod'
import { id, instant, isoDate, jsonObject, markSchema, personRowSchema, recordKind, shortText, stepNumber } from './common.ts'

export const personFilter = z.strictObject({
  /** Name, pinyin initials, number tail or phone; as typed. */
  text: shortText.optional(),
  town: shortText.optional(),
  village: shortText.optional(),
  population: z.enum(['all', 'target', 'need', 'oneRule']).optional(),
  /** The step that is to be done next; 'done' for all four. */
  step: z.union([stepNumber, z.literal('done'), z.literal('none')]).optional(),
  due: z.enum(['overdue', 'week', 'month']).optional(),
  /** Every one of these hardship flags. */
  flags: z.array(shortText).max(20).optional(),
  toVerify: z.boolean().optional(),
  mark: markSchema.optional(),
  responsibleId: id.optional(),
})
export type PersonFilter = z.infer<typeof personFilter>

export const listInput = z.strictObject({
  filter: personFilter,
  sort: z.enum(['due', 'name', 'town', 'age']),
  descending: z.boolean(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
})
export const listOutput = z.strictObject({ total: z.number().int(), rows: z.array(personRowSchema) })

export const searchInput = z.strictObject({ text: shortText.min(1), limit: z.number().int().min(1).max(20) })
export const searchOutput = z.array(
  z.strictObject({ row: personRowSchema, why: z.enum(['name', 'pinyin', 'idTail', 'certTail', 'phone']) }),
)

export const placesOutput = z.array(
  z.strictObject({ town: z.string(), villages: z.array(z.string()), persons: z.number().int() }),
)

export const dashboardOutput = z.strictObject({
  cycleYear: z.string(),
  /** By which rule of working age `target` counts; `targetLegal` and `targetCdpf` count by each of the two. */
  ageRule: z.enum(['LEGAL_2025', 'CDPF_2012']),
  on: isoDate,
  /** Sums of the counters up to `on`, for each town ('' = town unknown). */
  towns: z.array(z.strictObject({ town: z.string(), counts: z.record(z.string(), z.number().int()) })),
  total: z.record(z.string(), z.number().int()),
})

export const todayOutput = z.strictObject({
  on: isoDate,
  overdue: z.strictObject({ total: z.number().int(), rows: z.array(personRowSchema) }),
  dueThisWeek: z.strictObject({ total: z.number().int(), rows: z.array(personRowSchema) }),
  drafts: z.array(
    z.strictObject({ kind: recordKind, row: personRowSchema, savedAt: instant, field: z.string().nullable() }),
  ),
  /** The first thing that falls due later, for the empty state. */
  next: z.strictObject({ on: isoDate, row: personRowSchema }).nullable(),
})

export const timelineEntry = z.strictObject({
  actionId: id,
  at: instant,
  actor: z.string(),
  /** person.patch, infoCheck.create, serviceRecord.void, import ... */
  what: z.string(),
  /** Values as they are kept, numbers covered; null where there was none. */
  fields: z.array(z.strictObject({ field: z.string(), from: z.json(), to: z.json() })),
  /** Of a record: which one, and the version that this made. */
  documentId: id.optional(),
  version: z.number().int().optional(),
  reason: z.string().nullable(),
  mark: markSchema,
  /** The file that it belongs to, where two were merged and that is another one than it is shown in. */
  openedFor: id.optional(),
})

export const documentHead = z.strictObject({
  id,
  entity: z.string(),
  on: isoDate.nullable(),
  version: z.number().int(),
  voided: z.boolean(),
  voidReason: z.string().nullable(),
  cycleYear: z.string().nullable(),
  body: jsonObject.nullable(),
  mark: markSchema,
  /** The change that holds the version that stands; a correction names it. */
  headId: id.nullable(),
  /** The file that it was opened for, where two were merged and that is another one than it is shown in. */
  openedFor: id.optional(),
})

export const personFile = z.strictObject({
  row: personRowSchema,
  /** Person fields by name; sensitive ones are masked here and come whole only from persons.reveal. */
  fields: jsonObject,
  /** Field -> head change, to base an edit upon. */
  heads: z.record(z.string(), z.string()),
  /** Field -> why it waits for a look at the paper. */
  verify: z.record(z.string(), z.string()),
  /** Where the columns and the numbers of the file do not agree. */
  hints: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  groups: z.array(z.strictObject({ flag: z.string(), because: z.string() })),
  documents: z.array(documentHead),
  orderWarnings: z.array(z.string()),
  timeline: z.array(timelineEntry),
  /** Files that were merged with this one; asked for by one of their addresses, the answer is this one. */
  joined: z.array(z.strictObject({ personId: id, name: z.string(), idNumberMasked: z.string() })).optional(),
})
export type PersonFile = z.infer<typeof personFile>

export const sensitiveField = z.enum(['idNumber', 'certNumber', 'phone', 'contactPhone', 'guardianPhone'])
export const revealInput = z.strictObject({ personId: id, field: sensitiveField })
export const revealOutput = z.strictObject({ value: z.string().nullable() })

export const updateInput = z.strictObject({
  personId: id,
  /** Field -> new value; based on the heads that `persons.get` gave. */
  fields: jsonObject,
  basedOn: z.record(z.string(), z.string().nullable()),
})
export const createInput = z.strictObject({ fields: jsonObject })
export const assignInput = z.strictObject({ personIds: z.array(id).min(1).max(2000), responsibleId: id.nullable() })
