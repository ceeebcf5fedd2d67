import { isMethodName } from './gate.ts'

/**
 * Locks when nobody has asked for anything for the set time. The page locks earlier by itself when it sees no keys and no pointer; this holds also
 * when the page hangs. What pages ask by themselves does not count as a person.
 */

const askedByItself: readonly string[] = ['session.state', 'sync.status', 'settings.get']

export interface IdleWatch {
  seen(method: string): void
  stop(): void
}

export function createIdleWatch(options: {
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number
  readonly minutes: () => number
  readonly lock: (reason: string) => void
  readonly isOpen: () => boolean
  readonly isBusy: () => boolean
}): IdleWatch {
  let last = options.clock()
  const timer = setInterval(() => {
    if (!options.isOpen() || options.isBusy()) {
      last = options.clock()
      return
    }
    const minutes = options.minutes()
    if (options.clock() - last >= minutes * 60_000) options.lock(`${minutes} 分钟没动，已锁屏。输密码接着填`)
  }, 15_000)
  timer.unref()
  return {
    seen(method) {
      if (isMethodName(method) && !askedByItself.includes(method)) last = options.clock()
    },
    stop: () => clearInterval(timer),
  }
}
