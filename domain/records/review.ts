import { z } from 'zod'
import { choice, date, documentHead, isBlank, reference, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** One act of reviewing: somebody submits a version of a record, and somebody else passes it or returns it with the reason. */
export const reviewShape = {
  ...documentHead,
  documentId: reference('记录'),
  /** The version looked at. */
  changeId: reference('记录的哪一版'),
  decision: choice('reviewDecision', '审核结果'),
  reason: text('退回的原因', 300).optional(),
  on: date('日期'),
  byId: reference('审核人'),
  byName: text('审核人姓名', 32).optional(),
}

export const reviewSchema = withRules(z.looseObject(reviewShape), [returned])
export type Review = z.infer<z.ZodObject<typeof reviewShape>>

function returned(draft: Loose, report: Report): void {
  if (draft.decision === 'RETURNED' && isBlank(draft.reason)) report('reason', '请写退回的原因，让填写的人知道改哪里')
}
