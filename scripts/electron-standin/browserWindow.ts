import { EventEmitter } from 'node:events'
import { send, type Target } from './browser.ts'
import { lifecycle } from './lifecycle.ts'
import { debug } from './recorded.ts'
import { allowed, onlyEvents, preventable, strict } from './strict.ts'
import { expectPopup } from './popups.ts'
import { WebContents } from './webContents.ts'
import { checkWindowOptions, type WindowOptions } from './windowOptions.ts'

const events = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'maximize',
  'restore',
  'resize',
  'resized',
  'move',
  'close',
  'closed',
]

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

let focused: BrowserWindow | undefined
let lastId = 0

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  private readonly options: WindowOptions
  private readonly self: BrowserWindow
  private title: string
  private bounds: Bounds
  private state: 'normal' | 'minimized' | 'maximized' = 'normal'
  private visible = false
  private destroyed = false
  private closing = false
  private painted = false

  constructor(options: WindowOptions = {}, target?: Target) {
    super()
    if (!lifecycle.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    checkWindowOptions(options)
    onlyEvents(this, 'BrowserWindow', events)
    const self = strict<BrowserWindow>(this, 'BrowserWindow')
    const { width = 800, height = 600, x = 80, y = 60, show = true } = options
    this.self = self
    this.options = options
    this.title = options.title ?? lifecycle.appName()
    this.bounds = { x, y, width, height }
    lifecycle.windows.set(this.id, self)
    this.webContents = new WebContents(
      { target, width, height, hidden: !show, locale: lifecycle.locale() },
      options.webPreferences ?? {},
      {
        finished: () => this.paint(),
        gone: () => this.end(),
        popup: (wish, contents) =>
          expectPopup(wish, contents, (popup, overrides) => {
            const preferences = { ...options.webPreferences, ...(overrides as WindowOptions).webPreferences }
            const child = new BrowserWindow({ ...overrides, webPreferences: preferences }, popup)
            contents.emit('did-create-window', child, wish)
          }),
      },
    )
    if (!target) this.fit()
    if (show) self.show()
    return self
  }

  static getAllWindows(): BrowserWindow[] {
    return [...lifecycle.windows.values()] as BrowserWindow[]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  reload(): void {
    this.webContents.reload()
  }
  capturePage(): Promise<object> {
    return this.webContents.capturePage()
  }

  show(): void {
    if (!this.visible) {
      this.visible = true
      // A window that was hidden from the start waits far outside the screen.
      if (this.options.show === false) this.moveTo(this.bounds)
      this.emit('show')
    }
    this.focus()
  }
  hide(): void {
    if (!this.visible) return
    this.visible = false
    this.setChromiumState('minimized')
    this.blur()
    this.emit('hide')
  }
  focus(): void {
    if (focused === this.self) return
    focused?.blur()
    focused = this.self
    this.webContents.page.cdp('Page.bringToFront').catch((error: unknown) => debug(error))
    this.emit('focus')
  }
  blur(): void {
    if (focused !== this.self) return
    focused = undefined
    this.emit('blur')
  }
  minimize(): void {
    this.turn('minimized', 'minimize')
  }
  maximize(): void {
    this.turn('maximized', 'maximize')
  }
  restore(): void {
    this.turn('normal', 'restore')
  }
  isVisible(): boolean {
    return this.visible && !this.destroyed
  }
  isFocused(): boolean {
    return focused === this.self
  }
  isMinimized(): boolean {
    return this.state === 'minimized'
  }
  isMaximized(): boolean {
    return this.state === 'maximized'
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setTitle(title: string): void {
    this.title = title
  }
  getTitle(): string {
    return this.title
  }
  getBounds(): Bounds {
    return { ...this.bounds }
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds }
    this.moveTo(this.bounds)
    this.emit('resize')
  }
  /** Chromium's app windows have no menu bar: nothing to hide. */
  setMenuBarVisibility(): void {}
  removeMenu(): void {}
  setMenu(): void {}

  close(): void {
    void this.askToClose()
  }
  destroy(): void {
    this.webContents.page.drop()
  }

  /** Not Electron's: close() that tells when it is done, for app.quit(). */
  async askToClose(): Promise<void> {
    if (this.destroyed || this.closing) return
    this.closing = true
    if (allowed(this, 'close') && !this.destroyed) await this.webContents.page.close()
    this.closing = false
  }

  private paint(): void {
    if (this.painted) return
    this.painted = true
    this.emit('ready-to-show')
  }
  private turn(state: typeof this.state, event: string): void {
    this.state = state
    this.setChromiumState(state)
    this.emit(event)
  }
  private setChromiumState(windowState: string): void {
    this.withChromiumWindow((windowId) => send('Browser.setWindowBounds', { windowId, bounds: { windowState } }))
  }
  /** Chromium counts the window's frame in, the app means the page; where only the whole window can be measured, that is near enough. */
  private fit(): void {
    const { width, height } = this.bounds
    this.withChromiumWindow((windowId) =>
      send('Browser.setContentsSize', { windowId, width, height }).catch(() =>
        send('Browser.setWindowBounds', { windowId, bounds: { width, height } }),
      ),
    )
  }
  private moveTo({ x, y }: Bounds): void {
    this.withChromiumWindow((windowId) => send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y } }))
    this.fit()
  }
  private withChromiumWindow(action: (windowId: unknown) => Promise<unknown>): void {
    const { page } = this.webContents
    page.ready
      .then(() => send('Browser.getWindowForTarget', { targetId: page.targetId() }))
      .then(({ windowId }) => action(windowId))
      .catch((error: unknown) => debug('window', error))
  }
  private end(): void {
    if (this.destroyed) return
    this.destroyed = true
    lifecycle.windows.delete(this.id)
    this.blur()
    this.emit('closed', preventable({}))
    lifecycle.windowClosed()
  }
}
