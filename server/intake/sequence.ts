import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/**
 * The sequence number expected after these (ascending) have come, or the number that is missing. Numbers from before `expected` are
 * repetitions, or refused changes sent again.
 */
export function nextAfter(
  expected: number, seqs: readonly number[], gaps: readonly (readonly [number, number])[],
): Result<number, number> {
  let next = expected
  for (const seq of seqs) {
    if (seq < next) continue
    next = pastGaps(next, gaps)
    if (seq > next) return fail(next)
    if (seq === next) next += 1
  }
  return ok(next)
}

function pastGaps(from: number, gaps: readonly (readonly [number, number])[]): number {
  let next = from
  for (const [first, last] of [...gaps].sort((a, b) => a[0] - b[0])) {
    if (first <= next && last >= next) next = last + 1
  }
  return next
}
