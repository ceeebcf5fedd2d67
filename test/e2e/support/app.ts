import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'
import { root } from '../../../scripts/setup/paths.mjs'
import { standInDir, standInExecutable } from '../../../scripts/electron-standin/locate.mjs'

/** The built app in a shell: the stand-in, or with E2E_SHELL=electron a real Electron. One suite for both. */
export interface RunningApp {
  readonly shell: ElectronApplication
  readonly page: Page
  /** Where the store lies; give it to the next launch to go on. */
  readonly store: string
  /** What the page reported: errors, and violations of the content security policy. */
  readonly complaints: readonly string[]
  /** Asks through the bridge as the page does. */
  readonly call: (name: string, input: object) => Promise<unknown>
  readonly close: () => Promise<void>
  /** As a power cut would: no good-bye. */
  readonly kill: () => Promise<void>
}

export interface LaunchOptions {
  readonly store?: string
  readonly env?: Readonly<Record<string, string>>
}

export const isRealElectron = process.env.E2E_SHELL === 'electron'

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const home = mkdtempSync(join(tmpdir(), 'four-ones-app-'))
  const store = options.store ?? join(home, 'store')
  const shell = await _electron.launch({
    ...(isRealElectron ? {} : { executablePath: standInExecutable }),
    args: [root, `--user-data-dir=${join(home, 'profile')}`],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>), ...options.env, FOUR_ONES_STORE: store,
      ...(isRealElectron ? {} : { ELECTRON_OVERRIDE_DIST_PATH: standInDir, FOUR_ONES_HEADLESS: '1' }),
    },
    timeout: 60_000,
  })
  const page = await shell.firstWindow()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.waitForSelector('#root > *, main', { timeout: 30_000 })
  return {
    shell,
    page,
    store,
    complaints,
    call: (name, input) =>
      page.evaluate(
        ([method, value]) => (window as unknown as { fourOnes: { call(name: string, input: unknown): Promise<unknown> } }).fourOnes.call(method as string, value),
        [name, input] as const,
      ),
    close: () => shell.close(),
    kill: async () => {
      const gone = new Promise<void>((resolve) => shell.process().once('exit', () => resolve()))
      shell.process().kill('SIGKILL')
      await gone
    },
  }
}

/** The value of an answer of the bridge, or a failure that names the problem. */
export function valueOf<T>(answer: unknown): T {
  const result = answer as { ok: true; value: T } | { ok: false; error: { message: string; fields?: object[] } }
  if (!result.ok) throw new Error(`${result.error.message} ${JSON.stringify(result.error.fields ?? [])}`)
  return result.value
}
