import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { sampleIdNumber } from '../db/samples.ts'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { serviceBody } from './support/bodies.ts'
import { firstRun, goTo } from './support/job.ts'
import { violationsOf } from './support/lookAt.ts'

/** Two files of one person in the county office: found, compared, merged and parted by keys; then erased. */

const pictures = process.env.PICTURES_DIR
let app: RunningApp
const ids: string[] = []

beforeAll(async () => {
  await buildApp(root)
  app = await launchApp()
  await firstRun(app, { name: '林芳', role: '县办公室' })
  const base = { sex: '1', birthDate: '1985-03-14', hukouTown: '示范镇', hukouVillage: '前进村', phone: '13900000318' }
  for (const fields of [{ ...base, name: '王小明', idNumber: sampleIdNumber('1985-03-14', 1) }, { ...base, name: '王晓明', idNumber: sampleIdNumber('1985-03-14', 81), education: '60' }]) {
    const { row } = valueOf(await app.call('persons.create', { fields })) as { row: { id: string } }
    ids.push(row.id)
  }
  const { today, cycleYear } = valueOf(await app.call('session.state', {})) as { today: string; cycleYear: string }
  const service = { kind: 'serviceRecord', personId: ids[1], cycleYear }
  const { body } = valueOf(await app.call('records.prefill', service)) as { body: object }
  valueOf(await app.call('records.complete', { ...service, replaces: null, body: { ...body, ...serviceBody(today) } }))
}, 240_000)
afterAll(async () => {
  await app.close()
})

async function look(name: string): Promise<void> {
  expect(await violationsOf(app, name)).toEqual([])
  if (pictures !== undefined) await app.page.screenshot({ path: join(pictures, `real-${name}.png`) })
}

test('two files are found, compared and merged by keys alone; one is left with the records of both', async () => {
  const { page } = app
  await goTo(page, '疑似重复')
  await page.getByText('身份证号只差一位').waitFor()
  await look('duplicates')
  await page.getByRole('link', { name: '对照 王小明和王晓明' }).press('Enter')
  await page.getByRole('heading', { name: '对照两份档案' }).waitFor()
  await page.getByText('两份不一样的 2 项，请逐项选').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('还有 2 项没有选，已标出').waitFor()
  await look('duplicates-compare')
  // The focus stands at the first item: choose with the arrows, and go on with Tab.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByText('的两份档案并成了一份').waitFor()
  await page.getByText('没有找到可能重复的档案').waitFor()
  await goTo(page, '服务对象')
  await page.getByText(/共 1 人|1 人/).first().waitFor()
  await page.evaluate((id) => {
    window.location.hash = `#/person/${id}`
  }, ids[0])
  await page.getByText('的档案已经并进这一份，记录都在这里').waitFor()
  await look('merged-file')
  const hash = await page.evaluate(() => window.location.hash)
  expect(hash.startsWith(`#/person/${ids[1]}`)).toBe(true)
})

test('and parted again, both as they were', async () => {
  const { page } = app
  await goTo(page, '疑似重复')
  await page.getByRole('tab', { name: '合并过的' }).click()
  await page.getByRole('button', { name: /拆开/ }).press('Enter')
  await page.getByText('拆开了。合并期间写下的都留着，其余和合并前一样').waitFor()
  await page.getByText('合并期间没有写过别的').waitFor()
  await look('parted')
  const names = await Promise.all(ids.map(async (personId) => (valueOf(await app.call('persons.get', { personId })) as { row: { name: string } }).row.name))
  expect(names).toEqual(['王小明', '王晓明'])
})

test('an erased person is in no list and behind no address', async () => {
  const { page } = app
  valueOf(await app.call('persons.erase', { personId: ids[0], ground: 'WITHDRAWN', deadline: null }))
  await goTo(page, '服务对象')
  await page.getByRole('row', { name: /王晓明/ }).waitFor()
  expect(await page.getByText('王小明').count()).toBe(0)
  await page.evaluate((id) => {
    window.location.hash = `#/person/${id}`
  }, ids[0])
  await page.getByRole('heading', { name: '这个人不在这台电脑的名单里' }).waitFor()
  expect(app.complaints).toEqual([])
})
