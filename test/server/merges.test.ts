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

const town = (code: string): Scope => ({ kind: 'towns', towns: [code] })

/** Whom a device holds after these rows, with the changes of each that it has. */
function holds(items: readonly FeedItem[]) {
  const persons = new Map<string, string[]>()
  const granted = new Set<string>()
  expect(holeInFeed(0, items)).toBeNull()
  for (const item of items) {
    if (item.kind === 'grant') granted.add(item.personId)
    else if (item.kind === 'leave') {
      granted.delete(item.personId)
      persons.delete(item.personId)
    } else if (item.change.personId !== null) {
      expect(granted.has(item.change.personId)).toBe(true)
      persons.set(item.change.personId, [...new Set([...(persons.get(item.change.personId) ?? []), item.change.id])])
    }
  }
  return persons
}

const merge = (device: PlainDevice, loser: string, survivor: string) =>
  device.change({ entityId: loser, personId: loser, kind: 'merge', fields: { into: survivor, seen: {} } })
const unmerge = (device: PlainDevice, loser: string, merges: string[]) =>
  device.change({ entityId: loser, personId: loser, kind: 'unmerge', fields: { merges } })

/** Everything that the county's tables hold, as text. */
async function everythingAt(county: TestCounty): Promise<string> {
  const tables = await county.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public'`)
  const texts: string[] = []
  for (const { name } of tables) texts.push(JSON.stringify(await county.rows(`select * from "${name}"`)))
  return texts.join('\n')
}

describe('files that were merged', () => {
  it('come and go together on a device that has one of them in its scope, with the whole history of both', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const [a, b] = [newId(), newId()]
    const first = [office.patch(a, { name: '王小明', hukouTown: '示范镇' }), office.patch(b, { name: '王小明', hukouTown: '东河乡' })]
    await office.send(county.url, first)
    const [one, two, three] = [await join(county, '刘洋', town('210199100')), await join(county, '赵敏', town('210199101')), await join(county, '孙立', town('210199102'))]
    expect([...holds(await one.pull(county.url)).keys()]).toEqual([a])
    expect([...holds(await two.pull(county.url)).keys()]).toEqual([b])

    const merged = merge(office, b, a)
    const later = office.patch(b, { phone: '13900000000' })
    await office.send(county.url, [merged, later])
    for (const device of [one, two]) {
      const held = holds(await device.pull(county.url))
      expect(held.get(a)).toEqual([first[0]?.id])
      expect(held.get(b)).toEqual([first[1]?.id, merged.id, later.id])
    }
    expect(holds(await three.pull(county.url)).size).toBe(0)

    // The survivor moves: who held both holds both as long as one of them is theirs.
    await office.send(county.url, [office.patch(a, { hukouTown: ['西岭镇', first[0]?.id ?? ''] })])
    expect(holds(await one.pull(county.url)).size).toBe(0)
    expect([...holds(await two.pull(county.url)).keys()].sort()).toEqual([a, b].sort())
    expect([...holds(await three.pull(county.url)).keys()].sort()).toEqual([a, b].sort())

    await office.send(county.url, [unmerge(office, b, [merged.id])])
    expect([...holds(await two.pull(county.url)).keys()]).toEqual([b])
    expect([...holds(await three.pull(county.url)).keys()]).toEqual([a])
  })

  it('come to whoever gets a wider scope, and go with a narrower one', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const [a, b] = [newId(), newId()]
    await office.send(county.url, [
      office.patch(a, { name: '王小明', hukouTown: '示范镇' }), office.patch(b, { name: '王小明', hukouTown: '东河乡' }), merge(office, a, b),
    ])
    const field = await join(county, '刘洋', town('210199102'))
    const [user] = await county.rows<{ id: string }>(`select id from app_user where name = '刘洋'`)
    const setScope = (scope: Scope) => office.ask(`${county.url}/v1/users/${user?.id}/scope`, 'PUT', { scope })
    expect(holds(await field.pull(county.url)).size).toBe(0)
    await setScope(town('210199100'))
    expect([...holds(await field.pull(county.url)).keys()].sort()).toEqual([a, b].sort())
    await setScope(town('210199102'))
    expect(holds(await field.pull(county.url)).size).toBe(0)
  })

  it('are merged by the office alone', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const field = await join(county, '刘洋', town('210199100'))
    const [a, b] = [newId(), newId()]
    await office.send(county.url, [office.patch(a, { name: '王小明' }), office.patch(b, { name: '王小明' })])
    const results = await field.send(county.url, [merge(field, b, a), unmerge(field, b, [newId()]), field.change({ entityId: a, personId: a, kind: 'erase', fields: { ground: 'WITHDRAWN' } })])
    expect(results).toEqual([0, 1, 2].map(() => expect.objectContaining({ state: 'refused', code: 'notAllowed' }) as unknown))
  })
})

describe('an erasure at the county', () => {
  it('leaves ids and hashes alone of what was there and of what comes later, and says so in the receipts', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const field = await join(county, '刘洋', town('210199100'))
    const [person, other] = [newId(), newId()]
    const first = office.patch(person, { name: '欧阳甲乙', hukouTown: '示范镇', phone: '13912345678' })
    await office.send(county.url, [first, office.patch(other, { name: '李小红', hukouTown: '示范镇' })])
    await field.pull(county.url)
    const rivals = [office.patch(person, { phone: ['13911112222', first.id] }), field.patch(person, { phone: ['13933334444', first.id] })]
    await office.send(county.url, [rivals[0] as never])
    await field.send(county.url, [rivals[1] as never])
    const late = field.patch(person, { contactName: '欧阳丙丁' })

    const erase = office.change({ entityId: person, personId: person, kind: 'erase', fields: { ground: 'WITHDRAWN' } })
    expect(await office.send(county.url, [erase])).toEqual([{ changeId: erase.id, state: 'accepted', serverSeq: 5, emptied: 3 }])
    expect(await field.send(county.url, [late])).toEqual([{ changeId: late.id, state: 'accepted', serverSeq: 6, emptied: 1 }])
    const left = await everythingAt(county)
    for (const value of ['欧阳', '13912345678', '13911112222', '13933334444', 'contactName']) expect(left).not.toContain(value)
    expect(await county.rows('select town, responsible_id from person_place where erased')).toEqual([{ town: null, responsible_id: null }])
    expect(left).toContain(first.id)
    expect(left).toContain(first.fieldsHash)
    expect(await county.rows('select count(*)::int as n from discrepancy where closed_seq is null')).toEqual([{ n: 0 }])

    const items = await field.pull(county.url)
    const mine = items.flatMap((item) => (item.kind === 'change' && item.change.personId === person ? [item.change] : []))
    expect(mine.map((change) => [change.id, change.fields === null])).toEqual([
      [first.id, true], [rivals[0]?.id, true], [rivals[1]?.id, true], [erase.id, false], [late.id, true],
    ])
    expect(items.some((item) => item.kind === 'leave')).toBe(false)
    // Who was never given the person hears nothing of them.
    const stranger = await join(county, '赵敏', town('210199100'))
    expect([...holds(await stranger.pull(county.url)).keys()]).toEqual([other])
  })

  it('also reaches a device that has let go of the person since: what it could not let go of yet must go as well', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const person = newId()
    const first = office.patch(person, { name: '慕容甲乙', hukouTown: '示范镇' })
    await office.send(county.url, [first])
    const [once, never] = [await join(county, '刘洋', town('210199100')), await join(county, '赵敏', town('210199102'))]
    await once.pull(county.url)
    await office.send(county.url, [office.patch(person, { hukouTown: ['东河乡', first.id] })])
    expect((await once.pull(county.url)).at(-1)).toMatchObject({ kind: 'leave', personId: person })
    const erase = office.change({ entityId: person, personId: person, kind: 'erase', fields: { ground: 'WITHDRAWN' } })
    await office.send(county.url, [erase])
    const told = await once.pull(county.url)
    expect(holds(told).get(person)).toContain(erase.id)
    expect(JSON.stringify(told)).not.toContain('慕容')
    expect(await never.pull(county.url)).toEqual([])
  })

  it('holds within one batch, and for a batch that is sent again', async () => {
    const county = await postgres.createCounty()
    const office = await join(county, '林芳', { kind: 'county' })
    const person = newId()
    const batch = [
      office.patch(person, { name: '欧阳甲乙' }),
      office.change({ entityId: person, personId: person, kind: 'erase', fields: { ground: 'WITHDRAWN' } }),
      office.patch(person, { name: '欧阳甲丙' }),
    ]
    await office.send(county.url, batch)
    expect(await everythingAt(county)).not.toContain('欧阳')
    expect(await office.send(county.url, batch)).toHaveLength(3)
    expect(await everythingAt(county)).not.toContain('欧阳')
  })
})
