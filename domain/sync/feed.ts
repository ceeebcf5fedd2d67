import { z } from 'zod'
import { changeSchema } from '../journal/change.ts'

/** What the county hands to one device: numbered 1, 2, 3 ... without a hole, the same rows whenever they are read again. */

const feedNo = z.number().int().min(1)

export const feedItemSchema = z.discriminatedUnion('kind', [
  z.looseObject({ feedNo, kind: z.literal('change'), serverSeq: z.number().int().min(1), change: changeSchema }),
  /** The device holds this person from now on; their whole history follows. */
  z.looseObject({ feedNo, kind: z.literal('grant'), personId: z.uuid() }),
  /** The device holds this person no longer; it drops them once nothing about them is unsent. */
  z.looseObject({ feedNo, kind: z.literal('leave'), personId: z.uuid() }),
])
export type FeedItem = z.infer<typeof feedItemSchema>

/** The first number that is missing after `after`, or null when the page follows without a hole. */
export function holeInFeed(after: number, items: readonly { readonly feedNo: number }[]): number | null {
  for (const [index, item] of items.entries()) if (item.feedNo !== after + index + 1) return after + index + 1
  return null
}
