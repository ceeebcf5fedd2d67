import { join } from 'node:path'
import { launchApp } from '../../test/e2e/support/app.ts'
import type { LaunchOptions, RunningApp } from '../../test/e2e/support/app.ts'
import { violationsOf } from '../../test/e2e/support/lookAt.ts'

/** Keeps what the walk leaves: pictures, what axe found, what the pages complained of. */
export interface Walker {
  readonly out: string
  launch(options?: LaunchOptions): Promise<RunningApp>
  /** Says what is being done; after two seconds how long it took. */
  chapter<T>(words: string, work: () => Promise<T>): Promise<T>
  /** A picture of the screen, and its accessibility. */
  shoot(app: RunningApp, name: string): Promise<void>
  screens(): number
  violations(): number
  violationLines(): string[]
  complaints(): string[]
  close(): Promise<void>
}

export function createWalker(out: string): Walker {
  const apps: RunningApp[] = []
  const found: string[] = []
  let count = 0
  return {
    out,
    async launch(options) {
      const app = await launchApp(options)
      apps.push(app)
      return app
    },
    async chapter(words, work) {
      const started = Date.now()
      process.stderr.write(`${words} ...\n`)
      const result = await work()
      process.stderr.write(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
      return result
    },
    async shoot(app, name) {
      count += 1
      const file = join(out, 'screens', `${String(count).padStart(2, '0')}-${name}.png`)
      await app.page.screenshot({ path: file })
      found.push(...(await violationsOf(app, name)))
    },
    screens: () => count,
    violations: () => found.length,
    violationLines: () => found,
    complaints: () => apps.flatMap((app) => app.complaints),
    async close() {
      for (const app of apps) await app.close().catch(() => undefined)
    },
  }
}
