/** Times of one job, in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface Measured extends Spread {
  readonly job: string
  readonly people: number
  readonly n: number
  /** The same rows by bare statements, turn and turn about with the app. */
  readonly raw?: Spread
}

export interface Job {
  readonly name: string
  readonly rounds: number
  /** Before each round, off the clock. */
  readonly before?: (round: number) => unknown
  readonly run: (round: number) => unknown
  /** Off the clock, between the app's turn and that of the bare statements. */
  readonly beforeRaw?: (round: number) => unknown
  readonly raw?: (round: number) => unknown
}

export async function measure(people: number, { name, rounds, before, run, beforeRaw, raw }: Job): Promise<Measured> {
  const times: number[] = []
  const rawTimes: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before?.(round)
    times.push(await timeOf(() => run(round)))
    await beforeRaw?.(round)
    if (raw !== undefined) rawTimes.push(await timeOf(() => raw(round)))
  }
  return { job: name, people, n: rounds, ...spreadOf(times), ...(raw === undefined ? {} : { raw: spreadOf(rawTimes) }) }
}

async function timeOf(run: () => unknown): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
