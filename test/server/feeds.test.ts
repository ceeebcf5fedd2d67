import { describe, expect, it } from 'vitest'
import type { FeedItem, Scope } from '../../domain/sync/index.ts'
import { holeInFeed } from '../../domain/sync/index.ts'
import { newId, usePostgres } from '../sync/harness.ts'
import type { TestCounty } from '../sync/harness.ts'
import { createPlainDevice } from './plainDevice.ts'
import type { PlainDevice } from './plainDevice.ts'

const postgres = usePostgres()

async function join(county: TestCounty, name: string, scope: Scope): Promise<PlainDevice> {
  const { code } = await county.newCode(name, scope.kind === 'county' ? 'office' : 'counsellor', scope)
  return createPlainDevice().join(county.url, code)
}

const towns = (...codes: string[]): Scope => ({ kind: 'towns', towns: codes })

/** What a device holds after these rows, by the simplest reading of them. */
function holds(items: readonly FeedItem[]) {
  const persons = new Map<string, string[]>()
  const granted = new Set<string>()
  for (const item of items) {
    if (item.kind === 'grant') granted.add(item.personId)
    else if (item.kind === 'leave') {
      granted.delete(item.personId)
      persons.delete(item.personId)
    } else if (item.change.personId !== null) {
      if (!granted.has(item.change.personId)) throw new Error('A change of a person who was not granted')
      const seen = persons.get(item.change.personId) ?? []
      persons.set(item.change.personId, seen.includes(item.change.id) ? seen : [...seen, item.change.id])
    }
  }
  return persons
}

describe('a feed', () => {
  it('brings every change to a device of the whole county, its own too, numbered without a hole and readable again', async () => {
    const county = await postgres.createCounty()
    const one = await join(county, '林芳', { kind: 'county' })
    const two = await join(county, '刘洋', { kind: 'county' })
    const person = newId()
    const mine = one.patch(person, { name: '王小明' })
    const reference = one.change({ entity: 'employer', personId: null, fields: { name: { after: '示范食品厂', basedOn: null } } })
    await one.send(county.url, [mine, reference])
    const theirs = two.patch(person, { phone: '13900000000' })
    await two.send(county.url, [theirs])
    for (const device of [one, two]) {
      const items = await device.pull(county.url)
      expect(holeInFeed(0, items)).toBeNull()
      expect(items.flatMap((item) => (item.kind === 'change' ? [item.change] : []))).toEqual([mine, reference, theirs])
      expect(await device.pull(county.url)).toEqual(items)
      expect(await device.pull(county.url, 2, 1)).toEqual(items.slice(2))
    }
  })

  it('says so when a device asks for rows after its end', async () => {
    const county = await postgres.createCounty()
    const one = await join(county, '林芳', { kind: 'county' })
    expect(await one.feed(county.url, 9)).toMatchObject({ status: 409, body: { code: 'feedAhead', feedNo: 0 } })
  })

  it('holds for towns only their persons: who moves in comes with the whole history, who moves out leaves, and may come back', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const field = await join(county, '刘洋', towns('示范镇'))
    const [inside, outside] = [newId(), newId()]
    const first = [
      office.patch(inside, { name: '王小明', hukouTown: '示范镇' }),
      office.patch(outside, { name: '李小红', hukouAreaCode: '210199101' }),
      office.patch(outside, { phone: '13900000000' }),
    ]
    await office.send(county.url, first)
    const items = await field.pull(county.url)
    expect([...holds(items)]).toEqual([[inside, [first[0]?.id]]])

    const moveIn = office.patch(outside, { hukouAreaCode: ['210199100', first[1]?.id ?? ''] })
    const moveOut = office.patch(inside, { hukouTown: ['西岭镇', first[0]?.id ?? ''] })
    await office.send(county.url, [moveIn, moveOut])
    const more = await field.pull(county.url, items.length)
    expect(more.map((item) => item.kind)).toEqual(['grant', 'change', 'change', 'change', 'leave'])
    expect([...holds([...items, ...more])]).toEqual([[outside, [first[1]?.id, first[2]?.id, moveIn.id]]])

    const back = office.patch(inside, { hukouTown: ['示范镇', moveOut.id] })
    await office.send(county.url, [back])
    const all = await field.pull(county.url)
    expect(holeInFeed(0, all)).toBeNull()
    expect(holds(all).get(inside)).toEqual([first[0]?.id, moveOut.id, back.id])
    expect(holds(await office.pull(county.url)).size).toBe(2)
  })

  it('follows a change of the scope: county to towns to caseload and back', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const field = await join(county, '刘洋', { kind: 'county' })
    const { rows } = county
    const [user] = await rows<{ id: string }>(`select id from app_user where name = '刘洋'`)
    const persons = Array.from({ length: 450 }, (_, index) => ({ id: newId(), town: index % 3 === 0 ? '示范镇' : '东河乡' }))
    const changes = persons.map(({ id, town }, index) =>
      office.patch(id, { name: `人${index}`, hukouTown: town, ...(index < 7 ? { responsibleId: field.actorId } : {}) }),
    )
    await office.send(county.url, changes)
    const held = async () => [...holds(await field.pull(county.url)).keys()].sort()
    const setScope = (scope: Scope) => office.ask(`${county.url}/v1/users/${user?.id}/scope`, 'PUT', { scope })
    const ids = (list: typeof persons) => list.map((person) => person.id).sort()

    expect(await held()).toEqual(ids(persons))
    await setScope(towns('210199100'))
    expect(await held()).toEqual(ids(persons.filter((person) => person.town === '示范镇')))
    await setScope({ kind: 'caseload' })
    expect(await held()).toEqual(ids(persons.slice(0, 7)))
    await office.send(county.url, [office.patch(persons[9]?.id ?? '', { responsibleId: user?.id ?? '' })])
    expect(await held()).toEqual(ids([...persons.slice(0, 7), ...persons.slice(9, 10)]))
    await setScope({ kind: 'county' })
    expect(await held()).toEqual(ids(persons))
    expect(holeInFeed(0, await field.pull(county.url))).toBeNull()
  })

  it('tells a device to let go of a person whom it wrote about outside its scope, and keeps what it wrote', async () => {
    const county = await postgres.createCounty()
    const field = await join(county, '刘洋', towns('210199100'))
    const change = field.patch(newId(), { name: '王小明', hukouTown: '东河乡' })
    expect(await field.send(county.url, [change])).toMatchObject([{ state: 'accepted' }])
    expect(await field.pull(county.url)).toMatchObject([{ kind: 'leave', personId: change.entityId }])
    const office = await join(county, '林芳', { kind: 'county' })
    expect([...holds(await office.pull(county.url)).keys()]).toEqual([change.entityId])
  })

  it('keeps import runs from devices that hold only a part of the county', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const field = await join(county, '刘洋', towns('210199100'))
    await office.send(county.url, [office.change({ entity: 'rosterImport', personId: null, kind: 'create', fields: { body: { file: '花名册.xlsx' } } })])
    expect(await field.pull(county.url)).toEqual([])
    expect(await office.pull(county.url)).toHaveLength(1)
  })

  it('asked for twice at once gives the same rows', async () => {
    const county = await postgres.createCounty()
    const one = await join(county, '林芳', { kind: 'county' })
    const other = await county.addServer()
    await one.send(county.url, Array.from({ length: 300 }, () => one.patch(newId(), { name: '一' })))
    const pages = await Promise.all([county.url, other.url, county.url, other.url].map((url) => one.feed(url, 0, 1000)))
    for (const page of pages) expect(page.body.items).toEqual(pages[0]?.body.items)
    expect(pages[0]?.body.items).toHaveLength(600)
  })
})

describe('two devices that changed one field', () => {
  it('both values are kept, the later is contested, and a discrepancy stands until a person settles it', async () => {
    const county = await postgres.createCounty()
    const one = await join(county, '林芳', { kind: 'county' })
    const two = await join(county, '刘洋', { kind: 'county' })
    const person = newId()
    const base = one.patch(person, { name: '王小明', phone: '13900000000' })
    await one.send(county.url, [base])
    const left = one.patch(person, { phone: ['13900000001', base.id], education: '3' })
    const right = two.patch(person, { phone: ['13900000002', base.id], village: '王家村' })
    expect(await one.send(county.url, [left])).toMatchObject([{ state: 'accepted' }])
    expect(await two.send(county.url, [right])).toMatchObject([{ state: 'contested', fields: ['phone'] }])
    const open = 'select field, head_change_id, rival_change_id, person_id from discrepancy where closed_seq is null'
    expect(await county.rows(open)).toEqual([{ field: 'phone', head_change_id: left.id, rival_change_id: right.id, person_id: person }])
    expect((await one.pull(county.url)).filter((item) => item.kind === 'change')).toHaveLength(3)

    const settle = one.change({
      entityId: person, personId: person, kind: 'settle', fields: { field: 'phone', after: '13900000002', heads: [left.id, right.id] },
    })
    expect(await one.send(county.url, [settle])).toMatchObject([{ state: 'accepted' }])
    expect(await county.rows(open)).toEqual([])
  })

  it('two successors of one record are one question', async () => {
    const county = await postgres.createCounty()
    const one = await join(county, '林芳', { kind: 'county' })
    const two = await join(county, '刘洋', { kind: 'county' })
    const [personId, entityId] = [newId(), newId()]
    const document = { entity: 'serviceRecord', entityId, personId }
    const base = one.change({ ...document, kind: 'create', fields: { body: { kind: '1' } } })
    await one.send(county.url, [base])
    await one.send(county.url, [one.change({ ...document, kind: 'succeed', fields: { body: { kind: '2' }, replaces: base.id } })])
    const rival = two.change({ ...document, kind: 'void', fields: { reason: '写错了', voids: base.id } })
    expect(await two.send(county.url, [rival])).toMatchObject([{ state: 'contested', fields: ['document'] }])
  })
})

describe('the office', () => {
  it('makes users with codes, sees devices and their counts; others may not', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const made = await office.ask(`${county.url}/v1/users`, 'POST', { name: '刘洋', role: 'counsellor', scope: towns('210199100') })
    const field = await createPlainDevice().join(county.url, String(made.body.code))
    await field.send(county.url, [field.patch(newId(), { name: '一' })])
    expect((await office.ask(`${county.url}/v1/devices`, 'GET')).body.devices).toMatchObject([
      { id: office.id, userName: '林芳', accepted: 0 }, { id: field.id, userName: '刘洋', accepted: 1, contested: 0, refused: 0 },
    ])
    expect((await field.ask(`${county.url}/v1/devices`, 'GET')).status).toBe(403)
    expect((await field.ask(`${county.url}/v1/directory`, 'GET')).body.users).toMatchObject([
      { name: '刘洋', role: 'counsellor', aliases: [field.actorId] }, { name: '林芳', role: 'office' },
    ])
  })

  it('gives codes that work once, but answers the device that lost the reply', async () => {
    const county = await postgres.createCounty()
    const { code } = await county.newCode('林芳')
    const device = createPlainDevice()
    const typed = ` ${code.toLowerCase().replaceAll('-', '　')} `
    const first = await device.enrol(county.url, typed)
    expect(first).toMatchObject({ status: 200, body: { userName: '林芳', role: 'office', countyName: '示范县', scopeText: '全县' } })
    expect((await device.enrol(county.url, code)).body).toEqual(first.body)
    expect(await createPlainDevice().enrol(county.url, code)).toMatchObject({ status: 403, body: { code: 'codeUsed' } })
    expect(await createPlainDevice().enrol(county.url, 'AAAA-AAAA')).toMatchObject({ status: 403, body: { code: 'codeWrong' } })
  })
})

it('reads no more out of its database for a page than the page may hold', async () => {
  const county = await postgres.createCounty()
  const device = await join(county, '林芳', { kind: 'county' })
  const long = 'x'.repeat(900_000)
  for (let count = 0; count < 8; count += 1) await device.send(county.url, [device.patch(newId(), { note: `${count}${long}` })])
  await device.feed(county.url)
  const streams = new Set<{ bytesRead: number }>()
  county.server.database.pool.on('acquire', (client) => streams.add((client as unknown as { connection: { stream: { bytesRead: number } } }).connection.stream))
  await device.feed(county.url)
  const total = () => [...streams].reduce((sum, stream) => sum + stream.bytesRead, 0)
  const before = total()
  const { body } = await device.feed(county.url, 0, 1000)
  expect((body.items as FeedItem[]).filter((item) => item.kind === 'change')).toHaveLength(2)
  expect(total() - before).toBeLessThan(3_000_000)
  const items = await device.pull(county.url)
  expect(holeInFeed(0, items)).toBeNull()
  expect(items.filter((item) => item.kind === 'change')).toHaveLength(8)
})
