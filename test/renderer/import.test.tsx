import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { piecesOf } from '../../renderer/features/import/differences.ts'
import { findingWords } from '../../renderer/features/import/findingWords.ts'
import { startOver } from '../../renderer/features/import/importRun.ts'
import { sectionsOf } from '../../renderer/features/import/sections.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { importHandlers, importId, preview } from './importSample.ts'
import { renderApp } from './renderApp.tsx'

beforeEach(() => startOver(null))

async function open(handlers: FakeOptions['handlers'] = {}) {
  const app = await renderApp('/import', { role: 'office', handlers: { ...importHandlers, ...handlers } })
  // The screen is fetched when it is first opened.
  await screen.findByRole('heading', { name: '名册导入' }, { timeout: 10_000 })
  return app
}
async function openFindings(handlers: FakeOptions['handlers'] = {}) {
  const app = await open(handlers)
  await app.user.click(await screen.findByRole('button', { name: /选文件/ }))
  await screen.findByRole('columnheader', { name: '表里的列名' })
  await app.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('grid')
  return app
}

describe('the way in', () => {
  it('shows how every column was read and says that nothing is written', async () => {
    const { user, bridge } = await open()
    await user.click(await screen.findByRole('button', { name: /选文件/ }))
    expect(await screen.findByText('现在还没有写入任何内容。')).toBeVisible()
    expect(screen.getByRole('row', { name: '身份证号码 身份证号' })).toBeVisible()
    expect(screen.getByRole('row', { name: '填表人 没有用' })).toBeVisible()
    expect(screen.getByText('第 3 行是表头，共 1,240 行。13 列里用到 12 列。')).toBeVisible()
    expect(within(screen.getByRole('list', { name: '导入进度' })).getByText('认表头')).toHaveAttribute('aria-current', 'step')
    expect(bridge.callsOf('roster.confirm')).toEqual([])
  })

  it('leaves everything as it is when the dialog is closed', async () => {
    const { user, bridge } = await open({ 'roster.choose': () => succeed(null) })
    await user.click(await screen.findByRole('button', { name: /选文件/ }))
    expect(bridge.callsOf('roster.preview')).toEqual([])
    expect(screen.getByRole('button', { name: /选文件/ })).toBeVisible()
  })

  it('says what is wrong with a file and lets another one be chosen', async () => {
    const { user } = await open({ 'roster.preview': () => refuse('这个文件设了密码。请去掉密码另存，再导') })
    await user.click(await screen.findByRole('button', { name: /选文件/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('这个文件设了密码。请去掉密码另存，再导')
    expect(screen.getByRole('button', { name: /选文件/ })).toBeVisible()
  })

  it('counts while it reads, and stops without having written', async () => {
    let stop: (answer: ReturnType<typeof refuse>) => void = () => undefined
    const { user, bridge } = await open({
      'roster.preview': () => new Promise((resolve) => {
        stop = resolve
      }),
      'roster.cancel': () => {
        stop(refuse('已停下，什么都没有写入', { code: 'cancelled' }))
        return succeed({})
      },
    })
    await user.click(await screen.findByRole('button', { name: /选文件/ }))
    await screen.findByText('正在读名册')
    act(() => bridge.tell({ type: 'progress', task: 'preview', done: 4200, total: 12_400, unit: '行' }))
    expect(screen.getByText('4,200 / 12,400 行')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '不做了' }))
    expect(await screen.findByText('已停下，什么都没有写入。')).toBeVisible()
    expect(bridge.callsOf('roster.cancel')).toEqual([{ importId: null }])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the findings', () => {
  it('stand in the order of work, and arrow keys go from group to group', async () => {
    const { user } = await openFindings()
    const nav = screen.getByRole('navigation', { name: '发现' })
    expect(within(nav).getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      '请您看 导入后标待核实 33 行', '已替您改好 改成这样导入 95 行', '不能导入 改好再导 24 行', '重复 只导第一行 13 行', '提醒您看 照常导入 53 行', '和已有的人比 按身份证号 1,191 行',
    ])
    const first = within(nav).getByRole('button', { name: '号码和残疾人证对不上 7' })
    expect(first).toHaveAttribute('aria-current', 'true')
    act(() => first.focus())
    await user.keyboard('{ArrowDown}')
    expect(within(nav).getByRole('button', { name: '类别和残疾人证对不上 5' })).toHaveFocus()
    expect(await screen.findByRole('heading', { name: '类别和残疾人证对不上' })).toBeVisible()
    await user.keyboard('{End}')
    expect(within(nav).getByRole('button', { name: '没有变化 846' })).toHaveFocus()
  })

  it('show both values with the place where they differ', async () => {
    await openFindings()
    const [row] = await screen.findAllByRole('row', { name: /曹德山/ })
    expect([...(row?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['8', '3'])
    expect(row).toHaveTextContent('残疾人证号前 18 位应当就是身份证号')
  })

  it('asks for the rows of a group 200 at a time', async () => {
    const { user, bridge } = await openFindings()
    await user.click(screen.getByRole('button', { name: '没有变化 846' }))
    await waitFor(() => expect(bridge.callsOf('roster.rows')).toContainEqual({ importId, standing: 'same', offset: 0, limit: 200 }))
  })

  it('J and K go from row to row', async () => {
    const { user } = await openFindings()
    const grid = screen.getByRole('grid')
    const here = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    await waitFor(() => expect(here()).toHaveTextContent('曹德山'))
    await user.keyboard('jj')
    expect(here()).toHaveTextContent('那顺·巴雅尔')
    await user.keyboard('k')
    expect(here()).toHaveTextContent('吴玉珍')
    expect(grid).toHaveFocus()
  })

  it('tells field by field what would change of a known person', async () => {
    const { user } = await openFindings()
    await user.click(screen.getByRole('button', { name: '内容有变化 131' }))
    const [row] = await screen.findAllByRole('row', { name: /曹德山/ })
    expect(row).toHaveTextContent('电话 139****0318 → 改成 138****2746')
    expect(row).toHaveTextContent('户籍村 没有登记 → 改成 柳条沟村')
  })
})

describe('confirming', () => {
  it('writes once, says what was done and where it is kept', async () => {
    const { user, bridge } = await openFindings()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('新增 214 人，更新 131 人，没有变化 846 人。')).toBeVisible()
    expect(screen.getByText(/37 行没有导入/)).toBeVisible()
    expect(screen.getByText(/已保存/)).toBeVisible()
    expect(bridge.callsOf('roster.confirm')).toEqual([{ importId }])
    expect(screen.getByRole('heading', { name: '名册导入' })).toHaveFocus()
  })

  it('keeps the preview when it could not be written', async () => {
    const { user } = await openFindings({ 'roster.confirm': () => refuse('磁盘满了，这一批还没存上。先腾出 200 兆，再按确认') })
    await user.click(screen.getByRole('button', { name: /确认导入/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('磁盘满了')
    expect(screen.getByRole('button', { name: /确认导入/ })).toBeVisible()
    expect(screen.getByText('现在还没有写入任何内容。')).toBeVisible()
  })

  it('starts anew when the worker has forgotten the preview', async () => {
    const { user } = await openFindings({ 'roster.confirm': () => refuse('这次预览已经不在了，什么都没有写入。请再选一次文件', { code: 'previewGone' }) })
    await user.click(screen.getByRole('button', { name: /确认导入/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('请再选一次文件')
    expect(screen.getByRole('button', { name: /选文件/ })).toBeVisible()
  })

  it('lets the file go without writing', async () => {
    const { user, bridge } = await openFindings()
    await user.click(screen.getByRole('button', { name: '不导了，换一个文件' }))
    expect(await screen.findByRole('button', { name: /选文件/ })).toBeVisible()
    expect(bridge.callsOf('roster.cancel')).toEqual([{ importId }])
  })

  it('offers no confirmation when no row can come in', async () => {
    const nobody = { ...preview, counts: { ...preview.counts, fresh: 0, changed: 0, same: 0 } }
    await openFindings({ 'roster.preview': () => succeed(nobody) })
    expect(screen.getByText('没有可以导入的行，改好名册再来。')).toBeVisible()
    expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull()
  })
})

describe('earlier imports', () => {
  it('are taken back after one question, and who stays is named', async () => {
    const { user, bridge } = await open()
    await user.click(await screen.findByRole('button', { name: '撤销 示范镇名册.xlsx 的导入' }))
    const dialog = await screen.findByRole('dialog', { name: '撤销这次导入？' })
    expect(dialog).toHaveTextContent('示范镇名册.xlsx 新增的 261 人会从名单里拿掉')
    await user.click(within(dialog).getByRole('button', { name: '撤销' }))
    expect(await screen.findByText(/撤销了 259 人。 2 人导入以后有人改过，没有动：王淑芬、孙䶮。/)).toBeVisible()
    expect(bridge.callsOf('roster.undo')).toHaveLength(1)
    expect(screen.getByRole('heading', { name: '最近的导入' })).toHaveFocus()
  })

  it('say until when, and which are past it', async () => {
    await open()
    expect(await screen.findByText('12-20 前都可以')).toBeVisible()
    expect(screen.getByText('过了 30 天')).toBeVisible()
    expect(screen.getByText('已撤销')).toBeVisible()
  })

  it('are not there before the first one', async () => {
    await open({ 'roster.imports': () => succeed([]) })
    expect(await screen.findByText('还没有导入过名册。')).toBeVisible()
  })
})

describe('pieces', () => {
  it.each([
    ['210199038X', '210199033X', ['21019903', '8', 'X']],
    ['吴 玉珍', '吴玉珍', ['吴', ' ', '玉珍']],
    ['南坪乡', '南坪镇', ['南坪', '乡']],
    ['示范', '示范镇', ['示范']],
    ['𫍯一', '𫍯二', ['𫍯', '一']],
    ['', '镇', []],
  ])('%s against %s', (text, other, pieces) => {
    expect(piecesOf(text, other).map((piece) => piece.text)).toEqual(pieces)
  })

  it('findings are told in English too, from the same masked values', () => {
    const finding = { code: 'category-differs', kind: 'doubtful', field: 'disabilityCategory', before: '肢体', after: '视力', sentence: '残疾类别写的是 肢体。' }
    expect(findingWords(finding, 'zh')).toBe('残疾类别写的是 肢体。')
    expect(findingWords(finding, 'en')).toBe('The category says 肢体, the certificate says 视力.')
    expect(findingWords({ ...finding, code: 'of-another-kind' }, 'en')).toBe('残疾类别写的是 肢体。')
  })

  it('a verdict without a finding of its own still has its group', () => {
    const sections = sectionsOf(preview, 'en')
    expect(sections.find((section) => section.key === 'duplicate')?.items[0]?.question).toEqual({ verdict: 'duplicate' })
    expect(sections[0]?.items[0]?.title).toBe('Number and certificate disagree')
  })
})
