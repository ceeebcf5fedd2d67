import { z } from 'zod'
import { attachmentFields, filesWhole } from './attachment.ts'
import { choice, date, documentHead, isBlank, money, reference, text, withRules, yesNo } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** 2.7, Placement: a look at a job some months after it began. */
export const placementCheckShape = {
  ...documentHead,
  /** The employment period that is looked at. */
  periodId: reference('哪一份工作'),
  /** Which of the looks that are due this is: months after the first day. */
  month: z.int({ error: '请选第几个月的回访' }).min(1, { error: '请选第几个月的回访' }).max(120, { error: '请选第几个月的回访' }),
  checkedOn: date('回访日期'),
  method: choice('checkMethod', '回访方式'),
  checkerId: reference('回访人'),
  checkerName: text('回访人姓名', 32).optional(),
  inJob: yesNo('还在不在岗'),
  monthlyIncomeFen: money('月收入').optional(),
  problem: text('遇到的困难', 500).optional(),
  action: text('怎么帮', 500).optional(),
  evidence: text('依据', 200).optional(),
  ...attachmentFields,
  /** The last day in the job. */
  leftOn: date('离岗的日期').optional(),
  leftReason: choice('leftReason', '离岗的原因').optional(),
  note: text('备注', 500).optional(),
}

export const placementCheckSchema = withRules(z.looseObject(placementCheckShape), [left, helped, filesWhole])
export type PlacementCheck = z.infer<z.ZodObject<typeof placementCheckShape>>

function left(draft: Loose, report: Report): void {
  if (draft.inJob !== false) return
  if (isBlank(draft.leftOn)) report('leftOn', '请填离岗的日期')
  else if (typeof draft.leftOn === 'string' && typeof draft.checkedOn === 'string' && draft.leftOn > draft.checkedOn) {
    report('leftOn', '离岗的日期晚于回访的日期，请改')
  }
  if (isBlank(draft.leftReason)) report('leftReason', '请选离岗的原因')
  if (draft.leftReason === 'OTHER' && isBlank(draft.note)) report('note', '原因选了其他，请在备注里写一句')
}

/** A difficulty that was heard and left lying helps nobody. */
function helped(draft: Loose, report: Report): void {
  if (!isBlank(draft.problem) && isBlank(draft.action)) report('action', '说了困难，请写怎么帮')
}
