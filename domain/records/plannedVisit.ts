import { z } from 'zod'
import { date, documentHead, reference, text, whole } from './fields.ts'

/** A visit that somebody means to make: one person, one day. Whether it was made is told by the records, never by the plan. */
export const plannedVisitShape = {
  ...documentHead,
  plannedOn: date('走访的日期'),
  byId: reference('谁去'),
  byName: text('谁去', 32).optional(),
  /** Where the person lived when the visit was planned; lists go by the file. */
  town: text('乡镇', 40).optional(),
  village: text('村', 40).optional(),
  purpose: text('去做什么', 200).optional(),
  /** Place in the order of the day, where people put it by hand. */
  order: whole('次序', 1, 999).optional(),
}

export const plannedVisitSchema = z.looseObject(plannedVisitShape)
export type PlannedVisit = z.infer<z.ZodObject<typeof plannedVisitShape>>
