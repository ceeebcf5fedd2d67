import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PersonFile } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const wang = uuid(6)
type Document = PersonFile['documents'][number]

function request(n: number, body: Document['body']): Document {
  return { id: uuid(n), entity: 'rightsRequest', on: null, version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'local', headId: uuid(n + 100), body }
}
function withDocuments(...documents: Document[]) {
  const file: PersonFile = { ...personFile(personRow(5)), documents }
  return { 'persons.get': () => succeed(file) }
}

describe('the rights of a person', () => {
  it('says by when an answer is owed, how the day is counted, and writes the request down', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/rights`, { handlers: { ...withDocuments(), 'records.prefill': () => succeed({ body: { receivedOn: '2026-11-23' }, previous: null }) } })
    await user.click(await screen.findByRole('button', { name: '记一个要求' }))
    const form = within(await screen.findByRole('group', { name: '记下本人的要求' }))
    expect(form.getByText('2026-12-14 前答复')).toBeVisible()
    expect(form.getByText('从提出那天起 15 个工作日，只扣周六周日，不扣节假日')).toBeVisible()
    await user.click(form.getByRole('radio', { name: '更正写错的' }))
    await user.type(form.getByRole('textbox', { name: /^具体要什么/ }), '电话写错了')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({ kind: 'rightsRequest', body: { kind: 'CORRECTION', receivedOn: '2026-11-23', askedFor: '电话写错了' } })
  })

  it('tells what is late, leads to where it is done, and takes the answer as the next version', async () => {
    const late = request(830, { kind: 'CORRECTION', receivedOn: '2026-10-26', dueOn: '2026-11-16', askedFor: '电话写错了' })
    const { user, bridge } = await renderApp(`/person/${wang}/rights`, { handlers: withDocuments(late) })
    expect(await screen.findByText('答复晚了 7 天')).toBeVisible()
    expect(screen.getByRole('link', { name: '去改基本信息' })).toHaveAttribute('href', `#/person/${wang}/basics`)
    await user.click(screen.getByRole('button', { name: '写办理结果 更正写错的' }))
    const form = within(await screen.findByRole('group', { name: '办理结果' }))
    await user.click(form.getByRole('radio', { name: '照办了' }))
    await user.type(form.getByRole('textbox', { name: /^办完的日期/ }), '1123')
    await user.tab()
    await user.click(form.getByRole('button', { name: '写好了' }))
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({ body: { result: 'DONE', doneOn: '2026-11-23' }, replaces: { documentId: late.id, changeId: late.headId } })
  })

  it('leaves erasure to the office', async () => {
    await renderApp(`/person/${wang}/rights`, { handlers: withDocuments() })
    expect(await screen.findByText('删除由县办公室做。先把本人的要求记下，县里会看到')).toBeVisible()
    expect(screen.queryByRole('button', { name: '删除这个人的信息' })).not.toBeInTheDocument()
  })

  it('erases with a ground and the name typed, says that it cannot be taken back, and goes back to the list', async () => {
    const asked = request(831, { kind: 'ERASURE', receivedOn: '2026-11-23', dueOn: '2026-12-14' })
    const { user, bridge } = await renderApp(`/person/${wang}/rights`, { role: 'office', handlers: withDocuments(asked) })
    await user.click(await screen.findByRole('button', { name: '删除这个人的信息' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/^删了就找不回来/)).toBeVisible()
    await user.type(dialog.getByRole('textbox', { name: /^照着写一遍姓名/ }), '王淑')
    await user.click(dialog.getByRole('button', { name: '删除' }))
    expect(dialog.getByText('请选依据')).toBeVisible()
    expect(dialog.getByText('姓名和上面的不一样，请照着写')).toBeVisible()
    expect(bridge.callsOf('persons.erase')).toEqual([])
    await user.click(dialog.getByRole('radio', { name: '本人撤回同意' }))
    await user.type(dialog.getByRole('textbox', { name: /^照着写一遍姓名/ }), '芬')
    await user.click(dialog.getByRole('button', { name: '删除' }))
    expect(bridge.callsOf('persons.erase')).toEqual([{ personId: wang, ground: 'WITHDRAWN', deadline: '2026-12-14' }])
    expect(await dialog.findByText(/^12 条内容清空了/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: '回名单' }))
    expect(window.location.hash).toBe('#/caseload')
  })

  it('stand on the first page until they are answered, each leading to its file', async () => {
    await renderApp('/today', { handlers: { 'rights.open': () => succeed([{ documentId: uuid(830), row: personRow(5), kind: 'CORRECTION', receivedOn: '2026-10-26', dueOn: '2026-11-16' }]) } })
    const heading = await screen.findByRole('heading', { name: /^本人的要求，等着答复/ })
    const list = within(heading.closest('section') as HTMLElement)
    expect(list.getByRole('link', { name: '王淑芬' })).toHaveAttribute('href', `#/person/${wang}/rights`)
    expect(list.getByText('更正写错的')).toBeVisible()
  })

  it('saves the own copy', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/rights`, { handlers: withDocuments() })
    const copy = within(await screen.findByRole('region', { name: '本人信息副本' }))
    await user.click(copy.getAllByRole('button')[0] as HTMLElement)
    expect(bridge.callsOf('papers.savePdf')).toMatchObject([{ paper: 'ownCopy', args: { personId: wang } }])
  })
})
