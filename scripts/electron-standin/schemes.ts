import { refuse, strict } from './strict.ts'

/**
 * Chromium cannot be made to serve app:// from outside, so app://bundle/x is https://bundle.app.standin.invalid/x inside it: a name that
 * never resolves, a secure context, with modules, workers and response headers. Both processes of the app see app:// only.
 */
const suffix = '.standin.invalid'

interface Privileges {
  standard?: boolean
  secure?: boolean
  supportFetchAPI?: boolean
  stream?: boolean
  codeCache?: boolean
  allowServiceWorkers?: boolean
  corsEnabled?: boolean
  bypassCSP?: boolean
}

type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Map<string, Privileges>()
const handlers = new Map<string, Handler>()
let sealed = false

/** From now on Chromium runs: it is too late for new schemes, as in Electron. */
export function sealSchemes(): void {
  sealed = true
}

export function isInner(url: string): boolean {
  return URL.parse(url)?.hostname.endsWith(suffix) ?? false
}

/** app://bundle/x -> the address that Chromium knows; other addresses stay. */
export function toInner(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed || !privileged.has(parsed.protocol.slice(0, -1))) return url
  return `https://${parsed.hostname}.${parsed.protocol.slice(0, -1)}${suffix}${parsed.pathname || '/'}${parsed.search}${parsed.hash}`
}

/** The way back, for whatever the app gets to see. */
export function toOuter(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed?.hostname.endsWith(suffix)) return url
  const labels = parsed.hostname.slice(0, -suffix.length).split('.')
  const scheme = labels.pop()
  return `${scheme}://${labels.join('.')}${parsed.pathname}${parsed.search}${parsed.hash}`
}

/** A content security policy with the app's schemes said in Chromium's addresses. */
export function innerPolicy(policy: string): string {
  return policy.replace(/[^\s;,]+/g, (source) => {
    for (const scheme of privileged.keys()) {
      if (source === `${scheme}:`) return `https://*.${scheme}${suffix}`
      if (source.startsWith(`${scheme}://`)) return toInner(source)
    }
    return source
  })
}

export function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'))
}

export function handlerFor(url: string): Handler | undefined {
  return handlers.get(schemeOf(url))
}

export function mayFetch(url: string): boolean {
  return privileged.get(schemeOf(url))?.supportFetchAPI === true
}

export const protocol = strict(
  {
    registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Privileges }[]): void {
      if (sealed) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges = {} } of schemes) {
        if (!privileges.standard || !privileges.secure) refuse(`a scheme that is not standard and secure ('${scheme}')`)
        privileged.set(scheme, privileges)
      }
    },
    handle(scheme: string, handler: Handler): void {
      if (!privileged.has(scheme)) refuse(`protocol.handle of a scheme that was not registered as privileged ('${scheme}')`)
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle(scheme: string): void {
      handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  },
  'protocol',
)
