import { EventEmitter } from 'node:events'
import { send, type Target } from './browser.ts'
import { codec, receiveMessage } from './ipc.ts'
import { createPage, type Page, type PopupWish } from './page.ts'
import { printPdf, type PdfOptions } from './pdf.ts'
import { debug } from './recorded.ts'
import { schemeOf, toInner } from './schemes.ts'
import { defaultSession, isGranted, permissions } from './session.ts'
import { allowed, onlyEvents, preventable, strict } from './strict.ts'

export interface WebPreferences {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  webSecurity?: boolean
  devTools?: boolean
  spellcheck?: boolean
  backgroundThrottling?: boolean
  additionalArguments?: string[]
}

export interface WindowOpenDetails extends PopupWish {
  disposition: string
}
export type WindowOpenHandler = (details: WindowOpenDetails) => {
  action: 'allow' | 'deny'
  overrideBrowserWindowOptions?: object
}

/** What the window that shows the page wants to know of it. */
export interface ContentsHost {
  finished(): void
  gone(): void
  popup(wish: PopupWish, contents: WebContents): void
}

const events = [
  'will-navigate',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'console-message',
  'preload-error',
  'will-prevent-unload',
  'did-create-window',
  'destroyed',
]

const all = new Map<number, WebContents>()
let lastId = 0

export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly mainFrame: object
  /** Not Electron's: the stand-in's own handles. */
  readonly page: Page
  openHandler: WindowOpenHandler | undefined
  private zoom = 1

  constructor(
    shape: { target: Target | undefined; width: number; height: number; hidden: boolean; locale: string },
    preferences: WebPreferences,
    host: ContentsHost,
  ) {
    super()
    onlyEvents(this, 'webContents', events)
    const self = strict<WebContents>(this, 'webContents')
    all.set(this.id, self)
    this.mainFrame = createFrame(self)
    this.page = createPage(
      { ...shape, id: this.id, preload: preferences.preload, additionalArguments: preferences.additionalArguments ?? [] },
      {
        mayNavigate: (url) => {
          const event = preventable({ url, isMainFrame: true, isSameDocument: false })
          this.emit('will-navigate', event, url)
          return !event.defaultPrevented
        },
        posted: (text, deliver) =>
          void receiveMessage(text, { sender: self, senderFrame: this.mainFrame }, deliver, (file, error) => {
            console.error(`Unable to load preload script: ${file}`, error)
            this.emit('preload-error', {}, file, error)
          }),
        popup: (wish) => host.popup(wish, self),
        domReady: () => this.emit('dom-ready', {}),
        finished: () => {
          this.emit('did-finish-load')
          host.finished()
        },
        said: (message) => this.emit('console-message', preventable({ ...message, frame: this.mainFrame })),
        crashed: () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
        mayStay: () => allowed(this, 'will-prevent-unload'),
        gone: () => {
          all.delete(this.id)
          this.emit('destroyed')
          host.gone()
        },
      },
    )
    return self
  }

  async loadURL(url: string): Promise<void> {
    await this.page.ready
    await this.applyPermissions(url)
    try {
      await this.page.navigate(url)
    } catch (error) {
      this.emit('did-fail-load', {}, -2, (error as Error).message, url, true)
      throw error
    }
  }
  reload(): void {
    this.page.reload().catch((error: unknown) => debug(error))
  }
  getURL(): string {
    return this.page.url()
  }
  isDestroyed(): boolean {
    return this.page.isGone()
  }
  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    this.page.deliver('message', channel, codec.encode(args))
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler
  }
  /** Zoom is only remembered: the page does not change. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
  }
  getZoomFactor(): number {
    return this.zoom
  }
  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.page.cdp('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails) {
      const { text, exception } = exceptionDetails as { text: string; exception?: { description?: string } }
      throw new Error(exception?.description?.split('\n')[0] ?? text)
    }
    return (result as { value?: unknown }).value
  }
  async capturePage(): Promise<object> {
    const { data } = await this.page.cdp('Page.captureScreenshot', { format: 'png' })
    return capturedImage(Buffer.from(data as string, 'base64'))
  }
  printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    return printPdf((method, params) => this.page.cdp(method, params), options)
  }
  forcefullyCrashRenderer(): void {
    // A renderer that crashes does not answer.
    this.page.cdp('Page.crash').catch((error: unknown) => debug(error))
  }
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload) void this.page.close()
    else this.page.drop()
  }

  private async applyPermissions(url: string): Promise<void> {
    const origin = URL.parse(toInner(url))?.origin
    if (!origin || origin === 'null' || schemeOf(url) === 'data') return
    for (const [name, inChromium] of permissions) {
      const setting = (await isGranted(this, name, url)) ? 'granted' : 'denied'
      await send('Browser.setPermission', { permission: { name: inChromium }, setting, origin }).catch((error: unknown) =>
        debug(error),
      )
    }
  }
}

function createFrame(contents: WebContents): object {
  return strict(
    {
      get url() {
        return contents.getURL()
      },
      get origin() {
        return /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(contents.getURL())?.[0] ?? 'null'
      },
      parent: null,
      name: '',
      detached: false,
      isDestroyed: () => contents.isDestroyed(),
      send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    },
    'WebFrameMain',
  )
}

function capturedImage(png: Buffer): object {
  return strict(
    {
      toPNG: () => png,
      isEmpty: () => png.length === 0,
      // The PNG header holds them at fixed places.
      getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
    },
    'NativeImage',
  )
}

export const webContents = strict(
  {
    getAllWebContents: () => [...all.values()],
    fromId: (id: number) => all.get(id),
    fromDevToolsTargetId: (targetId: string) => [...all.values()].find((contents) => contents.page.targetId() === targetId),
  },
  'webContents',
)
