import type { z } from 'zod'
import { errorReply, stampSchema } from '../../domain/sync/index.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'

/** One question to the county, one answer that is surely the county's; anything else parses as nothing. */

export interface LinkProblem {
  /** `offline`, `notCounty`, `cancelled`, or a code of the county's. */
  readonly code: string
  readonly message: string
  readonly status: number
  /** The county's whole refusal. */
  readonly reply?: unknown
}

export interface Link {
  readonly get: <S extends z.ZodType>(path: string, schema: S) => Promise<Result<z.output<S>, LinkProblem>>
  readonly post: <S extends z.ZodType>(path: string, body: unknown, schema: S) => Promise<Result<z.output<S>, LinkProblem>>
}

export interface LinkOptions {
  readonly url: string
  /** null before the county is known. */
  readonly countyCode: string | null
  readonly token: string | null
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
}

export const linkMessages = {
  offline: '现在连不上县里。已保存的记录都在这台电脑上，会自动再试',
  notCounty: '网络上的回答不是县里的服务发来的，可能要先登录网络。没有收发任何记录，会自动再试',
  otherCounty: '这个网址是另一个县的服务，没有收发任何记录，请核对网址；会自动再试',
  cancelled: '已停止，没有送到的记录都还在这台电脑上',
} as const

const timeoutMs = 60_000
const maxReplyBytes = 64 * 1024 * 1024

export function createLink(options: LinkOptions): Link {
  return {
    get: (path, schema) => ask(options, 'GET', path, undefined, schema),
    post: (path, body, schema) => ask(options, 'POST', path, body, schema),
  }
}

async function ask<S extends z.ZodType>(
  options: LinkOptions, method: string, path: string, body: unknown, schema: S,
): Promise<Result<z.output<S>, LinkProblem>> {
  const isBytes = body instanceof Uint8Array
  let status: number
  let text: string
  try {
    const reply = await options.fetch(options.url + path, {
      method,
      // A login page is reached by a redirect; the county never redirects.
      redirect: 'manual',
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]),
      headers: {
        ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    status = reply.status
    text = await readText(reply)
  } catch {
    return options.signal.aborted ? fault('cancelled') : fault('offline')
  }
  return understand(options, status, text, schema)
}

async function readText(reply: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of reply.body ?? []) {
    bytes += part.length
    if (bytes > maxReplyBytes) return ''
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function understand<S extends z.ZodType>(options: LinkOptions, status: number, text: string, schema: S): Result<z.output<S>, LinkProblem> {
  const value = parse(text)
  if (status === 200) {
    const stamp = stampSchema.safeParse(value)
    if (!stamp.success) return fault('notCounty')
    if (options.countyCode !== null && stamp.data.county !== options.countyCode) return fault('otherCounty')
    const reply = schema.safeParse(value)
    return reply.success ? ok(reply.data) : fault('notCounty')
  }
  const refusal = errorReply.safeParse(value)
  if (!refusal.success) return fault('notCounty')
  return { ok: false, error: { code: refusal.data.code, message: refusal.data.message, status, reply: refusal.data } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function fault(code: keyof typeof linkMessages): { readonly ok: false; readonly error: LinkProblem } {
  return { ok: false, error: { code, message: linkMessages[code], status: 0 } }
}
