import type { Page } from 'playwright-core'
import type { RunningApp } from './app.ts'

/** What people do, by the words that they see. */

export const password = '一句好记的话 2026'

export interface FirstRunAnswers {
  readonly name: string
  readonly role: '就业指导员' | '县办公室' | '主管'
  readonly county?: { readonly url: string; readonly code: string }
  /** Called when each page stands, for a picture. */
  readonly atStep?: (name: string) => Promise<void>
}

export async function firstRun({ page }: RunningApp, answers: FirstRunAnswers): Promise<{ recoveryCode: string }> {
  const { name, role, county, atStep } = answers
  await page.getByRole('combobox', { name: /^县/ }).fill('示范县')
  await page.getByRole('option', { name: /示范县/ }).first().click()
  await field(page, '您的姓名').fill(name)
  await page.getByRole('radio', { name: new RegExp(role) }).press('Space')
  await atStep?.('first-run')
  await page.keyboard.press('Control+Enter')
  await field(page, '密码').fill(password)
  await field(page, '再打一遍').fill(password)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '把恢复码留在纸上' }).waitFor({ timeout: 60_000 })
  await atStep?.('recovery-code')
  const groups = await page.locator('.recovery-code b').allInnerTexts()
  await field(page, '照纸上打第 3 组').fill(groups[2] ?? '')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '连到县里' }).waitFor()
  if (county === undefined) await page.getByRole('button', { name: '以后再说' }).click()
  else {
    await field(page, '县里的地址').fill(county.url)
    await field(page, '一次性登记码').fill(county.code)
    await page.keyboard.press('Control+Enter')
    await page.getByText('连上了').waitFor({ timeout: 30_000 })
    await atStep?.('connected')
    await page.getByRole('button', { name: '开始用' }).click()
  }
  await page.getByRole('heading', { name: '今日' }).waitFor()
  return { recoveryCode: groups.join('-') }
}

export async function unlock({ page }: RunningApp): Promise<void> {
  await field(page, '密码').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor({ timeout: 30_000 })
}

export async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: new RegExp(entry) }).first().click()
  await page.getByRole('heading', { level: 1, name: new RegExp(entry) }).waitFor()
}

/** The next open dialog answers with this path, on either shell. */
export async function nextFileToOpen(app: RunningApp, path: string): Promise<void> {
  await app.shell.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
}

export async function nextFileToSave(app: RunningApp, path: string): Promise<void> {
  await app.shell.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
  }, path)
}

/** A text field by the beginning of its label. */
export function field(page: Page, label: string) {
  return page.getByRole('textbox', { name: new RegExp(`^${label}`) })
}
