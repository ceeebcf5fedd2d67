import { EventEmitter } from 'node:events'
import type { Server } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { startBrowser, stopBrowser } from './browser.ts'
import { lifecycle } from './lifecycle.ts'
import { record, say } from './recorded.ts'
import { sealSchemes } from './schemes.ts'
import { takeLock } from './singleInstance.ts'
import { allowed, onlyEvents, preventable, strict } from './strict.ts'

const events = ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'second-instance', 'activate']

export interface Manifest {
  main?: string
  name?: string
  productName?: string
  version?: string
}

const switches = new Map<string, string>()
const paths = new Map<string, string>()
const whenReady = Promise.withResolvers<void>()
let folder = process.cwd()
let manifest: Manifest = {}
let nameFromApp: string | undefined
let starting: Promise<void> | undefined
let quitting = false
let lock: Server | undefined

function switchValue(name: string): string {
  return switches.get(name) ?? process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
}

const commandLine = strict(
  {
    appendSwitch(name: string, value = ''): void {
      switches.set(name, value)
    },
    hasSwitch: (name: string): boolean =>
      switches.has(name) || process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: switchValue,
  },
  'app.commandLine',
)

function defaultPath(name: string): string {
  const home = homedir()
  switch (name) {
    case 'home':
      return home
    case 'temp':
      return tmpdir()
    case 'appData':
      if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
      if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
      return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    case 'userData':
      return switchValue('user-data-dir') || join(app.getPath('appData'), app.getName())
    case 'sessionData':
      return app.getPath('userData')
    case 'logs':
      return join(app.getPath('userData'), 'logs')
    case 'exe':
      return process.execPath
    case 'desktop':
    case 'documents':
    case 'downloads':
    case 'pictures':
      return join(home, name.charAt(0).toUpperCase() + name.slice(1))
    default:
      throw new Error(`Failed to get '${name}' path`)
  }
}

class App extends EventEmitter {
  readonly commandLine = commandLine
  readonly isPackaged = false
  get name(): string {
    return this.getName()
  }
  set name(name: string) {
    nameFromApp = name
  }
  getName(): string {
    return nameFromApp ?? manifest.productName ?? manifest.name ?? 'Electron'
  }
  setName(name: string): void {
    nameFromApp = name
  }
  getVersion(): string {
    return manifest.version ?? '0.0.0'
  }
  getAppPath(): string {
    return folder
  }
  getPath(name: string): string {
    return paths.get(name) ?? defaultPath(name)
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    paths.set(name, path)
  }
  getLocale(): string {
    return switchValue('lang') || Intl.DateTimeFormat().resolvedOptions().locale
  }
  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()]
  }
  /** Pages are sandboxed anyway. */
  enableSandbox(): void {}
  /** There is no graphics card to switch off. */
  disableHardwareAcceleration(): void {}
  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id)
  }
  focus(): void {
    record('app.focus')
  }

  isReady(): boolean {
    return lifecycle.ready
  }
  whenReady(): Promise<void> {
    void startApp()
    return whenReady.promise
  }

  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    const mine = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    lock ??= takeLock(this.getPath('userData'), mine, (second) =>
      this.emit('second-instance', preventable({}), second.argv, second.workingDirectory, second.additionalData),
    )
    return lock !== undefined
  }
  hasSingleInstanceLock(): boolean {
    return lock !== undefined
  }
  releaseSingleInstanceLock(): void {
    lock?.close()
    lock = undefined
  }

  quit(): void {
    void leave()
  }
  exit(code = 0): void {
    void end(code)
  }
}

const emitter = new App()
onlyEvents(emitter, 'app', events)
export const app = strict(emitter, 'app')

async function leave(): Promise<void> {
  if (quitting) return
  quitting = true
  const closed = allowed(app, 'before-quit') && (await closeWindows())
  if (closed && allowed(app, 'will-quit')) await end(0)
  else quitting = false
}

async function closeWindows(): Promise<boolean> {
  for (const window of lifecycle.windows.values()) {
    await window.askToClose()
    if (!window.isDestroyed()) return false
  }
  return true
}

async function end(code: number): Promise<void> {
  quitting = true
  app.emit('quit', preventable({}), code)
  lock?.close()
  await stopBrowser()
  process.exit(code)
}

/** Chromium starts a moment after the app first asks, so that setPath, appendSwitch and schemes before that still count. */
export function startApp(): Promise<void> {
  starting ??= new Promise((resolve) => setImmediate(resolve)).then(openBrowser)
  return starting
}

async function openBrowser(): Promise<void> {
  if (quitting) return
  sealSchemes()
  try {
    await startBrowser({
      locale: app.getLocale(),
      switches,
      debuggingPort: switchValue('remote-debugging-port'),
      onLost: (why) => {
        say(`Chromium ended by itself (${why})`)
        app.exit(1)
      },
    })
  } catch (error) {
    say((error as Error).message)
    return end(1)
  }
  lifecycle.ready = true
  app.emit('ready', preventable({}), {})
  whenReady.resolve()
}

/** Given a folder, Electron takes name and version from its package.json. */
export function describeApp(appFolder: string, itsManifest: Manifest): void {
  folder = appFolder
  manifest = itsManifest
}

lifecycle.appName = () => app.getName()
lifecycle.locale = () => app.getLocale()
lifecycle.windowClosed = () =>
  setImmediate(() => {
    if (lifecycle.windows.size > 0 || quitting) return
    if (!app.emit('window-all-closed')) app.quit()
  })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
