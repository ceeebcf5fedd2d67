import { zstdCompressSync, gzipSync } from 'node:zlib'
import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { receiptSignatureInput } from '../../domain/sync/index.ts'
import type { Receipt } from '../../domain/sync/index.ts'
import { newId, usePostgres } from '../sync/harness.ts'
import { createPlainDevice, receiptOf } from './plainDevice.ts'

const postgres = usePostgres()

async function countyWithDevice() {
  const county = await postgres.createCounty()
  const { code } = await county.newCode('林芳')
  const device = await createPlainDevice().join(county.url, code)
  return { county, device }
}

const states = (results: Receipt['results']) => results.map((result) => result.state)

describe('a batch', () => {
  it('gets a receipt that the county signed, with a place in its order for every change', async () => {
    const county = await postgres.createCounty()
    const device = createPlainDevice()
    const enrolled = await device.enrol(county.url, (await county.newCode('林芳')).code)
    await device.signIn(county.url)
    const changes = [device.patch(newId(), { name: '王小明' }), device.patch(newId(), { name: '李小红' })]
    const reply = await device.sendBytes(county.url, device.seal(changes))
    const receipt = receiptOf(reply)
    expect(reply.body).toMatchObject({ format: 'four-ones', county: '210199', head: 2, epoch: receipt.epoch })
    expect(receipt.results).toEqual(changes.map((change, index) => ({ changeId: change.id, state: 'accepted', serverSeq: index + 1 })))
    const [key] = enrolled.body.countyKeys as { keyId: string; publicKey: string }[]
    const publicKey = createPublicKey({ key: Buffer.from(key?.publicKey ?? '', 'base64url'), format: 'der', type: 'spki' })
    expect(receipt.keyId).toBe(key?.keyId)
    expect(verify(null, Buffer.from(receiptSignatureInput(receipt)), publicKey, Buffer.from(String(reply.body.signature), 'base64url'))).toBe(true)
  })

  it('sent twice, four times at once and by two servers, counts once and gets the same receipt', async () => {
    const { county, device } = await countyWithDevice()
    const second = await county.addServer()
    const bytes = device.seal(Array.from({ length: 50 }, () => device.patch(newId(), { name: '王小明' })))
    const first = await Promise.all([county.url, second.url, county.url, second.url].map((url) => device.sendBytes(url, bytes)))
    const again = await device.sendBytes(county.url, bytes)
    for (const reply of first) expect(reply).toMatchObject({ status: 200, body: { receipt: again.body.receipt } })
    expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 50 }])
    const stored = await device.ask(`${county.url}/v1/batches/${receiptOf(again).batchId}/receipt`, 'GET')
    expect(stored.body.receipt).toEqual(again.body.receipt)
  })

  it('packed anew holds changes that the county knows: they keep their place', async () => {
    const { county, device } = await countyWithDevice()
    const changes = [device.patch(newId(), { name: '王小明' }), device.patch(newId(), { name: '李小红' })]
    const first = await device.send(county.url, changes)
    expect(await device.send(county.url, changes)).toEqual(first)
    expect(await county.rows('select head_seq::int as head from county')).toEqual([{ head: 2 }])
  })

  it('that comes before its predecessor waits, and the county names what is missing', async () => {
    const { county, device } = await countyWithDevice()
    const earlier = device.seal([device.patch(newId(), { name: '一' }), device.patch(newId(), { name: '二' })])
    const later = device.seal([device.patch(newId(), { name: '三' })])
    expect(await device.sendBytes(county.url, later)).toMatchObject({
      status: 409, body: { code: 'earlierMissing', nextSeq: 1, deviceEpoch: device.epoch },
    })
    expect((await device.sendBytes(county.url, earlier)).status).toBe(200)
    expect((await device.sendBytes(county.url, later)).status).toBe(200)
    expect((await device.sendBytes(county.url, earlier)).status).toBe(200)
    expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 3 }])
  })

  it('may say that numbers are lost for good', async () => {
    const { county, device } = await countyWithDevice()
    await device.send(county.url, [device.patch(newId(), { name: '一' })])
    device.skipTo(7)
    const change = device.patch(newId(), { name: '七' })
    expect((await device.sendBytes(county.url, device.seal([change]))).status).toBe(409)
    expect((await device.sendBytes(county.url, device.seal([change], { gaps: [[2, 6]] }))).status).toBe(200)
  })

  it('with the same id and other contents is refused loudly', async () => {
    const { county, device } = await countyWithDevice()
    const change = device.patch(newId(), { name: '王小明' })
    const batchId = newId()
    await device.sendBytes(county.url, device.seal([change], { batchId }))
    const other = device.patch(newId(), { name: '李小红' })
    expect(await device.sendBytes(county.url, device.seal([other], { batchId }))).toMatchObject({ status: 409, body: { code: 'batchDiffers' } })
  })

  it('is taken as gzip and as plain text too', async () => {
    const { county, device } = await countyWithDevice()
    const text = () => Buffer.from(device.text([device.patch(newId(), { name: '王小明' })]))
    expect((await device.sendBytes(county.url, gzipSync(text()))).status).toBe(200)
    expect((await device.sendBytes(county.url, text())).status).toBe(200)
  })
})

describe('one bad change', () => {
  it('is refused with its reason, and the rest of the batch goes in', async () => {
    const { county, device } = await countyWithDevice()
    const good = [device.patch(newId(), { name: '一' })]
    const poison = [
      device.change({ fields: { name: { after: '二', basedOn: null } }, fieldsHash: '0'.repeat(64) }),
      device.change({ fields: { name: { after: '三', basedOn: null } }, recordedAt: 'yesterday' }),
      device.change({ fields: { name: { after: '四', basedOn: null } }, deviceId: newId() }),
      device.change({ fields: { 'a\u0000b': { after: '五', basedOn: null } } }),
      device.change({ fields: { name: { after: '六', basedOn: null } }, entity: 'person\u0000' }),
    ]
    const rest = [device.patch(newId(), { name: '七\u0000\ud800' }), device.patch(newId(), { name: '八' })]
    const results = await device.send(county.url, [...good, ...poison, ...rest])
    expect(results.map((result) => (result.state === 'refused' ? result.code : result.state))).toEqual([
      'accepted', 'hashWrong', 'unreadable', 'otherDevice', 'unreadable', 'unreadable', 'accepted', 'accepted',
    ])
    for (const result of results) if (result.state === 'refused') expect(result.reason).toMatch(/[\u4e00-\u9fff]/)
    expect(await county.rows('select count(*)::int as n from refusal')).toEqual([{ n: 5 }])
    const back = await device.pull(county.url)
    const lost = back.find((item) => item.kind === 'change' && item.change.id === rest[0]?.id)
    expect(lost).toMatchObject({ change: { fields: rest[0]?.fields } })
  })

  it('can be mended and sent again', async () => {
    const { county, device } = await countyWithDevice()
    const bad = device.change({ fields: { name: { after: '一', basedOn: null } }, fieldsHash: '0'.repeat(64) })
    expect(states(await device.send(county.url, [bad]))).toEqual(['refused'])
    const mended = device.change({ ...bad, fields: bad.fields ?? {}, deviceSeq: bad.deviceSeq, fieldsHash: device.patch(newId(), { name: '一' }).fieldsHash })
    expect(states(await device.send(county.url, [mended]))).toEqual(['accepted'])
    expect(await county.rows('select count(*)::int as n from refusal')).toEqual([{ n: 0 }])
  })

  it('with the id of another is refused when its contents differ', async () => {
    const { county, device } = await countyWithDevice()
    const first = device.patch(newId(), { name: '一' })
    await device.send(county.url, [first])
    const forged = device.change({ ...device.patch(newId(), { name: '二' }), fields: { name: { after: '二', basedOn: null } }, id: first.id, deviceSeq: 2 })
    expect(await device.send(county.url, [forged])).toMatchObject([{ state: 'refused', code: 'changeDiffers' }])
  })

  it('that uses a sequence number again shows a copied device', async () => {
    const { county, device } = await countyWithDevice()
    await device.send(county.url, [device.patch(newId(), { name: '一' })])
    device.skipTo(1)
    expect(await device.send(county.url, [device.patch(newId(), { name: '二' })])).toMatchObject([{ state: 'refused', code: 'sequenceUsed' }])
    device.newEpoch()
    expect(states(await device.send(county.url, [device.patch(newId(), { name: '二' })]))).toEqual(['accepted'])
  })

  it('is one that the role may not write', async () => {
    const county = await postgres.createCounty()
    const { code } = await county.newCode('刘洋', 'supervisor')
    const device = await createPlainDevice().join(county.url, code)
    const results = await device.send(county.url, [
      device.patch(newId(), { name: '一' }), device.patch(newId(), { responsibleId: newId() }),
    ])
    expect(states(results)).toEqual(['refused', 'accepted'])
  })
})

describe('bytes that are no batch', () => {
  it('with a byte changed anywhere are damaged as a whole, never taken in part', async () => {
    const { county, device } = await countyWithDevice()
    const whole = Buffer.from(device.text([device.patch(newId(), { name: '王小明' }), device.patch(newId(), { name: '李小红' })]))
    for (let at = 3; at < whole.length; at += 23) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0x05
      const reply = await device.sendBytes(county.url, flipped)
      expect([400, 403, 409], `byte ${at}`).toContain(reply.status)
    }
    expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 0 }])
    expect((await device.sendBytes(county.url, whole)).status).toBe(200)
  })

  it('change nothing, each with a code: damaged, unsigned, for another county, too large', async () => {
    const { county, device } = await countyWithDevice()
    const changes = [device.patch(newId(), { name: '王小明' })]
    const text = device.text(changes)
    const bytes = zstdCompressSync(Buffer.from(text))
    const flipped = Buffer.from(bytes)
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0xff
    const zip = (value: string) => zstdCompressSync(Buffer.from(value))
    const cases: [string, Uint8Array, number, string][] = [
      ['empty', new Uint8Array(0), 400, 'batchDamaged'],
      ['cut', bytes.subarray(0, bytes.length - 5), 400, 'batchDamaged'],
      ['flipped', flipped, 400, 'batchDamaged'],
      ['cut text', zip(text.slice(0, -40)), 400, 'batchDamaged'],
      ['HTML', Buffer.from('<html>login</html>'), 400, 'batchDamaged'],
      ['altered', zip(text.replace('王小明', '王大明')), 400, 'batchDamaged'],
      ['signed by another', zip(device.text(changes, {}, createPlainDevice().signText('x'))), 400, 'signatureWrong'],
      ['deep', zip(text.replace('"王小明"', '['.repeat(200_000))), 400, 'batchDamaged'],
      ['other county', zip(device.text(changes, { countyCode: '210198' })), 409, 'wrongCounty'],
      ['bomb', zstdCompressSync(Buffer.alloc(300 * 1024 * 1024)), 413, 'batchTooLarge'],
      ['long', Buffer.alloc(2 * 1024 * 1024, 'x'), 413, 'batchTooLarge'],
    ]
    for (const [name, value, status, code] of cases) {
      expect(await device.sendBytes(county.url, value), name).toMatchObject({ status, body: { format: 'four-ones', code } })
    }
    const many = Array.from({ length: 1001 }, () => device.patch(newId(), { name: '一' }))
    expect(await device.sendBytes(county.url, device.seal(many))).toMatchObject({ status: 413, body: { limits: { maxChanges: 1000 } } })
    expect(await county.rows('select count(*)::int as n from change')).toEqual([{ n: 0 }])
  })

  it('are not taken from a stranger, from a device signed out, or from one that was revoked', async () => {
    const { county, device } = await countyWithDevice()
    const bytes = device.seal([device.patch(newId(), { name: '一' })])
    const stranger = createPlainDevice()
    expect(await stranger.sendBytes(county.url, bytes)).toMatchObject({ status: 401, body: { code: 'sessionOver' } })
    expect(await stranger.signIn(county.url)).toMatchObject({ status: 403, body: { code: 'deviceUnknown' } })
    expect(await device.ask(`${county.url}/v1/devices/${device.id}/revoke`, 'POST')).toMatchObject({ status: 200 })
    expect(await device.sendBytes(county.url, bytes)).toMatchObject({ status: 403, body: { code: 'deviceRevoked' } })
  })
})
