import type { Page } from 'playwright-core'

/** Pictures of the assessment and of second ratings, for shots.ts. */

interface AssessmentShot {
  readonly name: string
  readonly query?: string
  readonly hash: string
  readonly act?: (page: Page) => Promise<void>
}

const form = { query: 'form=assessment', hash: '/person/0199a000-0000-7000-8000-000000000006/2' }

export const assessmentShots: readonly AssessmentShot[] = [
  { name: 'assess-head', ...form },
  { name: 'assess-items', ...form, act: async (page) => {
    await row(page, 'A2').focus()
    await page.keyboard.press('a')
  } },
  { name: 'assess-note', ...form, act: async (page) => {
    await row(page, 'A1').focus()
    await page.keyboard.press('Shift+Tab')
    await row(page, 'A1').focus()
  } },
  { name: 'assess-env', ...form, act: (page) => row(page, 'E3').focus() },
  { name: 'assess-advice', ...form, act: async (page) => {
    await page.getByRole('button', { name: '照建议填' }).click()
    await page.locator('[data-path="advice"]').scrollIntoViewIfNeeded()
  } },
  { name: 'assess-families', ...form, act: async (page) => {
    await page.getByRole('button', { name: '照建议填' }).click()
    await page.getByText('为什么这样建议').click()
    await page.getByText('为什么这样建议').evaluate((element) => element.scrollIntoView({ block: 'start' }))
  } },
  { name: 'assess-lines', ...form, act: async (page) => {
    await page.getByRole('button', { name: '照建议填' }).click()
    await page.locator('[data-path="accommodations"]').first().evaluate((element) => element.scrollIntoView({ block: 'start' }))
  } },
  { name: 'assess-kit', ...form, act: async (page) => {
    const org = page.locator('[data-path="testKit.org"] input')
    await org.fill('县残联')
    for (const [path, words] of [['A', '良好'], ['B', '中等'], ['C', '62 分'], ['D', '良好']] as const) await page.locator(`[data-path="testKit.results.${path}"] input`).fill(words)
    await org.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  } },
  { name: 'assess-english', query: 'form=assessment&lang=en', hash: form.hash, act: (page) => row(page, 'B6').focus() },
  { name: 'assess-read', query: 'form=read', hash: form.hash, act: (page) => page.locator('.record-view').waitFor() },
  { name: 'assess-read-advice', query: 'form=read', hash: form.hash, act: async (page) => {
    await page.getByText('为什么这样建议').evaluate((element) => element.scrollIntoView({ block: 'center' }))
  } },
  { name: 'second-list', hash: '/second-rating' },
  { name: 'second-office', query: 'role=office', hash: '/second-rating' },
  { name: 'second-sheet', hash: '/second-rating/0199a000-0000-7000-8000-000000001d4d' },
]

function row(page: Page, code: string) {
  return page.locator(`[data-scale-row="${code}"] input`).first()
}
