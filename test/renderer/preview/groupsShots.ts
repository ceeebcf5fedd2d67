import type { Page } from 'playwright-core'

const person = '0199a000-0000-7000-8000-000000000007'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

export const groupsShots = [
  { name: 'groups-tab', hash: `/person/${person}/groups`, act: (page: Page) => page.getByText('类别与帮扶').first().waitFor() },
  { name: 'groups-tab-end', hash: `/person/${person}/groups`, act: (page: Page) => page.locator('#cert-title').scrollIntoViewIfNeeded() },
  { name: 'groups-deny', hash: `/person/${person}/groups`, act: async (page: Page) => {
    await press(page, /残疾人大学生：不是这一类/)
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'groups-step', hash: `/person/${person}/groups`, act: async (page: Page) => {
    await press(page, '记一步')
    await page.getByRole('button', { name: '保存' }).scrollIntoViewIfNeeded()
  } },
  { name: 'groups-cert', hash: `/person/${person}/groups`, act: async (page: Page) => {
    await press(page, '记一份认定')
    await page.getByRole('button', { name: '保存' }).scrollIntoViewIfNeeded()
  } },
  { name: 'groups-overview', hash: '/groups' },
  { name: 'groups-overview-end', hash: '/groups', act: (page: Page) => page.locator('.graduate-table tbody tr').last().scrollIntoViewIfNeeded() },
  { name: 'review-office', query: 'role=office', hash: '/review', act: async (page: Page) => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
  } },
  { name: 'review-return', query: 'role=office', hash: '/review', act: async (page: Page) => {
    await press(page, '都选上')
    await press(page, /退回 \d/)
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'review-returned', hash: '/review/returned' },
  { name: 'review-unsent', hash: '/review/none' },
  { name: 'review-today', hash: '/today' },
]
