import { createSyncClient } from './client.ts'
import type { SyncClient, SyncDeps, SyncOptions } from './client.ts'
import { storedDeviceKeys } from './keys.ts'

export { createSyncClient, storedDeviceKeys }
export type { SyncClient, SyncDeps, SyncOptions }
export type { Enrolled, EnrolAsked } from './connection.ts'
export type { DeviceKeys } from './keys.ts'
export type { LinkProblem } from './link.ts'

/** The network, clock and timers of this computer. */
export function nodeSyncDeps(): SyncDeps {
  return {
    fetch: (input, init) => fetch(input, init),
    random: Math.random,
    elapsed: () => performance.now(),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
