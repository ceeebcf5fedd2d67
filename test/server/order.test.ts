import { expect, it } from 'vitest'
import type { FeedItem } from '../../domain/sync/index.ts'
import type { ServerPoint } from '../../server/context.ts'
import { newId, usePostgres } from '../sync/harness.ts'
import { createPlainDevice } from './plainDevice.ts'

const postgres = usePostgres()

/** Holds whoever comes to the point, until let go. */
function createGate(point: ServerPoint) {
  let open: () => void = () => undefined
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const opened = new Promise<void>((resolve) => (open = resolve))
  return {
    arrived,
    open: () => open(),
    at: async (here: ServerPoint) => {
      if (here !== point) return
      arrive()
      await opened
    },
  }
}

it('two servers on one database: while one has a transaction open, a puller of the other never skips a row', async () => {
  const county = await postgres.createCounty()
  const gate = createGate('intake.written')
  const stalled = await county.addServer({ at: gate.at })
  const [writer, slow, reader] = await Promise.all(
    ['甲', '乙', '丙'].map(async (name) => createPlainDevice().join(county.url, (await county.newCode(name)).code)),
  )
  if (writer === undefined || slow === undefined || reader === undefined) throw new Error('three devices')
  await writer.send(county.url, [writer.patch(newId(), { name: '一' })])

  const held = slow.send(stalled.url, Array.from({ length: 20 }, () => slow.patch(newId(), { name: '慢' })))
  await gate.arrived
  const behind = writer.send(county.url, Array.from({ length: 20 }, () => writer.patch(newId(), { name: '快' })))

  const seen: FeedItem[] = []
  const pullOnce = async () => {
    const page = (await reader.pull(county.url, seen.length, 7)).filter((item) => item.feedNo > seen.length)
    seen.push(...page)
  }
  for (let round = 0; round < 20; round += 1) await pullOnce()
  const seqs = () => seen.flatMap((item) => (item.kind === 'change' ? [item.serverSeq] : []))
  expect(seqs()).toEqual([1])
  gate.open()
  const done = Promise.all([held, behind])
  let settled = false
  void done.then(() => (settled = true))
  while (!settled) await pullOnce()
  await done
  await pullOnce()
  expect(seqs()).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
})

it('a server whose transaction breaks off leaves no trace and no hole', async () => {
  const county = await postgres.createCounty()
  const broken = await county.addServer({
    at: async (point) => {
      if (point === 'intake.written') throw new Error('power cut')
    },
  })
  const device = await createPlainDevice().join(county.url, (await county.newCode('甲')).code)
  const bytes = device.seal([device.patch(newId(), { name: '一' })])
  expect(await device.sendBytes(broken.url, bytes)).toMatchObject({ status: 500, body: { format: 'four-ones', code: 'failed' } })
  expect(await county.rows('select 1 from change union all select 1 from batch union all select 1 from device_epoch')).toEqual([])
  expect((await device.sendBytes(county.url, bytes)).body).toMatchObject({ head: 1 })
})

it('many devices sending at once through two servers get numbers without a hole, each once', async () => {
  const county = await postgres.createCounty()
  const second = await county.addServer()
  const devices = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => createPlainDevice().join(county.url, (await county.newCode(`人${index}`)).code)),
  )
  const shared = newId()
  await Promise.all(
    devices.map(async (device, index) => {
      for (let round = 0; round < 4; round += 1) {
        const url = (index + round) % 2 === 0 ? county.url : second.url
        await device.send(url, [device.patch(shared, { phone: `1390000${index}${round}00` }), device.patch(newId(), { name: '一' })])
      }
    }),
  )
  const [row] = await county.rows<{ n: number; top: number; head: number; ids: number }>(
    `select count(*)::int as n, max(server_seq)::int as top, count(distinct id)::int as ids, (select head_seq::int from county) as head from change`,
  )
  expect(row).toEqual({ n: 48, top: 48, head: 48, ids: 48 })
})
