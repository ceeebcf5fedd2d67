import type { Page } from 'playwright-core'

/** Pictures of the import, the balance and the ledger, for shots.ts. */

interface OfficeShot {
  readonly name: string
  readonly query?: string
  readonly hash: string
  readonly act?: (page: Page) => Promise<void>
}

export const officeShots: readonly OfficeShot[] = [
  { name: 'import', query: 'role=office', hash: '/import' },
  { name: 'import-undo', query: 'role=office', hash: '/import', act: (page) => page.getByRole('button', { name: /撤销 示范/ }).first().click() },
  { name: 'import-undone', query: 'role=office', hash: '/import', act: async (page) => {
    await page.getByRole('button', { name: /撤销 示范/ }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText('没有动').waitFor()
  } },
  { name: 'import-header', query: 'role=office', hash: '/import', act: toHeader },
  { name: 'import-findings', query: 'role=office', hash: '/import', act: toFindings },
  { name: 'import-changed', query: 'role=office', hash: '/import', act: async (page) => {
    await toFindings(page)
    await page.getByRole('button', { name: /内容有变化/ }).click()
    await page.getByText('要更新的内容').first().waitFor()
  } },
  { name: 'import-keys', query: 'role=office', hash: '/import', act: async (page) => {
    await toFindings(page)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
  } },
  { name: 'import-done', query: 'role=office', hash: '/import', act: async (page) => {
    await toFindings(page)
    await page.keyboard.press('Control+Enter')
    await page.getByText('去看名单').waitFor()
  } },
  { name: 'balance', hash: '/balance' },
  { name: 'balance-empty', query: 'persons=0', hash: '/balance' },
  { name: 'import-empty', query: 'persons=0&role=office', hash: '/import' },
  { name: 'ledger', query: 'role=office', hash: '/ledger', act: (page) => page.locator('.sheet').waitFor() },
  { name: 'ledger-last', query: 'role=office', hash: '/ledger', act: async (page) => {
    await page.locator('.sheet').waitFor()
    const next = page.getByRole('button', { name: '下一页' })
    while (await next.isEnabled()) await next.click()
  } },
  { name: 'ledger-full', query: 'role=office', hash: '/ledger', act: async (page) => {
    await page.locator('.sheet').waitFor()
    await page.getByText('完整', { exact: false }).first().click()
    await page.keyboard.press('Control+Enter')
    await page.getByText('请先写为什么').waitFor()
  } },
  { name: 'ledger-saved', query: 'role=office', hash: '/ledger', act: async (page) => {
    await page.locator('.sheet').waitFor()
    await page.keyboard.press('Control+p')
    await page.getByText('存好了').waitFor()
  } },
  { name: 'ledger-empty', query: 'persons=0', hash: '/ledger' },
  { name: 'settings-county', hash: '/settings', act: (page) => page.locator('#county-address').scrollIntoViewIfNeeded() },
]

async function toHeader(page: Page) {
  await page.getByRole('button', { name: /选文件/ }).click()
  await page.getByText('表里的列名').first().waitFor({ state: 'attached' })
}
async function toFindings(page: Page) {
  await toHeader(page)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('grid').waitFor()
}
