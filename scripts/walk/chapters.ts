import { statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { valueOf } from '../../test/e2e/support/app.ts'
import type { RunningApp } from '../../test/e2e/support/app.ts'
import { completeCase } from '../../test/e2e/support/cases.ts'
import { until } from '../../test/e2e/support/lookAt.ts'
import type { County } from '../../test/e2e/support/county.ts'
import { caseByHand } from '../../test/e2e/support/forms.ts'
import { firstRun, goTo, nextFileToOpen, nextFileToSave } from '../../test/e2e/support/job.ts'
import type { Walker } from './walker.ts'

const roster = join(root, 'test', 'fixtures', 'roster', 'roster-sample.xlsx')

interface Row {
  readonly id: string
  readonly name: string
}
interface List {
  readonly total: number
  readonly rows: readonly Row[]
}

export async function officeBegins(walker: Walker, county: County): Promise<RunningApp> {
  const app = await walker.launch()
  await firstRun(app, {
    name: '祝晓东', role: '县办公室', county: { url: county.url, code: county.officeCode }, atStep: (name) => walker.shoot(app, name),
  })
  return app
}

export async function officeImports(walker: Walker, app: RunningApp) {
  const { page } = app
  await goTo(page, '名册导入')
  await nextFileToOpen(app, roster)
  await page.getByRole('button', { name: /^选文件/ }).click()
  await page.getByRole('button', { name: /表头认对了/ }).waitFor({ timeout: 60_000 })
  await walker.shoot(app, 'import-header')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^确认导入/ }).waitFor()
  await page.getByText('号码').first().waitFor()
  await walker.shoot(app, 'import-findings')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/新增 [\d,]+ 人/).first().waitFor({ timeout: 120_000 })
  await page.getByRole('link', { name: /去看名单/ }).or(page.getByRole('button', { name: /去看名单/ })).first().waitFor({ timeout: 120_000 })
  await walker.shoot(app, 'import-done')
  const imports = valueOf<{ added: number; updated: number; leftOut: number }[]>(await app.call('roster.imports', {}))
  const { added, updated, leftOut } = imports[0] ?? { added: 0, updated: 0, leftOut: 0 }
  return { added, updated, leftOut }
}

/** The first case by hand through the forms, nine more through the bridge. */
export async function officeWorks(walker: Walker, app: RunningApp): Promise<readonly Row[]> {
  const { page } = app
  await goTo(page, '服务对象')
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor()
  await walker.shoot(app, 'caseload')
  const state = valueOf<{ today: string }>(await app.call('session.state', {}))
  const list = valueOf<List>(
    await app.call('persons.list', { filter: { population: 'target', step: 1 }, sort: 'town', descending: false, offset: 0, limit: 10 }),
  )
  const [first, ...others] = list.rows
  if (first === undefined) throw new Error('nobody is in the target population')
  await caseByHand(app, first, (name) => walker.shoot(app, name))
  for (const { id } of others) await completeCase({ app, personId: id, day: state.today })
  await goTo(page, '今日')
  await page.getByText('下一个到期').or(page.getByRole('table')).first().waitFor()
  await walker.shoot(app, 'today')
  await goTo(page, '进度与指标')
  await page.getByRole('table').first().waitFor()
  await walker.shoot(app, 'progress')
  return list.rows
}

export async function countyReceives(walker: Walker, app: RunningApp) {
  await app.call('sync.now', {})
  const status = await until('everything has a receipt', async () => {
    const now = valueOf<{ unsent: number; refused: number; contested: number }>(await app.call('sync.status', {}))
    return now.unsent === 0 ? now : null
  })
  await goTo(app.page, '对账单')
  await walker.shoot(app, 'balance')
  const { written, received } = valueOf<{ written: number; received: number }>(await app.call('sync.balance', {}))
  return { written, received, refused: status.refused, contested: status.contested }
}

export async function secondDevice(walker: Walker, county: County, office: RunningApp, cases: readonly Row[]) {
  const app = await walker.launch()
  await firstRun(app, { name: '林芳', role: '就业指导员', county: { url: county.url, code: county.counsellorCode } })
  const expected = await totals(office)
  const pulled = await until('the second device has what the office has', async () => {
    const now = await totals(app)
    return now.persons === expected.persons && now.done === expected.done ? now : null
  })
  await goTo(app.page, '服务对象')
  await app.page.getByRole('grid').or(app.page.getByRole('table')).first().waitFor()
  await walker.shoot(app, 'second-device')
  await app.page.goto(`${app.page.url().split('#')[0]}#/person/${cases[0]?.id}/1`)
  await app.page.getByText('县里已收到').first().waitFor()
  await walker.shoot(app, 'second-device-person')
  return pulled
}

export async function officePrints(walker: Walker, app: RunningApp) {
  const { page } = app
  await goTo(page, '台账打印')
  await page.getByText('残疾人就业服务“四个一”台账').first().waitFor({ timeout: 30_000 })
  await walker.shoot(app, 'ledger')
  const pdf = join(walker.out, 'ledger.pdf')
  const xlsx = join(walker.out, 'ledger.xlsx')
  const input = { ledger: 'fourOnes', cycleYear: valueOf<{ cycleYear: string }>(await app.call('session.state', {})).cycleYear, masking: 'SCREEN' }
  await nextFileToSave(app, pdf)
  const printed = valueOf<{ rows: number; pages: number | null }>(await app.call('ledger.savePdf', input))
  await nextFileToSave(app, xlsx)
  const sheet = valueOf<{ rows: number }>(await app.call('ledger.saveXlsx', input))
  return { rows: printed.rows, pages: printed.pages, pdfBytes: statSync(pdf).size, xlsxRows: sheet.rows, xlsxBytes: statSync(xlsx).size }
}

async function totals(app: RunningApp): Promise<{ persons: number; done: number }> {
  const ask = async (filter: object) => valueOf<List>(await app.call('persons.list', { filter, sort: 'name', descending: false, offset: 0, limit: 1 })).total
  return { persons: await ask({}), done: await ask({ step: 'done' }) }
}
