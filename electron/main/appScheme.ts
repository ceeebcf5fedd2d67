import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { barePolicy, pagePolicy } from './csp.ts'

/** app://: the only place that pages come from. app://four-ones/ is dist/renderer. */

export const scheme = 'app'
export const pageHost = 'four-ones'

export function pageUrl(name: 'index.html' | 'print.html'): string {
  return `${scheme}://${pageHost}/${name}`
}

export const schemeRegistration = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

const fixedHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

export function createAppHandler(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refusal(405)
    const url = URL.parse(request.url)
    if (url === null) return refusal(400)
    const path = url.host === pageHost ? fileOf(folder, url.pathname) : null
    const type = path === null ? undefined : types[extname(path).toLowerCase()]
    if (path === null || type === undefined) return refusal(404)
    try {
      return reply(await readFile(path), type)
    } catch {
      return refusal(404)
    }
  }
}

/** null for every address that leads out of the folder, however it is written. */
export function fileOf(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':')) return null
  const root = normalize(folder.endsWith(sep) ? folder : folder + sep)
  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return path.startsWith(root) ? path : null
}

function reply(bytes: Uint8Array, type: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...fixedHeaders, 'Content-Type': type, 'Content-Security-Policy': pagePolicy },
  })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...fixedHeaders, 'Content-Security-Policy': barePolicy } })
}
