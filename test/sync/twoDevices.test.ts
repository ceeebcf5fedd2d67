import { describe, expect, it } from 'vitest'
import { discardDraft, saveDraft } from '../../db/drafts.ts'
import { balance } from '../../db/sync/index.ts'
import { createDevice, createEnrolledDevice } from './device.ts'
import { usePostgres } from './harness.ts'

const postgres = usePostgres()

describe('two devices and a county', () => {
  it('what one saves arrives at the other, with a mark that says where it stands', async () => {
    const county = await postgres.createCounty()
    const one = await createEnrolledDevice(county, '林芳')
    const two = await createEnrolledDevice(county, '刘洋')
    const person = one.save({ name: '王小明', hukouTown: '示范镇' })
    const mark = () => one.store.sqlite.prepare('select mark from person where id = ?').pluck().get(person)
    expect(mark()).toBe('local')
    expect(await one.sync()).toMatchObject({ enrolled: true, state: 'idle', unsent: 0, message: null, scope: '全县' })
    expect(mark()).toBe('received')
    await two.sync()
    expect(two.look(person, 'name').value).toBe('王小明')
    two.save({ phone: '13900000000' }, person)
    await two.sync()
    await one.sync()
    expect(one.look(person, 'phone').value).toBe('13900000000')
    expect(one.deliveries()).toEqual({ accepted: 2 })
    expect(two.deliveries()).toEqual({ accepted: 2 })
  })

  it('the same field edited on both: both values stay on both devices, a discrepancy stands at the county', async () => {
    const county = await postgres.createCounty()
    const one = await createEnrolledDevice(county, '林芳')
    const two = await createEnrolledDevice(county, '刘洋')
    const person = one.save({ name: '王小明', phone: '13900000000' })
    await one.sync()
    await two.sync()
    one.save({ phone: '13900000001' }, person)
    two.save({ phone: '13900000002', education: '3' }, person)
    await one.sync()
    expect(await two.sync()).toMatchObject({ contested: 1, unsent: 0 })
    await one.sync()
    for (const device of [one, two]) {
      expect(device.look(person, 'phone')).toEqual({ value: '13900000001', rivals: ['13900000002'] })
      expect(device.look(person, 'education').value).toBe('3')
    }
    expect(await county.rows('select field from discrepancy where closed_seq is null')).toEqual([{ field: 'phone' }])
  })

  it('thousands of changes go in batches and the balance adds up', async () => {
    const county = await postgres.createCounty()
    const one = await createEnrolledDevice(county, '林芳')
    one.saveMany(2300)
    await one.sync()
    expect(await county.rows('select count(*)::int as n, sum(count)::int as changes from batch')).toEqual([{ n: 3, changes: 2300 }])
    one.save({ name: '还没有送' })
    const sheet = balance(one.store)
    expect(sheet).toMatchObject({ written: 2301, received: 2300, unsent: 1, contested: 0, refused: 0 })
    for (const line of [sheet, ...sheet.days]) expect(line.written).toBe(line.received + line.unsent + line.contested + line.refused)
    const two = await createEnrolledDevice(county, '刘洋')
    await two.sync()
    expect(two.deliveries()).toEqual({ accepted: 2300 })
  })

  it('a device of one town gets its persons with their whole history, and lets go of who leaves once nothing is unsent', async () => {
    const county = await postgres.createCounty()
    const office = await createEnrolledDevice(county, '林芳')
    const field = await createEnrolledDevice(county, '刘洋', 'counsellor', { kind: 'towns', towns: ['210199100'] })
    const here = office.save({ name: '王小明', hukouTown: '示范镇' })
    const there = office.save({ name: '李小红', hukouTown: '东河乡' })
    office.save({ phone: '13900000000' }, there)
    await office.sync()
    expect(await field.sync()).toMatchObject({ scope: '示范镇' })
    expect(field.look(here, 'name').value).toBe('王小明')
    expect(field.look(there, 'name').value).toBeUndefined()

    office.save({ hukouTown: '示范镇' }, there)
    office.save({ hukouTown: '西岭镇' }, here)
    await office.sync()
    field.save({ phone: '13900000009' }, here)
    const form = { kind: 'serviceRecord', personId: here, documentId: null }
    saveDraft(field.store, form, { note: '写了一半' }, null)
    await field.sync()
    expect(field.look(there, 'phone').value).toBe('13900000000')
    expect(field.look(here, 'phone').value).toBe('13900000009')
    discardDraft(field.store, form)
    await field.sync()
    expect(field.look(here, 'name').value).toBeUndefined()
    for (const table of ['person where id', 'change where file_id', 'document where person_id']) {
      expect(field.store.sqlite.prepare(`select count(*) from ${table} = ?`).pluck().get(here)).toBe(0)
    }
    await office.sync()
    expect(office.look(here, 'phone').value).toBe('13900000009')

    office.save({ hukouTown: '示范镇' }, here)
    await office.sync()
    await field.sync()
    expect(field.look(here, 'phone').value).toBe('13900000009')
    expect(field.look(here, 'hukouTown').value).toBe('示范镇')
  })

  it('names of colleagues reach the other device, also for work signed before enrolment', async () => {
    const county = await postgres.createCounty()
    const one = createDevice()
    one.save({ name: '王小明' })
    const { code } = await county.newCode('林芳')
    expect(await one.client.enrol({ serverUrl: `${county.url}/`, code, userId: one.actorId, deviceName: '一号电脑' })).toMatchObject({
      ok: true, value: { userName: '林芳', role: 'office', countyName: '示范县' },
    })
    await one.sync()
    const two = await createEnrolledDevice(county, '刘洋')
    await two.sync()
    const directory = JSON.parse(two.store.sqlite.prepare(`select value from sync_state where key = 'directory'`).pluck().get() as string) as unknown[]
    expect(directory).toContainEqual(expect.objectContaining({ id: one.actorId, name: '林芳', role: 'office' }))
  })
})
