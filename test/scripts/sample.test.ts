import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeStoreDeps } from '../../db/deps.ts'
import { listPersons } from '../../db/queries/list.ts'
import { dashboard } from '../../db/queries/overview.ts'
import { openStore } from '../../db/store.ts'
import type { Store } from '../../db/store.ts'
import { codesOf } from '../../domain/codes/index.ts'
import { databaseName } from '../../electron/store/folder.ts'
import { openWithPassword } from '../../electron/vault/vault.ts'
import { readVault } from '../../electron/vault/vaultFile.ts'
import { makeCounty } from '../../scripts/sample/makeCounty.ts'
import type { MadeCounty } from '../../scripts/sample/makeCounty.ts'
import { newFolder } from '../electron/folders.ts'

describe.each([1, 2])('a county made with seed %i', (seed) => {
  const folder = newFolder()
  const password = 'made-up-county-2026'
  let made: MadeCounty
  let store: Store

  beforeAll(async () => {
    const answer = await makeCounty({ folder, people: 1500, seed, password, onProgress: () => undefined })
    if (!answer.ok) throw new Error(answer.error.message)
    made = answer.value
    const deps = nodeStoreDeps()
    const read = readVault(folder, deps.now())
    const vault = read.ok ? read.value.vault : null
    const keys = vault === null ? null : await openWithPassword(vault, vault.users[0]?.id ?? '', password)
    if (keys === null) throw new Error('The password does not open the county')
    const opened = openStore({ file: join(folder, databaseName), key: keys.databaseKey, deps })
    if (!opened.ok) throw new Error(opened.error.message)
    store = opened.value
  })
  afterAll(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const total = (filter: object) => listPersons(store, { filter, sort: 'due', descending: false, offset: 0, limit: 1 }, made.on).total

  it('counts the populations as the store does', () => {
    expect(made.persons).toBe(1500)
    expect(total({})).toBe(1500)
    expect(total({ population: 'target' })).toBe(made.targetPopulation)
    expect(total({ population: 'need' })).toBe(made.needPopulation)
  })

  it('counts every step as the counters do', () => {
    const { total: counts } = dashboard(store, made.on)
    const ofMade = {
      target: made.targetPopulation, targetCdpf: made.targetPopulationCdpf, need: made.needPopulation,
      checked: made.done.infoCheck, assessed: made.done.capabilityAssessment, registered: made.done.demandRegistration, served: made.done.serviceRecord,
      done: made.done.all, noNeed: made.noNeed, unreachable: made.unreachable, refused: made.refused,
    }
    expect(Object.fromEntries(Object.keys(ofMade).map((name) => [name, counts[name] ?? 0]))).toEqual(ofMade)
  })

  it('names places as the form of a registration does', () => {
    const areas = store.sqlite.prepare(`select distinct json_extract(fields, '$.body.targetAreas') from change where entity = 'demandRegistration'`).pluck().all()
    expect(areas.sort()).toEqual(['["ANY"]', '["HOME"]'])
  })

  it('counts every group as the list does, and holds somebody of each', () => {
    const ofStore = Object.fromEntries(codesOf('hardshipFlag').map((flag) => [flag, total({ flags: [flag] })] as const).filter(([, n]) => n > 0))
    expect(ofStore).toEqual(made.groups)
    expect(Object.keys(made.groups).sort()).toEqual([...codesOf('hardshipFlag')].sort())
  })
})

it('touches no folder in which something lies', async () => {
  const answer = await makeCounty({ folder: process.cwd(), people: 1, seed: 1, password: 'long enough', onProgress: () => undefined })
  expect(answer.ok).toBe(false)
})
