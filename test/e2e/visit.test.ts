import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../scripts/build/build.ts'
import { root } from '../../scripts/setup/paths.mjs'
import { launchApp, valueOf } from './support/app.ts'
import type { RunningApp } from './support/app.ts'
import { completeCase } from './support/cases.ts'
import { firstRun, unlock } from './support/job.ts'
import { until, violationsOf } from './support/lookAt.ts'
import { countKeys, keysPressed, press, questionAt, walkStep } from './support/visit.ts'
import type { Answers } from './support/visit.ts'

/** One visit in the built app, by keyboard alone, with every key counted. */

let app: RunningApp
let thisYear: number
const people: { [name: string]: string } = {}
const violations: string[] = []
const look = async (screen: string) => void violations.push(...(await violationsOf(app, screen)))

beforeAll(async () => {
  await buildApp(root)
  app = await launchApp()
  await firstRun(app, { name: '林芳', role: '就业指导员' })
  const { cycleYear } = valueOf<{ cycleYear: string }>(await app.call('session.state', {}))
  thisYear = Number(cycleYear)
  for (const [name, idNumber] of [['王淑芬', '210199198503140017'], ['那顺·巴雅尔', '210199199712020024'], ['孙䶮', '210199197906251278']] as const) {
    const fields = {
      name, idNumber, sex: '1', birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, disabilityCategory: '4', disabilityGrade: '3', certStatus: 'VALID',
      hukouTown: '示范镇', hukouVillage: '前进村', residenceTown: '示范镇', residenceVillage: '前进村', employmentState: 'UNEMPLOYED', employmentStateOn: `${cycleYear}-01-05`,
    }
    people[name] = valueOf<{ row: { id: string } }>(await app.call('persons.create', { fields })).row.id
  }
}, 180_000)
afterAll(async () => {
  await app?.close()
  if (app !== undefined) rmSync(app.store, { recursive: true, force: true })
})

async function open(name: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').or(page.getByRole('searchbox')).last().fill(name)
  await page.getByRole('option', { name: new RegExp(name) }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
async function statesOf(name: string): Promise<string[]> {
  const file = valueOf<{ row: { steps: { state: string }[] } }>(await app.call('persons.get', { personId: people[name] }))
  return file.row.steps.map(({ state }) => state)
}
async function recordOf(name: string, kind: string): Promise<Record<string, unknown>> {
  const file = valueOf<{ documents: { entity: string; cycleYear: string; body: Record<string, unknown> }[] }>(await app.call('persons.get', { personId: people[name] }))
  return file.documents.find(({ entity, cycleYear }) => entity === kind && cycleYear === String(thisYear))?.body ?? {}
}

/** A signature on paper, as it is given at the table. It is not counted. */
const signature = [':今天', 'Tab', 'Tab', 'Tab', ':2026-1', 'Tab', ':县残联档案柜 3-12', 'Control+Enter']
const unchangedFile: Answers = {
  respondent: ['1'], method: ['1'], result: ['1'],
  'changes.@contact': ['1'], 'changes.@place': ['1'], 'changes.@certificate': ['1'], 'changes.@self': ['1'], 'changes.@household': ['1'],
  employmentState: ['1'], hardshipFlags: ['Enter'], signature,
}
const service: Answers = {
  serviceType: ['0', '2'], method: ['1'], minutes: ['1'], content: [':念了评估的结果，讲了居家做工的报名办法', 'Control+Enter'], result: ['4'], followUpOn: ['3'],
}

test('1.3: a whole visit of somebody for whom nothing has changed takes at most 60 keys, and all four records are complete', async () => {
  await completeCase({ app, personId: people['王淑芬'] ?? '', day: `${String(thisYear - 1)}-12-31` })
  const { page } = app
  await open('王淑芬')
  await countKeys(page)
  await press(page, ['Control+g'])

  const asked1 = await walkStep(page, '1', { ...unchangedFile, workWillingness: ['Control+='] })
  await look('visit-2')
  const asked2 = await walkStep(page, '2', {
    place: ['='], assessorQualification: ['='], mode: ['='], reviewOf: ['1'], 'unchanged.certificate': ['1'], 'unchanged.health': ['1'], 'unchanged.job': ['1'], personOpinion: ['1'],
  })
  const asked3 = await walkStep(page, '3', { intentions: ['Control+='], availableFrom: ['1'], signature })
  const asked4 = await walkStep(page, '4', service)
  await page.getByRole('heading', { name: '这次走访都做完了' }).waitFor()
  await look('visit-end')

  const keys = await keysPressed(page)
  expect(await statesOf('王淑芬')).toEqual(['done', 'done', 'done', 'done'])
  expect(keys.length, keys.join(' ')).toBeLessThanOrEqual(60)
  expect([asked1, asked2, asked3, asked4].map((asked) => asked.at(-1))).toEqual(['@finish', '@finish', '@finish', '@finish'])
  // What was not asked of the person is not said in the records: what belongs to the day is new, what stands on is named as such.
  expect(await recordOf('王淑芬', 'capabilityAssessment')).toMatchObject({ unchanged: { certificate: true, health: true, job: true }, personOpinion: 'AGREE' })
  expect(await recordOf('王淑芬', 'infoCheck')).toMatchObject({ result: 'MATCH', workWillingness: 'WILLING', hasEmploymentNeed: true })
})

test('a first visit, with the whole assessment, takes at most 120 keys', async () => {
  const { page } = app
  await open('那顺·巴雅尔')
  await countKeys(page)
  await press(page, ['Control+g'])
  await walkStep(page, '1', {
    ...unchangedFile, unemployedReason: ['5'], livingSource: ['4'], workWillingness: ['1'], hasEmploymentNeed: ['1'], hasTrainingNeed: ['1'], hasStartupNeed: ['2'],
  })
  await walkStep(page, '2', {
    place: [':本人家中', 'Enter'], assessorQualification: [':就业指导员', 'Enter'], mode: ['1'],
    consentId: ['Enter', '?consentDrafts.ASSESSMENT.paperLocation', ':县残联档案柜 3-12', 'Tab', 'Enter'],
    'A*': ['0'], A1: ['3'], 'B*': ['0'], 'C*': ['1'], 'D*': ['0'], 'W*': ['0'], 'E*': ['1'], E5: ['Control+Enter'],
    advice: ['Enter', 'Control+Enter'], conclusion: ['Control+Enter'], personOpinion: ['1'],
  })
  await walkStep(page, '3', {
    intentions: [':数据标注', '~数据标注', 'ArrowDown', 'Enter', 'Tab', '?intentions.0.form', ':居家', '~居家', 'ArrowDown', 'Enter', 'Control+Enter'], workTime: ['4', 'Enter'], targetAreas: ['1', 'Enter'], availableFrom: ['1'],
    serviceNeeds: ['0', '3', 'Enter'], signature,
  })
  await walkStep(page, '4', service)
  await page.getByRole('heading', { name: '这次走访都做完了' }).waitFor()
  const keys = await keysPressed(page)
  expect(await statesOf('那顺·巴雅尔')).toEqual(['done', 'done', 'done', 'done'])
  expect(keys.length, keys.join(' ')).toBeLessThanOrEqual(120)
})

test('Esc stops and says where it goes on; after a power cut the visit stands at the same field', async () => {
  const { page } = app
  await open('孙䶮')
  await press(page, ['Control+g'])
  await walkStep(page, '1', unchangedFile, 'changes.@self')
  await press(page, ['Escape'])
  await page.getByRole('heading', { name: '先停在这里' }).waitFor()
  await page.getByText('回来从这里接着：基础信息核对，本人。').waitFor()
  await look('visit-stopped')
  await press(page, ['Enter'])
  expect(await questionAt(page)).toBe('changes.@self')

  // A signature is half written when the power goes.
  await walkStep(page, '1', { ...unchangedFile, unemployedReason: ['5'], livingSource: ['4'], workWillingness: ['1'], hasEmploymentNeed: ['1'], hasTrainingNeed: ['1'], hasStartupNeed: ['2'] }, 'signature')
  await press(page, [':今天', 'Tab', 'Tab', 'Tab', ':2026-1', 'Tab', ':县残联档案柜'])
  await page.getByText(/已保存/).first().waitFor()
  await until('the last word is on disk', async () => {
    const draft = valueOf<{ body: { signature?: { paperLocation?: string } } } | null>(await app.call('drafts.get', { kind: 'infoCheck', personId: people['孙䶮'], documentId: null }))
    return draft?.body.signature?.paperLocation === '县残联档案柜' ? true : null
  })
  await app.kill()
  app = await launchApp({ store: app.store })
  await unlock(app)
  await open('孙䶮')
  await press(app.page, ['Control+g', '?signature.paperLocation'])
  expect(await app.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('县残联档案柜')
  await press(app.page, ['Control+Enter', 'Control+Enter'])
  await app.page.waitForURL(/\/2$/)
  expect((await statesOf('孙䶮'))[0]).toBe('done')
})

test('no need, no further steps: the end says why', async () => {
  const { page } = app
  const fields = { name: '赵铁柱', idNumber: '21019919880412001X', sex: '1', birthDate: '1988-04-12', disabilityCategory: '4', disabilityGrade: '3', certStatus: 'VALID', hukouTown: '示范镇', residenceTown: '示范镇' }
  people['赵铁柱'] = valueOf<{ row: { id: string } }>(await app.call('persons.create', { fields })).row.id
  await open('赵铁柱')
  await press(page, ['Control+g'])
  const asked = await walkStep(page, '1', {
    ...unchangedFile, employmentState: ['2'], unemployedReason: ['4'], livingSource: ['4'], workWillingness: ['3'], hasEmploymentNeed: ['2'], noNeedReason: ['4'], hasTrainingNeed: ['2'], hasStartupNeed: ['2'],
  })
  // Nobody knew whether there is work, so it was asked and not confirmed.
  expect(asked.slice(8, 11)).toEqual(['employmentState', 'unemployedReason', 'livingSource'])
  await page.getByText('本人说现在不找工作，原因：无就业意愿。后面三步不用做').waitFor()
  expect(await statesOf('赵铁柱')).toEqual(['done', 'notNeeded', 'notNeeded', 'notNeeded'])
  await press(page, ['Control+2'])
  await page.getByText('这一步不用做：无就业意愿').waitFor()
})

test('no page complained, and axe found nothing on any screen', () => {
  expect(app.complaints).toEqual([])
  expect(violations).toEqual([])
})
