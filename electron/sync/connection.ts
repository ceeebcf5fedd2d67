import type { Store } from '../../db/store.ts'
import { forgetSync, noticeCounty, readSync, writeSync } from '../../db/sync/index.ts'
import type { SyncKey } from '../../db/sync/index.ts'
import { canonicalJson } from '../../domain/journal/change.ts'
import { challengeReply, directoryReply, enrolReply, sessionReply, sessionSignatureInput } from '../../domain/sync/index.ts'
import type { CountyRole } from '../../domain/sync/index.ts'
import { ok, problem } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { DeviceKeys } from './keys.ts'
import { createLink } from './link.ts'
import type { Link, LinkProblem } from './link.ts'
import type { CountyKey } from './receipts.ts'

/** Being known to the county, and being signed in there. */

export interface ConnectionDeps {
  readonly fetch: typeof fetch
  /** Milliseconds that only go forward: the clock of the wall may jump. */
  readonly elapsed: () => number
}

export interface EnrolAsked {
  readonly serverUrl: string
  readonly code: string
  /** Who works on this device. */
  readonly userId: string
  readonly deviceName: string
}

export interface Enrolled {
  readonly userId: string
  readonly userName: string
  readonly role: CountyRole
  readonly countyName: string
}

export interface Connection {
  readonly isEnrolled: () => boolean
  readonly enrol: (asked: EnrolAsked, signal: AbortSignal) => Promise<Result<Enrolled, LinkProblem>>
  /** A link that the county takes for this device's; signs in when need be. */
  readonly open: (signal: AbortSignal) => Promise<Result<Link, LinkProblem>>
  /** The next `open` signs in anew. */
  readonly drop: () => void
  readonly countyKeys: () => CountyKey[]
  readonly signText: (text: string) => string
}

/** Sign in anew this long before the county would ask for it. */
const marginSeconds = 30

export function createConnection(store: Store, countyCode: string, keys: DeviceKeys, deps: ConnectionDeps): Connection {
  const { sqlite, device } = store
  let session: { readonly token: string; readonly until: number } | null = null
  const read = (key: SyncKey) => readSync(sqlite, key)
  const signText = (text: string) => keys.sign(Buffer.from(text)).toString('base64url')
  const linkTo = (url: string, token: string | null, signal: AbortSignal, code: string | null = countyCode) =>
    createLink({ url, countyCode: code, token, fetch: deps.fetch, signal })

  async function enrol(asked: EnrolAsked, signal: AbortSignal): Promise<Result<Enrolled, LinkProblem>> {
    const url = plainUrl(asked.serverUrl)
    if (url === null) return wrongUrl()
    const { code, userId } = asked
    const body = { code, publicKey: keys.publicKey, deviceId: device.id, userId, deviceName: nameOfDevice(asked.deviceName) }
    const reply = await linkTo(url, null, signal).post('/v1/enrol', body, enrolReply)
    if (!reply.ok) return reply
    const { value } = reply
    session = null
    sqlite
      .transaction(() => {
        const known: [SyncKey, string][] = [
          ['serverUrl', url], ['countyCode', value.county], ['countyName', value.countyName], ['userId', value.userId],
          ['userName', value.userName], ['role', value.role], ['scopeText', value.scopeText], ['countyKeys', JSON.stringify(value.countyKeys)],
        ]
        for (const [key, text] of known) writeSync(sqlite, key, text)
        forgetSync(sqlite, 'lastContactAt')
      })
      .immediate()
    return ok({ userId: value.userId, userName: value.userName, role: value.role, countyName: value.countyName })
  }

  async function open(signal: AbortSignal): Promise<Result<Link, LinkProblem>> {
    const url = read('serverUrl')
    if (url === null) return notEnrolled()
    if (session !== null && deps.elapsed() < session.until) return ok(linkTo(url, session.token, signal))
    const stranger = linkTo(url, null, signal)
    const asked = await stranger.post('/v1/challenge', { deviceId: device.id }, challengeReply)
    if (!asked.ok) return asked
    const { challenge } = asked.value
    const signature = signText(sessionSignatureInput(countyCode, device.id, challenge))
    const signed = await stranger.post('/v1/session', { deviceId: device.id, challenge, signature }, sessionReply)
    if (!signed.ok) return signed
    if (signal.aborted) return cancelled()
    const { token, expiresInSeconds, role, scopeText } = signed.value
    session = { token, until: deps.elapsed() + (expiresInSeconds - marginSeconds) * 1000 }
    writeSync(sqlite, 'role', role)
    writeSync(sqlite, 'scopeText', scopeText)
    noticeCounty(store, signed.value)
    const link = linkTo(url, token, signal)
    await learnDirectory(link, signal)
    return ok(link)
  }

  /** Names of colleagues; without them the exchange goes on. */
  async function learnDirectory(link: Link, signal: AbortSignal): Promise<void> {
    const reply = await link.get('/v1/directory', directoryReply)
    if (!reply.ok || signal.aborted) return
    const names = reply.value.users.flatMap(({ id, name, role, aliases }) => [id, ...aliases].map((one) => ({ id: one, name, role, userId: id })))
    const text = canonicalJson(names)
    if (text !== read('directory')) writeSync(sqlite, 'directory', text)
  }

  return {
    isEnrolled: () => read('serverUrl') !== null,
    enrol,
    open,
    drop: () => {
      session = null
    },
    countyKeys: () => JSON.parse(read('countyKeys') ?? '[]') as CountyKey[],
    signText,
  }
}

/** Scheme, host and path without what people paste along. */
function plainUrl(text: string): string | null {
  try {
    const url = new URL(text.trim())
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    return (url.origin + url.pathname).replace(/\/+$/, '')
  } catch {
    return null
  }
}

/** Computers may be called anything. */
function nameOfDevice(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '').trim().slice(0, 60) || '电脑'
}

function wrongUrl() {
  return linkProblem('urlWrong', '网址要以 http:// 或 https:// 开头，请向县里核对')
}

function notEnrolled() {
  return linkProblem('notEnrolled', '这台电脑还没有和县里连接，请先输入登记码')
}

function cancelled() {
  return linkProblem('cancelled', '已停止，没有送到的记录都还在这台电脑上')
}

function linkProblem(code: string, message: string) {
  const { error } = problem(code, message)
  return { ok: false as const, error: { ...error, status: 0 } }
}
