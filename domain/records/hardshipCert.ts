import { z } from 'zod'
import { choice, date, documentHead, isBlank, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** 就业困难人员认定, made by the labour authority and kept here as it stands on its paper. A cancelled one is the next version of it. */
export const hardshipCertShape = {
  ...documentHead,
  category: choice('hardshipCategory', '认定的类别'),
  certNo: text('认定编号', 60),
  certifiedOn: date('认定日期'),
  org: text('认定机构', 80),
  cancelledOn: date('取消的日期').optional(),
  reason: text('取消的原因', 200).optional(),
  note: text('备注', 500).optional(),
}

export const hardshipCertSchema = withRules(z.looseObject(hardshipCertShape), [cancelled])
export type HardshipCert = z.infer<z.ZodObject<typeof hardshipCertShape>>

function cancelled(draft: Loose, report: Report): void {
  if (isBlank(draft.cancelledOn)) {
    if (!isBlank(draft.reason)) report('cancelledOn', '写了取消的原因，请填取消的日期')
    return
  }
  if (isBlank(draft.reason)) report('reason', '请写为什么取消')
  if (typeof draft.cancelledOn === 'string' && typeof draft.certifiedOn === 'string' && draft.cancelledOn < draft.certifiedOn) {
    report('cancelledOn', '取消早于认定，请改')
  }
}
