import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { refuse, succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const wang = uuid(6)

describe("a person's file", () => {
  it('covers the numbers, shows one on request and covers it again when the window loses the focus', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/3`)
    expect(await screen.findByText('210199********2172')).toBeVisible()
    expect(screen.getByText('身份证号，后四位 2172')).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: '显示身份证号' })[0] as HTMLElement)
    expect(await screen.findByText('210199197406122167')).toBeVisible()
    expect(bridge.callsOf('persons.reveal')).toEqual([{ personId: wang, field: 'idNumber' }])
    act(() => {
      window.dispatchEvent(new Event('blur'))
    })
    expect(screen.queryByText('210199197406122167')).not.toBeInTheDocument()
  })

  it('keeps a revealed number out of sight when the store refuses', async () => {
    const { user } = await renderApp(`/person/${wang}/3`, { handlers: { 'persons.reveal': () => refuse('这一步由县办公室做') } })
    await user.click((await screen.findAllByRole('button', { name: '显示电话' }))[0] as HTMLElement)
    expect(await screen.findByText('这一步由县办公室做')).toBeVisible()
  })

  it('marks the open step and goes to another by Ctrl+number', async () => {
    const { user } = await renderApp(`/person/${wang}/3`)
    const steps = within(await screen.findByRole('navigation', { name: '四个一的步骤' }))
    expect(steps.getByRole('button', { current: 'step' })).toHaveTextContent('就业需求登记')
    await user.keyboard('{Control>}1{/Control}')
    expect(steps.getByRole('button', { current: 'step' })).toHaveTextContent('基础信息核对')
  })

  it('says why a hardship flag stands', async () => {
    const { user } = await renderApp(`/person/${wang}/3`)
    await user.click(await screen.findByRole('button', { name: '为什么' }))
    expect(await screen.findByText('从 2024-08 起没有工作，已经 27 个月')).toBeVisible()
  })

  it('saves a field by itself, based on the change that was seen, and says where it is saved', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 姓名' }))
    const field = screen.getByRole('textbox', { name: '姓名' })
    expect(field).toHaveFocus()
    await user.clear(field)
    await user.type(field, '王淑芳{Enter}')
    expect(bridge.callsOf('persons.update')).toEqual([{ personId: wang, fields: { name: '王淑芳' }, basedOn: { name: uuid(701) } }])
    expect(await screen.findByText(/^已保存 .*，在这台电脑上$/)).toBeVisible()
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: '改 姓名' }))
  })

  it('keeps what was typed when the store refuses it, with the words tied to the field', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`, {
      handlers: { 'persons.update': () => refuse('有 1 处要改', { fields: [{ path: 'contactName', message: '联系人最多 32 个字' }] }) },
    })
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.type(screen.getByRole('textbox', { name: '联系人' }), '某{Enter}')
    expect(await screen.findByRole('textbox', { name: '联系人' })).toHaveAccessibleDescription(/联系人最多 32 个字/)
    expect(screen.getByText('还没存上：联系人最多 32 个字')).toBeVisible()
  })

  it('reads pasted names and phones as a roster would', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 姓名' }))
    await user.clear(screen.getByRole('textbox', { name: '姓名' }))
    await user.type(screen.getByRole('textbox', { name: '姓名' }), ' 王 淑　芬 {Enter}')
    await user.click(await screen.findByRole('button', { name: '改 电话' }))
    await user.type(screen.getByRole('textbox', { name: '电话' }), ' 139-1234 5678 {Enter}')
    expect(bridge.callsOf('persons.update').map((call) => call.fields)).toEqual([{ name: '王淑芬' }, { phone: '13912345678' }])
  })

  it("takes the town from the county's list, and its code with it", async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 户籍乡镇' }))
    const field = screen.getByRole('combobox', { name: '户籍乡镇' })
    await user.clear(field)
    await user.type(field, '东河')
    await user.click(await screen.findByRole('option', { name: '东河乡' }))
    await user.click(screen.getByRole('button', { name: '改好了' }))
    expect(bridge.callsOf('persons.update')[0]?.fields).toEqual({ hukouTown: '东河乡', hukouAreaCode: expect.stringMatching(/^210199\d{3}$/) as string })
  })

  it('gives Ctrl+Z to the offer, also from a field in which nothing was typed since', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.type(screen.getByRole('textbox', { name: '联系人' }), '某{Enter}')
    await screen.findByText('改了联系人')
    await user.click(await screen.findByRole('button', { name: '改 常住村' }))
    const field = screen.getByRole('textbox', { name: '常住村' })
    await user.type(field, '某')
    await user.keyboard('{Control>}z{/Control}')
    expect(bridge.callsOf('journal.undo')).toHaveLength(0)
    await user.type(field, '{Enter}')
    await screen.findByText('改了常住村')
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    expect(screen.getByRole('textbox', { name: '联系人' })).toHaveFocus()
    await user.keyboard('{Control>}z{/Control}')
    expect(bridge.callsOf('journal.undo')).toHaveLength(1)
  })

  it('offers to take back only the newest change', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.type(screen.getByRole('textbox', { name: '联系人' }), '某{Enter}')
    await screen.findByText('改了联系人')
    await user.click(await screen.findByRole('button', { name: '改 电话' }))
    await user.type(screen.getByRole('textbox', { name: '电话' }), '13912345678{Enter}')
    expect(await screen.findByText('改了电话')).toBeVisible()
    expect(screen.queryByText('改了联系人')).not.toBeInTheDocument()
  })

  it('says in the head how much waits for a look at the paper, and leads there', async () => {
    const { user } = await renderApp(`/person/${wang}/3`)
    await user.click(await screen.findByRole('button', { name: '2 处待核实' }))
    expect(await screen.findByRole('tab', { name: '基本信息', selected: true })).toBeVisible()
  })

  it('tells import and its undo as coming onto the list and leaving it', async () => {
    const file = personFile(personRow(6))
    const entry = (at: string, fields: typeof file.timeline[number]['fields']) =>
      ({ actionId: uuid(950), at, actor: '祝晓东', what: 'person.patch', fields, reason: null, mark: 'local' as const })
    await renderApp(`/person/${wang}/3`, {
      handlers: {
        'persons.get': () => succeed({
          ...file,
          timeline: [
            entry('2026-11-22T02:03:00.000Z', [{ field: 'certDerived', from: true, to: false }]),
            entry('2026-11-22T02:02:00.000Z', [{ field: 'withdrawn', from: true, to: false }]),
            entry('2026-11-22T02:01:00.000Z', [{ field: 'withdrawn', from: null, to: true }]),
            entry('2026-11-22T02:00:00.000Z', [{ field: 'name', from: null, to: '王淑芬' }, { field: 'idNumber', from: null, to: '210199********2172' }]),
          ],
        }),
      },
    })
    const history = within(await screen.findByRole('complementary', { name: '经过' }))
    expect(history.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent?.trim())).toEqual(['看过证件', '又进名单', '移出名单', '进名单'])
  })

  it('leaves the old value on Escape', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.type(screen.getByRole('textbox', { name: '联系人' }), '某')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: '联系人' })).not.toBeInTheDocument()
    expect(bridge.callsOf('persons.update')).toHaveLength(0)
  })

  it('starts a change of a code from the code that is on file', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 民族' }))
    expect(screen.getByRole('combobox', { name: '民族' })).toHaveValue('汉族')
  })

  it('marks a derived certificate number until somebody has seen the paper', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    expect(await screen.findByText('推得')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '已看过证件 残疾人证号' }))
    expect(bridge.callsOf('persons.verify')).toEqual([{ personId: wang, field: 'certNumber' }])
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: '改 残疾人证号' }))
    await user.click(screen.getByRole('button', { name: '已看过证件 电话' }))
    expect(await screen.findByText(/^已保存/)).toBeVisible()
    expect(screen.queryByText('两次核对的号码不一样，请问本人')).not.toBeInTheDocument()
  })

  it('offers a supervisor nothing to change', async () => {
    await renderApp(`/person/${wang}/basics`, { role: 'supervisor' })
    expect(await screen.findByText('主管只看，不改')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^改 / })).not.toBeInTheDocument()
  })

  it('reads the file again when it was changed elsewhere, and not for other people', async () => {
    const { bridge } = await renderApp(`/person/${wang}/basics`)
    await screen.findByRole('heading', { level: 1 })
    act(() => bridge.tell({ type: 'changed', personIds: [uuid(1)], all: false }))
    expect(bridge.callsOf('persons.get')).toHaveLength(1)
    await act(async () => bridge.tell({ type: 'changed', personIds: [wang], all: false }))
    expect(bridge.callsOf('persons.get')).toHaveLength(2)
  })

  it('says that a person is not in the list, with a way back', async () => {
    await renderApp(`/person/${uuid(4000)}`)
    expect(await screen.findByRole('link', { name: '回名单' })).toBeVisible()
  })
})

describe('stepping back', () => {
  it('goes back to the list with Escape, but not out of a field or over an open explanation', async () => {
    const { user } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.keyboard('{Escape}')
    expect(window.location.hash).toContain(wang)
    await user.click(screen.getByRole('button', { name: '为什么' }))
    await screen.findByText('从 2024-08 起没有工作，已经 27 个月')
    await user.keyboard('{Escape}')
    expect(window.location.hash).toContain(wang)
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('heading', { level: 1, name: '服务对象' })).toBeVisible()
  })

  it('offers to take a change back, by button and by Ctrl+Z', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/basics`)
    await user.click(await screen.findByRole('button', { name: '改 联系人' }))
    await user.type(screen.getByRole('textbox', { name: '联系人' }), '某{Enter}')
    expect(await screen.findByText('改了联系人')).toBeVisible()
    await user.keyboard('{Control>}z{/Control}')
    expect(bridge.callsOf('journal.undo')).toEqual([{ actionId: uuid(990) }])
    await expect.poll(() => screen.queryByText('改了联系人')).toBeNull()
  })

  it('walks the list that the person was opened from', async () => {
    const { user } = await renderApp('/today')
    await user.click(await screen.findByRole('link', { name: '宋长海' }))
    await screen.findByRole('heading', { level: 1, name: '宋长海' })
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(await screen.findByRole('heading', { level: 1, name: '赵铁柱' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: '上一个人' }))
    expect(await screen.findByRole('heading', { level: 1, name: '宋长海' })).toBeVisible()
  })
})
