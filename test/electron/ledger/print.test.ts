import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagePolicy } from '../../../electron/main/csp.ts'
import { printLedgerPage } from '../../../electron/ledger/printPage.ts'
import type { SavePorts } from '../../../electron/ledger/ports.ts'
import type { PrintWindow } from '../../../electron/papers/ports.ts'
import { heightsIn } from '../../../renderer/features/ledger/heightsIn.ts'
import { paginate } from '../../../renderer/features/ledger/paginate.ts'
import type { PaperHeights } from '../../../renderer/features/ledger/paginate.ts'
import { targets } from '../../../scripts/build/targets.ts'
import { findChromium } from '../../../scripts/electron-standin/locate.mjs'
import { pagesOf, sampleLedger } from './paperRows.ts'

/** The real print page in a real Chromium under the real policy of pages; only the bridge is made up. */

let folder: string
let server: Server
let browser: Browser
const complaints: string[] = []
/** Of the paper that was printed last, as the preview would measure it. */
let measured: PaperHeights | null = null

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'four-ones-print-'))
  const root = join(import.meta.dirname, '../../..')
  const config = targets.find((target) => target.name === 'renderer')?.config(root, folder)
  await build({ ...config, build: { ...config?.build, rolldownOptions: { input: join(root, 'renderer/print.html') } } })
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    void readFile(join(folder, path)).then(
      (bytes) => response.writeHead(200, { 'content-type': types[extname(path)] ?? '', 'content-security-policy': pagePolicy }).end(bytes),
      () => response.writeHead(path === '/favicon.ico' ? 204 : 404).end(),
    )
  }).listen(0, '127.0.0.1')
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
}, 120_000)

afterAll(async () => {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

async function print(ledger: ReturnType<typeof sampleLedger>, masking: 'SCREEN' | 'INTERNAL' | 'PUBLIC', answer: 'rows' | 'locked' = 'rows') {
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const pageAt = pagesOf(ledger)
  await page.exposeFunction('answerCall', (name: string, input: { offset: number; limit: number }) => {
    if (answer === 'locked') return { ok: false, error: { code: 'locked', message: '已锁屏，先解锁' } }
    return { ok: true, value: name === 'ledger.page' ? pageAt(input) : { current: { name: '祝晓东' } } }
  })
  await page.addInitScript('window.fourOnes = { call: (name, input) => window.answerCall(name, input), listen: () => () => undefined }')
  const window: PrintWindow = {
    loadURL: async (url) => void (await page.goto(url)),
    webContents: {
      executeJavaScript: (code) => page.evaluate(code),
      async printToPDF({ preferCSSPageSize, printBackground, landscape }) {
        measured = (await page.evaluate(`(${heightsIn.toString()})(document.getElementById('root'))`)) as PaperHeights
        return page.pdf({ preferCSSPageSize, printBackground, landscape })
      },
    },
    destroy: () => void page.close(),
  }
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const ports = {
    openPrintWindow: () => window, printPage: `http://127.0.0.1:${String(port)}/print.html`,
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)), log: () => undefined, onProgress: () => undefined,
  }
  return printLedgerPage(ports as unknown as SavePorts, { ledger: 'fourOnes', cycleYear: '2026', masking })
}

async function textsOf(bytes: Uint8Array): Promise<{ readonly texts: string[]; readonly width: number; readonly height: number }> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const texts: string[] = []
  let size = [0, 0]
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    size = page.view.slice(2)
    texts.push((await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, ''))
  }
  return { texts, width: size[0] ?? 0, height: size[1] ?? 0 }
}

test('300 people stand on A4 across, each page with its head, its number, who printed it and how it is to be kept', async () => {
  const printed = await print(sampleLedger(300, 'INTERNAL'), 'INTERNAL')
  if (!printed.ok) throw new Error(printed.error.message)
  const { texts, width, height } = await textsOf(printed.value.bytes)
  expect(texts.length).toBe(printed.value.pages)
  expect(texts.length).toBeGreaterThan(15)
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
  for (const [at, text] of texts.entries()) {
    expect(text).toContain(`第${String(at + 1)}页共${String(texts.length)}页`)
    expect(text).toContain('①信息核对')
    expect(text).toMatch(/打印：祝晓东\d{4}-\d\d-\d\d\d\d:\d\d/)
    expect(text).toContain('内部资料注意保密')
  }
  const [first, last] = [texts[0] ?? '', texts.at(-1) ?? '']
  expect(first).toContain('示范县残疾人就业服务“四个一”台账（2026年度）')
  expect(first).toContain('填报单位（盖章）：示范县残疾人联合会')
  expect(first).toContain('含未上报14条')
  expect(last).toContain('合计300人')
  for (const label of ['单位负责人：', '审核人：', '填表人：', '联系电话：']) expect(texts.map((text) => text.includes(label))).toEqual([...texts.slice(1).map(() => false), true])
  // Nobody signs a page without a row.
  expect(last).toContain('300东河乡')
  const whole = texts.join('')
  for (const name of ['买买提·阿不都热西提', '孙䶮', '欧阳𫍯', '张𬀩', '陈丂丄']) expect(whole).toContain(name)
})

test('paper uses only the fonts that come with it', async () => {
  const printed = await print(sampleLedger(12, 'SCREEN'), 'SCREEN')
  if (!printed.ok) throw new Error(printed.error.message)
  const fonts = new Set(Buffer.from(printed.value.bytes).toString('latin1').match(/(?<=\/BaseFont \/)[A-Z]{6}\+[\w-]+/g)?.map((name) => name.slice(7)))
  expect([...fonts].filter((name) => !/^NotoSerifSC|^OTS-derived-font|^HanaMin/.test(name))).toEqual([])
  expect(fonts.size).toBeGreaterThan(0)
})

test.each([1, 60, 233])('the preview of %i people breaks pages where the print does', async (total) => {
  const ledger = sampleLedger(total, 'SCREEN')
  const printed = await print(ledger, 'SCREEN')
  if (!printed.ok || measured === null) throw new Error('not printed')
  const { texts } = await textsOf(printed.value.bytes)
  const pages = paginate(measured, true)
  expect(pages).toHaveLength(texts.length)
  for (const [at, page] of pages.entries()) {
    const rows = ledger.rows.slice(page.from, page.to).map((row) => `${row[0] ?? ''}${row[1] ?? ''}`)
    expect(rows.filter((row) => !(texts[at] ?? '').includes(row))).toEqual([])
  }
})

test('a page for the public has neither phone nor disability, and no word of secrecy', async () => {
  const printed = await print(sampleLedger(20, 'PUBLIC'), 'PUBLIC')
  if (!printed.ok) throw new Error(printed.error.message)
  const text = (await textsOf(printed.value.bytes)).texts.join('')
  for (const absent of ['1390000', '残疾类别', '内部资料', '肢体']) expect(text).not.toContain(absent)
  expect(text).toContain('王*芬')
})

test('a ledger that does not come is told in the sentence of the store', async () => {
  expect(await print(sampleLedger(1, 'SCREEN'), 'SCREEN', 'locked')).toEqual({ ok: false, error: { code: 'printFailed', message: '已锁屏，先解锁' } })
})

test('no page complained, of its policy neither', () => {
  expect(complaints).toEqual([])
})
