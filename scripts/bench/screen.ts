import type { CDPSession, Page } from 'playwright-core'
import { buildApp } from '../build/build.ts'
import { root } from '../setup/paths.mjs'
import { launchApp } from '../../test/e2e/support/app.ts'
import type { RunningApp } from '../../test/e2e/support/app.ts'
import { recordFrames, untilNewRows } from './frames.ts'
import { benchPassword } from './interactive.ts'

/** The list of persons on the real page of the real app: how many frames are late, and how long until new rows are there. */

export interface ScreenMeasure {
  readonly job: string
  readonly throttle: number
  readonly [figure: string]: string | number
}

export async function measureScreen(options: {
  readonly folder: string
  readonly throttle: number
  readonly onMeasured: (measured: ScreenMeasure) => void
}): Promise<void> {
  const { folder, throttle } = options
  await buildApp(root)
  const app = await launchApp({ store: folder })
  try {
    const { page } = app
    const cdp = await page.context().newCDPSession(page)
    const tell = (job: string, figures: { readonly [figure: string]: number }) => options.onMeasured({ job, throttle, ...figures })
    await page.getByRole('textbox', { name: /^密码/ }).fill(benchPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '今日' }).waitFor({ timeout: 60_000 })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    tell('screen-first-rows', { ms: await firstRows(page) })
    await scroll(page, tell)
    await ask(page, tell)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    tell('screen-memory', await memory(app, cdp))
  } finally {
    await app.close()
  }
}

type Tell = (job: string, figures: { readonly [figure: string]: number }) => void

async function firstRows(page: Page): Promise<number> {
  const ms = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const link = [...document.querySelectorAll('nav a')].find((each) => each.textContent?.includes('服务对象')) as HTMLElement
        const from = performance.now()
        link.click()
        const look = () => {
          if (document.querySelector('.grid-body .grid-row:not(.waiting) .grid-name') !== null) resolve(performance.now() - from)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
  return Math.round(await ms)
}

async function scroll(page: Page, tell: Tell): Promise<void> {
  const grid = page.getByRole('grid')
  const box = await grid.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, 400)
  tell('screen-wheel', { ...await recordFrames(page, () => every(60, 25, () => page.mouse.wheel(0, 360))) })
  await grid.focus()
  tell('screen-page-down', { ...await recordFrames(page, () => every(60, 33, () => page.keyboard.press('PageDown'))) })
  tell('screen-arrow-down', { ...await recordFrames(page, () => every(60, 33, () => page.keyboard.press('ArrowDown'))) })
  tell('screen-end', { ms: await untilNewRows(page, () => page.keyboard.press('End')) })
  tell('screen-home', { ms: await untilNewRows(page, () => page.keyboard.press('Home')) })
  // As the thumb of the scroll bar is drawn from top to bottom.
  tell('screen-drag', {
    ...await recordFrames(page, () =>
      page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const scroller = document.querySelector('.page-scroll') as HTMLElement
            let step = 0
            const next = () => {
              step += 1
              scroller.scrollTop = (scroller.scrollHeight * step) / 90
              if (step < 90) requestAnimationFrame(next)
              else setTimeout(resolve, 500)
            }
            requestAnimationFrame(next)
          }),
      )),
  })
  await grid.focus()
  await page.keyboard.press('Home')
}

async function ask(page: Page, tell: Tell): Promise<void> {
  const box = page.locator('[data-filter]')
  for (const [job, text] of [['name', '王伟'], ['initials', 'wlz'], ['digits', '4021'], ['phone', '1391']] as const) {
    await box.focus()
    const first = [...text]
    const frames = await recordFrames(page, async () => {
      for (const character of first.slice(0, -1)) {
        await page.keyboard.insertText(character)
        await page.waitForTimeout(60)
      }
      tell(`screen-type-${job}`, { ms: await untilNewRows(page, () => page.keyboard.insertText(first.at(-1) ?? '')) })
    })
    tell(`screen-type-${job}-frames`, { ...frames })
    await untilNewRows(page, () => page.keyboard.press('Escape'))
  }
  for (const column of ['姓名', '性别年龄', '乡镇 村', '下一步和期限']) {
    tell(`screen-sort-${column}`, { ms: await untilNewRows(page, () => page.getByRole('button', { name: column, exact: true }).click()) })
  }
  for (const [chip, option] of [['乡镇', '示范镇'], ['哪一步', '能力评估'], ['困难类别', '低保'], ['到期', '已逾期']] as const) {
    await page.getByRole('button', { name: new RegExp(`^${chip}：`) }).click()
    const choice = page.getByRole('option', { name: new RegExp(option) }).first()
    await choice.waitFor()
    tell(`screen-filter-${chip}`, { ms: await untilNewRows(page, () => choice.click()) })
    await untilNewRows(page, () => page.getByRole('group', { name: '筛选' }).getByRole('button', { name: '清掉筛选' }).click())
  }
}

async function memory(app: RunningApp, cdp: CDPSession): Promise<{ pageHeapMb: number; mainAndWorkerMb: number; elements: number }> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const rss = await app.shell.evaluate(() => process.memoryUsage().rss)
  const elements = await app.page.evaluate(() => document.querySelectorAll('*').length)
  return { pageHeapMb: Math.round(usedSize / 1e6), mainAndWorkerMb: Math.round(rss / 1e6), elements }
}

async function every(times: number, ms: number, run: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const next = performance.now() + ms
    await run()
    const rest = next - performance.now()
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }
}
