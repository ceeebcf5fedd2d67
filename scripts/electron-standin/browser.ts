import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Json } from './cdp.ts'
import { launchChromium, newProfile, type Chromium } from './chromium.ts'
import { chromiumFlags } from './flags.ts'
import { findChromium } from './locate.mjs'
import { say } from './recorded.ts'

/** The one Chromium behind the app: its pages, and what to do with a page that nobody here asked for. */

export interface Target {
  targetId: string
  sessionId: string
}
type SessionListener = (method: string, params: Json) => void
type Adopt = (target: Target, openerId: string | undefined) => boolean

export const headless =
  process.env['FOUR_ONES_HEADLESS'] === '1' ||
  (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])

let chromium: Chromium | undefined
let program = ''
let flags: string[] = []
let adopt: Adopt = () => false
const sessions = new Map<string, SessionListener>()
/** Session of each attached page, and the pages that were opened from here. */
const known = new Map<string, string>()
const ours = new Set<string>()
const opening = new Set<Promise<unknown>>()
const awaited = new Map<string, (target: Target) => void>()

export async function startBrowser(options: {
  locale: string
  switches: ReadonlyMap<string, string>
  debuggingPort: string
  onLost(why: string): void
}): Promise<void> {
  const found = findChromium()
  if (!found) throw new Error('no Chromium, Chrome or Edge was found; install one, or name it in CHROMIUM_PATH')
  program = found
  const profile = newProfile()
  flags = chromiumFlags({ profile, headless, locale: options.locale, switches: options.switches })
  chromium = launchChromium({
    program,
    profile,
    flags: options.debuggingPort ? [...flags, `--remote-debugging-port=${options.debuggingPort}`] : flags,
    onLost: options.onLost,
    listener: (method, params, sessionId) => {
      if (sessionId) sessions.get(sessionId)?.(method, params)
      else if (method === 'Target.attachedToTarget') void onAttached(params)
      else if (method === 'Target.detachedFromTarget') forget(params['sessionId'] as string)
    },
  })
  process.on('exit', () => chromium?.kill())
  const filter = [{ type: 'page' }, { exclude: true }]
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter })
}

export function send(method: string, params?: object, sessionId?: string): Promise<Json> {
  return chromium ? chromium.send(method, params, sessionId) : Promise.reject(new Error(`${method}: Chromium does not run`))
}

export async function stopBrowser(): Promise<void> {
  await chromium?.stop()
}

/** Who is to decide about pages that the app's pages open by themselves. */
export function onPopup(decide: Adopt): void {
  adopt = decide
}

/** The listener also hears 'detached' when the page is gone. */
export function listen(sessionId: string, listener: SessionListener): void {
  sessions.set(sessionId, listener)
}

function forget(sessionId: string): void {
  const listener = sessions.get(sessionId)
  sessions.delete(sessionId)
  for (const [targetId, session] of known) if (session === sessionId) known.delete(targetId)
  listener?.('detached', {})
}

export function openTarget(size: { width: number; height: number; hidden: boolean }): Promise<Target> {
  const opened = headless ? openHeadless(size) : openAppWindow(size)
  opening.add(opened)
  void opened.catch(() => {}).finally(() => opening.delete(opened))
  return opened
}

async function openHeadless({ width, height }: { width: number; height: number }): Promise<Target> {
  const created = await send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  const targetId = created['targetId'] as string
  ours.add(targetId)
  const sessionId = known.get(targetId)
  return sessionId ? { targetId, sessionId } : new Promise((resolve) => awaited.set(targetId, resolve))
}

/** Without tabs and address bar: a second `chromium --app=` with the same profile hands over to the first and leaves. */
function openAppWindow({ width, height, hidden }: { width: number; height: number; hidden: boolean }): Promise<Target> {
  const page = `data:text/html,<!--${randomUUID()}-->`
  const place = hidden ? ['--window-position=-32000,-32000'] : []
  return new Promise((resolve, reject) => {
    awaited.set(page, resolve)
    const window = flags.filter((flag) => flag !== '--no-startup-window')
    spawn(program, [...window, `--app=${page}`, `--window-size=${width},${height}`, ...place], { stdio: 'ignore' }).on(
      'error',
      reject,
    )
  })
}

async function onAttached(params: Json): Promise<void> {
  const sessionId = params['sessionId'] as string
  const { targetId, url, openerId } = params['targetInfo'] as { targetId: string; url: string; openerId?: string }
  known.set(targetId, sessionId)
  for (const key of [targetId, url]) {
    const resolve = awaited.get(key)
    awaited.delete(key)
    if (resolve) return resolve({ targetId, sessionId })
  }
  if (!openerId) await Promise.allSettled(opening)
  if (ours.has(targetId) || adopt({ targetId, sessionId }, openerId)) return
  if (url.startsWith('devtools:')) {
    await send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => {})
    return
  }
  say('a page that no BrowserWindow stands for was closed, as Electron would not have opened it')
  await send('Target.closeTarget', { targetId }).catch(() => {})
}
