import type { Page } from 'playwright-core'
import type { RunningApp } from './app.ts'
import { vector1 } from './bodies.ts'

/** One case through the four forms as a counsellor types it, mostly by keyboard. */

export async function caseByHand(app: RunningApp, person: { readonly id: string; readonly name: string }, atStep: (name: string) => Promise<void>): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').or(page.getByRole('searchbox')).last().fill(person.name)
  await page.getByRole('option', { name: new RegExp(person.name) }).first().waitFor()
  await atStep('find')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: person.name }).waitFor()

  await page.keyboard.press('Control+1')
  await heading(page, '基础信息核对')
  await pick(page, '核对方式', '入户')
  await pick(page, '受访人', '本人')
  await pick(page, '核对结果', '一致')
  await pick(page, '就业状况', '未就业')
  await pick(page, '未就业的主要原因', '无就业技能')
  await pick(page, '主要生活来源', '家庭成员供养')
  await pick(page, '就业意愿', '愿意')
  await pick(page, '有没有就业需求', '有')
  await pick(page, '有没有培训需求', '有')
  await pick(page, '有没有创业需求', '没有')
  await signOnPaper(page)
  await page.getByText(/已保存 .*在这台电脑上/).first().waitFor()
  await atStep('step-1-info-check')
  await submit(page)

  await heading(page, '职业能力评估')
  await pick(page, '评估方式', '面谈')
  await typeIn(page, '评估地点', '本人家中')
  await typeIn(page, '评估人的资质', '就业指导员')
  await page.getByRole('button', { name: '记一份纸上的同意' }).click()
  await typeIn(page, '签的是哪一版', '2026-1')
  await typeIn(page, '纸张存放的地方', '县残联档案柜 3-12')
  await page.getByRole('button', { name: '记下同意' }).click()
  await page.getByText(/已同意，纸在/).waitFor()
  for (const [dimension, grades] of Object.entries(vector1)) {
    for (const [i, grade] of grades.entries()) await setGrade(page, `${dimension}${i + 1}`, grade)
  }
  for (const code of ['E1', 'E2', 'E3', 'E4']) await setGrade(page, code, 1)
  await page.getByText('指数 77.5，支持等级 1').first().waitFor()
  await page.getByRole('button', { name: '照建议填' }).click()
  await pick(page, '本人意见', '同意')
  await atStep('step-2-assessment')
  await submit(page)

  await heading(page, '就业需求登记')
  await typeIn(page, '最早到岗', '12-1')
  await page.keyboard.press('Tab')
  await pick(page, '岗位族', '数据标注')
  await pick(page, '就业形式', '居家')
  await tick(page, '工作性质', '居家')
  await tick(page, '期望地点', '居家')
  await tick(page, '服务需求', '职业介绍、岗位推荐')
  await signOnPaper(page)
  await atStep('step-3-registration')
  await submit(page)

  await heading(page, '就业服务')
  await typeIn(page, '服务时长', '40')
  await pick(page, '服务方式', '入户')
  await pick(page, '服务类型', '求职定向')
  await typeIn(page, '服务内容', '讲了居家数据标注的做法和报名办法')
  await pick(page, '服务结果', '继续服务')
  await atStep('step-4-service')
  await submit(page)
  await page.getByText('讲了居家数据标注的做法和报名办法').first().waitFor()
  await atStep('person-done')
}

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name }).waitFor()
  await page.locator('.record-form:not([aria-busy])').waitFor()
}

/** Few options lie open as radios, many are searched by typing. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: new RegExp(`^${label}`) })
  const box = page.getByRole('combobox', { name: new RegExp(`^${label}`) })
  await radios.or(box).first().waitFor()
  if ((await radios.count()) > 0) {
    await radios.first().getByRole('radio', { name: new RegExp(`^${option}`) }).first().press('Space')
    return
  }
  await box.first().fill(option)
  await page.getByRole('option', { name: new RegExp(option) }).first().click()
}

async function tick(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('group', { name: new RegExp(`^${group}`) }).getByRole('checkbox', { name: option, exact: true }).press('Space')
}

async function typeIn(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).first().fill(text)
}

async function setGrade(page: Page, code: string, grade: number): Promise<void> {
  await page.getByRole('radiogroup', { name: new RegExp(`^${code} `) }).getByRole('radio', { name: new RegExp(`^\\+?${grade}(\\s|$)`) }).press('Space')
}

async function signOnPaper(page: Page): Promise<void> {
  await pick(page, '由谁签', '本人')
  await typeIn(page, '签字日期', '今天')
  await page.keyboard.press('Tab')
  await typeIn(page, '签的是哪一版', '2026-1')
  await typeIn(page, '纸张存放的地方', '县残联档案柜 3-12')
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
}
