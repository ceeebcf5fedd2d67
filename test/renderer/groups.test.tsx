import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { refuse, succeed } from './fakeBridge.ts'
import { groupsHandlers, groupsOfPerson } from './groupsSample.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const personId = uuid(7)
const open = (more: object = {}, role: 'counsellor' | 'supervisor' = 'counsellor') =>
  renderApp(`/person/${personId}/groups`, { role, handlers: { ...groupsHandlers, ...more } })

async function violations() {
  const { violations: found } = await axe.run(document.querySelector('.app') ?? document.body, { rules: { 'color-contrast': { enabled: false } } })
  return found.map(({ id }) => id)
}

describe('类别与帮扶', () => {
  it('says of each group why, from which facts, what people said, what is owed and from which action', async () => {
    await open()
    const item = (await screen.findByRole('heading', { name: '长期失业' })).closest('li') as HTMLElement
    expect(item.textContent).toContain('因为2024-08-01 起没有工作，满 12 个月')
    expect(item.textContent).toContain('失业起始2024-08-01 基础信息核对 03-12')
    expect(item.textContent).toContain('林芳 03-12 核实过')
    const duties = within(item).getByRole('list', { name: '长期失业要做的' })
    expect(duties.textContent).toContain('（就业服务提升）')
    expect(within(item).getByText('09-02 职业介绍、岗位推荐')).toBeTruthy()
    expect(screen.getByText('2027-01-14 起 大龄失业：没有工作，满 40 岁')).toBeTruthy()
    expect(await violations()).toEqual([])
  })

  it('keeps a denied group in sight, without what is owed, and says that it does not count', async () => {
    await open()
    const item = (await screen.findByRole('heading', { name: '可接受职业教育的青壮年' })).closest('li') as HTMLElement
    expect(item.textContent).toContain('说不是的理由：已经在读成人大专。 不算在数里。')
    expect(within(item).queryByRole('list')).toBeNull()
    expect(within(item).getByRole('button', { name: /还是算/ })).toBeTruthy()
  })

  it('is confirmed with one key, and the focus goes on', async () => {
    const { bridge, user } = await open()
    const button = await screen.findByRole('button', { name: '残疾人大学生：核实，是' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(bridge.callsOf('groups.confirm')).toEqual([{ personId, flag: 'GRADUATE', isConfirmed: true, note: null }])
    await waitFor(() => expect(document.activeElement?.id).toBe('groups-title'))
  })

  it('is denied with a reason; without one it says so at the field and keeps what was typed', async () => {
    const { bridge, user } = await open({
      'groups.confirm': ({ note }: { note: string | null }) =>
        note?.trim() === '' ? refuse('请写为什么不是这一类') : succeed({ actionId: uuid(990), savedAt: '2026-11-23T02:42:18.000Z' }),
    })
    await user.click(await screen.findByRole('button', { name: '长期失业：不是这一类' }))
    const dialog = await screen.findByRole('dialog', { name: '长期失业：不是这一类？' })
    await user.keyboard('{Enter}')
    expect(await within(dialog).findByText('请写为什么不是这一类')).toBeTruthy()
    await user.type(within(dialog).getByRole('textbox'), '一直在打零工')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.callsOf('groups.confirm').at(-1)).toEqual({ personId, flag: 'LONG_TERM_UNEMPLOYED', isConfirmed: false, note: '一直在打零工' })
  })

  it('only shows to a supervisor', async () => {
    await open({}, 'supervisor')
    await screen.findByRole('heading', { name: '长期失业' })
    expect(screen.queryByRole('button', { name: /核实，是|不是这一类|记一步|记一份认定/ })).toBeNull()
  })

  it('has a sentence for whoever is in no group', async () => {
    await open({ 'groups.ofPerson': () => succeed({ ...groupsOfPerson, groups: [], coming: [], graduate: null }) })
    expect(await screen.findByText('现在不属于哪一类。有了变化，这里自己会算出来')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: '一人一策' })).toBeNull()
  })
})

describe('一人一策', () => {
  it('shows what is done and what is still owed', async () => {
    await open()
    const counts = await screen.findByRole('list', { name: '该做的几项' })
    expect(counts.textContent).toContain('政策宣讲 1 / 1')
    expect(counts.textContent).toContain('职业指导 0 / 1，还差 1')
    expect(counts.textContent).toContain('岗位推荐 3 / 3')
    expect(counts.textContent).toContain('技能培训或就业见习 0 / 1，还差 1')
  })

  it('takes a step by hand: what is missing is said at its field, then it is added to the others', async () => {
    let isFirst = true
    const { bridge, user } = await open({
      'records.complete': () => {
        if (!isFirst) return succeed({ actionId: uuid(990), savedAt: '2026-11-23T02:42:18.000Z', documentId: uuid(1), changeId: uuid(2), warnings: [] })
        isFirst = false
        return refuse('有 1 处要改', { fields: [{ path: 'steps.2.kind', message: '请选步骤' }] })
      },
    })
    await user.click(await screen.findByRole('button', { name: '记一步' }))
    const form = screen.getByRole('group', { name: '记一步' })
    expect(document.activeElement?.closest('[data-path]')?.getAttribute('data-path')).toBe('steps.2.kind')
    await user.type(within(form).getByRole('textbox', { name: /结果/ }), '说清了想法')
    await user.click(within(form).getByRole('button', { name: '保存' }))
    expect(await within(form).findByText('请选步骤')).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.closest('[data-path]')?.getAttribute('data-path')).toBe('steps.2.kind'))
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('option', { name: '职业指导' }))
    await user.click(within(form).getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '记一步' })).toBeNull())
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({
      kind: 'graduatePlan', personId, replaces: { documentId: uuid(8201), changeId: uuid(8202) },
      body: { responsibleName: '林芳', steps: [{ kind: 'POLICY_TALK' }, { kind: 'JOB_OFFER' }, { kind: 'GUIDANCE', on: '2026-11-23', result: '说清了想法' }] },
    })
    await waitFor(() => expect(document.activeElement?.id).toBe('graduate-title'))
  })

  it('is saved as a PDF, and says under which name', async () => {
    const { bridge, user } = await open({ 'papers.savePdf': () => succeed({ fileName: '一人一策-20261123.pdf', pages: 1 }) })
    await user.click(await screen.findByRole('button', { name: '打成 PDF' }))
    expect(await screen.findByText('存好了：一人一策-20261123.pdf，1 页')).toBeTruthy()
    expect(bridge.callsOf('papers.savePdf')).toEqual([{ paper: 'graduatePlan', args: { personId } }])
  })

  it('is opened for a graduate who has none', async () => {
    const { bridge, user } = await open({ 'groups.ofPerson': () => succeed({ ...groupsOfPerson, graduate: null }) })
    await user.click(await screen.findByRole('button', { name: '建立一人一策' }))
    const form = screen.getByRole('group', { name: '建立一人一策' })
    expect(within(form).getByRole('textbox', { name: /责任人/ })).toHaveProperty('value', '林芳')
    await user.click(within(form).getByRole('button', { name: '建立一人一策' }))
    await waitFor(() => expect(bridge.callsOf('records.complete')).toMatchObject([{ kind: 'graduatePlan', cycleYear: '2026', replaces: null, body: { openedOn: '2026-11-23', responsibleName: '林芳', steps: [] } }]))
  })
})

describe('就业困难人员认定', () => {
  const cert = {
    id: uuid(8901), entity: 'hardshipCert', on: '2026-01-05', version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received' as const, headId: uuid(8902),
    body: { category: 'DISABLED', certNo: '困 2026-0117', certifiedOn: '2026-01-05', org: '示范县人社局', cycleYear: '2026' },
  }
  const withCert = { 'persons.get': () => succeed({ ...personFile(personRow(6)), documents: [cert] }) }

  it('is cancelled with day and reason, as the next version', async () => {
    const { bridge, user } = await open(withCert)
    expect(await screen.findByText('困 2026-0117')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '记取消' }))
    const form = screen.getByRole('group', { name: '记取消' })
    expect(document.activeElement?.closest('[data-path]')?.getAttribute('data-path')).toBe('cancelledOn')
    await user.type(within(form).getByRole('textbox', { name: /取消的原因/ }), '已就业')
    await user.click(within(form).getByRole('button', { name: '记取消' }))
    await waitFor(() => expect(bridge.callsOf('records.complete')).toMatchObject([{
      kind: 'hardshipCert', replaces: { documentId: uuid(8901), changeId: uuid(8902) }, body: { certNo: '困 2026-0117', cancelledOn: '2026-11-23', reason: '已就业' },
    }]))
    expect(await violations()).toEqual([])
  })
})

describe('重点人群', () => {
  it('counts each group, leads to its list, and puts graduates without a plan first', async () => {
    const { bridge, user } = await renderApp('/groups', { handlers: groupsHandlers })
    const names = (await screen.findAllByRole('row')).map((row) => row.textContent ?? '')
    expect(names.findIndex((name) => name.includes('还没建档'))).toBeLessThan(names.findIndex((name) => name.includes('2 / 6')))
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: '看名单：长期失业' }))
    await waitFor(() => expect(bridge.callsOf('persons.list').at(-1)?.filter).toEqual({ flags: ['LONG_TERM_UNEMPLOYED'] }))
  })
})
