import { z } from 'zod'
import { consentPurposes } from '../../../domain/consent/index.ts'
import { storedFile } from './attachments.ts'
import { cycleYear, id, instant, isoDate, jsonObject, shortText } from './common.ts'

/** What a person is shown and asked, one matter a page: what the file says of them, one purpose of consent each, what was written down today, the signature. */
export const matter = z.enum(['file', ...consentPurposes, 'said', 'sign'])
export type Matter = z.infer<typeof matter>

/** Whose turn it is at the screen, and with what. Part of the session's state. */
export const handOverState = z.strictObject({ personId: id, cycleYear, matters: z.array(matter).min(1).max(10) })
export type HandOverState = z.infer<typeof handOverState>

export const beginInput = handOverState.extend({
  /** Where sheets go that are signed on paper instead. */
  paperLocation: z.string().trim().min(1).max(80),
})

export const viewInput = z.strictObject({ personId: id, cycleYear })
export const viewOutput = z.strictObject({
  name: z.string(),
  /** Who handed over, and gets the screen back. */
  counsellor: z.string(),
  /** Somebody else decides with or for the person. */
  needsGuardian: z.boolean(),
  guardianName: z.string().nullable(),
  /** Of the person alone; numbers masked. */
  file: jsonObject,
  consents: z.array(z.strictObject({ purpose: z.enum(consentPurposes), state: z.enum(['unasked', 'given', 'declined', 'withdrawn']), on: isoDate.nullable() })),
  /** The answers of check and registration: the open draft, else the record of the cycle. */
  check: jsonObject.nullable(),
  demand: jsonObject.nullable(),
  /** Open drafts that a signature goes into. */
  toSign: z.array(z.enum(['infoCheck', 'demandRegistration'])),
  /** What was settled since the screen was last handed over; kept until the next time. */
  done: z.array(z.strictObject({ matter, outcome: z.enum(['seen', 'wrong', 'given', 'declined', 'signed', 'paper']) })),
})
export type HandOverView = z.infer<typeof viewOutput>

export const giver = { givenBy: z.enum(['SELF', 'GUARDIAN']), guardianName: z.string().trim().max(32).nullable() }
/** Drawn here, or to be signed on paper. */
export const proof = z.union([storedFile, z.literal('paper')])

export const decideInput = z.strictObject({
  personId: id,
  purpose: z.enum(consentPurposes),
  decision: z.enum(['GIVEN', 'DECLINED']),
  textVersion: shortText.min(1),
  ...giver,
  /** null: a no needs none. */
  proof: proof.nullable(),
})
export const signInput = z.strictObject({ personId: id, ...giver, proof })
/** Which records the signature now stands in, as drafts. */
export const signOutput = z.strictObject({ savedAt: instant, kinds: z.array(z.enum(['infoCheck', 'demandRegistration'])) })
export const remarkInput = z.strictObject({ personId: id, matter: z.enum(['file', 'said']), isRight: z.boolean() })
export const leaveInput = z.strictObject({ password: z.string().min(1).max(200) })
