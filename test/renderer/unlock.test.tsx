import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { refuse, rightPassword } from './fakeBridge.ts'
import { renderApp } from './renderApp.tsx'

const password = () => screen.getByLabelText('密码', { selector: 'input' })

describe('unlocking', () => {
  it('says that the password is wrong, empties the field and keeps the focus in it', async () => {
    const { user } = await renderApp('/today', { state: 'locked' })
    await user.type(password(), '不是这个密码{Enter}')
    expect(await screen.findByText('密码不对。看看大写锁和输入法；还可以试 4 次')).toBeVisible()
    expect(password()).toHaveValue('')
    expect(password()).toHaveFocus()
    expect(password()).toHaveAccessibleDescription(/密码不对/)
  })

  it('opens with the right password where the person was', async () => {
    const { user } = await renderApp('/caseload', { state: 'locked' })
    await user.type(password(), `${rightPassword}{Enter}`)
    expect(await screen.findByRole('heading', { level: 1, name: '服务对象' })).toBeVisible()
  })

  it('shows the wait after several wrong tries and takes no further try before it is over', async () => {
    const { user, bridge } = await renderApp('/today', { state: 'locked', handlers: { 'session.unlock': () => refuse('密码不对。请等一等再试') } })
    bridge.session = { ...bridge.session, waitSeconds: 30 }
    await user.type(password(), '又错了一次{Enter}')
    expect(await screen.findByText('错了几次，等 30 秒再试')).toBeVisible()
    expect(screen.getByRole('button', { name: '解锁' })).toBeDisabled()
    await user.type(password(), `${rightPassword}{Enter}`)
    expect(bridge.callsOf('session.unlock')).toHaveLength(1)
  })

  it('opens with the recovery code and a new password', async () => {
    const { user, bridge } = await renderApp('/today', { state: 'locked' })
    await user.click(screen.getByRole('button', { name: '忘了密码，用恢复码' }))
    await user.type(screen.getByRole('textbox', { name: '恢复码' }), '7K2M Q9XF 3HTD WN4R 8PCE J6VY')
    await user.type(screen.getByLabelText('新密码', { selector: 'input' }), rightPassword)
    await user.type(screen.getByLabelText('新密码再打一遍', { selector: 'input' }), rightPassword)
    await user.click(screen.getByRole('button', { name: '打开，换成新密码' }))
    expect(bridge.callsOf('session.recover')).toHaveLength(1)
    expect(await screen.findByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  })

  it('locks with Ctrl+L, forgets the filters and says that nothing is lost', async () => {
    const { user, bridge } = await renderApp('/today')
    await user.keyboard('{Control>}l{/Control}')
    expect(bridge.callsOf('session.lock')).toHaveLength(1)
    expect(await screen.findByText('已锁屏，填了的都在。输密码接着填。')).toBeVisible()
    expect(screen.queryByText('宋长海')).not.toBeInTheDocument()
  })

  it.each([
    ['damaged', '这台电脑上的记录读不出来'], ['newerFile', '这些记录是更新的版本写的'], ['folderReadOnly', '存记录的文件夹不让写'], ['diskFull', '磁盘满了'],
  ] as const)('has a page of its own for %s that says what is safe and what to do', async (state, title) => {
    await renderApp('/today', { state, message: '从库里来的一句话' })
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(title)
    expect(screen.getByRole('alert')).toHaveTextContent('从库里来的一句话')
    expect(screen.getByRole('heading', { name: '什么是安全的' })).toBeVisible()
    expect(screen.getByRole('heading', { name: '现在怎么办' })).toBeVisible()
  })

  it('follows the worker when it locks', async () => {
    const { bridge } = await renderApp('/today')
    act(() => bridge.tell({ type: 'session', state: { ...bridge.session, state: 'locked', current: null } }))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('解锁')
  })
})
