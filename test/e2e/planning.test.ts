import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { makeCounty } from '../../scripts/sample/makeCounty.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { pagesOf } from '../electron/papers/pdfPages.ts'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { infoCheckBody, jobBody, serviceBody } from './support/bodies.ts'
import { field, goTo, nextFileToSave } from './support/job.ts'
import { violationsOf } from './support/lookAt.ts'

/** A day in the villages: planned, printed, walked, and brought back by the codes of the sheets. */

const password = 'made-up-county-2026'
const folder = mkdtempSync(join(tmpdir(), 'four-ones-planning-'))
const pictures = process.env.PICTURES_DIR
let app: RunningApp

beforeAll(async () => {
  await buildApp(root)
  const made = await makeCounty({ folder: join(folder, 'store'), people: 300, seed: 11, password, onProgress: () => undefined })
  if (!made.ok) throw new Error(made.error.message)
  app = await launchApp({ store: join(folder, 'store') })
  await field(app.page, '密码').fill(password)
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('heading', { name: '今日' }).waitFor({ timeout: 60_000 })
}, 180_000)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function look(name: string): Promise<void> {
  expect(await violationsOf(app, name)).toEqual([])
  if (pictures !== undefined) await app.page.screenshot({ path: join(pictures, `real-${name}.png`) })
}

let codes: string[] = []

test('whom to see in a village goes onto today, and the day is printed as a list and sheets', async () => {
  const { page } = app
  await goTo(page, '走访安排')
  await page.locator('.village').first().click()
  await page.locator('.planning-table .choice').first().waitFor()
  // Those who owe a step stand after what is overdue.
  for (const box of (await page.locator('.planning-table .choice').all()).slice(-3)) await box.click()
  await look('planning')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^排好了 3 人/).waitFor()
  await page.locator('.planned').nth(2).waitFor()
  const names = await page.locator('.planned-who a').allInnerTexts()
  expect(names).toHaveLength(3)

  const file = join(folder, 'day.pdf')
  await nextFileToSave(app, file)
  await page.keyboard.press('Control+p')
  await page.getByText(/^存好了 day\.pdf/).waitFor({ timeout: 60_000 })
  const pages = await pagesOf(new Uint8Array(readFileSync(file)), 'real-sheet')
  expect(pages.length).toBeGreaterThanOrEqual(4)
  for (const name of names) expect(pages[0]?.text).toContain(name.replaceAll(/\s/g, ''))
  codes = pages.slice(1).flatMap(({ pixels }) => jsQR(pixels.data, pixels.width, pixels.height)?.data ?? [])
  expect(codes).toHaveLength(3)
})

test('the day shows them by village', async () => {
  const { page } = app
  await goTo(page, '今日')
  await page.getByRole('heading', { name: /今天走访 3/ }).waitFor()
  await look('today')
})

test('a scanned sheet opens its file; a typed one too; a sheet of another computer says so', async () => {
  const { page } = app
  const [first = '', second = ''] = codes
  await page.getByRole('heading', { name: '今日' }).focus()
  await page.keyboard.type(first)
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/person\/[0-9a-f-]+\/\d/)
  const opened = page.url()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '找人' }).fill(second.slice(1).toLowerCase())
  await page.getByRole('option').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).not.toBe(opened)
  expect(valueOf<{ at: string }>(await app.call('planning.openSheet', { code: first })).at).toMatch(/^[1-4]$/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '找人' }).fill('CR21 6D80 NS96')
  await page.getByText(/单子上的人不在这台电脑的名单里/).waitFor()
  await page.keyboard.press('Escape')
})

test('a job that a service led to is asked after, and what is found is recorded in the file', async () => {
  const { page } = app
  const { personId } = valueOf<{ personId: string }>(await app.call('planning.openSheet', { code: codes[0] }))
  const { today, cycleYear } = valueOf<{ today: string; cycleYear: string }>(await app.call('session.state', {}))
  const complete = async (kind: string, body: object) => {
    const prefill = valueOf<{ body: object }>(await app.call('records.prefill', { kind, personId, cycleYear }))
    return valueOf(await app.call('records.complete', { kind, personId, cycleYear, replaces: null, body: { ...prefill.body, ...body } }))
  }
  await complete('infoCheck', infoCheckBody(today))
  const began = new Date(Date.parse(`${today}T00:00:00Z`) - 40 * 86_400_000).toISOString().slice(0, 10)
  await complete('serviceRecord', { ...serviceBody(today), result: 'EMPLOYED', job: jobBody(began) })
  await goTo(page, '今日')
  await page.getByRole('heading', { name: /就业回访/ }).waitFor()
  await page.evaluate((id) => {
    location.hash = `#/person/${id}/employment`
  }, personId)
  await page.getByRole('button', { name: '做第 1 个月的回访' }).click()
  const form = page.getByRole('group', { name: '做第 1 个月的回访' })
  await form.getByText('电话', { exact: true }).click()
  await form.getByText('在岗', { exact: true }).click()
  await field(page, '月收入').fill('2400')
  await look('placement')
  await page.keyboard.press('Control+Enter')
  await page.getByText('第 1 个月的回访记下了，已保存').waitFor()
  await page.getByText(/在岗，月收入 2,400 元/).waitFor()
  await goTo(page, '今日')
  await page.getByText('走到了').first().waitFor()
})

test('nothing was complained of', () => {
  expect(app.complaints).toEqual([])
})
