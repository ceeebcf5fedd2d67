import type { JsonObject } from '../../api/client.ts'

/**
 * What a visit keeps beside a record while it is being filled in: with the draft on disk, never handed in. So a visit that was left goes on where it
 * stood, and what nobody has confirmed yet is asked again.
 */
export interface Marks {
  /** Somebody was met; what came of the check follows from the answers. */
  readonly met: boolean
  /** Groups of known facts, and proposals, to which a person has said yes. */
  readonly agreed: readonly string[]
  /** Groups in which something has changed: each line is asked. */
  readonly opened: readonly string[]
  /** Answers taken from the record before (照去年). */
  readonly asLast: readonly string[]
}

export const marksPath = 'visit'

export function marksOf(body: JsonObject): Marks {
  const held = body[marksPath]
  const marks = typeof held === 'object' && held !== null && !Array.isArray(held) ? (held as JsonObject) : {}
  return { met: marks.met === true, agreed: textsIn(marks.agreed), opened: textsIn(marks.opened), asLast: textsIn(marks.asLast) }
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** What is set in one go: path and value. Later ones see the earlier. */
export type Patch = readonly (readonly [path: string, value: unknown])[]

export function marked(body: JsonObject, change: Partial<Marks>): Patch {
  return [[marksPath, { ...marksOf(body), ...change }]]
}

export function withOne(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list : [...list, one]
}

export function withoutOne(list: readonly string[], one: string): readonly string[] {
  return list.filter((each) => each !== one)
}
