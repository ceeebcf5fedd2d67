import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { paginate } from '../../renderer/features/ledger/paginate.ts'
import { cssText, marginTexts } from '../../renderer/print/marginTexts.ts'
import { headRows } from '../../renderer/print/headRows.ts'
import { sumBlocks } from '../../renderer/print/sumBlocks.ts'
import { loadLedger } from '../../renderer/print/loadLedger.ts'
import { pagesOf, sampleLedger } from '../electron/ledger/paperRows.ts'
import { createFakeBridge, refuse, succeed } from './fakeBridge.ts'
import { ledgerHandlers, ledgerTotal } from './ledgerSample.ts'
import { renderApp } from './renderApp.tsx'

async function open(handlers: typeof ledgerHandlers = {}) {
  const app = await renderApp('/ledger', { role: 'supervisor', handlers: { ...ledgerHandlers, ...handlers } })
  // The screen is fetched when it is first opened.
  await screen.findByRole('heading', { name: '台账打印' }, { timeout: 10_000 })
  return app
}

describe('the ledger screen', () => {
  it('shows the paper with its title, head, rows and sums', async () => {
    await open()
    expect(await screen.findByRole('heading', { name: '示范县残疾人就业服务“四个一”台账（2026年度）' })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: '① 信息核对' })).toHaveAttribute('colspan', '4')
    expect(screen.getAllByText('阿不都热西提', { exact: false }).length).toBeGreaterThan(0)
    expect(await screen.findByText(`合计 ${String(ledgerTotal)} 人`)).toBeVisible()
    expect(screen.getByText('含未上报 14 条')).toBeVisible()
  })

  it('asks for a reason before it shows or saves full numbers', async () => {
    const { user, bridge } = await open()
    await screen.findByRole('table')
    await user.click(screen.getByRole('radio', { name: /^完整/ }))
    expect(screen.getByText('先写原因，再看完整号码。现在看到的还是遮住的。')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /存为 PDF/ }))
    expect(await screen.findByText('请先写为什么要印完整号码')).toBeVisible()
    expect(screen.getByLabelText(/为什么要印完整号码/)).toHaveFocus()
    expect(bridge.callsOf('ledger.savePdf')).toEqual([])
    expect(bridge.callsOf('ledger.page').every((input) => input.masking === 'SCREEN')).toBe(true)
    await user.type(screen.getByLabelText(/为什么要印完整号码/), '报市残联核对{Enter}')
    await waitFor(() => expect(bridge.callsOf('ledger.page').at(-1)).toMatchObject({ masking: 'INTERNAL', reason: '报市残联核对' }))
    await user.click(screen.getByRole('button', { name: /存为 Excel 表/ }))
    expect(bridge.callsOf('ledger.saveXlsx')).toEqual([{ ledger: 'fourOnes', cycleYear: '2026', masking: 'INTERNAL', reason: '报市残联核对' }])
  })

  it('says what was saved, and nothing when the dialog was closed', async () => {
    const { user } = await open({ 'ledger.saveXlsx': () => succeed(null) })
    await screen.findByRole('table')
    await user.click(screen.getByRole('button', { name: /存为 Excel 表/ }))
    expect(screen.queryByText(/存好了/)).toBeNull()
    await user.keyboard('{Control>}p{/Control}')
    expect(await screen.findByText('存好了：四个一台账-示范县-2026-20261124.pdf，60 人，5 页。')).toBeVisible()
  })

  it('tells why a file was not saved', async () => {
    const { user } = await open({ 'ledger.savePdf': () => refuse('这个文件正开着，没有存上。请先关掉它，或者换一个名字再存') })
    await screen.findByRole('table')
    await user.click(screen.getByRole('button', { name: /存为 PDF/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('这个文件正开着')
  })

  it('an empty ledger says so and saves nothing', async () => {
    await open({ 'ledger.page': () => succeed(sampleLedger(0, 'SCREEN')) })
    expect(await screen.findByText('这个期间没有记录，换个期间。')).toBeVisible()
    expect(screen.getByRole('button', { name: /存为 PDF/ })).toBeDisabled()
  })
})

describe('pages', () => {
  const heights = { page: 180, title: 20, head: 20, end: 60 }

  it('are filled with whole rows; the first has room for the title, the last for sums and signatures', () => {
    expect(paginate({ ...heights, rows: Array.from({ length: 30 }, () => 10) }, true)).toEqual([
      { from: 0, to: 14, isFirst: true, isLast: false },
      { from: 14, to: 29, isFirst: false, isLast: false },
      { from: 29, to: 30, isFirst: false, isLast: true },
    ])
  })

  it('are told only when full while rows are still to come', () => {
    expect(paginate({ ...heights, rows: Array.from({ length: 20 }, () => 10) }, false)).toEqual([{ from: 0, to: 14, isFirst: true, isLast: false }])
  })

  it('hold a row that is higher than a page by itself', () => {
    expect(paginate({ ...heights, rows: [10, 500, 10] }, true).map(({ from, to }) => [from, to])).toEqual([[0, 1], [1, 2], [2, 3]])
  })

  it('one row is one page, none is none', () => {
    expect(paginate({ ...heights, rows: [10] }, true)).toEqual([{ from: 0, to: 1, isFirst: true, isLast: true }])
    expect(paginate({ ...heights, rows: [] }, true)).toEqual([])
  })
})

describe('paper', () => {
  const { columns, sums } = sampleLedger(5, 'INTERNAL')

  it('groups have a heading over their columns, the others reach over both rows', () => {
    const [upper, lower] = headRows(columns)
    expect(upper?.filter((cell) => cell.colSpan > 1).map((cell) => [cell.title, cell.colSpan])).toEqual([['① 信息核对', 4], ['② 能力评估', 3], ['③ 需求登记', 3], ['④ 就业服务', 4]])
    expect((upper ?? []).reduce((sum, cell) => sum + cell.colSpan, 0)).toBe(columns.length)
    expect(lower).toHaveLength(14)
  })

  it('sums say what they count', () => {
    const blocks = sumBlocks(columns, sums ?? [])
    expect(blocks.map((block) => block.text)).toEqual(['合计　5 人', '核对 3　有需求 2', '评估 1', '登记 0', '服务 1　次数 1', '全部完成 0'])
    expect(blocks.reduce((sum, block) => sum + block.colSpan, 0)).toBe(columns.length)
  })

  it('names who printed it and when, and is secret only with full numbers', () => {
    const at = new Date(2026, 10, 24, 8, 5)
    expect(marginTexts(at, '祝晓东', 'INTERNAL')).toEqual({ left: '打印：祝晓东　2026-11-24 08:05', right: '内部资料 注意保密' })
    expect(marginTexts(at, '祝晓东', 'SCREEN').right).toBe('')
  })

  it('a name cannot end the text of a margin', () => {
    expect(cssText('王"; } * { display: none } \\\n')).toBe('"王\\22 ; } * { display: none } \\5c \\a "')
  })

  it('loads every row, 200 at a time, or says why not', async () => {
    const page = pagesOf(sampleLedger(450, 'SCREEN'))
    const bridge = createFakeBridge({ handlers: { 'ledger.page': (input) => succeed(page(input)) } })
    const seen: number[] = []
    const loaded = await loadLedger(bridge, { ledger: 'fourOnes', cycleYear: '2026', masking: 'SCREEN' }, (done) => seen.push(done))
    expect(loaded.ok && loaded.value.rows.length).toBe(450)
    expect(seen).toEqual([200, 400, 450])
    const broken = createFakeBridge({ handlers: { 'ledger.page': () => refuse('已锁屏，先解锁') } })
    expect(await loadLedger(broken, { ledger: 'fourOnes', cycleYear: '2026', masking: 'SCREEN' }, () => undefined)).toEqual({ ok: false, message: '已锁屏，先解锁' })
  })
})
