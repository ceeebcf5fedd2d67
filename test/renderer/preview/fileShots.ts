import type { Page } from 'playwright-core'

/** The tabs of a person's file that hold more than the four ones. */

const person = '0199a000-0000-7000-8000-000000000006'
const query = 'file=full'
const at = (tab: string) => `/person/${person}/${tab}`
const end = async (page: Page) => {
  await page.locator('.tab-panel, .person-page').first().evaluate((panel) => panel.scrollTo(0, panel.scrollHeight))
}

export const fileShots = [
  { name: 'file-basics', query, hash: at('basics') },
  { name: 'file-basics-end', query, hash: at('basics'), act: end },
  { name: 'file-basics-opens', query, hash: at('basics'), act: (page: Page) => page.getByRole('button', { name: '改 民事行为能力' }).click() },
  { name: 'file-family', query, hash: at('family') },
  { name: 'file-family-add', query, hash: at('family'), act: async (page: Page) => {
    await page.getByRole('button', { name: '加一个没有证的人' }).click()
    await page.getByRole('button', { name: '写好了' }).scrollIntoViewIfNeeded()
  } },
  { name: 'file-employment', query, hash: at('employment') },
  { name: 'file-employment-add', query, hash: at('employment'), act: async (page: Page) => {
    await page.getByRole('button', { name: '加一段' }).click()
    await page.getByText('已就业', { exact: true }).first().click()
  } },
  { name: 'file-exclusions', query, hash: at('exclusions') },
  { name: 'file-exclusions-add', query, hash: at('exclusions'), act: (page: Page) => page.getByRole('tabpanel').getByRole('button', { name: '移出' }).click() },
  { name: 'file-consents', query, hash: at('consents') },
  { name: 'file-rights', query, hash: at('rights') },
  { name: 'file-rights-erase', query: `${query}&role=office`, hash: at('rights'), act: (page: Page) => page.getByRole('button', { name: '删除这个人的信息' }).click() },
  { name: 'file-past', query, hash: at('basics'), act: async (page: Page) => {
    await page.getByRole('button', { name: '看某一天的样子' }).click()
    await page.getByRole('textbox', { name: /^哪一天/ }).fill('2026-04-01')
    await page.keyboard.press('Enter')
    await page.getByText(/^这是 2026-04-01/).waitFor()
    await page.getByRole('tab', { name: '就业状况' }).click()
  } },
]
