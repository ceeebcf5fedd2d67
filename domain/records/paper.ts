import { z } from 'zod'
import { fileSchema } from './attachment.ts'
import { choice, date, isBlank, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** A signature: what was signed, by whom and when; on the pad as a picture, or on paper with the place where the sheet lies now. */
const shape = {
  date: date('签字日期'),
  textVersion: text('签的是哪一版', 40),
  givenBy: choice('givenBy', '由谁签'),
  guardianName: text('监护人姓名', 32).optional(),
  paperLocation: text('纸张存放的地方', 80).optional(),
  image: fileSchema.optional(),
}

export function guardianNamed(draft: Loose, report: Report): void {
  if (draft.givenBy === 'GUARDIAN' && !draft.guardianName) report('guardianName', '监护人签的，请填监护人姓名')
}

function somewhere(draft: Loose, report: Report): void {
  if (isBlank(draft.image) && draft.paperLocation === undefined) report('paperLocation', '请填纸张存放的地方')
}

export const signatureSchema = withRules(z.looseObject(shape), [guardianNamed, somewhere])
export type Signature = z.infer<z.ZodObject<typeof shape>>
