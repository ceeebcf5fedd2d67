import { z } from 'zod'
import { id, isoDate, personRowSchema } from './common.ts'

export const openOutput = z.array(
  z.strictObject({ documentId: id, row: personRowSchema, kind: z.string(), receivedOn: isoDate, dueOn: isoDate }),
)
