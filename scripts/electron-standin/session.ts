import { record } from './recorded.ts'
import { schemeOf } from './schemes.ts'
import { strict } from './strict.ts'

type PermissionRequestHandler = (
  webContents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void
type PermissionCheckHandler = (webContents: unknown, permission: string, origin: string, details: object) => boolean

export interface RequestDetails {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId: number
  timestamp: number
}
interface Verdict {
  cancel?: boolean
}
type RequestListener = (details: RequestDetails, answer: (verdict: Verdict) => void) => void

let requestHandler: PermissionRequestHandler | null = null
let checkHandler: PermissionCheckHandler | null = null
let beforeRequest: { listener: RequestListener; urls: RegExp[] } | undefined

function patternToRegExp(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}

const webRequest = strict(
  {
    onBeforeRequest(first: { urls?: string[] } | RequestListener | null, second?: RequestListener | null): void {
      const listener = typeof first === 'function' || first === null ? first : second
      const urls = typeof first === 'function' || first === null ? [] : (first.urls ?? [])
      record('session.webRequest.onBeforeRequest', urls)
      beforeRequest = listener ? { listener, urls: urls.map(patternToRegExp) } : undefined
    },
  },
  'session.webRequest',
)

/** What the app's own listener says to a request: true when it is to be stopped. */
export async function isCancelledByApp(details: RequestDetails): Promise<boolean> {
  if (!beforeRequest) return false
  const { listener, urls } = beforeRequest
  if (urls.length > 0 && !urls.some((pattern) => pattern.test(details.url))) return false
  const verdict = await new Promise<Verdict>((resolve) => listener(details, resolve))
  return verdict.cancel === true
}

/** Electron's name of a permission, and Chromium's. */
export const permissions = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
] as const

/** Chromium cannot ask back over the DevTools protocol, so the app's handlers are asked beforehand, when an address is loaded. */
export async function isGranted(webContents: unknown, permission: string, url: string): Promise<boolean> {
  const origin = `${schemeOf(url)}://${URL.parse(url)?.host ?? ''}`
  const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin }
  if (checkHandler && !checkHandler(webContents, permission, origin, details)) return false
  const handler = requestHandler
  if (!handler) return true
  return new Promise((resolve) => handler(webContents, permission, resolve, details))
}

export const defaultSession = strict(
  {
    webRequest,
    setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
      requestHandler = handler
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
      checkHandler = handler
    },
    setDevicePermissionHandler(): void {
      record('session.setDevicePermissionHandler')
    },
    setProxy(settings: object): Promise<void> {
      record('session.setProxy', settings)
      return Promise.resolve()
    },
    setSpellCheckerEnabled(enabled: boolean): void {
      record('session.setSpellCheckerEnabled', enabled)
    },
    clearStorageData(): Promise<void> {
      record('session.clearStorageData')
      return Promise.resolve()
    },
    clearCache(): Promise<void> {
      record('session.clearCache')
      return Promise.resolve()
    },
  },
  'session',
)
