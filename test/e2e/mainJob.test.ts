import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { startCounty } from './support/county.ts'
import type { County } from './support/county.ts'
import { caseByHand } from './support/forms.ts'
import { firstRun, goTo, nextFileToOpen, nextFileToSave } from './support/job.ts'
import { until, violationsOf } from './support/lookAt.ts'
import { rosterPeople, writeRoster } from './support/roster.ts'

/** The main job on two devices and a county: each test goes on where the one before it ended. */

const folder = mkdtempSync(join(tmpdir(), 'four-ones-e2e-'))
const violations: string[] = []
let county: County
let office: RunningApp
let field: RunningApp

const look = (app: RunningApp) => async (screen: string) => void violations.push(...(await violationsOf(app, screen)))

beforeAll(async () => {
  await buildApp(root)
  county = await startCounty()
  office = await launchApp()
}, 120_000)

afterAll(async () => {
  await office?.close()
  await field?.close()
  await county?.stop()
})

test('an office sets up its PC and connects to the county', async () => {
  await firstRun(office, { name: '祝晓东', role: '县办公室', county: { url: county.url, code: county.officeCode }, atStep: look(office) })
  expect(valueOf(await office.call('session.state', {}))).toMatchObject({ state: 'unlocked', county: { code: '210199' } })
})

test('a roster is looked at before anything is written, and comes in on 确认', async () => {
  const { page } = office
  const file = join(folder, '花名册.csv')
  writeRoster(file)
  await goTo(page, '名册导入')
  await nextFileToOpen(office, file)
  await page.getByRole('button', { name: /^选文件/ }).click()
  await page.getByRole('button', { name: /表头认对了/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('现在还没有写入任何内容').waitFor()
  await look(office)('import')
  expect(await personsOf(office)).toBe(0)
  await page.keyboard.press('Control+Enter')
  await page.getByText(/新增 3 人/).first().waitFor()
  expect(await personsOf(office)).toBe(3)
  await goTo(page, '服务对象')
  await page.getByText(rosterPeople.mended.name).first().waitFor()
  await look(office)('caseload')
})

test('a counsellor does the four ones of a person by keyboard', async () => {
  const found = valueOf<{ row: { id: string; name: string } }[]>(await office.call('persons.search', { text: 'wsf', limit: 5 }))
  const row = found[0]?.row
  expect(row?.name).toBe(rosterPeople.clean.name)
  if (row === undefined) return
  await caseByHand(office, row, look(office))
  const file = valueOf<{ row: { steps: { state: string }[] } }>(await office.call('persons.get', { personId: row.id }))
  expect(file.row.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'done'])
})

test('the work reaches the county, and the balance is even', async () => {
  await until('everything has a receipt', async () => {
    const { unsent } = valueOf<{ unsent: number }>(await office.call('sync.status', {}))
    return unsent === 0 ? true : null
  })
  const balance = valueOf<{ written: number; received: number }>(await office.call('sync.balance', {}))
  expect(balance.written).toBeGreaterThan(8)
  expect(balance).toMatchObject({ received: balance.written, unsent: 0, contested: 0, refused: 0 })
  await goTo(office.page, '对账单')
  await look(office)('balance')
})

test('a second device pulls the persons with their whole history', async () => {
  field = await launchApp()
  await firstRun(field, { name: '林芳', role: '就业指导员', county: { url: county.url, code: county.counsellorCode } })
  await until('three persons', async () => ((await personsOf(field)) === 3 ? true : null))
  const [mine, theirs] = await Promise.all([office, field].map((app) => app.call('persons.search', { text: '7', limit: 5 })))
  expect(theirs).toEqual(mine)
  await goTo(field.page, '今日')
  await look(field)('today')
})

test('the ledger is printed on A4 landscape and saved as a workbook of text cells', async () => {
  const { page } = office
  await goTo(page, '台账打印')
  await page.getByText('残疾人就业服务“四个一”台账').first().waitFor()
  await look(office)('ledger')
  const input = { ledger: 'fourOnes', cycleYear: valueOf<{ cycleYear: string }>(await office.call('session.state', {})).cycleYear, masking: 'INTERNAL', reason: '装订' }

  await nextFileToSave(office, join(folder, 'ledger.pdf'))
  expect(valueOf(await office.call('ledger.savePdf', input))).toMatchObject({ rows: 3 })
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(folder, 'ledger.pdf'))) }).promise
  const first = await pdf.getPage(1)
  const [, , width, height] = first.view
  expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([842, 595])
  // Chromium writes some characters as radicals; NFKC mends all of them but one.
  const words = (await first.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').normalize('NFKC').replaceAll('⻚', '页').replaceAll(/\s/g, '')
  for (const word of ['示范县残疾人就业服务“四个一”台账', '填报单位(盖章)', rosterPeople.clean.name, '䶮', '单位负责人', '第1页共1页']) {
    expect(words).toContain(word.normalize('NFKC'))
  }

  await nextFileToSave(office, join(folder, 'ledger.xlsx'))
  expect(valueOf(await office.call('ledger.saveXlsx', input))).toMatchObject({ rows: 3 })
  const workbook = await readXlsx(readFileSync(join(folder, 'ledger.xlsx')))
  const cells = workbook.sheets[0]?.rows.flat() ?? []
  expect(cells).toContain(`${rosterPeople.clean.idNumber}43`)
  expect(cells.filter((cell) => typeof cell === 'number')).toEqual([])
})

test('the language switches at once', async () => {
  const { page } = office
  await goTo(page, '设置')
  await look(office)('settings')
  await page.getByRole('radio', { name: 'English' }).press('Space')
  await page.getByRole('link', { name: /Today/ }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.getByRole('radio', { name: '中文' }).press('Space')
})

test('no page complained, and axe found nothing on any screen', () => {
  expect([...office.complaints, ...field.complaints]).toEqual([])
  expect(violations).toEqual([])
})

async function personsOf(app: RunningApp): Promise<number> {
  const list = await app.call('persons.list', { filter: {}, sort: 'name', descending: false, offset: 0, limit: 1 })
  return valueOf<{ total: number }>(list).total
}
