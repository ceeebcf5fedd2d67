import { z } from 'zod'
import { choice, date, documentHead, isBlank, listOf, objectsIn, reference, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** 一人一策: what is done for one graduate, step by step, until it is known what became of it (plan action 7). */
const stepShape = {
  kind: choice('graduateStep', '步骤'),
  on: date('哪一天做的'),
  result: text('结果', 200).optional(),
  note: text('备注', 200).optional(),
  /** The service record that tells of this step; such a record is then not counted once more. */
  documentId: reference('服务记录').optional(),
}

export const graduatePlanShape = {
  ...documentHead,
  openedOn: date('建档日期'),
  responsibleId: reference('责任人').optional(),
  responsibleName: text('责任人', 32),
  /** Where the graduate stands and wants to go. */
  situation: text('现在的情况', 500).optional(),
  goal: text('想做什么', 200).optional(),
  steps: listOf(z.looseObject(stepShape), '请写做过哪些步骤'),
  outcome: choice('graduateOutcome', '去向').optional(),
  outcomeOn: date('去向的日期').optional(),
  outcomeNote: text('去向的说明', 200).optional(),
  note: text('备注', 500).optional(),
}

export const graduatePlanSchema = withRules(z.looseObject(graduatePlanShape), [order, closing])
export type GraduatePlan = z.infer<z.ZodObject<typeof graduatePlanShape>>

function order(draft: Loose, report: Report): void {
  const { openedOn } = draft
  if (typeof openedOn !== 'string') return
  objectsIn(draft.steps).forEach((step, index) => {
    if (typeof step.on === 'string' && step.on < openedOn) report(`steps.${index}.on`, '这一步早于建档日期，请改其中一个')
  })
}

function closing(draft: Loose, report: Report): void {
  if (isBlank(draft.outcome)) {
    if (!isBlank(draft.outcomeOn)) report('outcome', '填了日期，请选去向')
    return
  }
  if (isBlank(draft.outcomeOn)) report('outcomeOn', '请填去向的日期')
  else if (typeof draft.outcomeOn === 'string' && typeof draft.openedOn === 'string' && draft.outcomeOn < draft.openedOn) {
    report('outcomeOn', '去向的日期早于建档，请改')
  }
  if (draft.outcome === 'NOT_NOW' && isBlank(draft.outcomeNote)) report('outcomeNote', '请写本人为什么暂时不找')
}
