import { z } from 'zod'
import { attachmentFields, filesWhole } from './attachment.ts'
import { choice, date, documentHead, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** Why and from which day a person is out of the denominator. Prison and military service end; the person then counts again. */
export const exclusionShape = {
  ...documentHead,
  reason: choice('exclusionReason', '移出原因'),
  date: date('从哪一天起'),
  evidence: text('依据', 200),
  endedOn: date('到哪一天止').optional(),
  ...attachmentFields,
  note: text('备注', 500).optional(),
}

export const exclusionSchema = withRules(z.looseObject(exclusionShape), [ends, filesWhole])
export type Exclusion = z.infer<z.ZodObject<typeof exclusionShape>>

function ends(draft: Loose, report: Report): void {
  if (typeof draft.date === 'string' && typeof draft.endedOn === 'string' && draft.endedOn <= draft.date) {
    report('endedOn', '止的日期要晚于起的日期，请改')
  }
}
