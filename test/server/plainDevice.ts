import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { v7 } from 'uuid'
import { hashInput } from '../../domain/journal/change.ts'
import type { Change, Json, JsonObject } from '../../domain/journal/change.ts'
import { batchSignatureInput, batchText, changeLine, sessionSignatureInput } from '../../domain/sync/index.ts'
import type { BatchHeader, FeedItem, Receipt } from '../../domain/sync/index.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** A device made of nothing but a key and a counter, to say to a server whatever a test wants said. */

export interface Reply {
  readonly status: number
  readonly body: { readonly [name: string]: unknown }
}

export function createPlainDevice(countyCode = '210199') {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const id = v7()
  const actorId = v7()
  let epoch = v7()
  let seq = 0
  let token = ''

  const signText = (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url')
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')

  async function ask(url: string, method: string, body?: unknown): Promise<Reply> {
    const isBytes = body instanceof Uint8Array
    const reply = await fetch(url, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as Reply['body'] }
  }

  const device = {
    id,
    actorId,
    publicKey: spki,
    get epoch() {
      return epoch
    },
    newEpoch() {
      epoch = v7()
      seq = 0
    },
    skipTo(next: number) {
      seq = next - 1
    },
    ask,
    signText,
    async enrol(url: string, code: string): Promise<Reply> {
      return ask(`${url}/v1/enrol`, 'POST', { code, publicKey: spki, deviceId: id, userId: actorId, deviceName: '一号电脑' })
    },
    async signIn(url: string): Promise<Reply> {
      token = ''
      const { body } = await ask(`${url}/v1/challenge`, 'POST', { deviceId: id })
      const challenge = String(body.challenge)
      const reply = await ask(`${url}/v1/session`, 'POST', {
        deviceId: id, challenge, signature: signText(sessionSignatureInput(countyCode, id, challenge)),
      })
      token = String(reply.body.token ?? '')
      return reply
    },
    async join(url: string, code: string) {
      const enrolled = await device.enrol(url, code)
      if (enrolled.status !== 200) throw new Error(JSON.stringify(enrolled.body))
      const session = await device.signIn(url)
      if (session.status !== 200) throw new Error(JSON.stringify(session.body))
      return device
    },
    /** The next change in this device's sequence. */
    change(given: Partial<Change> & { readonly fields: JsonObject }): Change {
      const salt = given.salt ?? '00ff'
      const entityId = given.entityId ?? v7()
      return {
        id: v7(), v: 1, actionId: v7(), entity: 'person', entityId, personId: entityId, kind: 'patch', salt,
        fieldsHash: hash(hashInput(given.fields, salt)),
        actorId, deviceId: id, deviceEpoch: epoch, deviceSeq: (seq += 1), recordedAt: '2026-03-01T00:00:00.000Z', ...given,
      }
    },
    /** A patch of a person: field -> value, or [value, basedOn]. */
    patch(personId: string, values: { readonly [field: string]: Json | readonly [Json, string] }): Change {
      const fields = Object.fromEntries(
        Object.entries(values).map(([field, value]) => {
          const [after, basedOn] = Array.isArray(value) ? (value as [Json, string]) : [value as Json, null]
          return [field, { after, basedOn }]
        }),
      )
      return device.change({ entityId: personId, personId, fields })
    },
    text(changes: readonly Change[], more: Partial<BatchHeader> = {}, signature?: string): string {
      const header: BatchHeader = {
        format: 'four-ones-batch', v: 1, batchId: v7(), countyCode, deviceId: id, deviceEpoch: changes[0]?.deviceEpoch ?? epoch,
        fromSeq: changes[0]?.deviceSeq ?? 1, toSeq: changes.at(-1)?.deviceSeq ?? 1, count: changes.length, ...more,
      }
      const lines = changes.map(changeLine)
      const parsed = lines.map((line) => JSON.parse(line) as JsonObject)
      return batchText(header, lines, signature ?? signText(batchSignatureInput(header, parsed)), hash)
    },
    seal(changes: readonly Change[], more: Partial<BatchHeader> = {}): Buffer {
      return zstdCompressSync(Buffer.from(device.text(changes, more)))
    },
    async sendBytes(url: string, bytes: Uint8Array): Promise<Reply> {
      return ask(`${url}/v1/batches`, 'POST', bytes)
    },
    /** Sends and answers the results of the receipt. */
    async send(url: string, changes: readonly Change[]): Promise<Receipt['results']> {
      const reply = await device.sendBytes(url, device.seal(changes))
      if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
      return receiptOf(reply).results
    },
    async feed(url: string, after = 0, limit = 500): Promise<Reply> {
      return ask(`${url}/v1/feed?after=${after}&limit=${limit}`, 'GET')
    },
    /** Every row of the feed from `after` on, page by page. */
    async pull(url: string, after = 0, limit = 500): Promise<FeedItem[]> {
      const items: FeedItem[] = []
      for (;;) {
        const { status, body } = await device.feed(url, after + items.length, limit)
        if (status !== 200) throw new Error(JSON.stringify(body))
        items.push(...(body.items as FeedItem[]))
        if (body.more !== true) return items
      }
    },
  }
  return device
}

export type PlainDevice = ReturnType<typeof createPlainDevice>

export function receiptOf(reply: Reply): Receipt {
  return reply.body.receipt as Receipt
}
