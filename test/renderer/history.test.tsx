import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PersonFile } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const wang = uuid(6)
type Entry = PersonFile['timeline'][number]

function entry(what: string, fields: Entry['fields'], more: Partial<Entry> = {}): Entry {
  return { actionId: uuid(950), at: '2026-11-22T02:03:00.000Z', actor: '祝晓东', what, fields, reason: null, mark: 'local', ...more }
}
function withTimeline(...timeline: Entry[]) {
  const file: PersonFile = { ...personFile(personRow(5)), timeline }
  return { 'persons.get': () => succeed(file) }
}

describe('经过', () => {
  it('says of a corrected record which version, and from what to what, in words', async () => {
    await renderApp(`/person/${wang}/basics`, {
      handlers: withTimeline(entry('infoCheck.succeed', [
        { field: 'method', from: 'HOME_VISIT', to: 'PHONE' }, { field: 'hasEmploymentNeed', from: false, to: true },
        { field: 'signature', from: { date: '2026-11-20', paperLocation: '柜 1' }, to: { date: '2026-11-21', paperLocation: '柜 1' } },
        { field: 'checkerId', from: uuid(1), to: uuid(2) },
      ], { documentId: uuid(801), version: 2 })),
    })
    const history = within(await screen.findByRole('complementary', { name: '经过' }))
    expect(history.getByText('第 2 版')).toBeVisible()
    expect(history.getByText(/核对方式/).closest('p')).toHaveTextContent('核对方式：入户 → 电话')
    expect(history.getByText(/有没有就业需求/).closest('p')).toHaveTextContent('没有 → 有')
    expect(history.getByText(/签字日期/).closest('p')).toHaveTextContent('2026-11-20 → 2026-11-21')
    expect(history.queryByText(new RegExp(uuid(1)))).not.toBeInTheDocument()
  })

  it('says why a record is void, what a new one holds, and members of the household by name', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`, {
      handlers: withTimeline(
        entry('employmentPeriod.void', [], { reason: '没有去上班', documentId: uuid(803), version: 1 }),
        entry('employmentPeriod.create', [{ field: 'state', from: null, to: 'EMPLOYED' }, { field: 'monthlyIncomeFen', from: null, to: 350000 }], { documentId: uuid(803), version: 1 }),
        entry('person.patch', [{ field: 'householdMembers', from: null, to: [{ id: uuid(1), name: '王小', relation: '05', state: 'UNEMPLOYED' }] }]),
        entry('person.erase', [], { reason: 'WITHDRAWN' }),
      ),
    })
    const history = within(await screen.findByRole('complementary', { name: '经过' }))
    expect(history.getByText('没有去上班')).toBeVisible()
    await user.click(history.getByText('写了 2 项'))
    expect(history.getByText(/月收入/).closest('p')).toHaveTextContent('月收入：3,500 元')
    expect(history.getByText(/家里没有证的人/).closest('p')).toHaveTextContent('— → 王小（女儿，未就业）')
    expect(history.getByText('本人撤回同意')).toBeVisible()
  })
})

describe('a past day', () => {
  it('is asked for, shown under a bar that names it, cannot be changed, and is left again', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '看某一天的样子' }))
    await user.type(await screen.findByRole('textbox', { name: /^哪一天/ }), '2026-04-01{Enter}')
    const title = await screen.findByRole('heading', { name: '这是 2026-04-01 当天结束时的档案，只能看' })
    await expect.poll(() => document.activeElement).toBe(title)
    expect(bridge.callsOf('persons.asAt')).toEqual([{ personId: wang, day: '2026-04-01', basis: 'recorded' }])
    for (const name of ['基本信息', '家庭', '就业状况', '移出', '同意书']) {
      await user.click(screen.getByRole('tab', { name }))
      expect(screen.queryByRole('button', { name: /^(改|加|更正|作废|移出|撤回|显示)/ })).not.toBeInTheDocument()
    }
    await user.click(screen.getByRole('button', { name: '回到今天' }))
    expect(await screen.findByRole('button', { name: '改 姓名' })).toBeVisible()
  })

  it('says that there was nothing yet', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '看某一天的样子' }))
    await user.type(await screen.findByRole('textbox', { name: /^哪一天/ }), '2025-04-01{Enter}')
    expect(await screen.findByText('2025-04-01 那天，档案里还没有这个人。最早从 2026-03-12 起有')).toBeVisible()
  })
})
