import { createServer } from 'node:http'
import { mkdir, readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { rightPassword } from '../fakeBridge.ts'
import { assessmentShots } from './assessmentShots.ts'
import { clientShots } from './clientShots.ts'
import { groupsShots } from './groupsShots.ts'
import { duplicateShots } from './duplicateShots.ts'
import { fileShots } from './fileShots.ts'
import { officeShots } from './officeShots.ts'
import { planningShots } from './planningShots.ts'
import { previewSite } from './site.ts'

/** Pictures of every screen with made-up people, and what axe and the console say: `node test/renderer/preview/shots.ts [folder] [only]`. */

const folder = resolve(process.argv[2] ?? 'out/shots')
const only = new RegExp(process.argv[3] ?? '')
const site = resolve('out/preview')
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

interface Shot {
  readonly name: string
  /** Query of the preview, then the address. */
  readonly query?: string
  readonly hash?: string
  readonly act?: (page: Page) => Promise<void>
}

const person = '0199a000-0000-7000-8000-000000000006'
const shots: readonly Shot[] = [
  { name: 'today', hash: '/today' },
  { name: 'caseload', hash: '/caseload' },
  { name: 'caseload-keys', hash: '/caseload', act: async (page) => {
    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await page.getByText('100,000').first().waitFor()
    await page.keyboard.press('ArrowUp')
  } },
  { name: 'caseload-filter', hash: '/caseload', act: (page) => page.getByRole('button', { name: /哪一步/ }).click() },
  { name: 'person', hash: `/person/${person}/3` },
  { name: 'person-basics', hash: `/person/${person}/basics` },
  { name: 'person-basics-edit', hash: `/person/${person}/basics`, act: (page) => page.getByRole('button', { name: '改 发证日期' }).or(page.getByRole('button', { name: '改 民族' })).first().click() },
  { name: 'person-because', hash: `/person/${person}/1`, act: (page) => page.getByRole('button', { name: '为什么' }).click() },
  { name: 'person-employment', hash: `/person/${person}/employment` },
  { name: 'person-consents', hash: `/person/${person}/consents` },
  { name: 'progress', query: 'role=office', hash: '/progress' },
  { name: 'settings', hash: '/settings' },
  { name: 'check-employed', hash: `/person/${person}/1`, act: async (page) => {
    await page.getByText('已就业', { exact: true }).first().click()
    await page.getByText('就业状况', { exact: true }).first().scrollIntoViewIfNeeded()
  } },
  { name: 'county-ways', query: 'role=office', hash: '/settings', act: (page) => page.getByRole('heading', { name: '本县的做法' }).scrollIntoViewIfNeeded() },
  { name: 'county-ways-form', query: 'role=office', hash: '/settings', act: async (page) => {
    await page.getByRole('button', { name: '改本县的做法' }).click()
    await page.getByText('每一步最晚哪天做完').scrollIntoViewIfNeeded()
  } },
  { name: 'county-ways-errors', query: 'role=office', hash: '/settings', act: async (page) => {
    await page.getByRole('button', { name: '改本县的做法' }).click()
    await page.getByRole('textbox', { name: '至少联系几次' }).fill('四次')
    await page.keyboard.press('Control+Enter')
    await page.getByText('这里要写数字，请改').waitFor()
  } },
  { name: 'settings-password', hash: '/settings', act: (page) => page.getByRole('button', { name: '换密码' }).click() },
  { name: 'palette', hash: '/today', act: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('王')
    await page.getByRole('option').first().waitFor()
  } },
  { name: 'shortcuts', hash: '/today', act: (page) => page.keyboard.press('Control+/') },
  { name: 'empty', query: 'persons=0&role=office', hash: '/caseload' },
  { name: 'today-empty', query: 'persons=0', hash: '/today' },
  { name: 'locked', query: 'state=locked' },
  { name: 'locked-wrong', query: 'state=locked', act: async (page) => {
    await page.getByRole('textbox', { name: /^密码/ }).fill(`${rightPassword}？`)
    await page.keyboard.press('Enter')
    await page.getByText('密码不对').waitFor()
  } },
  { name: 'recover', query: 'state=locked', act: (page) => page.getByRole('button', { name: /恢复码/ }).click() },
  { name: 'first-run-1', query: 'state=firstRun' },
  { name: 'first-run-1-errors', query: 'state=firstRun', act: async (page) => {
    await page.getByRole('button', { name: '下一步，设密码' }).click()
    await page.getByText('请选一个县').waitFor()
  } },
  { name: 'first-run-2', query: 'state=firstRun', act: toPassword },
  { name: 'first-run-3', query: 'state=firstRun', act: toRecovery },
  { name: 'first-run-4', query: 'state=firstRun', act: async (page) => {
    await toRecovery(page)
    await page.getByLabel('照纸上打第 3 组').fill('3htd')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '连到县里' }).waitFor()
  } },
  { name: 'damaged', query: 'state=damaged' },
  { name: 'disk-full', query: 'state=diskFull' },
  { name: 'menu', hash: '/today', act: async (page) => {
    const menu = page.getByRole('button', { name: '菜单' })
    if (await menu.isVisible()) await menu.click()
  } },
  ...groupsShots,
  ...officeShots,
  ...fileShots,
  ...duplicateShots,
  ...assessmentShots,
  ...clientShots,
  ...planningShots,
]

async function toPassword(page: Page) {
  await page.getByRole('combobox', { name: '县' }).fill('示范')
  await page.getByRole('option', { name: /示范县/ }).click()
  await page.getByLabel('您的姓名').fill('林芳')
  await page.getByText('就业指导员').click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('textbox', { name: '再打一遍' }).waitFor()
}
async function toRecovery(page: Page) {
  await toPassword(page)
  await page.getByRole('textbox', { name: /^密码/ }).fill(rightPassword)
  await page.getByRole('textbox', { name: '再打一遍' }).fill(rightPassword)
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('照纸上打第 3 组').waitFor()
}

const looks = [
  { name: '100', query: '' },
  { name: '200', query: 'text=200' },
  { name: 'dark', query: 'theme=dark' },
  { name: 'en', query: 'lang=en' },
  { name: 'forced', query: '' },
] as const

await build(previewSite)
await mkdir(folder, { recursive: true })
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  readFile(join(site, path === '/' ? 'index.html' : path)).then(
    (body) => response.writeHead(200, { 'content-type': types[extname(path === '/' ? '.html' : path)] ?? 'text/html' }).end(body),
    () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
  )
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}`
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
let faults = 0
for (const shot of shots) {
  for (const look of looks) {
    const name = `${shot.name}.${look.name}`
    if (!only.test(name)) continue
    if (look.name === 'en' && shot.act !== undefined) continue
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', forcedColors: look.name === 'forced' ? 'active' : 'none' })
    const page = await context.newPage()
    page.setDefaultTimeout(4000)
    const said: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(`${origin}/?${[shot.query, look.query].filter(Boolean).join('&')}#${shot.hash ?? '/today'}`)
    await page.locator('main').first().waitFor()
    await page.waitForLoadState('networkidle')
    try {
      await shot.act?.(page)
    } catch (cause) {
      said.push(String(cause).slice(0, 400))
    }
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    for (const violation of violations) said.push(`axe ${violation.id}: ${violation.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ''}`).slice(0, 3).join(' || ')}`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (sideways > 0) said.push(`scrolls sideways by ${String(sideways)} px`)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    process.stdout.write(`${name}${said.length === 0 ? '' : `\n  ${said.join('\n  ')}`}\n`)
    faults += said.length
    await context.close()
  }
}
await browser.close()
server.close()
process.exitCode = faults === 0 ? 0 : 1
