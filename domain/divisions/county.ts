import { z } from 'zod'
import { ok, problem } from '../result.ts'
import type { Result } from '../result.ts'

export interface Town {
  /** Nine digits: the county's six and three more. */
  readonly code: string
  readonly name: string
  /** Empty where the list of villages is not known. */
  readonly villages: readonly string[]
}

export interface County {
  /** Six digits, GB/T 2260. */
  readonly code: string
  readonly name: string
  /** A made-up county for demonstration and tests. */
  readonly demo: boolean
  readonly note: string | null
  /** Empty where the list of towns is not known: then no town can be called unknown. */
  readonly towns: readonly Town[]
}

const townSchema = z.object({
  code: z.string().regex(/^\d{9,12}$/),
  name: z.string().min(1).max(40),
  villages: z.array(z.string().min(1).max(40)).default([]),
})

export const countySchema = z.object({
  code: z.string().regex(/^\d{6}$/),
  name: z.string().min(1).max(40),
  demo: z.boolean().default(false),
  note: z.string().nullable().default(null),
  towns: z.array(townSchema),
})

/** A county from the contents of a county file. */
export function parseCounty(json: unknown): Result<County> {
  const parsed = countySchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  return problem('county-file', '这个县的名录不合要求：要有六位代码 code、县名 name 和乡镇 towns。', { detail: where })
}
