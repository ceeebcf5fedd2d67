import { z } from 'zod'
import { cycleYear, id, instant, jsonObject } from './common.ts'

/** What the county sets differently from the plan. `body`: as in domain/plan/countyValues.ts, whose reader is the judge of it. */
const stated = z.strictObject({ changeId: id, body: jsonObject })

export const getInput = z.strictObject({ cycleYear })
export const getOutput = z.strictObject({
  /** Statements of every year that hold now: with them the page works out the cycle as the store does. */
  stated: z.array(stated),
  /** The change that the next version of this year builds upon; null: there is none yet. */
  head: id.nullable(),
  /** Of this year, newest first. */
  versions: z.array(
    z.strictObject({
      changeId: id,
      at: instant,
      actor: z.string(),
      /** null: taken back. */
      body: jsonObject.nullable(),
      /** Written at the same time on another computer; it does not hold. */
      isRival: z.boolean(),
    }),
  ),
  /** Files that are still counted by the values of before. */
  behind: z.number().int(),
})

export const saveInput = z.strictObject({ cycleYear, body: jsonObject, replaces: id.nullable() })
