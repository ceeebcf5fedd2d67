import { z } from 'zod'
import { choice, date, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** A signature given on paper: what was signed, by whom, and where the sheet lies now. */
const shape = {
  date: date('签字日期'),
  textVersion: text('签的是哪一版', 40),
  givenBy: choice('givenBy', '由谁签'),
  guardianName: text('监护人姓名', 32).optional(),
  paperLocation: text('纸张存放的地方', 80),
}

export function guardianNamed(draft: Loose, report: Report): void {
  if (draft.givenBy === 'GUARDIAN' && !draft.guardianName) report('guardianName', '监护人签的，请填监护人姓名')
}

export const paperSignatureSchema = withRules(z.looseObject(shape), [guardianNamed])
export type PaperSignature = z.infer<z.ZodObject<typeof shape>>
