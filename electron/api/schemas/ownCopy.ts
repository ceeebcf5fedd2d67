import { z } from 'zod'
import { id, instant, isoDate, jsonObject } from './common.ts'
import { personFile } from './persons.ts'

/** 本人信息副本: everything that the file holds of a person, for that person, with whole numbers. Asking for it is written down. */
export const ownCopyInput = z.strictObject({ personId: id })
export const ownCopyOutput = z.strictObject({
  on: isoDate,
  /** Who keeps the file: the county's office. */
  unit: z.string(),
  counsellor: z.string(),
  name: z.string(),
  fields: jsonObject,
  documents: personFile.shape.documents,
  groups: personFile.shape.groups,
  timeline: personFile.shape.timeline,
  /** Of each file that was merged with this one, what it says otherwise. */
  joined: z.array(jsonObject),
  /** Who looked at a number in full or took a copy, newest first. */
  looks: z.array(z.strictObject({ at: instant, actor: z.string(), field: z.string(), reason: z.string().nullable() })),
})
