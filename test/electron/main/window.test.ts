import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { lockDownSession } from '../../../electron/main/lockDown.ts'
import { createPdfMaker } from '../../../electron/main/print.ts'
import { createPrintShelf } from '../../../electron/main/printShelf.ts'
import { openWindow } from '../../../electron/main/window.ts'

/** What is asked of Electron. That Electron does it is for the end-to-end tests. */

class Contents extends EventEmitter {
  openHandler: ((details: { url: string }) => unknown) | null = null
  loaded: string[] = []
  reloads = 0
  printed: object[] = []
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown) => void (this.openHandler = handler)
  reload = () => void (this.reloads += 1)
  loadURL = async (url: string) => void this.loaded.push(url)
  printToPDF = async (options: object) => {
    this.printed.push(options)
    return Buffer.from('%PDF-')
  }
}

const electron = vi.hoisted(() => ({ windows: [] as unknown[] }))
vi.mock('electron', () => ({
  app: { isPackaged: true },
  BrowserWindow: class extends EventEmitter {
    options: unknown
    webContents = new Contents()
    destroyed = false
    constructor(options: unknown) {
      super()
      this.options = options
      electron.windows.push(this)
    }
    loadURL = (url: string) => this.webContents.loadURL(url)
    isDestroyed = () => this.destroyed
    destroy = () => void (this.destroyed = true)
    show = () => undefined
  },
}))

interface TestWindow {
  readonly options: { readonly webPreferences: object }
  readonly webContents: Contents
  readonly destroyed: boolean
}
const lastWindow = () => electron.windows.at(-1) as TestWindow
const fenced = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }

function staysFenced(contents: Contents): void {
  expect(contents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' })
  const event = { preventDefault: vi.fn() }
  contents.emit('will-navigate', event, 'https://example.org')
  expect(event.preventDefault).toHaveBeenCalledOnce()
}

beforeEach(() => void electron.windows.splice(0))

test('the window is sandboxed, isolated, without Node and developer tools, and stays on its page', () => {
  openWindow('/app/preload.cjs')
  const { options, webContents } = lastWindow()
  expect(options).toMatchObject({ width: 1366, height: 768, title: '四个一', webPreferences: { ...fenced, preload: '/app/preload.cjs', devTools: false } })
  expect(webContents.loaded).toEqual(['app://four-ones/index.html'])
  staysFenced(webContents)
})

test('a page that crashes is shown again, but not for ever', () => {
  openWindow('/app/preload.cjs')
  const { webContents } = lastWindow()
  for (let i = 0; i < 6; i += 1) webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(webContents.reloads).toBe(3)
})

test('paper is made in a hidden fenced window without preload, from an address that is gone afterwards', async () => {
  const shelf = createPrintShelf()
  const makePdf = createPdfMaker(shelf, () => undefined)
  const job = {
    html: '<link rel="stylesheet" href="style.css"><p>台账</p>', landscape: true, margins: { top: 0.5, bottom: 0.5, left: 0.9, right: 0.5 }, footer: '<span class="pageNumber"></span>',
    assets: [{ path: 'style.css', type: 'text/css', bytes: Buffer.from('p{color:black}') }],
  }
  expect(await makePdf(job)).toMatchObject({ ok: true, value: new Uint8Array(Buffer.from('%PDF-')) })
  const { options, webContents, destroyed } = lastWindow()
  expect(options).toMatchObject({ show: false, webPreferences: fenced })
  expect(options.webPreferences).not.toHaveProperty('preload')
  expect(webContents.printed).toMatchObject([{ pageSize: 'A4', landscape: true, displayHeaderFooter: true, margins: job.margins }])
  expect(webContents.loaded[0]).toMatch(/^app:\/\/print\/[0-9a-f-]{36}\/index\.html$/)
  expect(shelf.get(new URL(webContents.loaded[0] ?? '').pathname)).toBeNull()
  staysFenced(webContents)
  expect(destroyed).toBe(true)
})

test('every permission is refused and every request that leaves the app is stopped', () => {
  let onRequest: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | undefined
  const answers: boolean[] = []
  const session = {
    setPermissionRequestHandler: (handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void) => {
      for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read']) handler(null, permission, (granted) => answers.push(granted))
    },
    setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
    setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    setSpellCheckerEnabled: (enabled: boolean) => answers.push(enabled),
    webRequest: { onBeforeRequest: (handler: typeof onRequest) => (onRequest = handler) },
  }
  lockDownSession(session as unknown as Parameters<typeof lockDownSession>[0])
  expect(answers).toHaveLength(7)
  expect(answers.every((answer) => !answer)).toBe(true)
  const verdicts = ['https://example.org/', 'app://four-ones/main.js'].map((url) => {
    let cancelled = false
    onRequest?.({ url }, ({ cancel }) => (cancelled = cancel))
    return cancelled
  })
  expect(verdicts).toEqual([true, false])
})
