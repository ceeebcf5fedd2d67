import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { printLedgerPage } from '../../../electron/ledger/printPage.ts'
import type { SavePorts } from '../../../electron/ledger/ports.ts'
import { heightsIn } from '../../../renderer/features/ledger/heightsIn.ts'
import { paginate } from '../../../renderer/features/ledger/paginate.ts'
import type { PaperHeights } from '../../../renderer/features/ledger/paginate.ts'
import { printSite } from '../papers/printSite.ts'
import { pagesOf, sampleLedger } from './paperRows.ts'

const site = printSite()
/** Of the paper that was printed last, as the preview would measure it. */
let measured: PaperHeights | null = null

async function print(ledger: ReturnType<typeof sampleLedger>, masking: 'SCREEN' | 'INTERNAL' | 'PUBLIC', answer: 'rows' | 'locked' = 'rows') {
  const pageAt = pagesOf(ledger)
  const ports = site.portsFor(
    (name, input) => {
      if (answer === 'locked') return { ok: false, error: { code: 'locked', message: '已锁屏，先解锁' } }
      return { ok: true, value: name === 'ledger.page' ? pageAt(input as { offset: number; limit: number }) : { current: { name: '祝晓东' } } }
    },
    async (page) => {
      measured = (await page.evaluate(`(${heightsIn.toString()})(document.getElementById('root'))`)) as PaperHeights
    },
  )
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
  expect(site.complaints).toEqual([])
})
