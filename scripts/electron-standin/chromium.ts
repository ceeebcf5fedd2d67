import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { speakCdp, type CdpListener } from './cdp.ts'
import { debug } from './recorded.ts'

const profilePrefix = 'four-ones-standin-'

export interface Chromium {
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>
  /** Asks Chromium to leave, waits for it, and removes what it left on the disk. */
  stop(): Promise<void>
  /** The same at once, for the last moment of the process. */
  kill(): void
  readonly pid: number | undefined
}

/** A new profile for each run, named after the process that owns it; the profiles of killed runs go. */
export function newProfile(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^(\d+)-\w{6}$/.exec(name.startsWith(profilePrefix) ? name.slice(profilePrefix.length) : '')?.[1]
    if (owner && !isRunning(Number(owner))) removeFolder(join(tmpdir(), name))
  }
  return mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  } catch (error) {
    // Windows keeps files open for a moment; the next run clears them away.
    debug('profile', error)
  }
}

export function launchChromium(options: {
  program: string
  flags: string[]
  profile: string
  listener: CdpListener
  onLost(why: string): void
}): Chromium {
  const child = spawn(options.program, ['--remote-debugging-pipe', ...options.flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C in the terminal reaches Chromium only by way of the app.
    detached: process.platform !== 'win32',
  })
  const cdp = speakCdp(child.stdio[3] as Writable, child.stdio[4] as Readable, options.listener)
  let leaving = false

  const exited = new Promise<void>((resolve) => {
    const ended = (why: string) => {
      cdp.close()
      resolve()
      if (!leaving) options.onLost(why)
    }
    child.on('error', (error) => ended(error.message))
    child.on('exit', (code, signal) => ended(String(code ?? signal)))
  })

  let line = ''
  child.stderr?.on('data', (data: Buffer) => {
    const lines = (line + data.toString()).split('\n')
    line = lines.pop() ?? ''
    // Playwright waits for this very line; the rest is Chromium talking to itself.
    for (const text of lines)
      if (text.startsWith('DevTools listening on ')) process.stderr.write(`${text}\n`)
      else debug('chromium', text)
  })

  function kill(): void {
    leaving = true
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    removeFolder(options.profile)
  }

  return {
    send: (method, params, sessionId) => cdp.send(method, params, sessionId),
    pid: child.pid,
    kill,
    stop: async () => {
      leaving = true
      cdp.send('Browser.close').catch(() => {})
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 2000).unref())])
      kill()
    },
  }
}
