import { z } from 'zod'
import { addDays, isIsoDate } from '../plan/dates.ts'
import type { IsoDate } from '../plan/dates.ts'
import { choice, date, documentHead, isBlank, text, withRules } from './fields.ts'
import type { Loose, Report } from './fields.ts'

/** What a person asked about the own data, by when it is owed, and what was done (PIPL art. 15, 44 to 50). */
export const rightsRequestShape = {
  ...documentHead,
  kind: choice('rightKind', '本人的要求'),
  receivedOn: date('提出的日期'),
  /** Follows from the day of receipt; what the county allows at most is data of the plan. */
  dueOn: date('答复的期限').optional(),
  /** In the person's words. */
  askedFor: text('具体要什么', 500).optional(),
  doneOn: date('办完的日期').optional(),
  result: choice('rightOutcome', '办理结果').optional(),
  outcome: text('怎么办的', 500).optional(),
  note: text('备注', 500).optional(),
}

export const rightsRequestSchema = withRules(z.looseObject(rightsRequestShape), [asked, answered])
export type RightsRequest = z.infer<z.ZodObject<typeof rightsRequestShape>>

function asked(draft: Loose, report: Report): void {
  if (draft.kind === 'CORRECTION' && isBlank(draft.askedFor)) report('askedFor', '请填要更正哪一处、正确的是什么')
}

function answered(draft: Loose, report: Report): void {
  if (isBlank(draft.doneOn) && isBlank(draft.result)) return
  if (isBlank(draft.doneOn)) report('doneOn', '请填办完的日期')
  if (isBlank(draft.result)) report('result', '请选办理结果')
  if (draft.result !== 'DONE' && !isBlank(draft.result) && isBlank(draft.outcome)) report('outcome', '没有全照办的，请写原因')
  if (typeof draft.doneOn === 'string' && typeof draft.receivedOn === 'string' && draft.doneOn < draft.receivedOn) {
    report('doneOn', '办完的日期早于提出的日期，请改')
  }
}

/** So many working days later. Saturdays and Sundays are left out; public holidays are not known here, so that a day is never promised too late. */
export function addWorkingDays(from: IsoDate, days: number): IsoDate {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (!isWeekend(day)) left -= 1
  }
  return day
}

function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** The last day for an answer, from the day on which the person asked. */
export function withAnswerDue(fields: Loose, workingDays: number): Loose {
  const { receivedOn } = fields
  return typeof receivedOn === 'string' && isIsoDate(receivedOn) ? { ...fields, dueOn: addWorkingDays(receivedOn, workingDays) } : fields
}
