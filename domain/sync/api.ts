import { z } from 'zod'
import { feedItemSchema } from './feed.ts'
import { signedReceiptSchema } from './receipt.ts'
import { countyRoleSchema, scopeSchema } from './scope.ts'

/** Requests and replies of the county's HTTP interface. Unknown fields of a reply are let through: a newer county may say more. */

export const protocolVersion = 1

/** Printable: no control characters, which neither a database nor a screen wants. */
const printable = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}\p{Cs}]*$/u)
export const personName = printable(40)
export const deviceName = printable(60)

/** In every reply, so that a county restored from a backup is noticed at once. */
const stamp = {
  format: z.literal('four-ones'),
  v: z.literal(protocolVersion),
  county: z.string().regex(/^\d{6}$/),
  epoch: z.uuid(),
  /** The highest number in the county's order. */
  head: z.number().int().min(0),
}
export const stampSchema = z.looseObject(stamp)
export type Stamp = z.infer<typeof stampSchema>

export const errorReply = z.looseObject({ format: z.literal('four-ones'), code: z.string(), message: z.string() })
export const tooLargeReply = errorReply.extend({ limits: z.looseObject({ maxChanges: z.number(), maxBytes: z.number() }) })
/** The county has not seen `nextSeq` of this device's epoch yet. */
export const earlierMissingReply = errorReply.extend({ deviceEpoch: z.uuid(), nextSeq: z.number().int().min(1) })

export const countyKeySchema = z.looseObject({ keyId: z.string(), publicKey: z.string() })

export const enrolRequest = z.strictObject({
  code: z.string().min(4).max(60),
  /** Ed25519, SPKI DER, base64url. */
  publicKey: z.string().min(40).max(120).regex(/^[A-Za-z0-9_-]+$/),
  deviceId: z.uuid(),
  /** Under which id this user's work on the device is already signed. */
  userId: z.uuid().optional(),
  deviceName,
})
export const enrolReply = stampSchema.extend({
  userId: z.uuid(),
  userName: z.string(),
  role: countyRoleSchema,
  countyName: z.string(),
  scope: scopeSchema,
  scopeText: z.string(),
  countyKeys: z.array(countyKeySchema).min(1),
})

export const challengeRequest = z.strictObject({ deviceId: z.uuid() })
export const challengeReply = stampSchema.extend({ challenge: z.string() })
export const sessionRequest = z.strictObject({ deviceId: z.uuid(), challenge: z.string().max(2000), signature: z.string().max(200) })
export const sessionReply = stampSchema.extend({
  token: z.string(),
  expiresInSeconds: z.number().int(),
  role: countyRoleSchema,
  scope: scopeSchema,
  scopeText: z.string(),
  countyKeys: z.array(countyKeySchema).min(1),
  /** For each epoch of this device, the sequence number that the county expects next. */
  nextSeqs: z.record(z.string(), z.number().int()),
  /** County time. */
  now: z.iso.datetime(),
})

export function sessionSignatureInput(county: string, deviceId: string, challenge: string): string {
  return `four-ones-session/1\n${county}\n${deviceId}\n${challenge}`
}

export const receiptReply = stampSchema.extend(signedReceiptSchema.shape)
export const feedQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})
export const feedReply = stampSchema.extend({ items: z.array(feedItemSchema), more: z.boolean() })

export const directoryReply = stampSchema.extend({
  /** `aliases`: further ids under which the same user signed work. */
  users: z.array(
    z.looseObject({ id: z.uuid(), name: z.string(), role: countyRoleSchema, aliases: z.array(z.uuid()), disabled: z.boolean() }),
  ),
})

export const userRequest = z.strictObject({ name: personName, role: countyRoleSchema, scope: scopeSchema })
export const userReply = stampSchema.extend({ userId: z.uuid(), code: z.string(), expiresAt: z.iso.datetime() })
export const scopeRequest = z.strictObject({ scope: scopeSchema })
export const devicesReply = stampSchema.extend({
  devices: z.array(
    z.looseObject({
      id: z.uuid(), name: z.string(), userId: z.uuid(), userName: z.string(), revoked: z.boolean(),
      enrolledAt: z.iso.datetime(), lastSeenAt: z.iso.datetime().nullable(),
      accepted: z.number().int(), contested: z.number().int(), refused: z.number().int(),
    }),
  ),
})

/** Codes are read out on the telephone and typed: case, spaces, hyphens and look-alikes do not matter. */
export function normalCode(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
