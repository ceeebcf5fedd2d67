import type { Page } from 'playwright-core'
import { rightPassword } from '../fakeBridge.ts'

/** Pictures of the hand-over, of attachments and of the signature, for shots.ts. */

interface ClientShot {
  readonly name: string
  readonly query?: string
  readonly hash: string
  readonly act?: (page: Page) => Promise<void>
}

const person = '0199a000-0000-7000-8000-000000000006'

export const clientShots: readonly ClientShot[] = [
  { name: 'hand-over-set-up', hash: `/hand-over/${person}`, act: async (page) => {
    await page.getByRole('button', { name: '把屏幕交给本人' }).waitFor()
  } },
  { name: 'hand-over-file', hash: `/hand-over/${person}`, act: begin },
  { name: 'hand-over-consent', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await skip(page, 2)
    await page.getByText('同意', { exact: true }).click()
    await draw(page)
  } },
  { name: 'hand-over-plain', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await skip(page, 2)
    await page.getByRole('button', { name: '看不懂' }).click()
    await page.getByText('不同意', { exact: true }).last().click()
  } },
  { name: 'hand-over-said', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await skip(page, 3)
  } },
  { name: 'hand-over-sign', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await skip(page, 4)
    await page.getByRole('button', { name: /签在纸上/ }).click()
  } },
  { name: 'hand-over-end', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await skip(page, 5)
  } },
  { name: 'hand-over-leave', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await page.getByRole('button', { name: '还给指导员' }).first().click()
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'consent-asked', hash: `/person/${person}/consents`, act: async (page) => {
    await page.getByRole('button', { name: /征求同意 把信息/ }).click()
    await draw(page)
  } },
  { name: 'hand-over-results', hash: `/hand-over/${person}`, act: async (page) => {
    await begin(page)
    await page.getByText('有不对的').click()
    await page.getByRole('button', { name: /看好了/ }).click()
    await page.getByText('不同意', { exact: true }).last().click()
    await page.getByRole('button', { name: /定了/ }).click()
    await page.getByRole('button', { name: '还给指导员' }).first().click()
    await page.getByRole('textbox', { name: '林芳的密码' }).fill(rightPassword)
    await page.keyboard.press('Enter')
    await page.getByText('本人信息副本，存为 PDF').waitFor()
  } },
  { name: 'attachments', hash: `/person/${person}/1`, act: async (page) => {
    await page.locator('input[type="file"]').setInputFiles({ name: 'IMG_2034.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await page.getByRole('button', { name: '看大图：照片' }).waitFor()
    await page.getByRole('button', { name: '记一份纸质材料' }).click()
    await page.getByRole('button', { name: '在屏上签' }).click()
    await draw(page)
    await page.getByRole('button', { name: '记一份纸质材料' }).scrollIntoViewIfNeeded()
  } },
]

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: '把屏幕交给本人' }).click()
  await page.getByRole('button', { name: '今天先不定' }).waitFor()
}

async function skip(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await page.getByRole('button', { name: '今天先不定' }).click()
}

/** A name with the mouse. */
async function draw(page: Page): Promise<void> {
  const pad = page.locator('.signature-pad canvas')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) return
  await page.mouse.move(box.x + 40, box.y + box.height / 3)
  await page.mouse.down()
  for (let i = 1; i <= 24; i += 1) await page.mouse.move(box.x + 40 + i * 9, box.y + box.height / 3 + Math.sin(i / 2) * 30 + i)
  await page.mouse.up()
}
