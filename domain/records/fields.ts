import { z } from 'zod'
import { codesOf } from '../codes/index.ts'
import type { CodeTableId } from '../codes/index.ts'
import { dateFault } from '../plan/dates.ts'

/** Builders of fields: every message is a sentence that says what to do, and names the field as the form does. */

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

type Issue = { readonly input?: unknown }

function missing(whenBlank: string, otherwise: string) {
  return (issue: Issue) => (isBlank(issue.input) ? whenBlank : otherwise)
}

export function text(label: string, max: number, min = 1) {
  return z
    .string({ error: missing(`请填${label}`, `${label}请写成文字`) })
    .trim()
    .superRefine((value, ctx) => {
      if (value === '') ctx.addIssue({ code: 'custom', message: `请填${label}` })
      else if (value.length < min) ctx.addIssue({ code: 'custom', message: `${label}至少写 ${min} 个字，现在是 ${value.length} 个` })
      if (value.length > max) ctx.addIssue({ code: 'custom', message: `${label}最多 ${max} 个字，现在是 ${value.length} 个` })
    })
}

/** A reference to another record or a user; forms fill it, so that the words are about choosing. */
export function reference(label: string) {
  return z.string({ error: `请选${label}` }).min(1, { error: `请选${label}` }).max(80)
}

export function date(label: string) {
  return z.string({ error: missing(`请填${label}`, '日期请写成 2026-11-23 这样') }).superRefine((value, ctx) => {
    const fault = value === '' ? `请填${label}` : dateFault(value)
    if (fault !== null) ctx.addIssue({ code: 'custom', message: fault })
  })
}

export function choice<T extends CodeTableId>(table: T, label: string) {
  return z.enum(codesOf(table), { error: missing(`请选${label}`, `${label}里没有这一项，请重新选`) })
}

export function choices<T extends CodeTableId>(table: T, label: string, min = 0) {
  const list = z.array(choice(table, label), { error: `请选${label}` })
  return min === 0 ? list : list.min(min, { error: `请选${label}` })
}

export function whole(label: string, min: number, max: number, unit = '') {
  const range = `${label}在 ${min} 到 ${max}${unit === '' ? ' ' : unit}之间`
  return z
    .int({ error: missing(`请填${label}`, `${label}请写整数`) })
    .min(min, { error: range })
    .max(max, { error: range })
}

/** Any whole number; its bounds are a rule of the cycle. */
export function wholeNumber(label: string) {
  return z.int({ error: missing(`请填${label}`, `${label}请写整数`) })
}

/** `question` continues 请选, e.g. 有没有就业需求. */
export function yesNo(question: string) {
  return z.boolean({ error: `请选${question}` })
}

export function listOf<S extends z.ZodType>(item: S, whenMissing: string, min = 0) {
  const list = z.array(item, { error: whenMissing })
  return min === 0 ? list : list.min(min, { error: whenMissing })
}

/** Money in fen. */
export function money(label: string) {
  return z.int({ error: `${label}请写数字` }).min(0, { error: `${label}不能小于 0` })
}

/** Fields of every document. */
export const documentHead = {
  personId: z.string({ error: '请先选人' }).min(1, { error: '请先选人' }),
  cycleYear: z.string({ error: '请选年度' }).regex(/^\d{4}$/, { error: '年度是四位数字' }),
}

/** By which rules one of the four ones was made: plan, its version, and the change with the county's own values. Filled in, never asked. */
export const making = {
  planId: z.string().max(40).optional(),
  planVersion: z.int().optional(),
  countyValues: z.string().max(40).optional(),
}

/** Which field says when the thing happened; the one that time rules look at. */
export type Loose = { readonly [field: string]: unknown }
export type Report = (field: string, message: string) => void
/** A rule between fields. It runs on drafts too, so it must bear missing and wrong values. */
export type Rule = (draft: Loose, report: Report) => void

/** Runs the rules also when single fields are wrong, so that a form shows everything at once. */
export function withRules<S extends z.ZodObject>(schema: S, rules: readonly Rule[]): S {
  return schema.superRefine(
    (value, ctx) => {
      if (typeof value !== 'object' || value === null) return
      const report: Report = (field, message) => {
        ctx.addIssue({ code: 'custom', message, path: field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)) })
      }
      for (const rule of rules) rule(value as Loose, report)
    },
    { when: () => true },
  )
}

export function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function objectsIn(value: unknown): readonly Loose[] {
  return listIn(value).filter((item): item is Loose => typeof item === 'object' && item !== null)
}
