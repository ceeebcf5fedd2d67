import { expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { changesOfFile } from '../../db/journal/rows.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { balance } from '../../db/sync/index.ts'
import { foldDocument } from '../../domain/journal/fold.ts'
import { dumpEntities, dumpMeanings } from '../db/helpers.ts'
import { createEnrolledDevice } from './device.ts'
import type { TestDevice } from './device.ts'
import { newId, usePostgres } from './harness.ts'

const postgres = usePostgres()

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, below: (n: number) => Math.floor(next() * n) }
}

type Random = ReturnType<typeof createRandom>

/** Loses requests, loses replies, sends twice. */
function makeBad(device: TestDevice, random: Random): void {
  device.network = async (input, init) => {
    const luck = random.next()
    if (luck < 0.05) throw new TypeError('cut before')
    if (luck < 0.15) await fetch(input, init).then((reply) => reply.arrayBuffer())
    if (luck < 0.1) throw new TypeError('cut after')
    return fetch(input, init)
  }
}

const fields = ['name', 'phone', 'hukouTown', 'education'] as const

function act(device: TestDevice, persons: string[], records: { id: string; personId: string }[], random: Random): void {
  const kind = random.below(10)
  const personId = persons[random.below(persons.length)]
  if (kind === 0 || personId === undefined) persons.push(device.save({ name: `人${persons.length}` }))
  else if (kind < 6) device.save({ [fields[random.below(fields.length)] ?? 'name']: String(random.below(5)) }, personId)
  else if (kind < 8) {
    const record = { id: newId(), personId }
    records.push(record)
    commitAction(device.store, device, [{ kind: 'create', entity: 'serviceRecord', entityId: record.id, personId, body: { note: String(random.below(9)) } }])
  } else amend(device, records[random.below(records.length)], random)
}

/** A successor or a void of what this device shows; nothing when it does not hold the record. */
function amend(device: TestDevice, record: { id: string; personId: string } | undefined, random: Random): void {
  if (record === undefined) return
  const changes = changesOfFile(device.store.sqlite, record.personId).filter((change) => change.entityId === record.id)
  const { headId, voided } = foldDocument(changes)
  if (headId === null || voided) return
  const of = { entity: 'serviceRecord' as const, entityId: record.id, personId: record.personId }
  const isVoid = random.below(3) === 0
  commitAction(device.store, device, [
    isVoid ? { ...of, kind: 'void', reason: '写错了', voids: headId } : { ...of, kind: 'succeed', body: { note: String(random.below(9)) }, replaces: headId },
  ])
}

async function settleDown(devices: readonly TestDevice[]): Promise<void> {
  for (const device of devices) device.network = fetch
  for (let round = 0; round < 2; round += 1) {
    for (const device of devices) expect(await device.sync()).toMatchObject({ state: 'idle', unsent: 0, refused: 0 })
  }
}

const seeds = [1, 2, 3, 4]

it.each(seeds)('history %i: three devices on a bad network end with the same rows, every change at the county once', async (seed) => {
  const random = createRandom(seed)
  const county = await postgres.createCounty()
  const second = await county.addServer()
  const devices = await Promise.all(['甲', '乙', '丙'].map((name) => createEnrolledDevice(county, name)))
  const persons: string[] = []
  const records: { id: string; personId: string }[] = []
  for (const device of devices) makeBad(device, random)
  for (let step = 0; step < 60; step += 1) {
    const device = devices[random.below(devices.length)]
    if (device === undefined) continue
    if (random.next() < 0.75) act(device, persons, records, random)
    else if (random.next() < 0.3) await Promise.all(devices.map((one) => one.sync()))
    else await device.sync()
    if (step === 30) for (const one of devices) one.store.sqlite.prepare(`update sync_state set value = ? where key = 'serverUrl'`).run(second.url)
  }
  await settleDown(devices)

  const [first, ...others] = devices.map(({ store }) => dumpMeanings(store))
  for (const other of others) expect(other).toEqual(first)
  const written = devices.reduce((sum, { store }) => sum + balance(store).written, 0)
  expect(await county.rows('select count(*)::int as n, count(distinct id)::int as ids, max(server_seq)::int as top from change')).toEqual([
    { n: written, ids: written, top: written },
  ])
  for (const { store } of devices) {
    const sheet = balance(store)
    expect(sheet.written).toBe(sheet.received + sheet.contested)
    const rows = dumpEntities(store)
    rebuild(store)
    expect(dumpEntities(store)).toEqual(rows)
  }
  const rivals = devices[0]?.store.sqlite.prepare('select (select sum(rivals) from person) + (select sum(rivals) from document)').pluck().get()
  expect(rivals === 0).toBe((await county.rows('select 1 from discrepancy where closed_seq is null')).length === 0)
})
