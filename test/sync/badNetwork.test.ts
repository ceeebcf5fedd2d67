import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { changesOfFile } from '../../db/journal/rows.ts'
import { readSync } from '../../db/sync/index.ts'
import { createSyncClient, nodeSyncDeps, storedDeviceKeys } from '../../electron/sync/index.ts'
import { createEnrolledDevice } from './device.ts'
import type { TestDevice } from './device.ts'
import { usePostgres } from './harness.ts'

const postgres = usePostgres()

type Answer = (url: string, real: (other?: string) => Promise<Response>) => Promise<Response>

/** Puts something between the device and its county. */
function between(device: TestDevice, answer: Answer): void {
  device.network = (input, init) => answer(String(input), (other) => fetch(other ?? input, init))
}

const isBatch = (url: string) => url.endsWith('/v1/batches')

it('a reply that is lost after the county took the batch costs nothing: the next try gets the receipt', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  const person = one.save({ name: '王小明' })
  let lost = 0
  between(one, async (url, real) => {
    const reply = await real()
    if (!isBatch(url) || lost > 0) return reply
    lost += 1
    throw new TypeError('cut')
  })
  expect(await one.sync()).toMatchObject({ state: 'offline', unsent: 1, message: expect.stringContaining('会自动再试') as string })
  expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 1 }])
  expect(one.store.sqlite.prepare('select mark from person where id = ?').pluck().get(person)).toBe('sending')
  expect(await one.sync()).toMatchObject({ state: 'idle', unsent: 0, message: null })
  expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 1 }])
  expect(await county.rows('select count(*)::int as n from batch')).toEqual([{ n: 1 }])
})

it('whatever answers in the county’s place is taken for nothing, and nothing is lost', async () => {
  const county = await postgres.createCounty()
  const other = await postgres.createCounty({ code: '210198' })
  const one = await createEnrolledDevice(county, '林芳')
  const person = one.save({ name: '王小明' })
  await one.sync()
  one.save({ phone: '13900000000' }, person)
  const page = (status: number, body: string, headers: { [name: string]: string } = {}) => new Response(body, { status, headers })
  const answers: { [name: string]: Answer } = {
    'login page': () => Promise.resolve(page(200, '<html><body>请登录</body></html>', { 'content-type': 'text/html' })),
    'redirect': () => Promise.resolve(page(302, '', { location: 'http://login.example/' })),
    'empty': () => Promise.resolve(page(200, '')),
    'empty list': () => Promise.resolve(page(200, '[]')),
    'empty object': () => Promise.resolve(page(200, '{}')),
    'error page': () => Promise.resolve(page(502, 'Bad Gateway')),
    'another county': (url, real) => real(url.replace(county.url, other.url)),
    'cut reply': async (_url, real) => page(200, (await (await real()).text()).slice(0, 60)),
    'feed without its rows': async (url, real) => {
      const reply = await real()
      if (!url.includes('/v1/feed')) return reply
      const body = (await reply.json()) as { items: unknown[] }
      return page(200, JSON.stringify({ ...body, items: [{ feedNo: 999, kind: 'leave', personId: person }] }))
    },
    'damaged feed': async (url, real) => page(200, (await (await real()).text()).replace(url.includes('/v1/feed') ? '王小明' : '\0', '王小朋')),
    'forged receipt': async (url, real) => {
      if (!isBatch(url)) return real()
      const body = (await (await real()).json()) as { signature: string }
      return page(200, JSON.stringify({ ...body, signature: body.signature.replace(/^..../, 'AAAA') }))
    },
  }
  for (const [name, answer] of Object.entries(answers)) {
    between(one, answer)
    const before = one.deliveries()
    const status = await one.sync()
    expect(status.message, name).toMatch(/会自动再试/)
    expect(one.look(person, 'name').value, name).toBe('王小明')
    if (!['feed without its rows', 'damaged feed'].includes(name)) expect(one.deliveries(), name).toMatchObject({ accepted: before.accepted })
    if (name === 'feed without its rows') {
      one.save({ village: '王家村' }, person)
      one.store.sqlite.prepare(`update sync_state set value = '0' where key = 'cursor'`).run()
    }
    if (name === 'damaged feed') one.save({ school: '示范小学' }, person)
  }
  one.network = fetch
  expect(await one.sync()).toMatchObject({ state: 'idle', unsent: 0 })
  expect(one.deliveries()).toEqual({ accepted: 4 })
  expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 4 }])
})

it('a batch that the county finds too large is halved until it fits; a single change that never fits is shown as refused', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  one.saveMany(20)
  const huge = one.save({ name: '王小明', rosterNotes: '长'.repeat(400_000) })
  one.saveMany(3)
  let tooLarge = 0
  between(one, async (url, real) => {
    const sealed = one.store.sqlite.prepare(`select count(*) from delivery where batch_id = (select d.batch_id from delivery d join change c on c.id = d.change_id where d.state = 'sealed' order by c.seq limit 1)`).pluck().get() as number
    if (!isBatch(url) || sealed <= 6) return real()
    tooLarge += 1
    return new Response(JSON.stringify({ format: 'four-ones', code: 'batchTooLarge', message: '太大', limits: { maxChanges: 6, maxBytes: 900_000 } }), { status: 413 })
  })
  expect(await one.sync()).toMatchObject({ unsent: 0, refused: 1 })
  expect(tooLarge).toBe(3)
  expect(await county.rows('select count(*)::int as n, count(replaces)::int as replacing from change, batch where batch.id = change.batch_id')).toEqual([{ n: 23, replacing: 20 }])
  expect(one.store.sqlite.prepare('select d.state, d.reason from delivery d join change c on c.id = d.change_id where c.person_id = ?').get(huge)).toMatchObject({
    state: 'refused', reason: expect.stringContaining('太大') as string,
  })
})

it('one refused change is shown with its reason, stops no other, and can be sent again', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '刘洋', 'supervisor')
  const person = one.save({ name: '王小明' })
  one.save({ responsibleId: one.actorId }, person)
  expect(await one.sync()).toMatchObject({ state: 'idle', unsent: 0, refused: 1 })
  expect(one.deliveries()).toEqual({ accepted: 1, refused: 1 })
  const refused = changesOfFile(one.store.sqlite, person).find((change) => change.state === 'refused')
  await county.rows(`update app_user set role = 'office'`)
  one.client.resend([refused?.id ?? ''])
  expect(await one.sync()).toMatchObject({ refused: 0, unsent: 0 })
  expect(one.deliveries()).toEqual({ accepted: 2 })
})

it('after a failure it tries again by itself, ever more patiently, without a local write; a save after success goes soon', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  one.save({ name: '王小明' })
  one.client.start()
  one.network = () => Promise.reject(new TypeError('no network'))
  const waits: number[] = []
  const fire = async () => {
    const timer = one.timers.pop()
    waits.push(timer?.ms ?? -1)
    timer?.run()
    await one.client.syncNow()
  }
  for (let count = 0; count < 4; count += 1) await fire()
  expect(one.timers).toHaveLength(1)
  expect(waits[0]).toBe(0)
  expect(waits.slice(1).every((ms, index) => ms > (waits[index] ?? 0))).toBe(true)
  expect(one.client.status()).toMatchObject({ state: 'offline', nextTryAt: expect.any(String) as string })
  one.network = fetch
  await fire()
  expect(one.client.status()).toMatchObject({ state: 'idle', unsent: 0, message: null })
  one.save({ name: '李小红' })
  one.client.wrote()
  expect(one.timers.map((timer) => timer.ms)).toEqual([2000])
  await fire()
  expect(one.client.status()).toMatchObject({ unsent: 0 })
})

it('can be broken off while it sends, and goes on from there', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  one.saveMany(1500)
  let batches = 0
  between(one, (url, real) => {
    if (isBatch(url)) batches += 1
    if (batches === 2) one.client.cancel()
    return real()
  })
  expect(await one.sync()).toMatchObject({ unsent: 500, message: expect.stringContaining('都还在这台电脑上') as string })
  expect(await one.sync()).toMatchObject({ unsent: 0, state: 'idle' })
  expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 1500 }])
})

it('a saved change while a long download runs survives it', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  const two = await createEnrolledDevice(county, '刘洋')
  const person = one.save({ name: '王小明', phone: '13900000000' })
  one.saveMany(1200)
  await one.sync()
  let isEdited = false
  between(two, async (url, real) => {
    if (url.includes('after=500') && !isEdited) {
      isEdited = true
      two.save({ phone: '13900000001' }, person)
    }
    return real()
  })
  await two.sync()
  expect(isEdited).toBe(true)
  expect(two.look(person, 'phone').value).toBe('13900000001')
  expect(two.deliveries()).toEqual({ accepted: 1201, pending: 1 })
  await two.sync()
  await one.sync()
  expect(one.look(person, 'phone')).toEqual({ value: '13900000001', rivals: [] })
})

it('a county restored from an older backup is noticed, gets back what it lost, and everybody agrees again', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  const two = await createEnrolledDevice(county, '刘洋')
  const person = one.save({ name: '王小明' })
  await one.sync()
  await two.sync()
  two.save({ phone: '13900000000' }, person)
  await two.sync()
  one.save({ education: '3' }, person)
  await one.sync()
  await two.sync()
  // Back to the state after the first change, as a restore does it: with a new epoch.
  await county.rows('delete from change where server_seq > 1')
  await county.rows('delete from batch where (from_seq, device_id) not in (select 1, $1::uuid)', [one.store.device.id])
  await county.rows('delete from feed')
  await county.rows('delete from device_person')
  await county.rows('update device set fed_seq = 0, feed_no = 0')
  await county.rows('update device_epoch set next_seq = 2 where device_id = $1', [one.store.device.id])
  await county.rows('delete from device_epoch where device_id = $1', [two.store.device.id])
  await county.rows('update county set head_seq = 1, epoch = gen_random_uuid()')

  one.client.stop()
  const three = await createEnrolledDevice(county, '赵云')
  three.save({ village: '王家村' }, three.save({ name: '李小红' }))
  await three.sync()
  const epoch = readSync(two.store.sqlite, 'epoch')
  for (let round = 0; round < 2; round += 1) await two.sync()
  expect(readSync(two.store.sqlite, 'epoch')).not.toBe(epoch)
  expect(two.client.status()).toMatchObject({ state: 'idle', unsent: 0 })
  await three.sync()
  expect(three.look(person, 'phone').value).toBe('13900000000')
  expect(await county.rows('select count(*)::int as n, max(server_seq)::int as top from change')).toEqual([{ n: 4, top: 4 }])
})

it('a program that is not the county at all is told apart from no network', async () => {
  const county = await postgres.createCounty()
  const one = await createEnrolledDevice(county, '林芳')
  const stranger = createServer((_request, reply) => reply.end('hello')).listen(0, '127.0.0.1')
  onTestFinished(() => void stranger.close())
  await new Promise((resolve) => stranger.once('listening', resolve))
  const address = stranger.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await one.client.enrol({ serverUrl: `http://127.0.0.1:${port}`, code: 'AAAA-AAAA', userId: one.actorId, deviceName: '一' })).toMatchObject({
    ok: false, error: { code: 'notCounty' },
  })
  expect(await one.client.enrol({ serverUrl: 'http://127.0.0.1:1', code: 'AAAA-AAAA', userId: one.actorId, deviceName: '一' })).toMatchObject({
    ok: false, error: { code: 'offline' },
  })
  expect(await one.client.enrol({ serverUrl: county.url, code: 'AAAA-AAAA', userId: one.actorId, deviceName: '一' })).toMatchObject({
    ok: false, error: { code: 'codeWrong' },
  })
})

it('a disk that is full at the very end of a round ends no program: it is told, and tried again', async () => {
  const county = await postgres.createCounty()
  const { store } = await createEnrolledDevice(county, '林芳')
  const errors: unknown[] = []
  const waits: number[] = []
  const client = createSyncClient({
    store, countyCode: '210199', keys: storedDeviceKeys(store), onStatus: () => undefined, onChanged: () => undefined,
    deps: { ...nodeSyncDeps(), setTimer: (_run, ms) => {
      waits.push(ms)
      return () => undefined
    } },
    onError: (error) => errors.push(error),
  })
  onTestFinished(() => client.stop())
  client.start()
  store.sqlite.exec(`create temp trigger full before insert on sync_state when new.key = 'lastContactAt' begin select raise(abort, 'full'); end`)
  expect(await client.syncNow()).toMatchObject({ state: 'waiting', message: expect.stringContaining('会自动再试') as string })
  expect(errors).toHaveLength(1)
  expect(waits.length).toBeGreaterThan(1)
  store.sqlite.exec('drop trigger full')
  expect(await client.syncNow()).toMatchObject({ state: 'idle', message: null })
})
