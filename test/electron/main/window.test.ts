import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { lockDownSession } from '../../../electron/main/lockDown.ts'
import { openPrintWindow } from '../../../electron/main/printWindow.ts'
import { openWindow } from '../../../electron/main/window.ts'

/** What is asked of Electron. That Electron does it is for the end-to-end tests. */

class Contents extends EventEmitter {
  openHandler: ((details: { url: string }) => unknown) | null = null
  loaded: string[] = []
  reloads = 0
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown) => void (this.openHandler = handler)
  reload = () => void (this.reloads += 1)
  loadURL = async (url: string) => void this.loaded.push(url)
}

const electron = vi.hoisted(() => ({ windows: [] as unknown[] }))
vi.mock('electron', () => ({
  app: { isPackaged: true },
  BrowserWindow: class extends EventEmitter {
    options: unknown
    webContents = new Contents()
    constructor(options: unknown) {
      super()
      this.options = options
      electron.windows.push(this)
    }
    loadURL = (url: string) => this.webContents.loadURL(url)
    isDestroyed = () => false
    show = () => undefined
  },
}))

interface TestWindow {
  readonly options: { readonly webPreferences: object }
  readonly webContents: Contents
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

test('the window that lays out paper is hidden and fenced like the other', () => {
  openPrintWindow('/app/preload.cjs')
  const { options, webContents } = lastWindow()
  expect(options).toMatchObject({ show: false, webPreferences: { ...fenced, preload: '/app/preload.cjs', devTools: false } })
  staysFenced(webContents)
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
