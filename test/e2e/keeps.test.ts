import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { field, firstRun, password, unlock } from './support/job.ts'

/** What a power cut, a wrong password and a second window must not do. */

const person = { name: '钱多福', idNumber: '210199198503140017' }
const running: RunningApp[] = []

beforeAll(() => buildApp(root), 120_000)
afterEach(async () => {
  for (const app of running.splice(0)) await app.close().catch(() => undefined)
})

async function launch(store?: string): Promise<RunningApp> {
  const app = await launchApp(store === undefined ? {} : { store })
  running.push(app)
  return app
}

async function withPerson(): Promise<{ app: RunningApp; personId: string }> {
  const app = await launch()
  await firstRun(app, { name: '林芳', role: '就业指导员' })
  const made = valueOf<{ row: { id: string } }>(await app.call('persons.create', { fields: person }))
  return { app, personId: made.row.id }
}

test('a form that was half filled in is there again after the power went', async () => {
  const { app, personId } = await withPerson()
  await app.page.evaluate((id) => window.location.assign(`#/person/${id}/4`), personId)
  const content = field(app.page, '服务内容')
  await content.fill('去看了他家的小卖部，货架摆得')
  await app.page.getByText(/已保存/).first().waitFor()
  await app.kill()

  const again = await launch(app.store)
  await unlock(again)
  await again.page.evaluate((id) => window.location.assign(`#/person/${id}/4`), personId)
  await field(again.page, '服务内容').waitFor()
  expect(await field(again.page, '服务内容').inputValue()).toBe('去看了他家的小卖部，货架摆得')
})

test('no file of the store holds a readable byte of a person', async () => {
  const { app } = await withPerson()
  const files = filesUnder(app.store)
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const secret of [person.name, person.idNumber, '小卖部']) expect(bytes.includes(Buffer.from(secret)), `${secret} in ${file}`).toBe(false)
  }
})

test('a wrong password says what to look at and opens nothing', async () => {
  const { app } = await withPerson()
  await app.close()
  const again = await launch(app.store)
  await field(again.page, '密码').fill(`${password} 错`)
  await again.page.keyboard.press('Enter')
  await again.page.getByText(/密码不对/).first().waitFor()
  expect(valueOf(await again.call('session.state', {}))).toMatchObject({ state: 'locked' })
  expect(await again.call('persons.today', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
  await unlock(again)
})

test('Ctrl+L locks, and the page shows nobody until the password is typed', async () => {
  const { app, personId } = await withPerson()
  await app.page.evaluate((id) => window.location.assign(`#/person/${id}/1`), personId)
  await app.page.getByRole('heading', { level: 1, name: person.name }).waitFor()
  await app.page.keyboard.press('Control+l')
  await field(app.page, '密码').waitFor()
  expect(await app.page.getByText(person.name).count()).toBe(0)
  expect(await app.call('persons.get', { personId })).toMatchObject({ ok: false, error: { code: 'locked' } })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((file) => statSync(file).isFile())
}
