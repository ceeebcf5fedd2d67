import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { pagePolicy } from '../../../electron/main/csp.ts'
import type { PrintPorts } from '../../../electron/papers/ports.ts'
import { targets } from '../../../scripts/build/targets.ts'
import { findChromium } from '../../../scripts/electron-standin/locate.mjs'

/** The real print page in a real Chromium under the real policy of pages; only the bridge is made up. */

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

export interface PrintSite {
  readonly complaints: string[]
  /** `answer` is asked what the page asks the bridge; `look` sees the page when it is laid out, before it becomes a PDF. */
  portsFor(answer: (name: string, input: object) => unknown, look?: (page: Page) => Promise<void>): PrintPorts
  readonly browser: () => Browser
}

/** Built once for a file of tests. */
export function printSite(): PrintSite {
  let folder = ''
  let server: Server
  let browser: Browser
  const complaints: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'four-ones-print-'))
    const root = join(import.meta.dirname, '../../..')
    const config = targets.find((target) => target.name === 'renderer')?.config(root, folder)
    await build({ ...config, build: { ...config?.build, rolldownOptions: { input: join(root, 'renderer/print.html') } } })
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      void readFile(join(folder, path)).then(
        (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? '', 'content-security-policy': pagePolicy }).end(bytes),
        () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
      )
    }).listen(0, '127.0.0.1')
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    complaints,
    browser: () => browser,
    portsFor(answer, look) {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      return {
        printPage: `http://127.0.0.1:${String(port)}/print.html`,
        wait: (ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
        log: () => undefined,
        onProgress: () => undefined,
        openPrintWindow() {
          const opened = browser.newPage().then(async (page) => {
            page.on('console', (message) => {
              if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
            })
            page.on('pageerror', (error) => complaints.push(error.message))
            await page.exposeFunction('answerCall', answer)
            await page.addInitScript('window.fourOnes = { call: (name, input) => window.answerCall(name, input), listen: () => () => undefined }')
            return page
          })
          return {
            loadURL: async (url) => void (await (await opened).goto(url)),
            webContents: {
              executeJavaScript: async (code) => (await opened).evaluate(code),
              async printToPDF({ preferCSSPageSize, printBackground, landscape }) {
                const page = await opened
                await look?.(page)
                return page.pdf({ preferCSSPageSize, printBackground, landscape })
              },
            },
            destroy: () => void opened.then((page) => page.close()),
          }
        },
      }
    },
  }
}
