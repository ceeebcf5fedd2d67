import { describe, expect, it } from 'vitest'
import { commitAction } from '../../db/journal/commit.ts'
import { mergePersons } from '../../db/journal/merge.ts'
import { undoAction } from '../../db/journal/undo.ts'
import { rebuild } from '../../db/projection/rebuild.ts'
import { personFile } from '../../db/queries/file.ts'
import { listPersons } from '../../db/queries/list.ts'
import { erasePerson } from '../../db/sync/index.ts'
import { dumpMeanings } from '../db/helpers.ts'
import { documentIntent, serviceBody } from '../db/samples.ts'
import { createEnrolledDevice } from './device.ts'
import type { TestDevice } from './device.ts'
import { usePostgres } from './harness.ts'
import type { TestCounty } from './harness.ts'

const postgres = usePostgres()
const today = '2026-06-15'

const listed = ({ store }: TestDevice) =>
  listPersons(store, { filter: {}, sort: 'name', descending: false, offset: 0, limit: 50 }, today).rows.map((row) => row.id).sort()
const file = ({ store }: TestDevice, id: string) => personFile(store, id, today, String)
const merge = (device: TestDevice, loserId: string, survivorId: string, fields = {}) =>
  mergePersons(device.store, { actorId: device.actorId }, { survivorId, loserId, fields })

function serve(device: TestDevice, personId: string, on: string): string {
  const id = device.store.deps.newId()
  commitAction(device.store, { actorId: device.actorId }, [documentIntent('serviceRecord', id, personId, serviceBody(on))])
  return id
}

async function syncAll(...devices: TestDevice[]): Promise<void> {
  for (const device of [...devices, ...devices]) await device.sync()
}

/** The same rows on every device, and the same again when they are made anew. */
function expectAgreed(...devices: TestDevice[]): void {
  const [first, ...others] = devices.map(meaningOf)
  for (const other of others) expect(other).toEqual(first)
  for (const { store } of devices) {
    rebuild(store)
    expect(meaningOf({ store })).toEqual(first)
  }
}

/** The county sends fields in an order of its own. */
function meaningOf({ store }: Pick<TestDevice, 'store'>): unknown {
  const parse = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('{')) return parse(JSON.parse(value))
    if (Array.isArray(value)) return value.map(parse)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, parse(part)]))
  }
  const { person, ...rest } = parse(dumpMeanings(store)) as { person: { id: string }[] }
  return { person: person.sort((one, other) => (one.id < other.id ? -1 : 1)), ...rest }
}

/** Everything that can be read: at the county, and in the store of a device. */
async function everythingAt(county: TestCounty): Promise<string> {
  const tables = await county.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`)
  const rows = await Promise.all(tables.map(({ name }) => county.rows(`select * from "${name}"`)))
  return JSON.stringify(rows)
}
function everythingIn({ store }: TestDevice): string {
  const tables = store.sqlite.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`).pluck().all() as string[]
  return JSON.stringify(tables.map((table) => store.sqlite.prepare(`select * from "${table}"`).all()))
}

async function pair(county: TestCounty) {
  const one = await createEnrolledDevice(county, '林芳')
  const two = await createEnrolledDevice(county, '刘洋')
  const a = one.save({ name: '王小明', phone: '13900000000', hukouTown: '示范镇' })
  const b = one.save({ name: '王小明', phone: '13900000009', hukouTown: '东河乡' })
  await syncAll(one, two)
  return { one, two, a, b }
}

describe('a merge on one device while another writes to the file that goes', () => {
  it('shows at both what was written, in the file that stays, and gives it back when they part', async () => {
    const county = await postgres.createCounty()
    const { one, two, a, b } = await pair(county)
    const merged = merge(one, b, a, { phone: '13900000009' })
    const service = serve(two, b, '2026-04-01')
    two.save({ phone: '13911111111' }, b)
    await syncAll(two, one, two)
    expectAgreed(one, two)
    for (const device of [one, two]) {
      expect(listed(device)).toEqual([a])
      expect(file(device, a)?.documents.map(({ id, openedFor }) => [id, openedFor])).toEqual([[service, b]])
      expect(file(device, a)?.fields.phone).toBe('13900000009')
    }
    undoAction(two.store, { actorId: two.actorId }, merged.actionId)
    await syncAll(two, one)
    expectAgreed(one, two)
    for (const device of [one, two]) {
      expect(listed(device)).toEqual([a, b].sort())
      expect(file(device, a)?.fields.phone).toBe('13900000000')
      expect(file(device, b)?.fields.phone).toBe('13911111111')
      expect(file(device, b)?.documents.map((one) => one.id)).toEqual([service])
    }
  })

  it('ends in one file when both merge in opposite directions, and in a chain on two devices', async () => {
    const county = await postgres.createCounty()
    const { one, two, a, b } = await pair(county)
    const c = one.save({ name: '王晓明' })
    await syncAll(one, two)
    merge(one, b, a)
    merge(two, a, b)
    merge(two, b, c)
    await syncAll(one, two)
    expectAgreed(one, two)
    for (const device of [one, two]) expect(listed(device)).toEqual([c])
  })

  it('is ended by one device and stays ended though the other ended it too', async () => {
    const county = await postgres.createCounty()
    const { one, two, a, b } = await pair(county)
    const merged = merge(one, b, a)
    await syncAll(one, two)
    for (const device of [one, two]) undoAction(device.store, { actorId: device.actorId }, merged.actionId)
    await syncAll(one, two)
    expectAgreed(one, two)
    expect(listed(one)).toEqual([a, b].sort())
  })

  it('brings the other file to a device of one town, and takes it away again', async () => {
    const county = await postgres.createCounty()
    const { one, two, a, b } = await pair(county)
    const field = await createEnrolledDevice(county, '赵敏', 'counsellor', { kind: 'towns', towns: ['210199101'] })
    await field.sync()
    expect(listed(field)).toEqual([b])
    const service = serve(two, a, '2026-03-01')
    const merged = merge(one, b, a)
    await syncAll(two, one, field)
    expect(listed(field)).toEqual([a])
    expect(file(field, b)?.documents.map((document) => document.id)).toEqual([service])
    undoAction(one.store, { actorId: one.actorId }, merged.actionId)
    await syncAll(one, field)
    expect(listed(field)).toEqual([b])
    expect(everythingIn(field)).not.toContain('示范镇')
  })
})

describe('an erasure', () => {
  it('empties the person at the county and on every device, and what another device sends afterwards', async () => {
    const county = await postgres.createCounty()
    const one = await createEnrolledDevice(county, '林芳')
    const two = await createEnrolledDevice(county, '刘洋')
    const three = await createEnrolledDevice(county, '赵敏', 'counsellor', { kind: 'towns', towns: ['210199100'] })
    const person = one.save({ name: '慕容甲乙', phone: '13987654321', hukouTown: '示范镇' })
    const twin = one.save({ name: '慕容甲乙', phone: '13987654322', hukouTown: '东河乡' })
    const other = one.save({ name: '李小红', hukouTown: '示范镇' })
    merge(one, twin, person)
    await syncAll(one, two, three)
    expect(everythingIn(three)).toContain('13987654322')
    // Neither of them has heard of it yet.
    two.save({ contactName: '慕容丙丁' }, person)
    three.save({ contactPhone: '13955554444' }, person)
    serve(two, twin, '2026-05-05')

    erasePerson(one.store, { actorId: one.actorId }, { personId: person, ground: 'WITHDRAWN', deadline: null })
    expect(await one.sync()).toMatchObject({ unsent: 0, refused: 0 })
    await syncAll(two, three, one)
    const places = [await everythingAt(county), ...[one, two, three].map(everythingIn)]
    for (const text of places) {
      for (const trace of ['慕容', '13987654321', '13987654322', '13955554444', '说明了岗位']) expect(text).not.toContain(trace)
      expect(text).toContain(person)
    }
    expectAgreed(one, two)
    for (const device of [one, two, three]) {
      expect(listed(device)).toEqual([other])
      expect(device.deliveries()).toMatchObject({ accepted: expect.any(Number) as number })
      expect(Object.keys(device.deliveries())).toEqual(['accepted'])
    }
    const fresh = await createEnrolledDevice(county, '孙立')
    await fresh.sync()
    expect(listed(fresh)).toEqual([other])
    expectAgreed(one, fresh)
  })
})
