import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { holdFolder } from '../../../electron/store/folder.ts'
import { buildApp } from '../../../scripts/build/build.ts'
import { standInDir, standInExecutable } from '../../../scripts/electron-standin/locate.mjs'
import { root } from '../../../scripts/setup/paths.mjs'
import { newFolder } from '../folders.ts'

test('a second process on a store that is in use says so and ends', async () => {
  await buildApp(root)
  const store = newFolder()
  const hold = holdFolder(store)
  expect(hold.ok).toBe(true)
  const env = { ...process.env, FOUR_ONES_STORE: store, ELECTRON_OVERRIDE_DIST_PATH: standInDir, FOUR_ONES_HEADLESS: '1' }
  const app = spawn(standInExecutable, [root, `--user-data-dir=${newFolder()}`], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  app.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code] = (await once(app, 'exit')) as [number]
  expect(code).toBe(1)
  expect(said).toContain('这些资料已经在另一个四个一里打开了')
  if (hold.ok) hold.value.release()
}, 120_000)
