import { z } from 'zod'
import { handOverState } from './handOver.ts'
import { countyCode, id, language, nothing, password, roleSchema, shortText } from './common.ts'

export const sessionStateSchema = z.strictObject({
  state: z.enum(['firstRun', 'locked', 'unlocked', 'damaged', 'newerFile', 'folderReadOnly', 'diskFull']),
  /** What happened, what is safe, what to do; null when all is well. */
  message: z.string().nullable(),
  users: z.array(z.strictObject({ id, name: z.string() })),
  current: z.strictObject({ id, name: z.string(), role: roleSchema }).nullable(),
  county: z.strictObject({ code: countyCode, name: z.string() }).nullable(),
  /** Today by this device, and the cycle that it belongs to. */
  today: z.string(),
  cycleYear: z.string(),
  /** Seconds until the next try is allowed; 0 when it is. */
  waitSeconds: z.number(),
  /** The screen is with a client: nothing else can be reached until the password is given. */
  handOver: handOverState.nullable(),
})
export type SessionState = z.infer<typeof sessionStateSchema>

export const setUpInput = z.strictObject({
  countyCode,
  countyName: shortText.min(1),
  userName: shortText.min(1),
  role: roleSchema,
  password,
})
export const setUpOutput = z.strictObject({ /** Six groups of four. */ recoveryCode: z.string(), userId: id })

export const unlockInput = z.strictObject({ userId: id, password: z.string().min(1).max(200) })
export const recoverInput = z.strictObject({ userId: id, recoveryCode: z.string().min(1).max(60), newPassword: password })
export const addUserInput = z.strictObject({ name: shortText.min(1), role: roleSchema, password })
export const changePasswordInput = z.strictObject({ oldPassword: z.string().min(1).max(200), newPassword: password })
export const userCreated = z.strictObject({ userId: id })

export const countiesOutput = z.array(z.strictObject({ code: countyCode, name: z.string(), prefecture: z.string() }))

export const settingsSchema = z.strictObject({
  language,
  textSize: z.union([z.literal(100), z.literal(125), z.literal(150), z.literal(200)]),
  theme: z.enum(['light', 'dark', 'sun']),
  density: z.enum(['standard', 'compact', 'touch']),
  idleLockMinutes: z.number().int().min(1).max(120),
  singleKeys: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatch = settingsSchema.partial()
export { nothing }
