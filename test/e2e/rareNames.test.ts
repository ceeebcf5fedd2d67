import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idCheckChar } from '../../domain/identity/idNumber.ts'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { field, firstRun, goTo, nextFileToSave } from './support/job.ts'

/** Names of all of GB 18030: typed, found, shown and printed with the app's own fonts. One or more of each block, and the dot. */

const names = [
  '孙䶮', '张㛃', '李䶶', '王鿬', '赵鿶', '陈𠮷', '林𠅤', '周𤩽', '吴𩾃', '郑𪛗', '冯𪜎', '褚𫖯', '卫𫜴', '蒋𫝀', '沈𫠝', '韩𫠠', '杨𬱖', '朱𬺰', '买买提·𮯠江', '古丽·𰻝木',
] as const

const folder = mkdtempSync(join(tmpdir(), 'four-ones-names-'))
let app: RunningApp

beforeAll(async () => {
  await buildApp(root)
  app = await launchApp()
  await firstRun(app, { name: '林芳', role: '县办公室' })
  for (const index of names.keys()) {
    const body = `21019919850314${String(index * 2 + 1).padStart(3, '0')}`
    const fields = { name: `待填${String(index)}`, idNumber: body + idCheckChar(body), sex: '1', birthDate: '1985-03-14', hukouTown: '示范镇', employmentState: 'UNEMPLOYED' }
    valueOf(await app.call('persons.create', { fields }))
  }
}, 180_000)
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a name is typed into the file as an input method would hand it in, and stands in the head', async () => {
  const { page } = app
  const { rows } = valueOf<{ rows: { id: string }[] }>(
    await app.call('persons.list', { filter: {}, sort: 'name', descending: false, offset: 0, limit: 50 }),
  )
  expect(rows).toHaveLength(names.length)
  for (const [index, name] of names.entries()) {
    await page.evaluate((hash) => (location.hash = hash), `#/person/${(rows[index] as { id: string }).id}/basics`)
    await page.getByRole('button', { name: '改 姓名' }).click()
    const editor = field(page, '姓名')
    await editor.selectText()
    await page.keyboard.insertText(name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
}, 120_000)

test('each is found by the characters of the name, also by the rare one alone', async () => {
  const { page } = app
  for (const name of names) {
    const rare = [...name].find((character) => !/[\u4e00-\u9fa5·]/u.test(character)) as string
    for (const text of [name, rare]) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: /找/ }).fill(text)
      await page.getByRole('option', { name: new RegExp(name) }).waitFor()
      await page.keyboard.press('Escape')
    }
  }
}, 60_000)

/** Whether every character of the name leaves marks of its own, unlike those of a character that no font has. */
function isDrawn(page: Page, name: string) {
  return page.evaluate(async (text) => {
    const family = getComputedStyle(document.querySelector('.grid-name') as Element).fontFamily
    await Promise.all([...text].map((character) => document.fonts.load(`40px ${family}`, character)))
    const pictureOf = (character: string) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 60 })
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      context.font = `40px ${family}`
      context.fillText(character, 5, 45)
      return canvas.toDataURL()
    }
    const none = new Set([pictureOf(' '), pictureOf('\u{10fffd}'), pictureOf('\u{e0fff}')])
    return [...text].filter((character) => none.has(pictureOf(character)))
  }, name)
}

test('each is shown in the list with marks of its own', async () => {
  const { page } = app
  await goTo(page, '服务对象')
  await page.locator('.grid-name').first().waitFor()
  for (const name of names) expect({ name, boxes: await isDrawn(page, name) }).toEqual({ name, boxes: [] })
  const shot = process.env.FOUR_ONES_SHOTS
  if (shot !== undefined) await page.screenshot({ path: join(shot, 'rare-names.png') })
})

test('each is printed with the fonts that the app brings along', async () => {
  const { page } = app
  await goTo(page, '台账打印')
  const { cycleYear } = valueOf<{ cycleYear: string }>(await app.call('session.state', {}))
  const file = join(process.env.FOUR_ONES_SHOTS ?? folder, 'rare-names.pdf')
  await nextFileToSave(app, file)
  valueOf(await app.call('ledger.savePdf', { ledger: 'fourOnes', cycleYear, masking: 'SCREEN' }))
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)) }).promise
  let words = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    words += items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')
  }
  expect(names.filter((name) => !words.normalize('NFKC').includes(name.normalize('NFKC')))).toEqual([])
}, 60_000)
