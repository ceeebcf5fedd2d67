import { isQualifier } from '../../../domain/assessment/index.ts'
import type { EnvAnswer, ItemAnswer } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'

/** An answer as the record keeps it, with what may be added to it. */
export interface Answer extends ItemAnswer {
  readonly note?: string
}

/** Answers of a draft to the items of the instrument. */
export function answersOf(body: JsonObject): Answer[] {
  const items = Array.isArray(body.items) ? (body.items as unknown as Answer[]) : []
  return items.filter((item) => isQualifier(item.q))
}

export function surroundingsOf(body: JsonObject): EnvAnswer[] {
  return Array.isArray(body.env) ? (body.env as unknown as EnvAnswer[]) : []
}
