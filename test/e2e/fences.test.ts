import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { field, firstRun, password } from './support/job.ts'
import { until } from './support/lookAt.ts'

/** What the page cannot do, and what the app says when its files are not as it left them. */

let app: RunningApp
beforeAll(async () => {
  await buildApp(root)
  app = await launchApp()
  await firstRun(app, { name: '林芳', role: '就业指导员' })
}, 120_000)
afterAll(() => app?.close())

test('the page reaches no network, no Node, no other window and no code from text', async () => {
  const tried = await app.page.evaluate(async () => {
    const refused = async (attempt: () => unknown) => {
      try {
        const result = await attempt()
        return result === null || result === undefined
      } catch {
        return true
      }
    }
    return {
      fetch: await refused(() => fetch('https://example.invalid/')),
      inlineScript: await refused(() => {
        const script = document.createElement('script')
        script.textContent = 'window.ranInline = true'
        document.head.append(script)
        return (window as { ranInline?: boolean }).ranInline
      }),
      require: typeof (window as { require?: unknown }).require,
      process: typeof (window as { process?: unknown }).process,
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
    }
  })
  expect(tried).toEqual({ fetch: true, inlineScript: true, require: 'undefined', process: 'undefined', camera: true })
  await app.page.evaluate(() => void window.open('https://example.invalid/'))
  await until('no second window', async () => (app.shell.windows().length === 1 ? true : null))
})

test('the bridge offers the methods of the contract and nothing else', async () => {
  const keys = await app.page.evaluate(() => Object.keys((window as unknown as { fourOnes: object }).fourOnes).sort())
  expect(keys).toEqual(['call', 'listen'])
  expect(await app.call('sql', { text: 'select 1' })).toMatchObject({ ok: false })
  expect(await app.call('persons.get', { personId: 'x', extra: 1 })).toMatchObject({ ok: false })
})

test('a counsellor may not import a roster', async () => {
  expect(await app.call('roster.choose', {})).toMatchObject({ ok: false })
  expect(await app.page.getByRole('link', { name: /名册导入/ }).count()).toBe(0)
})

test('a damaged database has its own page, and no new one is made in its place', async () => {
  const { store } = app
  await app.close()
  const file = join(store, 'four-ones.db')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(8192, 7), 0, 8192, 0)
  closeSync(handle)
  const before = readFileSync(file)
  app = await launchApp({ store })
  await field(app.page, '密码').fill(password)
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('heading', { name: '这台电脑上的记录读不出来' }).first().waitFor()
  await app.close()
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(store)).toContain('vault.json')
})
