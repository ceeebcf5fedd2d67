import type { Readable, Writable } from 'node:stream'

export type Json = Record<string, unknown>
export type CdpListener = (method: string, params: Json, sessionId: string | undefined) => void

interface Waiting {
  method: string
  resolve(result: Json): void
  reject(error: Error): void
}

interface Message {
  id?: number
  method?: string
  params?: Json
  result?: Json
  error?: { message: string }
  sessionId?: string
}

export interface Cdp {
  send(method: string, params?: object, sessionId?: string): Promise<Json>
  close(): void
}

/** The DevTools protocol over two pipes: JSON texts, a zero byte after each. No port is open for it. */
export function speakCdp(outgoing: Writable, incoming: Readable, listener: CdpListener): Cdp {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closed = false
  let parts: Buffer[] = []

  function receive(text: string): void {
    const message = JSON.parse(text) as Message
    if (message.id === undefined) {
      listener(message.method ?? '', message.params ?? {}, message.sessionId)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result ?? {})
  }

  function close(): void {
    closed = true
    for (const call of waiting.values()) call.reject(new Error(`${call.method}: Chromium is gone`))
    waiting.clear()
  }

  incoming.on('data', (data: Buffer) => {
    let rest = data
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...parts, rest.subarray(0, end)]).toString()
      parts = []
      rest = rest.subarray(end + 1)
      receive(text)
    }
    if (rest.length > 0) parts.push(rest)
  })
  incoming.on('close', close)
  // A broken pipe is the end of Chromium, which close() tells to everyone who waits.
  incoming.on('error', close)
  outgoing.on('error', close)

  return {
    close,
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error(`${method}: Chromium is gone`))
        const id = ++lastId
        waiting.set(id, { method, resolve, reject })
        outgoing.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      }),
  }
}
