import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/api/client.ts'
import { forgetView } from '../../renderer/state/view.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

/** 本县的做法 in the settings. */

type Got = Output<'countyValues.get'>
type Body = Got['stated'][number]['body']

const body = (own: object): Body => ({ cycleYear: '2026', planId: 'LN-2025-2027', planVersion: 2, ...own }) as unknown as Body
const nothingSet: Got = { stated: [], head: null, versions: [], behind: 0 }
const own = body({ thresholds: { registrationMonths: 3 }, completionNeedsReview: true })
const oneSet: Got = {
  stated: [{ changeId: uuid(1), body: own }],
  head: uuid(1),
  versions: [
    { changeId: uuid(1), at: '2026-11-20T02:00:00.000Z', actor: '佟立新', body: own, isRival: false },
    { changeId: uuid(2), at: '2026-11-18T02:00:00.000Z', actor: '林芳', body: body({ dueOn: { infoCheck: '09-30' } }), isRival: false },
  ],
  behind: 0,
}

beforeEach(forgetView)

async function open(got: Got, role: 'office' | 'counsellor' = 'office', handlers = {}) {
  const app = await renderApp('/settings', { role, handlers: { 'countyValues.get': () => succeed(got), ...handlers } })
  const section = await screen.findByRole('region', { name: '本县的做法' })
  return { ...app, section, within: within(section) }
}

describe('what a county sets itself', () => {
  it('0.1 shows what differs from the plan, who changed it, and that the plan is not confirmed', async () => {
    const { within: part } = await open(oneSet)
    expect(await part.findByText('本省的文本还没有，先照国家方案和上一轮走')).toBeDefined()
    expect(part.getByText('登记管多久').nextSibling?.textContent).toBe('3 个月 方案是 6 个月')
    const entries = part.getAllByRole('listitem').map((item) => item.textContent)
    expect(entries[0]).toContain('佟立新 正在用')
    expect(entries[0]).toContain('登记管多久：6 个月 → 3 个月')
    expect(entries[0]).toContain('① 信息核对：09-30 → 12-31')
    expect(entries[1]).toContain('① 信息核对：12-31 → 09-30')
  })

  it('0.1 hands in only what differs from the plan, and offers the way back', async () => {
    const { user, within: part, bridge } = await open(nothingSet)
    await user.click(await part.findByRole('button', { name: '改本县的做法' }))
    expect(document.activeElement?.textContent).toBe('本县的做法')
    const months = part.getByRole('textbox', { name: '登记管多久' })
    expect(part.getByText('方案是 6 个月')).toBeDefined()
    await user.clear(months)
    await user.type(months, '3')
    await user.type(part.getByRole('textbox', { name: '本地月最低工资' }), '1,910.5')
    await user.click(part.getByRole('radio', { name: '要审核' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bridge.callsOf('countyValues.save')).toHaveLength(1))
    expect(bridge.callsOf('countyValues.save')).toEqual([
      { cycleYear: '2026', replaces: null, body: { thresholds: { registrationMonths: 3, minimumWageFen: 191050 }, completionNeedsReview: true } },
    ])
    expect(await part.findByText(/^已保存 .*，在这台电脑上/)).toBeDefined()
    expect(document.activeElement?.textContent).toBe('本县的做法')
    expect(await screen.findByRole('button', { name: /撤销/ })).toBeDefined()
  })

  it('0.1 hands in a day that was typed last, and stops at what is no day, which stays', async () => {
    const { user, within: part, bridge } = await open(nothingSet)
    await user.click(await part.findByRole('button', { name: '改本县的做法' }))
    const day = part.getByRole('textbox', { name: /信息核对/ })
    await user.clear(day)
    await user.type(day, '1301')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(day).toHaveFocus()
    expect(day).toHaveValue('1301')
    expect(day).toBeInvalid()
    expect(bridge.callsOf('countyValues.save')).toEqual([])
    await user.clear(day)
    await user.type(day, '1130')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bridge.callsOf('countyValues.save')).toMatchObject([{ body: { dueOn: { infoCheck: '11-30' } } }]))
  })

  it('0.1 tells what is no number at its field and keeps what was typed', async () => {
    const { user, within: part, bridge } = await open(nothingSet)
    await user.click(await part.findByRole('button', { name: '改本县的做法' }))
    const attempts = part.getByRole('textbox', { name: '至少联系几次' })
    await user.clear(attempts)
    await user.type(attempts, '四次')
    await user.click(part.getByRole('button', { name: /^保存/ }))
    expect(await part.findByText('这里要写数字，请改')).toBeDefined()
    expect((attempts as HTMLInputElement).value).toBe('四次')
    expect(bridge.callsOf('countyValues.save')).toEqual([])
    await waitFor(() => expect(document.activeElement).toBe(attempts))
  })

  it('0.1 shows the store’s own sentence at the field, and what somebody else saved meanwhile stays', async () => {
    const answers = [
      refuse('有 1 处要改，已标出', { fields: [{ path: 'thresholds.unreachableMethods', message: '总共联系 3 次，联系方式不能比次数多' }] }),
      refuse('别处刚改过本县的做法，您这次的还没有存。请看看新的，再改一次'),
    ]
    const { user, within: part } = await open(nothingSet, 'office', { 'countyValues.save': () => answers.shift() })
    await user.click(await part.findByRole('button', { name: '改本县的做法' }))
    const methods = part.getByRole('textbox', { name: '至少用几种方式' })
    await user.clear(methods)
    await user.type(methods, '5')
    await user.click(part.getByRole('button', { name: /^保存/ }))
    expect(await part.findByText('总共联系 3 次，联系方式不能比次数多')).toBeDefined()
    await user.click(part.getByRole('button', { name: /^保存/ }))
    expect(await part.findByText(/别处刚改过/)).toBeDefined()
    expect((methods as HTMLInputElement).value).toBe('5')
  })

  it('0.1 goes back to an older version, built upon the one that stands', async () => {
    const { user, within: part, bridge } = await open(oneSet)
    await user.click(await part.findByRole('button', { name: /^改回这一版/ }))
    await waitFor(() => expect(bridge.callsOf('countyValues.save')).toHaveLength(1))
    expect(bridge.callsOf('countyValues.save')[0]).toMatchObject({ replaces: uuid(1), body: { dueOn: { infoCheck: '09-30' } } })
  })

  it('is for everybody to read and for the office to change', async () => {
    const { within: part } = await open(oneSet, 'counsellor')
    expect(await part.findByText('由县办公室定')).toBeDefined()
    expect(part.queryByRole('button')).toBeNull()
  })

  it('3 of the architecture: says how far the counting anew has come', async () => {
    const { within: part, bridge } = await open({ ...oneSet, behind: 1200 })
    expect(await part.findByRole('progressbar', { name: '正在照新的做法重算' })).toBeDefined()
    bridge.tell({ type: 'progress', task: 'rebuild', done: 400, total: 1200, unit: '人' })
    expect(await part.findByText('400 / 1,200 人')).toBeDefined()
    bridge.tell({ type: 'progress', task: 'rebuild', done: 1200, total: 1200, unit: '人' })
    await waitFor(() => expect(part.queryByRole('progressbar')).toBeNull())
  })
})
