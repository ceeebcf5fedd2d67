import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { groupedCode, readSheetCode } from '../../../domain/planning/sheetCode.ts'
import { missingOf } from '../../../domain/records/index.ts'
import { printPaperPage } from '../../../electron/papers/printPage.ts'
import { daySheets } from './daySheets.ts'
import { pagesOf } from './pdfPages.ts'
import { printSite } from './printSite.ts'

const site = printSite()

function portsWith(answer: 'sheets' | 'none', sheets = daySheets) {
  return site.portsFor((name) => {
    if (name === 'session.state') return { ok: true, value: { current: { name: '祝晓东' } } }
    return answer === 'none'
      ? { ok: false, error: { code: 'nothingPlanned', message: '这一天没有要走访的人，没有可印的。请先排人' } }
      : { ok: true, value: { on: '2026-11-25', county: '示范县', sheets } }
  })
}

async function print(answer: 'sheets' | 'none', sheets = daySheets, ports = portsWith(answer, sheets)) {
  return printPaperPage(ports, { paper: 'dayPack', args: { on: '2026-11-25' } }, { landscape: false })
}

test('the day pack is a list and one upright sheet a person; the square on each sheet is read back as its code', async () => {
  const printed = await print('sheets')
  if (!printed.ok) throw new Error(printed.error.message)
  const pages = await pagesOf(printed.value.bytes)
  expect(pages.map(({ size }) => size)).toEqual(Array.from({ length: 4 }, () => [595, 842]))
  const [cover, ...sheets] = pages
  expect(cover?.text).toContain('2026年11月25日周三走访单')
  expect(cover?.text).toContain('走访人：祝晓东')
  expect(cover?.text).toContain('共3人，逾期1人')
  for (const [at, page] of pages.entries()) {
    expect(page.text).toContain(`第${String(at + 1)}页共4页`)
    expect(page.text).toContain('内部资料注意保密')
  }
  for (const [at, page] of sheets.entries()) {
    const sheet = daySheets[at]
    if (sheet === undefined) throw new Error('a page too many')
    expect(page.text).toContain(sheet.name)
    expect(page.text).toContain(groupedCode(sheet.code).replaceAll(' ', ''))
    const found = jsQR(page.pixels.data, page.pixels.width, page.pixels.height)
    expect(readSheetCode(found?.data ?? '')).toEqual(readSheetCode(sheet.code))
    expect(found?.data).toBe(`Z${sheet.code}`)
  }
  expect(sheets[0]?.text).toContain('送补贴政策')
  expect(sheets[0]?.text).toContain('民族')
})

test('a sheet with many gaps goes on to a second page together with the place to sign, and leaves no page empty', async () => {
  const [first, second] = daySheets
  if (first === undefined || second === undefined) throw new Error('no sheets')
  // What a file asks for that knows little more than a name and a number.
  const missing = missingOf({ disabilityCategory: '7' }, '2026-11-25').map(({ field }) => field)
  for (const gaps of [9, 12, 15, missing.length]) {
    const printed = await print('sheets', [{ ...first, missing: missing.slice(0, gaps) }, second])
    if (!printed.ok) throw new Error(printed.error.message)
    const [, ...pages] = await pagesOf(printed.value.bytes, `gaps-${String(gaps)}`)
    for (const { text } of pages) expect(text, `${String(gaps)} gaps`).toMatch(/一、基础信息核对|四、就业服务|就业回访/)
    for (const { text } of pages.filter((page) => page.text.includes('本人或监护人签名'))) expect(text).toMatch(/四、就业服务|就业回访/)
  }
}, 60_000)

test('the widest code stays within its column of the list', async () => {
  const ports = portsWith('sheets', daySheets.map((sheet) => ({ ...sheet, code: 'WMWMWMWMWMWM' })))
  let widths: unknown = null
  await print('sheets', daySheets, {
    ...ports,
    openPrintWindow: () => {
      const window = ports.openPrintWindow()
      const { executeJavaScript, printToPDF } = window.webContents
      const measured: typeof printToPDF = async (options) => {
        widths = await executeJavaScript(`[...document.querySelectorAll('.cover-table .code-text')].map((cell) => cell.scrollWidth - cell.clientWidth)`)
        return printToPDF(options)
      }
      return { ...window, webContents: { executeJavaScript, printToPDF: measured } }
    },
  })
  expect(widths).toEqual([0, 0, 0])
})

test('the pack uses only the fonts that come with it, and no page complained', async () => {
  const printed = await print('sheets')
  if (!printed.ok) throw new Error(printed.error.message)
  const fonts = new Set(Buffer.from(printed.value.bytes).toString('latin1').match(/(?<=\/BaseFont \/)[A-Z]{6}\+[\w-]+/g)?.map((name) => name.slice(7)))
  expect([...fonts].filter((name) => !/^NotoSerifSC|^OTS-derived-font|^HanaMin/.test(name))).toEqual([])
  expect(fonts.size).toBeGreaterThan(0)
  expect(site.complaints).toEqual([])
})

test('a day without visits is told in the sentence of the store', async () => {
  expect(await print('none')).toMatchObject({ ok: false, error: { message: '这一天没有要走访的人，没有可印的。请先排人' } })
})
