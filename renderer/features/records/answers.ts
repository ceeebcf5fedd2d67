import { dimensions, isQualifier } from '../../../domain/assessment/index.ts'
import type { EnvAnswer, Instrument, ItemAnswer } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'

/** An answer as the record keeps it, with what may be added to it. */
export interface Answer extends ItemAnswer {
  readonly note?: string | undefined
  /** Taken from the assessment before, not asked again. */
  readonly asBefore?: boolean | undefined
}

/** What a row holds: a note may be written before the grade. */
export type HeldAnswer = Partial<Answer> & { readonly code: string }

/** Parts of the items, as headings name them; E stands in a list of its own. */
export const scaleParts = [...dimensions, 'W'] as const
export type ScalePart = (typeof scaleParts)[number]

/** Graded answers of a draft. */
export function answersOf(body: JsonObject): Answer[] {
  return heldOf(body).filter((item): item is Answer => isQualifier(item.q))
}

/** Everything that rows hold, graded or not. */
export function heldOf(body: JsonObject): HeldAnswer[] {
  const items = Array.isArray(body.items) ? (body.items as unknown as HeldAnswer[]) : []
  return items.filter((item) => typeof item.code === 'string')
}

export interface HeldSurrounding extends EnvAnswer {
  readonly note?: string | undefined
  readonly asBefore?: boolean | undefined
}

export function surroundingsOf(body: JsonObject): HeldSurrounding[] {
  return Array.isArray(body.env) ? (body.env as unknown as HeldSurrounding[]) : []
}

/** The list with one row changed, in the order of the sheet. What was set to undefined is gone. */
export function withAnswer<T extends { readonly code: string }>(held: readonly T[], code: string, patch: object): T[] {
  const old = held.find((each) => each.code === code)
  const next = Object.fromEntries(Object.entries({ ...old, code, ...patch }).filter(([, value]) => value !== undefined)) as unknown as T
  return [...held.filter((each) => each.code !== code), next].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
}

/**
 * Rows that are still open, filled from the assessment before and marked as such. `codes`: only these. A row that was answered is never touched.
 */
export function takenFromBefore(body: JsonObject, before: JsonObject, codes: readonly string[]): { readonly items: HeldAnswer[]; readonly env: HeldSurrounding[] } {
  let items = heldOf(body)
  for (const { code, q, qWithoutAid } of answersOf(before)) {
    if (codes.includes(code) && !answersOf({ items: items as never }).some((held) => held.code === code)) items = withAnswer(items, code, { q, qWithoutAid, asBefore: true })
  }
  let env = surroundingsOf(body)
  for (const { code, value } of surroundingsOf(before)) {
    if (codes.includes(code) && !env.some((held) => held.code === code)) env = withAnswer(env, code, { value, asBefore: true })
  }
  return { items, env }
}

/** Codes of one part of the sheet, in their order. */
export function codesOfPart(instrument: Instrument, part: ScalePart | 'E'): string[] {
  const list = part === 'W' ? instrument.profile : part === 'E' ? instrument.environment : instrument.items[part]
  return list.map(({ code }) => code)
}
