import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { makeCounty } from '../../scripts/sample/makeCounty.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { field, goTo } from './support/job.ts'

/** The list of persons on the real page, over enough people for several pages. */

const people = 900
const password = 'made-up-county-2026'
const folder = mkdtempSync(join(tmpdir(), 'four-ones-caseload-'))
let app: RunningApp

beforeAll(async () => {
  await buildApp(root)
  const made = await makeCounty({ folder: join(folder, 'store'), people, seed: 7, password, onProgress: () => undefined })
  if (!made.ok) throw new Error(made.error.message)
  app = await launchApp({ store: join(folder, 'store') })
  await field(app.page, '密码').fill(password)
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('heading', { name: '今日' }).waitFor({ timeout: 60_000 })
  await goTo(app.page, '服务对象')
  await app.page.locator('.grid-name').first().waitFor()
}, 180_000)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The active row: which one, whether it holds a person, and whether all of it can be seen between head and foot. */
function activeRow(page: Page) {
  return page.evaluate(() => {
    const grid = document.querySelector('[role=grid]') as HTMLElement
    const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '') as HTMLElement
    const head = (grid.querySelector('.grid-head') as HTMLElement).getBoundingClientRect()
    const scroller = (grid.closest('.page-scroll') as HTMLElement).getBoundingClientRect()
    const box = row.getBoundingClientRect()
    return {
      index: Number(row.getAttribute('aria-rowindex')) - 2,
      isThere: row.querySelector('.grid-name') !== null,
      isInSight: box.top >= head.bottom - 1 && box.bottom <= scroller.bottom + 1,
    }
  })
}

async function press(key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await app.page.keyboard.press(key)
}

test('the active row is there and in sight after End, Home, pages and arrows, and few rows exist', async () => {
  const { page } = app
  await page.getByRole('grid').focus()
  for (const [key, times, index] of [['End', 1, people - 1], ['ArrowUp', 30, people - 31], ['Home', 1, 0], ['ArrowDown', 25, 25]] as const) {
    await press(key, times)
    await expect.poll(() => activeRow(page), { timeout: 10_000, message: key }).toEqual({ index, isThere: true, isInSight: true })
  }
  await press('PageDown', 20)
  await expect.poll(async () => (await activeRow(page)).isInSight, { timeout: 10_000 }).toBe(true)
  expect(await page.getByRole('row').count()).toBeLessThan(100)
})

test('rows in sight follow each other without gap or overlap, wherever the bar is drawn to', async () => {
  const { page } = app
  for (const part of [0.5, 0.95, 0.1]) {
    await page.evaluate((share) => {
      const scroller = document.querySelector('.page-scroll') as HTMLElement
      scroller.scrollTop = scroller.scrollHeight * share
    }, part)
    await expect.poll(() => page.locator('.grid-row.waiting').count(), { timeout: 10_000 }).toBe(0)
    const gaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.grid-window .grid-row')].map((row) => row.getBoundingClientRect())
      return boxes.slice(1).filter((box, at) => Math.abs(box.top - (boxes[at] as DOMRect).bottom) > 1).length
    })
    expect(gaps).toBe(0)
  }
})

test('what is typed quickly ends in the rows of the last question', async () => {
  const { page } = app
  const name = await page.locator('.grid-name').first().innerText()
  await page.locator('[data-filter]').focus()
  for (const character of name.replace('·', '')) await page.keyboard.insertText(character)
  await expect.poll(async () => {
    const names = await page.locator('.grid-name').allInnerTexts()
    return names.length > 0 && names.every((each) => each.replace('·', '').includes(name.replace('·', '')))
  }, { timeout: 10_000 }).toBe(true)
  await press('Escape')
  await page.getByText(`共 ${people} 人`).waitFor()
  expect(app.complaints).toEqual([])
})
