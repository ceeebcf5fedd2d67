import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/api/client.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const wang = uuid(6)

const own = { id: uuid(400), name: '王小', relation: '05', sex: '2', birthDate: '2001-02-03', state: 'UNEMPLOYED', ableAndWilling: true }

const household: NonNullable<Output<'persons.household'>> = {
  householdId: 'H1',
  files: [
    { personId: wang, name: '王淑芬', sex: '2', age: 52, relationToHead: null, isHolder: true, isGone: false, state: 'UNEMPLOYED' },
    { personId: uuid(8), name: '陈桂兰', sex: '2', age: 50, relationToHead: '户主', isHolder: true, isGone: false, state: null },
  ],
  members: [
    { ...own, personId: wang, personName: '王淑芬', differs: false },
    { id: uuid(401), name: '陈强', relation: '01', sex: '1', state: 'EMPLOYED', ableAndWilling: true, personId: uuid(8), personName: '陈桂兰', differs: true },
  ],
  facts: { holders: 2, workers: 3, employed: 0, unknown: 0 },
  groups: [{ flag: 'ZERO_EMPLOYMENT_HOUSEHOLD', because: '家里 3 个能工作的人都没有工作' }],
}
const base = personFile(personRow(5))
const file = { ...base, fields: { ...base.fields, householdId: 'H1', householdMembers: [own] } }
const handlers = { 'persons.get': () => succeed(file), 'persons.household': () => succeed(household) }

describe('the household', () => {
  it('says who belongs to it, and whether its two groups hold and why', async () => {
    await renderApp(`/person/${wang}/family`, { handlers })
    expect(await screen.findByText('家里 3 个能工作的人都没有工作')).toBeVisible()
    expect(screen.getByText('同一户 2 人持残疾人证')).toBeVisible()
    const holders = within(screen.getByRole('region', { name: '家里持证的人' }))
    expect(holders.getByRole('link', { name: '陈桂兰' })).toHaveAttribute('href', `#/person/${uuid(8)}/family`)
    expect(holders.getByText('不知道有没有工作')).toBeVisible()
    const members = within(screen.getByRole('region', { name: '家里没有证的人' }))
    expect(members.getByText('另一份档案写的不一样，请问清楚')).toBeVisible()
    expect(members.getByRole('link', { name: '写在陈桂兰的档案里' })).toBeVisible()
    expect(members.queryByRole('button', { name: '改 陈强' })).not.toBeInTheDocument()
  })

  it('adds a member by keyboard alone, with what is missing at its field, and keeps what was typed over a look at another tab', async () => {
    let isRefused = true
    const { user, bridge } = await renderApp(`/person/${wang}/family`, {
      handlers: {
        ...handlers,
        'persons.update': () => {
          if (!isRefused) return succeed({ actionId: uuid(990), savedAt: '2026-11-23T02:42:18.000Z' })
          isRefused = false
          return refuse('请选与本人关系', { fields: [{ path: 'householdMembers.1.relation', message: '请选与本人关系' }] })
        },
      },
    })
    const add = await screen.findByRole('button', { name: '加一个没有证的人' })
    add.focus()
    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: /^姓名/ })).toHaveFocus()
    await user.keyboard('王大')
    await user.click(screen.getByRole('tab', { name: '基本信息' }))
    await user.click(screen.getByRole('tab', { name: '家庭' }))
    expect(await screen.findByRole('textbox', { name: /^姓名/ })).toHaveValue('王大')
    await user.click(screen.getByRole('radio', { name: '男' }))
    await user.click(screen.getByRole('radio', { name: '未就业' }))
    await user.click(screen.getByRole('radio', { name: '能' }))
    await user.click(screen.getByRole('button', { name: '写好了' }))
    const relation = screen.getByRole('combobox', { name: /^是本人的什么人/ })
    expect(relation).toHaveAccessibleDescription(/请选与本人关系/)
    await expect.poll(() => document.activeElement).toBe(relation)
    await user.keyboard('儿')
    await user.click(await screen.findByRole('option', { name: '儿子' }))
    await user.click(screen.getByRole('button', { name: '写好了' }))
    expect(bridge.callsOf('persons.update').at(-1)?.fields).toMatchObject({
      householdMembers: [{ name: '王小' }, { name: '王大', sex: '1', relation: '04', state: 'UNEMPLOYED', ableAndWilling: true }],
    })
    expect(await screen.findByText('家里人写好了')).toBeVisible()
  })

  it('finds a relative with a certificate and makes one household of both', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/family`, { handlers })
    await user.click(await screen.findByRole('button', { name: '加一个持证的家里人' }))
    await user.type(screen.getByRole('textbox', { name: '找家里的人' }), '关')
    await user.click(await screen.findByRole('button', { name: '和关玉梅算一户' }))
    expect(bridge.callsOf('persons.joinHousehold')).toEqual([{ personId: wang, otherId: uuid(4) }])
    expect(await screen.findByText('和关玉梅记成一户了')).toBeVisible()
  })

  it('takes a member off', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/family`, { handlers })
    await user.click(await screen.findByRole('button', { name: '去掉 王小' }))
    expect(bridge.callsOf('persons.update').at(-1)?.fields).toEqual({ householdMembers: [] })
  })

  it('gives a supervisor nothing to change', async () => {
    await renderApp(`/person/${wang}/family`, { handlers, role: 'supervisor' })
    expect(await screen.findByText('家里 3 个能工作的人都没有工作')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^(改|加|去掉)/ })).not.toBeInTheDocument()
  })
})

describe('basic data that call for more', () => {
  it('asks for the guardian together with a limited capacity, and shows what is wrong at the field', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`, {
      handlers: { 'persons.update': () => refuse('请填监护人', { fields: [{ path: 'guardianName', message: '请填监护人' }] }) },
    })
    await user.click(await screen.findByRole('button', { name: '改 民事行为能力' }))
    expect(screen.queryByRole('textbox', { name: '监护人' })).not.toBeInTheDocument()
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('option', { name: '限制' }))
    const guardian = await screen.findByRole('textbox', { name: '监护人' })
    await user.click(screen.getByRole('button', { name: '改好了' }))
    expect(bridge.callsOf('persons.update')[0]?.fields).toEqual({ legalCapacity: 'LIMITED', guardianName: null, guardianRelation: null, guardianPhone: null })
    expect(guardian).toHaveAccessibleDescription(/请填监护人/)
    await expect.poll(() => document.activeElement).toBe(guardian)
  })

  it('shows a photo only while the consent to it stands', async () => {
    const consent = { id: uuid(850), entity: 'consent', on: '2026-03-12', version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received' as const, headId: uuid(7), body: { purpose: 'PHOTO', givenAt: '2026-03-12', form: 'PAPER', givenBy: 'SELF' } }
    const photo = { hash: 'a'.repeat(64), size: 10, type: 'image/png' }
    const handlersOf = (body: object) => ({ 'persons.get': () => succeed({ ...base, fields: { ...base.fields, photo }, documents: [{ ...consent, body: { ...consent.body, ...body } }] }), 'attachments.get': () => succeed({ type: 'image/png' as const, data: 'iVBORw0KGgo=' }) })
    const { user, bridge } = await renderApp(`/person/${wang}/basics`, { handlers: handlersOf({}) })
    const part = within(await screen.findByRole('region', { name: '照片' }))
    expect(await part.findByRole('button', { name: '看大图：照片' })).toBeInTheDocument()
    await user.click(part.getByRole('button', { name: '去掉照片' }))
    expect(bridge.callsOf('persons.update').at(-1)?.fields).toEqual({ photo: null })
    cleanup()
    await renderApp(`/person/${wang}/basics`, { handlers: handlersOf({ withdrawnAt: '2026-11-20' }) })
    const after = within(await screen.findByRole('region', { name: '照片' }))
    expect(after.getByText(/照片不再显示/)).toBeVisible()
    expect(after.queryByRole('button', { name: /看大图|换一张/ })).not.toBeInTheDocument()
    expect(after.getByRole('link', { name: '去同意书' })).toHaveAttribute('href', `#/person/${wang}/consents`)
  })

  it('names what a whole file has and this one has not, and leads there', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`)
    const missing = (await screen.findByText(/还没有填的/)).closest('p') as HTMLElement
    await user.click(within(missing).getAllByRole('button')[0] as HTMLElement)
    expect(document.activeElement).toHaveAccessibleName(/^改 /)
  })
})
