import type { Page } from 'playwright-core'

/** Planning, the day, and what a scanned sheet says. */
export const planningShots = [
  { name: 'planning', hash: '/planning' },
  { name: 'planning-village', hash: '/planning', act: async (page: Page) => {
    await page.getByRole('button', { name: /^前进村/ }).click()
    await page.getByText('全选这一页没排的').click()
  } },
  { name: 'planning-move', hash: '/planning', act: (page: Page) => page.getByRole('button', { name: '没走到的都改日子' }).click() },
  { name: 'palette-sheet', hash: '/today', act: async (page: Page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('CR21 6D80 NS96')
    await page.getByRole('option').first().waitFor()
  } },
]
