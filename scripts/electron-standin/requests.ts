import { debug, say } from './recorded.ts'
import { handlerFor, innerPolicy, isInner, mayFetch, toInner, toOuter } from './schemes.ts'
import { isCancelledByApp } from './session.ts'

export interface PausedRequest {
  requestId: string
  frameId: string
  resourceType: string
  redirectedRequestId?: string
  request: {
    url: string
    method: string
    headers: Record<string, string>
    hasPostData?: boolean
    postDataEntries?: { bytes?: string }[]
  }
}

type Answer =
  { fail: 'Aborted' | 'BlockedByClient' | 'Failed' } | { status: number; headers: [string, string][]; body: Buffer } | 'continue'

const electronTypes: Record<string, string> = {
  Document: 'subFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
}

/** Inside the page itself, not over a wire. */
const harmless = /^(data|blob|about):/

/** Answers a request of the page: from the app's protocol handler, or not at all. The page has no other source. */
export async function answerRequest(
  paused: PausedRequest,
  context: { webContentsId: number; isMainFrame: boolean },
  send: (method: string, params: object) => Promise<unknown>,
): Promise<void> {
  const { requestId } = paused
  const answer = await decide(paused, context).catch((error: unknown): Answer => {
    console.error(error)
    return { fail: 'Failed' }
  })
  const sent =
    answer === 'continue'
      ? send('Fetch.continueRequest', { requestId })
      : 'fail' in answer
        ? send('Fetch.failRequest', { requestId, errorReason: answer.fail })
        : send('Fetch.fulfillRequest', {
            requestId,
            responseCode: answer.status,
            responseHeaders: answer.headers.map(([name, value]) => ({ name, value })),
            body: answer.body.toString('base64'),
          })
  // The page may be gone by now, and its request with it.
  await sent.catch((error: unknown) => debug('request', toOuter(paused.request.url), error))
}

async function decide(paused: PausedRequest, context: { webContentsId: number; isMainFrame: boolean }): Promise<Answer> {
  const { request, resourceType } = paused
  const url = toOuter(request.url)
  const cancelled = await isCancelledByApp({
    id: Number(paused.requestId.replace(/\D/g, '')),
    url,
    method: request.method,
    resourceType: context.isMainFrame ? 'mainFrame' : (electronTypes[resourceType] ?? 'other'),
    webContentsId: context.webContentsId,
    timestamp: Date.now(),
  })
  if (cancelled) return { fail: 'BlockedByClient' }
  if (harmless.test(url)) return 'continue'
  if (!isInner(request.url)) {
    say(`the page asked for ${url}; it has no network, the request was stopped`)
    return { fail: 'BlockedByClient' }
  }
  // Chromium wants an icon for its window; Electron never asks the app for one.
  if (resourceType === 'Other' && new URL(url).pathname === '/favicon.ico')
    return { status: 204, headers: [], body: Buffer.alloc(0) }
  const handler = handlerFor(url)
  if (!handler) return { fail: 'Failed' }
  if ((resourceType === 'Fetch' || resourceType === 'XHR') && !mayFetch(url)) {
    say(`fetch of ${url} refused: its scheme has no supportFetchAPI`)
    return { fail: 'Failed' }
  }
  const response = await handler(toRequest(paused, url))
  if (response.type === 'error') return { fail: 'Failed' }
  return { status: response.status, headers: innerHeaders(response, url), body: Buffer.from(await response.arrayBuffer()) }
}

function toRequest({ request }: PausedRequest, url: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^sec-ch-ua/i.test(name)) continue
    headers.set(
      name,
      /^referer$/i.test(name) ? toOuter(value) : /^origin$/i.test(name) ? toOuter(value).replace(/\/$/, '') : value,
    )
  }
  if (!request.hasPostData) return new Request(url, { method: request.method, headers })
  if (!request.postDataEntries) throw new Error('electron stand-in: a request body from a Blob or a stream is not implemented')
  const body = Buffer.concat(request.postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')))
  return new Request(url, { method: request.method, headers, body })
}

function innerHeaders(response: Response, url: string): [string, string][] {
  return [...response.headers].map(([name, value]) => {
    if (/^content-security-policy/.test(name)) return [name, innerPolicy(value)]
    if (name === 'location') return [name, toInner(new URL(value, url).href)]
    return [name, value]
  })
}
