import { z } from 'zod'
import { attachmentTypes, largestAttachment } from '../../../domain/records/index.ts'
import { id, shortText } from './common.ts'

export const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const storedFile = z.strictObject({ hash, size: z.number().int(), type: z.enum(attachmentTypes) })

/** Base64 of the largest file. */
const longestData = Math.ceil(largestAttachment / 3) * 4
/** Of the whole call as JSON. */
export const longestPut = longestData + 1000

export const putInput = z.strictObject({ personId: id, data: z.base64().min(4).max(longestData) })
export const putOutput = storedFile

/** `look`: opened to be looked at, not a small picture in a list; that is written down. */
export const getInput = z.strictObject({ personId: id, hash, look: z.boolean() })
export const saveInput = z.strictObject({ personId: id, hash, name: shortText })
/** null when the person closed the dialog. */
export const saveOutput = z.strictObject({ fileName: z.string() }).nullable()

export const getOutput = z.strictObject({ type: z.enum(attachmentTypes), data: z.base64() })
