import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { nodeStoreDeps } from '../../db/deps.ts'
import { commitAction } from '../../db/journal/commit.ts'
import { changesOfFile } from '../../db/journal/rows.ts'
import { openStore } from '../../db/store.ts'
import type { Store } from '../../db/store.ts'
import type { Json } from '../../domain/journal/change.ts'
import { foldLiving, patchOf } from '../../domain/journal/fold.ts'
import type { SyncStatus } from '../../electron/api/schemas/sync.ts'
import { createSyncClient, nodeSyncDeps, storedDeviceKeys } from '../../electron/sync/index.ts'
import type { SyncClient, SyncDeps } from '../../electron/sync/index.ts'
import type { CountyRole, Scope } from '../../domain/sync/index.ts'
import { newId } from './harness.ts'
import type { TestCounty } from './harness.ts'

/** A device as in the app: a real encrypted store and the real client; only the network can be made to fail. */

export interface TestDevice {
  readonly store: Store
  readonly client: SyncClient
  readonly actorId: string
  /** Replaces the network until it is set again. */
  network: typeof fetch
  readonly timers: { readonly ms: number; readonly run: () => void; called: boolean }[]
  readonly statuses: SyncStatus[]
  /** A new person, or new values of a known one; based on what this device shows. Answers the person's id. */
  save(fields: { readonly [field: string]: Json }, personId?: string): string
  /** So many new persons in one action. */
  saveMany(count: number): string[]
  /** The value that stands and its rivals. */
  look(personId: string, field: string): { readonly value: Json | undefined; readonly rivals: readonly Json[] }
  deliveries(): { readonly [state: string]: number }
  sync(): Promise<SyncStatus>
}

export function createDevice(countyCode = '210199'): TestDevice {
  const folder = mkdtempSync(join(tmpdir(), 'four-ones-device-'))
  const opened = openStore({ file: join(folder, 'four-ones.db'), key: new Uint8Array(32).fill(7), deps: nodeStoreDeps(), create: true })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const actorId = newId()
  const timers: TestDevice['timers'] = []
  const statuses: SyncStatus[] = []
  const deps: SyncDeps = {
    ...nodeSyncDeps(),
    fetch: (input, init) => device.network(input, init),
    random: () => 0.5,
    setTimer: (run, ms) => {
      const timer = { ms, run, called: false }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  }
  const client = createSyncClient({
    store, countyCode, keys: storedDeviceKeys(store), deps,
    onStatus: (status) => statuses.push(status),
    onChanged: () => undefined,
    onError: (error) => {
      throw error
    },
  })
  onTestFinished(() => {
    client.stop()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const device: TestDevice = {
    store, client, actorId, timers, statuses,
    network: fetch,
    save(fields, personId = newId()) {
      const state = foldLiving(changesOfFile(store.sqlite, personId).filter((change) => change.entity === 'person'))
      const patch = patchOf(state, fields)
      commitAction(store, { actorId }, [{ kind: 'patch', entity: 'person', entityId: personId, personId, fields: patch }])
      return personId
    },
    saveMany(count) {
      const ids = Array.from({ length: count }, () => newId())
      commitAction(store, { actorId }, ids.map((id, index) => ({
        kind: 'patch' as const, entity: 'person' as const, entityId: id, personId: id,
        fields: { name: { after: `人${index}`, basedOn: null } },
      })))
      return ids
    },
    look(personId, field) {
      const head = foldLiving(changesOfFile(store.sqlite, personId)).fields[field]
      return { value: head?.value, rivals: head?.rivals.map((rival) => rival.value) ?? [] }
    },
    deliveries() {
      const rows = store.sqlite.prepare('select state, count(*) as n from delivery group by state order by state').all() as { state: string; n: number }[]
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    },
    async sync() {
      return client.syncNow()
    },
  }
  return device
}

/** Enrolled, with a user of its own. */
export async function createEnrolledDevice(
  county: TestCounty, name: string, role: CountyRole = 'office', scope: Scope = { kind: 'county' },
): Promise<TestDevice> {
  const device = createDevice()
  const { code } = await county.newCode(name, role, scope)
  const enrolled = await device.client.enrol({ serverUrl: county.url, code, userId: device.actorId, deviceName: `${name}的电脑` })
  if (!enrolled.ok) throw new Error(enrolled.error.message)
  return device
}
