/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** 0 up to but not including 1. */
  next(): number
  /** 0 up to but not including `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  /** True in so many of 100 cases. */
  percent(share: number): boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: (list) => list[below(list.length)] as (typeof list)[number], percent: (share) => next() * 100 < share }
}
