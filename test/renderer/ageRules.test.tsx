import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/api/client.ts'
import { forgetView } from '../../renderer/state/view.ts'
import { succeed } from './fakeBridge.ts'
import { today } from './people.ts'
import { renderApp } from './renderApp.tsx'

const dashboard: Output<'persons.dashboard'> = {
  cycleYear: '2026', ageRule: 'LEGAL_2025', on: today,
  towns: [{ town: '示范镇', counts: { target: 1148, checked: 1054, need: 754, done: 556 } }],
  total: { target: 1148, targetLegal: 1148, targetCdpf: 1121, checked: 1054, need: 754, done: 556 },
}

beforeEach(forgetView)

describe('both rules of working age', () => {
  it('0.4 are counted in the progress, the one that decides first, with the way to those in whom they differ', async () => {
    const { user, bridge } = await renderApp('/progress', { role: 'office', handlers: { 'persons.dashboard': () => succeed(dashboard) } })
    const main = within(await screen.findByRole('main'))
    expect((await main.findByText(/数据截至/)).parentElement?.textContent).toContain('应核对的人：按现行退休年龄 1,148 人按残联 2012 年口径 1,121 人')
    expect(main.getByText(/表里按国家现行退休年龄。核对的率用应核对的人算/)).toBeVisible()
    await user.click(main.getByRole('button', { name: '看只有一种口径算的人' }))
    expect(await screen.findByRole('heading', { name: '服务对象' })).toBeVisible()
    expect(bridge.callsOf('persons.list').at(-1)?.filter).toEqual({ population: 'oneRule' })
    expect(screen.getByRole('button', { name: /范围.*只有一种年龄口径算的/ })).toBeVisible()
  })

  it('0.4 change places where the county goes by the older one', async () => {
    const older = { ...dashboard, ageRule: 'CDPF_2012' as const, total: { ...dashboard.total, target: 1121 } }
    await renderApp('/progress', { role: 'office', handlers: { 'persons.dashboard': () => succeed(older) } })
    expect((await screen.findByText(/数据截至/)).parentElement?.textContent).toContain('应核对的人：按残联 2012 年口径 1,121 人按现行退休年龄 1,148 人')
    expect(screen.getByText(/表里按残联 2012 年口径/)).toBeVisible()
  })

  it('0.3, 0.4 stand in the head of the list beside both denominators', async () => {
    await renderApp('/caseload', { handlers: { 'persons.dashboard': () => succeed(dashboard) } })
    const line = (await screen.findByText(/有就业需求 /, { selector: '.facts-line span' })).parentElement
    expect([...(line?.children ?? [])].map((part) => part.textContent)).toEqual([
      '应核对 1,148 人，已核对 1,054', '应核对按残联口径是 1,121', '有就业需求 754 人，四步全做完 556',
    ])
  })
})
