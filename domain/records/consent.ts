import { z } from 'zod'
import { choice, date, documentHead, isBlank, listOf, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'
import { guardianNamed } from './paper.ts'

/**
 * The answer to a separate question of consent, one for each purpose (PIPL art. 29). A no is kept as well: nobody is asked twice for nothing, and nothing rests
 * on it. Withdrawal is a successor version with withdrawnAt.
 */
export const consentShape = {
  ...documentHead,
  purpose: choice('consentPurpose', '同意的用途'),
  /** Left out in records of earlier versions, which only kept a yes. */
  decision: z.enum(['GIVEN', 'DECLINED'], { error: '请选同意还是不同意' }).optional(),
  scopeFields: listOf(text('信息范围', 60), '请选同意用哪些信息', 1),
  textVersion: text('告知书是哪一版', 40),
  form: choice('consentForm', '同意的形式'),
  givenBy: choice('givenBy', '由谁签'),
  guardianName: text('监护人姓名', 32).optional(),
  givenAt: date('同意的日期'),
  paperLocation: text('纸张存放的地方', 80).optional(),
  /** Content address of the pad image or the video, for the other forms. */
  evidence: text('凭据', 120).optional(),
  withdrawnAt: date('撤回的日期').optional(),
  note: text('备注', 500).optional(),
}

export const consentSchema = withRules(z.looseObject(consentShape), [guardian, lies, withdrawal])
export type Consent = z.infer<z.ZodObject<typeof consentShape>>

/** Nobody is held up in saying no: whose word it was is asked for a yes alone. */
function guardian(draft: Loose, report: Report): void {
  if (draft.decision !== 'DECLINED') guardianNamed(draft, report)
}

/** A yes must be shown; a no needs no proof, though it may have one, and taking back must not fail for the lack of one. */
function lies(draft: Loose, report: Report): void {
  if (draft.decision === 'DECLINED' || !isBlank(draft.withdrawnAt)) return
  if (draft.form === 'PAPER' && isBlank(draft.paperLocation)) report('paperLocation', '请填纸张存放的地方')
  if ((draft.form === 'SIGN_PAD' || draft.form === 'VIDEO_SIGN') && isBlank(draft.evidence)) {
    report('evidence', '请附上签名或视频')
  }
}

function withdrawal(draft: Loose, report: Report): void {
  if (typeof draft.withdrawnAt !== 'string' || typeof draft.givenAt !== 'string') return
  if (draft.withdrawnAt < draft.givenAt) report('withdrawnAt', '撤回的日期早于同意的日期，请改')
}

/** Something may rest on it: a yes that was not taken back. For a certain day ask `consentFault`. */
export function consentStands(body: Loose): boolean {
  return body.decision !== 'DECLINED' && isBlank(body.withdrawnAt)
}
