import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from './renderApp.tsx'
import type { FakeBridge } from './fakeBridge.ts'

const lastQuestion = (bridge: FakeBridge) => bridge.callsOf('persons.list').at(-1)

describe('the caseload', () => {
  it('asks for pages of 200, sorted by due date, and shows both denominators', async () => {
    const { bridge } = await renderApp('/caseload', { persons: 100_000 })
    expect(bridge.callsOf('persons.list')[0]).toEqual({ filter: {}, sort: 'due', descending: false, offset: 0, limit: 200 })
    const grid = await screen.findByRole('grid', { name: '服务对象' })
    expect(grid).toHaveAttribute('aria-rowcount', '100001')
    expect(screen.getByText('1,148')).toBeVisible()
    expect(screen.getByText('754')).toBeVisible()
    expect(within(grid).getAllByRole('row').length).toBeLessThan(120)
  })

  it('filters by town, step and due, and the chips say their value', async () => {
    const { user, bridge } = await renderApp('/caseload')
    await choose(user, /^乡镇：/, /示范镇/)
    expect(lastQuestion(bridge)?.filter).toEqual({ town: '示范镇' })
    await choose(user, /^哪一步：/, '能力评估')
    expect(lastQuestion(bridge)?.filter).toEqual({ town: '示范镇', step: 2 })
    await choose(user, /^到期：/, '七天内')
    expect(lastQuestion(bridge)?.filter).toEqual({ town: '示范镇', step: 2, due: 'week' })
    expect(screen.getByRole('button', { name: '乡镇：示范镇' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: '清掉筛选' }))
    expect(lastQuestion(bridge)?.filter).toEqual({})
  })

  it('forgets the village when another town is chosen', async () => {
    const { user, bridge } = await renderApp('/caseload')
    await choose(user, /^乡镇：/, /示范镇/)
    await choose(user, /^村：/, '前进村')
    expect(lastQuestion(bridge)?.filter).toEqual({ town: '示范镇', village: '前进村' })
    await choose(user, /^乡镇：/, /龙泉镇/)
    expect(lastQuestion(bridge)?.filter).toEqual({ town: '龙泉镇' })
  })

  it('searches as you type after / , and says when nobody fits', async () => {
    const { user, bridge } = await renderApp('/caseload')
    await user.keyboard('/')
    const box = screen.getByRole('textbox', { name: '找这张名单' })
    expect(box).toHaveFocus()
    await user.type(box, '宋长')
    await expect.poll(() => lastQuestion(bridge)?.filter).toEqual({ text: '宋长' })
    await user.type(box, '没有这个人')
    expect(await screen.findByText('没有对得上的人。少选一个条件试试')).toBeVisible()
  })

  it('moves with the arrow keys and opens the person at the step that is due with Enter', async () => {
    const { user } = await renderApp('/caseload')
    const grid = await screen.findByRole('grid')
    await within(grid).findByText('宋长海')
    act(() => grid.focus())
    await user.keyboard('{ArrowDown}')
    expect(activeRow(grid)).toHaveTextContent('宋长海')
    await user.keyboard('{End}')
    expect(activeRow(grid)).toHaveTextContent('周晓燕')
    await user.keyboard('{Home}{ArrowDown}{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: '宋长海' })).toBeVisible()
    expect(window.location.hash).toMatch(/\/2$/)
    expect(screen.getByText('第 2 人，共 12 人')).toBeVisible()
  })

  it('sorts by a column and turns the order with a second press', async () => {
    const { user, bridge } = await renderApp('/caseload')
    const head = await screen.findByRole('button', { name: '姓名' })
    await user.click(head)
    expect(lastQuestion(bridge)).toMatchObject({ sort: 'name', descending: false })
    await user.click(screen.getByRole('button', { name: '姓名' }))
    expect(lastQuestion(bridge)).toMatchObject({ sort: 'name', descending: true })
    expect(screen.getByRole('columnheader', { name: '姓名' })).toHaveAttribute('aria-sort', 'descending')
  })

  it('keeps the order while somebody works, and sorts anew only when asked', async () => {
    const { user, bridge } = await renderApp('/caseload')
    await screen.findByRole('grid')
    const before = bridge.callsOf('persons.list').length
    act(() => bridge.tell({ type: 'changed', personIds: [], all: false }))
    expect(bridge.callsOf('persons.list')).toHaveLength(before)
    await user.click(screen.getByRole('button', { name: '刷新次序' }))
    expect(bridge.callsOf('persons.list')).toHaveLength(before + 1)
  })

  it('sends the office to the roster when there is nobody yet', async () => {
    await renderApp('/caseload', { persons: 0, role: 'office' })
    expect(await screen.findByRole('link', { name: '去导入名册' })).toHaveAttribute('href', '#/import')
  })
})

function activeRow(grid: HTMLElement): HTMLElement | null {
  return document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
}

async function choose(user: Awaited<ReturnType<typeof renderApp>>['user'], chip: RegExp, option: string | RegExp) {
  await user.click(await screen.findByRole('button', { name: chip }))
  await user.click(await screen.findByRole('option', { name: option }))
}
