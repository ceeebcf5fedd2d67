/** Times of one job, in milliseconds. */
export interface Measured {
  readonly job: string
  readonly people: number
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

export interface Job {
  readonly name: string
  readonly rounds: number
  /** Before each round, off the clock. */
  readonly before?: (round: number) => unknown
  readonly run: (round: number) => unknown
}

export async function measure(people: number, { name, rounds, before, run }: Job): Promise<Measured> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before?.(round)
    const began = performance.now()
    await run(round)
    times.push(performance.now() - began)
  }
  return { job: name, people, ...summaryOf(times) }
}

export function summaryOf(times: readonly number[]): Pick<Measured, 'n' | 'p50' | 'p95' | 'p99' | 'max'> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: rounded(sorted.at(-1) ?? 0) }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
