import { z } from 'zod'
import { scoredItemsOf } from '../assessment/index.ts'
import { instrumentOf } from '../assessment/instruments.ts'
import { itemShape } from './capabilityAssessment.ts'
import { date, documentHead, listOf, objectsIn, reference, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** An assessment that was drawn, rated once more by somebody else who has not seen the first answers. It changes nothing of the first. */
export const secondRatingShape = {
  ...documentHead,
  assessmentId: reference('要再评一次的评估'),
  /** The version of it that stood when it was rated again. */
  changeId: reference('评估的哪一版'),
  ratedOn: date('第二次评的日期'),
  raterId: reference('第二评估人'),
  raterName: text('第二评估人姓名', 32).optional(),
  instrumentVersion: text('量表版本', 20),
  items: listOf(z.looseObject(itemShape), '请逐项评定', 1),
  note: text('备注', 500).optional(),
}

export const secondRatingSchema = withRules(z.looseObject(secondRatingShape), [everyItem])
export type SecondRating = z.infer<z.ZodObject<typeof secondRatingShape>>

/** Whatever the first person answered, the second answers too: an item left out could not be compared. */
function everyItem(draft: Loose, report: Report): void {
  const instrument = instrumentOf(draft.instrumentVersion)
  if (instrument === null) return report('instrumentVersion', '那次评估用的量表比这台电脑上的新，请先更新程序')
  const answered = new Set(objectsIn(draft.items).flatMap(({ code, q }) => (typeof q === 'number' ? [code] : [])))
  const left = scoredItemsOf(instrument).filter(({ code }) => !answered.has(code))
  if (left.length > 0) report('items', `还有 ${left.length} 项没评：${left.slice(0, 3).map((item) => item.zh).join('、')}${left.length > 3 ? '等' : ''}`)
}
