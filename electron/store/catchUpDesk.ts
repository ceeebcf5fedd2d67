import { catchUp, filesBehind, isBehind } from '../../db/projection/catchUp.ts'
import type { Store } from '../../db/store.ts'
import type { AppEvent } from '../api/contract.ts'
import { traceOf } from './problems.ts'

/** Brings rows up to the rules of now while people go on working: a few files, then whatever waits, then the next few. */

/** So many files take some 20 ms; a key press must not wait longer. */
const filesAtOnce = 20
const tellEveryMs = 250

export interface CatchUpDesk {
  /** Something was written: the rules may have moved. */
  look(): void
}

export function createCatchUpDesk(options: {
  /** null while locked. */
  readonly store: () => Store | null
  readonly emit: (event: AppEvent) => void
  /** All lists and figures are old. */
  readonly moved: () => void
  readonly clock: () => number
  readonly log: (line: string) => void
}): CatchUpDesk {
  let running: Store | null = null

  function begin(store: Store): void {
    running = store
    const total = filesBehind(store)
    let done = 0
    let told = options.clock()
    const tell = () => options.emit({ type: 'progress', task: 'rebuild', done: Math.min(done, total), total, unit: '人' })
    const step = () => {
      // Locked meanwhile: the next one to open it goes on.
      if (options.store() !== store) {
        if (running === store) running = null
        return
      }
      try {
        done += catchUp(store, filesAtOnce)
      } catch (error) {
        running = null
        options.log(`catching up failed: ${traceOf(error)}`)
        return
      }
      if (isBehind(store)) {
        if (options.clock() - told >= tellEveryMs) {
          told = options.clock()
          tell()
        }
        setImmediate(step)
        return
      }
      running = null
      done = total
      tell()
      options.moved()
    }
    setImmediate(step)
  }

  return {
    look() {
      const store = options.store()
      if (store !== null && running !== store && isBehind(store)) begin(store)
    },
  }
}
