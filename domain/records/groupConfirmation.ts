import { z } from 'zod'
import { choice, date, documentHead, isBlank, reference, text, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** A person has looked whether somebody is in a group. It stands for its cycle; who denies says why. */
export const groupConfirmationShape = {
  ...documentHead,
  flag: choice('hardshipFlag', '类别'),
  isConfirmed: yesNo('是不是这一类'),
  on: date('核实日期'),
  byId: reference('核实人'),
  byName: text('核实人姓名', 32).optional(),
  note: text('说明', 200).optional(),
}

export const groupConfirmationSchema = withRules(z.looseObject(groupConfirmationShape), [denied])
export type GroupConfirmation = z.infer<z.ZodObject<typeof groupConfirmationShape>>

function denied(draft: Loose, report: Report): void {
  if (draft.isConfirmed === false && isBlank(draft.note)) report('note', '请写为什么不是这一类')
}
