import { z } from 'zod'
import { id, isoDate, jsonObject, personRowSchema, shortText } from './common.ts'

/** A fact that a group rests on: field, value, and the record it stands in. */
const basis = z.strictObject({
  field: z.string(),
  value: z.union([z.string(), z.number()]),
  entity: z.string(),
  documentId: id.nullable(),
  on: z.string().nullable(),
})
const words = z.strictObject({ zh: z.string(), en: z.string() })

export const dutySchema = z.strictObject({
  id: z.string(),
  words,
  /** The action of the plan it comes from, by its title. */
  action: words,
  /** What was done towards it, oldest first. */
  done: z.array(z.strictObject({ entity: z.string(), documentId: id.nullable(), on: z.string(), serviceType: z.string().nullable() })),
})
export type GroupDuty = z.infer<typeof dutySchema>

export const groupSchema = z.strictObject({
  flag: z.string(),
  because: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  basis: z.array(basis),
  /** register: whoever doubts it puts the file right; answers: a denial strikes it from the counts. */
  restsOn: z.enum(['register', 'answers']),
  isComputed: z.boolean(),
  isCounted: z.boolean(),
  confirmation: z
    .strictObject({ isConfirmed: z.boolean(), on: z.string(), byName: z.string().nullable(), note: z.string().nullable(), entity: z.string() })
    .nullable(),
  duties: z.array(dutySchema),
})
export type PersonGroup = z.infer<typeof groupSchema>

const planStep = z.strictObject({
  kind: z.string(),
  on: z.string(),
  result: z.string().nullable(),
  documentId: z.string().nullable(),
  /** Its place among the steps written by hand; null: a service record tells of it. */
  index: z.number().int().nullable(),
  count: z.number().int(),
})
export const progressSchema = z.strictObject({
  steps: z.array(planStep),
  counts: z.array(z.strictObject({ kinds: z.array(z.string()), owed: z.number().int(), done: z.number().int() })),
  done: z.number().int(),
  owed: z.number().int(),
  isComplete: z.boolean(),
  outcome: z.string().nullable(),
})
export type GraduateProgress = z.infer<typeof progressSchema>

export const ofPersonInput = z.strictObject({ personId: id })
export const ofPersonOutput = z.strictObject({
  on: isoDate,
  cycleYear: z.string(),
  plan: words.extend({ confirmed: z.boolean() }),
  groups: z.array(groupSchema),
  /** Those that begin within three months, by themselves. */
  coming: z.array(z.strictObject({ flag: z.string(), from: z.string(), because: z.string() })),
  graduate: z
    .strictObject({ documentId: id, changeId: id.nullable(), cycleYear: z.string(), body: jsonObject, progress: progressSchema })
    .nullable(),
})
export type GroupsOfPerson = z.infer<typeof ofPersonOutput>

export const confirmInput = z.strictObject({ personId: id, flag: z.string().max(40), isConfirmed: z.boolean(), note: shortText.nullable() })

export const overviewInput = z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) })
export const overviewOutput = z.strictObject({
  on: isoDate,
  /** People in each group today. */
  flags: z.array(z.strictObject({ flag: z.string(), people: z.number().int() })),
  graduates: z.strictObject({
    total: z.number().int(),
    withPlan: z.number().int(),
    owed: z.number().int(),
    /** Those without a plan first, then those of whom most is still owed. */
    rows: z.array(
      z.strictObject({
        row: personRowSchema,
        openedOn: z.string().nullable(),
        responsibleName: z.string().nullable(),
        done: z.number().int(),
        owed: z.number().int(),
        outcome: z.string().nullable(),
      }),
    ),
  }),
})
export type GroupsOverview = z.infer<typeof overviewOutput>
