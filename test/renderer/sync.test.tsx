import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { whenWords } from '../../renderer/features/sync/when.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { renderApp } from './renderApp.tsx'
import { balance, status, syncHandlers } from './syncSample.ts'

/** The screen is fetched when it is first opened. */
const slow = { timeout: 10_000 }
const notEnrolled = { ...status, enrolled: false, serverUrl: null, scope: null, state: 'idle' as const, unsent: 3, refused: 0, lastContactAt: null, nextTryAt: null, message: null }

describe('the balance', () => {
  it('adds up to the record, in words and by day', async () => {
    await renderApp('/balance', { handlers: syncHandlers })
    expect(await screen.findByText('对得上，一条不多，一条不少。', {}, slow)).toBeVisible()
    const terms = [...document.querySelectorAll('.equation dl > div')].map((term) => term.textContent)
    expect(terms).toEqual(['这台电脑写下3,206', '县里已收到3,167', '差39', '还没发出34', '待核实3', '被退回2'].map((text) => expect.stringMatching(new RegExp(text.replace(/(\d)/, '\\s*$1')))))
    const days = within(screen.getByRole('table', { name: '按天' }))
    expect(days.getByRole('row', { name: /今天 11-23 周一 46 12 34/ })).toBeVisible()
    expect(days.getByRole('row', { name: /11-19 周四 41 41 平 0 0 0/ })).toBeVisible()
  })

  it('says so when it does not add up', async () => {
    await renderApp('/balance', { handlers: { ...syncHandlers, 'sync.balance': () => succeed({ ...balance, unsent: 30 }) } })
    expect(await screen.findByText(/对不上：差 39 条，三样合起来是 35 条。/, {}, slow)).toBeVisible()
  })

  it('lists what came back with its reason, and sends it again', async () => {
    const { user, bridge } = await renderApp('/balance', { handlers: syncHandlers })
    const tray = within(await screen.findByRole('complementary', { name: /^被退回/ }, slow))
    expect(tray.getByText('村名不在名录里。改好再发')).toBeVisible()
    expect(tray.getByRole('link', { name: '宋长海' })).toHaveAttribute('href', expect.stringContaining('#/person/'))
    await user.click(tray.getByRole('button', { name: '再发宋长海的基础信息核对' }))
    expect(await tray.findByText('1 条排好了，自己会发。')).toBeVisible()
    expect(bridge.callsOf('sync.resend')).toEqual([{ changeIds: [expect.any(String)] }])
  })

  it('sends at once with the primary key, and tells why it did not go', async () => {
    const { user, bridge } = await renderApp('/balance', { handlers: { ...syncHandlers, 'sync.now': () => refuse('还是连不上。写好的都在这台电脑上，10 分钟后再试') } })
    await screen.findByRole('button', { name: /马上发送/ }, slow)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('alert')).toHaveTextContent('还是连不上')
    expect(bridge.callsOf('sync.now')).toHaveLength(1)
  })

  it('follows the worker while it sends', async () => {
    const { bridge } = await renderApp('/balance', { handlers: syncHandlers })
    await screen.findByText('对得上，一条不多，一条不少。', {}, slow)
    act(() => bridge.tell({ type: 'sync', status: { ...status, state: 'sending', message: null } }))
    act(() => bridge.tell({ type: 'progress', task: 'sync', done: 12, total: 34, unit: '条' }))
    expect(await screen.findByText('12 / 34 条')).toBeVisible()
    expect(screen.getByRole('button', { name: /正在发送/ })).toBeVisible()
  })

  it('shows the way to the settings before the county is known', async () => {
    await renderApp('/balance', { handlers: { ...syncHandlers, 'sync.status': () => succeed(notEnrolled) } })
    expect(await screen.findByRole('link', { name: '去连到县里' }, slow)).toHaveAttribute('href', '#/settings')
  })
})

describe('the foot of the left bar', () => {
  it('tells what is not sent, what came back and how the link stands, and follows the worker', async () => {
    const { bridge } = await renderApp('/today', { handlers: syncHandlers })
    expect(await screen.findByText('34 条还没发出')).toBeVisible()
    expect(screen.getByText('2 条被退回')).toBeVisible()
    expect(screen.getByText(/^没有网络，上次联系/)).toBeVisible()
    act(() => bridge.tell({ type: 'sync', status: { ...status, state: 'idle', unsent: 0, refused: 0 } }))
    expect(screen.getByText('都已发到县里')).toBeVisible()
    expect(screen.queryByText('2 条被退回')).toBeNull()
  })
})

describe('connecting to the county', () => {
  const handlers = { ...syncHandlers, 'sync.status': () => succeed(notEnrolled) }

  it('asks for the address and the code, and takes the focus to the first that is missing', async () => {
    const { user, bridge } = await renderApp('/settings', { handlers })
    await user.click(await screen.findByRole('button', { name: '连到县里' }, slow))
    expect(await screen.findByText('请填县里给的地址')).toBeVisible()
    expect(screen.getByText('请填县办公室给的登记码')).toBeVisible()
    expect(screen.getByLabelText(/^地址/)).toHaveFocus()
    await user.type(screen.getByLabelText(/^地址/), '10.0.0.5:8443')
    await user.click(screen.getByRole('button', { name: '连到县里' }))
    expect(await screen.findByText('地址要以 https:// 或 http:// 开头，照县里给的抄')).toBeVisible()
    expect(bridge.callsOf('sync.enrol')).toEqual([])
  })

  it('connects and says as whom', async () => {
    const { user, bridge } = await renderApp('/settings', { handlers })
    await user.type(await screen.findByLabelText(/^地址/, {}, slow), ' https://10.0.0.5:8443 ')
    await user.type(screen.getByLabelText(/^一次性登记码/), 'K7M2-Q9XF{Enter}')
    expect(await screen.findByText('连上了：示范县，林芳，就业指导员。')).toBeVisible()
    expect(bridge.callsOf('sync.enrol')).toEqual([{ serverUrl: 'https://10.0.0.5:8443', code: 'K7M2-Q9XF' }])
    await waitFor(() => expect(screen.getByRole('heading', { name: '县里的地址' })).toHaveFocus())
  })

  it('ties a refusal to its field', async () => {
    const { user } = await renderApp('/settings', {
      handlers: { ...handlers, 'sync.enrol': () => refuse('这个登记码用过了。请向县办公室另要一个', { field: 'code' }) },
    })
    await user.type(await screen.findByLabelText(/^地址/, {}, slow), 'https://10.0.0.5:8443')
    await user.type(screen.getByLabelText(/^一次性登记码/), 'K7M2-Q9XF{Enter}')
    expect(await screen.findByText('这个登记码用过了。请向县办公室另要一个')).toBeVisible()
    expect(screen.getByLabelText(/^一次性登记码/)).toHaveFocus()
    expect(screen.getByLabelText(/^一次性登记码/)).toBeInvalid()
  })
})

it.each([
  [new Date(2026, 10, 23, 8, 12).toISOString(), '08:12'],
  [new Date(2026, 10, 20, 18, 5).toISOString(), '11-20 18:05'],
  [new Date(2025, 11, 31, 23, 59).toISOString(), '2025-12-31 23:59'],
])('%s is told as %s', (instant, words) => {
  expect(whenWords(instant, '2026-11-23')).toBe(words)
})
