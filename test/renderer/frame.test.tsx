import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../../renderer/i18n/en.ts'
import { zhCN } from '../../renderer/i18n/zh-CN.ts'
import { personRow } from './people.ts'
import { renderApp } from './renderApp.tsx'

describe('the frame', () => {
  it.each([
    ['counsellor', ['今日', '服务对象', '走访安排', '台账打印', '进度与指标', '重点人群', '审核', '第二人评估', '对账单', '设置']],
    ['office', ['今日', '服务对象', '走访安排', '名册导入', '疑似重复', '台账打印', '进度与指标', '重点人群', '审核', '第二人评估', '对账单', '设置']],
  ] as const)('shows a %s the entries of the role and no others', async (role, entries) => {
    await renderApp('/today', { role })
    const links = within(screen.getByRole('navigation', { name: '主菜单' })).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(entries)
  })

  it('has no import screen for a counsellor, also by its address', async () => {
    await renderApp('/import')
    expect(screen.getByText('没有这一页')).toBeVisible()
  })

  it('always says how much is not sent and how the link stands', async () => {
    await renderApp('/today')
    const side = within(screen.getByRole('banner', { name: '边栏' }))
    expect(await side.findByText('34 条还没发出')).toBeVisible()
    expect(side.getAllByText(/没有网络/)[0]).toBeVisible()
  })

  it('finds a person by Ctrl+K and opens the file with Enter', async () => {
    const { user, bridge } = await renderApp('/today')
    await user.keyboard('{Control>}k{/Control}')
    const box = await screen.findByRole('combobox', { name: '找人' })
    await user.type(box, '宋')
    const list = screen.getByRole('listbox', { name: '找人' })
    expect(await within(list).findByRole('option', { name: /宋长海/ })).toHaveAttribute('aria-selected', 'true')
    expect(bridge.callsOf('persons.search')).toEqual([{ text: '宋', limit: 8 }])
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: '宋长海' })).toBeVisible()
  })

  it('does not take the Enter of an input method for a choice', async () => {
    const { user } = await renderApp('/today')
    await user.keyboard('{Control>}k{/Control}')
    const box = await screen.findByRole('combobox', { name: '找人' })
    await user.type(box, '宋')
    await screen.findByRole('option', { name: /宋长海/ })
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 })
    expect(screen.getByRole('combobox', { name: '找人' })).toBeVisible()
  })

  it('shows the table of keys by Ctrl+/ and closes it with Escape', async () => {
    const { user } = await renderApp('/today')
    await user.keyboard('{Control>}/{/Control}')
    expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeVisible()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('goes home by Ctrl+Home and presses the primary button by Ctrl+Enter', async () => {
    const { user } = await renderApp('/settings')
    await user.keyboard('{Control>}{Home}{/Control}')
    expect(await screen.findByRole('heading', { level: 1, name: '今日' })).toBeVisible()
    await screen.findByRole('button', { name: /接着走访：柳条沟村/ })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(window.location.hash).toContain(`#/visit/${personRow(2).id}`)
  })

  it('leaves / alone when single keys are switched off', async () => {
    const { user } = await renderApp('/caseload', { settings: { singleKeys: false } })
    await screen.findByRole('grid')
    await user.keyboard('/')
    expect(screen.getByRole('textbox', { name: '找这张名单' })).not.toHaveFocus()
  })

  it('locks when nobody has given a sign for the set minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    try {
      const { bridge } = await renderApp('/today', { settings: { idleLockMinutes: 5 } })
      await act(async () => vi.advanceTimersByTime(4 * 60_000))
      fireEvent.keyDown(window, { key: 'a' })
      await act(async () => vi.advanceTimersByTime(4 * 60_000))
      expect(bridge.callsOf('session.lock')).toHaveLength(0)
      await act(async () => vi.advanceTimersByTime(65_000))
      expect(bridge.callsOf('session.lock')).toHaveLength(1)
      expect(screen.getByText('5 分钟没动，已锁屏。输密码接着填。')).toBeVisible()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('settings', () => {
  it('switches the language at once, and with it the lang attribute', async () => {
    const { user, bridge } = await renderApp('/settings')
    expect(document.documentElement.lang).toBe('zh-CN')
    await user.click(await screen.findByRole('radio', { name: 'English' }))
    expect(bridge.callsOf('settings.set')).toEqual([{ language: 'en' }])
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    await user.click(screen.getByRole('radio', { name: '中文' }))
    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  })

  it('puts size of text, theme and row height on the document', async () => {
    const { user } = await renderApp('/settings')
    await user.click(await screen.findByRole('radio', { name: '200%' }))
    await user.click(screen.getByRole('radio', { name: '户外强光' }))
    await user.click(screen.getByRole('radio', { name: '触屏' }))
    await expect.poll(() => ({ ...document.documentElement.dataset })).toMatchObject({ text: '200', theme: 'sun', density: 'touch' })
  })

  it('changes the password only when the new one is typed twice alike', async () => {
    const { user, bridge } = await renderApp('/settings')
    await user.click(await screen.findByRole('button', { name: '换密码' }))
    await user.type(screen.getByLabelText('现在的密码', { selector: 'input' }), '旧密码旧密码')
    await user.type(screen.getByLabelText('新密码', { selector: 'input' }), '新密码新密码新密码')
    await user.click(screen.getByRole('button', { name: '换成新密码' }))
    expect(screen.getByText('两遍打得不一样，请再打一遍')).toBeVisible()
    await user.type(screen.getByLabelText('新密码再打一遍', { selector: 'input' }), '新密码新密码新密码')
    await user.click(screen.getByRole('button', { name: '换成新密码' }))
    expect(bridge.callsOf('session.changePassword')).toEqual([{ oldPassword: '旧密码旧密码', newPassword: '新密码新密码新密码' }])
    expect(await screen.findByText('密码换好了，下次解锁用新的')).toBeVisible()
  })
})

describe('the texts', () => {
  const keysOf = (texts: object, path = ''): string[] =>
    Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`]))
  const at = (texts: object, path: string): unknown => path.split('.').reduce((node, key) => (node as Record<string, object>)[key] as object, texts)

  it('are there in English for every Chinese key, and none is empty', () => {
    const chinese = keysOf(zhCN)
    expect(keysOf(en).filter((key) => !key.endsWith('_one'))).toEqual(expect.arrayContaining(chinese))
    for (const key of chinese) expect(at(en, key), key).toEqual(expect.stringMatching(/\S/))
  })

  it('name the same values in both languages', () => {
    const values = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort()
    for (const key of keysOf(zhCN)) {
      const chinese = new Set(values(at(zhCN, key)))
      for (const value of values(at(en, key))) expect(chinese, key).toContain(value)
    }
  })

  it('keep to the tone: no exclamation marks, no 请注意, no 成功 or 失败', () => {
    for (const key of keysOf(zhCN)) expect(String(at(zhCN, key)), key).not.toMatch(/[！!]|请注意|成功|失败|暂无|非法|无权限/)
  })
})
