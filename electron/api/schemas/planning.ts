import { z } from 'zod'
import { id, isoDate, personRowSchema, savedSchema, shortText } from './common.ts'

/** Towns, and the villages of one of them with what is owed there. */
export const villagesInput = z.strictObject({ town: shortText.nullable() })
export const villagesOutput = z.strictObject({
  /** '' where the town is not known. */
  towns: z.array(z.string()),
  town: z.string().nullable(),
  villages: z.array(
    z.strictObject({
      village: z.string(),
      overdue: z.number().int(),
      /** Due within 30 days. */
      due: z.number().int(),
      /** Everybody of whom a step is still owed, the former among them. */
      open: z.number().int(),
      /** Visits that are planned from today on. */
      planned: z.number().int(),
    }),
  ),
})

const ask = z.strictObject({ kind: z.enum(['followUp', 'placementCheck']), on: isoDate })

export const villageInput = z.strictObject({ town: shortText, village: shortText, offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) })
export const villageOutput = z.strictObject({
  total: z.number().int(),
  rows: z.array(
    z.strictObject({
      row: personRowSchema,
      /** Promised or due besides the four ones. */
      asks: z.array(ask),
      /** The next visit that is planned from today on, and by whom. */
      planned: z.strictObject({ on: isoDate, byName: z.string(), own: z.boolean() }).nullable(),
    }),
  ),
})

export const visitSchema = z.strictObject({
  documentId: id,
  on: isoDate,
  row: personRowSchema,
  purpose: z.string().nullable(),
  /** How to speak with the person (codes), to be known before one knocks. */
  modes: z.array(z.string()),
  asks: z.array(ask),
  /** A record of that day or later says that somebody was there. */
  done: z.boolean(),
})
export type Visit = z.infer<typeof visitSchema>

export const dayInput = z.strictObject({ on: isoDate })
export const dayOutput = z.strictObject({ on: isoDate, visits: z.array(visitSchema) })

/** Days with own visits, from two weeks ago on. */
export const daysOutput = z.array(z.strictObject({ on: isoDate, visits: z.number().int() }))

export const addVisitsInput = z.strictObject({
  personIds: z.array(id).min(1).max(200),
  on: isoDate,
  purpose: shortText.optional(),
})
/** `left`: were on the list of that day already. */
export const addVisitsOutput = savedSchema.extend({ added: z.number().int(), left: z.number().int() })
export const moveVisitsInput = z.strictObject({ documentIds: z.array(id).min(1).max(200), on: isoDate })
export const orderVisitsInput = z.strictObject({ documentIds: z.array(id).min(1).max(200) })
export const dropVisitsInput = z.strictObject({ documentIds: z.array(id).min(1).max(200) })

export const openSheetInput = z.strictObject({ code: z.string().max(40) })
/** `at`: where in the file to go; a step, or the tab of work. */
export const openSheetOutput = z.strictObject({ personId: id, name: z.string(), at: z.enum(['1', '2', '3', '4', 'employment', '']) })

export const sheetField = z.strictObject({
  label: z.string(),
  /** To be ticked; empty: to be written. */
  options: z.array(z.string()),
  /** Lines to write on. */
  lines: z.number().int(),
})
export const sheetSchema = z.strictObject({
  personId: id,
  /** Twelve signs; the square holds it with the prefix of scanners. */
  code: z.string(),
  name: z.string(),
  who: z.string(),
  idNumberMasked: z.string(),
  phones: z.array(z.string()),
  place: z.string(),
  town: z.string(),
  village: z.string(),
  groups: z.array(z.string()),
  /** What is owed, most urgent first. */
  open: z.array(z.strictObject({ what: z.string(), dueOn: isoDate.nullable(), overdue: z.boolean() })),
  known: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Fields of the file that nobody has filled in yet; asked for while the check is owed. */
  missing: z.array(z.string()),
  blocks: z.array(z.strictObject({ title: z.string(), fields: z.array(sheetField) })),
  purpose: z.string().nullable(),
})
export type Sheet = z.infer<typeof sheetSchema>

export const dayPackOutput = z.strictObject({ on: isoDate, county: z.string(), sheets: z.array(sheetSchema) })

export const agendaKind = z.enum(['followUp', 'placementCheck', 'renewal', 'reassess', 'certificate'])
export const reminderSchema = z.strictObject({
  /** This year's occurrence. */
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  doZh: z.string(),
  doEn: z.string(),
  from: isoDate,
  until: isoDate,
  /** Put away until the next year. */
  away: z.boolean(),
})
export const agendaOutput = z.strictObject({
  on: isoDate,
  /** Own visits of today, and those of the last two weeks that were not made. */
  visits: z.array(visitSchema),
  missed: z.array(visitSchema),
  lists: z.array(z.strictObject({ kind: agendaKind, total: z.number().int(), rows: z.array(z.strictObject({ on: isoDate, row: personRowSchema })) })),
  reminders: z.array(reminderSchema),
  /** The next day of the calendar that is not in sight yet. */
  nextReminder: z.strictObject({ zh: z.string(), en: z.string(), from: isoDate }).nullable(),
})
export const reminderInput = z.strictObject({ key: z.string().regex(/^[A-Za-z]+-\d{4}$/), away: z.boolean() })
