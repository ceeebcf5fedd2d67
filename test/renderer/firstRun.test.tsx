import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { recoveryCode, refuse, rightPassword } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { renderApp } from './renderApp.tsx'

async function fillPlace(options: FakeOptions = {}) {
  const app = await renderApp('/', { state: 'firstRun', ...options })
  await app.user.type(screen.getByRole('combobox', { name: /县/ }), '示范')
  await app.user.click(await screen.findByRole('option', { name: /示范县/ }))
  await app.user.type(screen.getByRole('textbox', { name: /您的姓名/ }), '林芳')
  await app.user.click(screen.getByRole('radio', { name: /县办公室/ }))
  return app
}

async function fillPassword(options: FakeOptions = {}) {
  const app = await fillPlace(options)
  await app.user.click(screen.getByRole('button', { name: /下一步，设密码/ }))
  await app.user.type(field(/^密码/), rightPassword)
  return app
}

describe('first run', () => {
  it('asks for county, name and role, says what is missing and goes to the first of it', async () => {
    const { user, bridge } = await renderApp('/', { state: 'firstRun' })
    await user.click(screen.getByRole('button', { name: /下一步，设密码/ }))
    expect(screen.getByText('请选一个县')).toBeVisible()
    expect(screen.getByText('请填姓名')).toBeVisible()
    expect(screen.getByText('请选一项')).toBeVisible()
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('combobox', { name: /县/ }))
    expect(bridge.callsOf('session.setUp')).toHaveLength(0)
  })

  it('goes on with Ctrl+Enter and marks the step as current', async () => {
    const { user } = await fillPlace()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('设一个密码')
    const steps = within(screen.getByRole('navigation', { name: '首次使用的步骤' })).getAllByRole('listitem')
    expect(steps[1]?.firstElementChild).toHaveAttribute('aria-current', 'step')
  })

  it('takes a password only when it is long enough and typed twice alike', async () => {
    const { user, bridge } = await fillPlace()
    await user.click(screen.getByRole('button', { name: /下一步，设密码/ }))
    await user.type(field(/^密码/), '短一点')
    await user.click(screen.getByRole('button', { name: /看恢复码/ }))
    expect(screen.getByText('还短了，至少 8 个字，现在是 3 个')).toBeVisible()
    await user.clear(field(/^密码/))
    await user.type(field(/^密码/), rightPassword)
    await user.type(field(/再打一遍/), `${rightPassword}了`)
    await user.click(screen.getByRole('button', { name: /看恢复码/ }))
    expect(screen.getByText('两遍打得不一样，请再打一遍')).toBeVisible()
    expect(bridge.callsOf('session.setUp')).toHaveLength(0)
  })

  it('shows the code once, covers it while its third group is typed, and goes on only when that is right', async () => {
    const { user, bridge } = await toRecovery()
    expect(bridge.callsOf('session.setUp')).toEqual([
      { countyCode: '210199', countyName: '示范县', userName: '林芳', role: 'office', password: rightPassword },
    ])
    for (const group of recoveryCode.split(' ')) expect(screen.getByText(group)).toBeVisible()
    const next = screen.getByRole('button', { name: /下一步，连到县里/ })
    expect(next).toBeDisabled()
    await user.type(screen.getByRole('textbox', { name: /第 3 组/ }), 'abcd')
    expect(screen.queryByText('3HTD')).not.toBeInTheDocument()
    expect(screen.getByText('和第 3 组对不上，请照纸上再打一遍')).toBeVisible()
    await user.clear(screen.getByRole('textbox', { name: /第 3 组/ }))
    await user.type(screen.getByRole('textbox', { name: /第 3 组/ }), '3htd')
    expect(next).toBeEnabled()
    await user.click(next)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('连到县里')
  })

  it('may leave the county for later and starts with today', async () => {
    const { user } = await toCounty()
    await user.click(screen.getByRole('button', { name: '以后再说' }))
    expect(await screen.findByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  })

  it('connects to the county and says so', async () => {
    const { user, bridge } = await toCounty()
    await user.click(screen.getByRole('button', { name: /^连到县里/ }))
    expect(screen.getByText('请填县里的地址')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: '县里的地址' }), 'https://10.1.2.3:8443')
    await user.type(screen.getByRole('textbox', { name: '一次性登记码' }), 'ABCD-EFGH')
    await user.click(screen.getByRole('button', { name: /^连到县里/ }))
    expect(bridge.callsOf('sync.enrol')).toEqual([{ serverUrl: 'https://10.1.2.3:8443', code: 'ABCD-EFGH' }])
    expect(await screen.findByText('连上了：示范县，林芳')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1, name: '连到县里' })).toHaveFocus()
  })

  it('says what went wrong when the store cannot be made, and keeps what was typed', async () => {
    const { user } = await fillPassword({ handlers: { 'session.setUp': () => refuse('磁盘满了，库还没建。腾出 200 兆再按一次') } })
    await user.type(field(/再打一遍/), rightPassword)
    await user.click(screen.getByRole('button', { name: /看恢复码/ }))
    expect(await screen.findByText('磁盘满了，库还没建。腾出 200 兆再按一次')).toBeVisible()
    expect(field(/^密码/)).toHaveValue(rightPassword)
  })
})

/** Password fields have no role; they are found by their label. */
function field(label: RegExp): HTMLElement {
  return screen.getByLabelText(label, { selector: 'input' })
}

async function toRecovery() {
  const app = await fillPlace()
  await app.user.click(screen.getByRole('button', { name: /下一步，设密码/ }))
  await app.user.type(field(/^密码/), rightPassword)
  await app.user.type(field(/再打一遍/), rightPassword)
  await app.user.click(screen.getByRole('button', { name: /看恢复码/ }))
  await screen.findByRole('textbox', { name: /第 3 组/ })
  return app
}

async function toCounty() {
  const app = await toRecovery()
  await app.user.type(screen.getByRole('textbox', { name: /第 3 组/ }), '3HTD')
  await app.user.click(screen.getByRole('button', { name: /下一步，连到县里/ }))
  return app
}
