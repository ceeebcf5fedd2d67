import { openXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { createSaveHandlers } from '../../../electron/ledger/saveHandlers.ts'
import type { SaveHandlerDeps } from '../../../electron/ledger/saveHandlers.ts'
import { countPages } from '../../../electron/papers/printPage.ts'
import type { PrintWindow } from '../../../electron/papers/ports.ts'
import { fileNameOf } from '../../../electron/ledger/save.ts'
import { pagesOf, sampleLedger } from './paperRows.ts'

const input = { ledger: 'fourOnes', cycleYear: '2026', masking: 'SCREEN' } as const

interface Fate {
  readonly marks?: readonly object[]
  readonly filePath?: string
  readonly total?: number
}

function set({ marks = [{ ready: 'true' }], filePath = '/somewhere/台账.pdf', total = 450 }: Fate = {}) {
  const files = new Map<string, Uint8Array>()
  const seen = { urls: [] as string[], destroyed: 0, asked: [] as string[], progress: [] as number[], waited: 0, offsets: [] as number[] }
  const page = pagesOf(sampleLedger(total, 'SCREEN'))
  let looks = 0
  const window = (): PrintWindow => ({
    loadURL: async (url) => void seen.urls.push(url),
    webContents: {
      executeJavaScript: async () => marks[Math.min(looks++, marks.length - 1)],
      printToPDF: async () => Buffer.from('%PDF\n/Type /Pages\n/Type /Page\n/Type /Page\n'),
    },
    destroy: () => void (seen.destroyed += 1),
  })
  const deps: SaveHandlerDeps = {
    page: async (question) => {
      seen.offsets.push(question.offset)
      return { ok: true, value: page(question) }
    },
    openPrintWindow: window,
    printPage: 'app://four-ones/print.html',
    showSaveDialog: async ({ defaultPath }) => {
      seen.asked.push(defaultPath)
      return { canceled: filePath === '', filePath }
    },
    writeFile: async (path, bytes) => {
      files.set(path, bytes)
      return { ok: true, value: null }
    },
    tell: (event) => {
      if (event.type === 'progress') seen.progress.push(event.done)
    },
    wait: async (ms) => void (seen.waited += ms),
    log: () => undefined,
  }
  return { save: createSaveHandlers(deps), files, seen }
}

test('a PDF is printed when the page says that it is ready, and its pages are counted', async () => {
  const { save, files, seen } = set({ marks: [{}, { done: '200', total: '450' }, { done: '450', total: '450' }, { done: '450', total: '450', ready: 'true' }] })
  expect(await save['ledger.savePdf'](input)).toEqual({ ok: true, value: { fileName: '台账.pdf', rows: 450, pages: 2 } })
  expect(seen.urls).toEqual([`app://four-ones/print.html#${encodeURIComponent(JSON.stringify(input))}`])
  expect(seen.progress).toEqual([200, 450])
  expect(seen.asked).toEqual(['四个一台账-示范县-2026-20261124.pdf'])
  expect(seen.destroyed).toBe(1)
  expect([...files.keys()]).toEqual(['/somewhere/台账.pdf'])
})

test('a page that says why it failed gives its sentence, and no file is written', async () => {
  const { save, files, seen } = set({ marks: [{ failed: '已锁屏，先解锁' }] })
  expect(await save['ledger.savePdf'](input)).toEqual({ ok: false, error: { code: 'printFailed', message: '已锁屏，先解锁' } })
  expect([files.size, seen.destroyed]).toEqual([0, 1])
})

test('a page that never gets ready is given up after a minute without a further row', async () => {
  const { save, seen } = set({ marks: [{ done: '200', total: '450' }] })
  expect(await save['ledger.savePdf'](input)).toMatchObject({ ok: false, error: { code: 'printFailed' } })
  expect(seen.waited).toBeGreaterThanOrEqual(60_000)
  expect(seen.destroyed).toBe(1)
})

test('closing the dialog saves nothing and is no failure', async () => {
  const { save, files, seen } = set({ filePath: '' })
  expect(await save['ledger.savePdf'](input)).toEqual({ ok: true, value: null })
  expect([files.size, seen.urls.length]).toEqual([0, 0])
})

test('full numbers need a reason before anything is asked', async () => {
  const { save, seen } = set()
  expect(await save['ledger.saveXlsx']({ ...input, masking: 'INTERNAL', reason: '  ' })).toMatchObject({ ok: false, error: { field: 'reason' } })
  expect(seen.asked).toEqual([])
})

test('an empty ledger makes no file', async () => {
  const { save, seen } = set({ total: 0 })
  expect(await save['ledger.saveXlsx'](input)).toMatchObject({ ok: false, error: { code: 'nothingToPrint' } })
  expect(seen.asked).toEqual([])
})

test('the workbook holds every row, fetched 200 at a time', async () => {
  const { save, files, seen } = set({ filePath: '/somewhere/台账.xlsx' })
  expect(await save['ledger.saveXlsx'](input)).toEqual({ ok: true, value: { fileName: '台账.xlsx', rows: 450, pages: null } })
  expect(seen.offsets).toEqual([0, 0, 200, 400])
  const book = await openXlsx(files.get('/somewhere/台账.xlsx') ?? new Uint8Array())
  const serials = book.sheets[0]?.rows.map((row) => row[0]).filter((cell) => /^\d+$/.test(String(cell)))
  expect(serials).toHaveLength(450)
})

test('the workbook says what is not yet at the county, and that full numbers are for inside', async () => {
  const { save, files } = set({ filePath: '/somewhere/台账.xlsx' })
  const table = async () => (await openXlsx(files.get('/somewhere/台账.xlsx') ?? new Uint8Array())).sheets[0]
  await save['ledger.saveXlsx'](input)
  expect((await table())?.rows[1]?.join(' ')).toContain('（含未上报 14 条）')
  expect((await table())?.headerFooter?.oddFooter).toBe('&C第 &P 页 共 &N 页')
  await save['ledger.saveXlsx']({ ...input, masking: 'INTERNAL', reason: '送县残联核对' })
  expect((await table())?.headerFooter?.oddFooter).toBe('&C第 &P 页 共 &N 页&R内部资料 注意保密')
})

test.each([
  [{ town: '石门街道' }, '四个一台账-示范县-石门街道-2026-20261124.pdf'],
  [{ masking: 'PUBLIC' }, '四个一台账-示范县-公示-2026-20261124.pdf'],
  [{ town: '../a:b' }, '四个一台账-示范县-.._a_b-2026-20261124.pdf'],
] as const)('a file is called by what it holds: %j', (patch, name) => {
  expect(fileNameOf({ ...input, ...patch }, { unit: '示范县残疾人联合会', filledOn: '2026年11月24日' }, 'pdf')).toBe(name)
})

test('pages are counted, the tree of pages is not', () => {
  expect(countPages(Buffer.from('/Type /Pages /Count 3 /Type /Page\n/Type/Page>>/Type /PageLabel'))).toBe(2)
})
