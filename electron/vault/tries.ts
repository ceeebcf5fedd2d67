import { join } from 'node:path'
import { z } from 'zod'
import { readTextIfThere, writeFileAtomically } from './atomicFile.ts'

/** Wrong tries, kept on disk beside the vault so that starting anew does not forget them. */

const triesSchema = z.record(
  z.string().max(60),
  z.strictObject({ wrong: z.number().int().min(0), lastAt: z.iso.datetime() }),
)
type Tries = z.infer<typeof triesSchema>

export const freeTries = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 3600

/** 30 s after the fifth wrong try, then twice as long each time, an hour at most. */
export function waitAfter(wrong: number): number {
  if (wrong < freeTries) return 0
  return Math.min(firstWaitSeconds * 2 ** Math.min(wrong - freeTries, 20), longestWaitSeconds)
}

export interface TryCounter {
  /** Whole seconds until `who` may try again. */
  wait(who: string): number
  /** The longest wait of anyone. */
  longestWait(): number
  wrong(who: string): number
  right(who: string): void
}

export function createTryCounter(folder: string, now: () => string): TryCounter {
  const path = join(folder, 'tries.json')
  let tries = read(path)

  function wait(who: string): number {
    const entry = tries[who]
    if (entry === undefined) return 0
    const passed = (Date.parse(now()) - Date.parse(entry.lastAt)) / 1000
    // A clock that was set back: the wait begins anew, and goes by; it must not last until the clock has caught up.
    if (passed < 0) save({ ...tries, [who]: { ...entry, lastAt: now() } })
    return Math.max(0, Math.ceil(waitAfter(entry.wrong) - Math.max(0, passed)))
  }

  function save(next: Tries): void {
    tries = next
    try {
      writeFileAtomically(path, `${JSON.stringify(next)}\n`)
    } catch {
      // A full disk must not turn a wrong password into a right one or the other way round; the count lives on in memory.
    }
  }

  return {
    wait,
    longestWait: () => Math.max(0, ...Object.keys(tries).map(wait)),
    wrong(who) {
      const wrong = (tries[who]?.wrong ?? 0) + 1
      save({ ...tries, [who]: { wrong, lastAt: now() } })
      return wrong
    },
    right(who) {
      if (tries[who] === undefined) return
      const { [who]: _gone, ...others } = tries
      save(others)
    },
  }
}

function read(path: string): Tries {
  try {
    const parsed = triesSchema.safeParse(JSON.parse(readTextIfThere(path) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
