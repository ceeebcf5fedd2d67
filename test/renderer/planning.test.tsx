import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { refuse, succeed } from './fakeBridge.ts'
import { personRow, today } from './people.ts'
import { renderApp } from './renderApp.tsx'

describe('planning visits', () => {
  it('lists villages with the most overdue first, and whom to see in the chosen one', async () => {
    const { user, bridge } = await renderApp('/planning')
    expect(await screen.findByText('选一个村，列出该走访的人')).toBeVisible()
    const villages = within(screen.getByRole('region', { name: '村' }))
    expect(villages.getAllByRole('button').slice(1).map((button) => button.textContent)).toEqual(['前进村逾期 430 天内到期 6该走访 31已排 3', '后屯村30 天内到期 2该走访 12', '村不详该走访 2'])
    await user.click(villages.getByRole('button', { name: /前进村/ }))
    expect(await screen.findByRole('heading', { name: '前进村　该走访 12 人' })).toBeVisible()
    expect(bridge.callsOf('planning.village')).toEqual([{ town: '示范镇', village: '前进村', offset: 0, limit: 50 }])
  })

  it('puts chosen people, or everybody who is not planned yet, onto a day, and offers to take it back', async () => {
    const { user, bridge } = await renderApp('/planning')
    await user.click(await screen.findByRole('button', { name: /前进村/ }))
    await user.click(await screen.findByRole('checkbox', { name: `选 ${personRow(0).name}` }))
    await user.type(screen.getByRole('textbox', { name: /去做什么/ }), '送政策')
    await user.click(screen.getByRole('button', { name: '排到今天，1 人' }))
    expect(bridge.callsOf('planning.addVisits')).toEqual([{ personIds: [personRow(0).id], on: today, purpose: '送政策' }])
    expect(await screen.findByText('排好了 1 人，今天去')).toBeVisible()
    expect(screen.getByRole('button', { name: '撤销' })).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: '全选这一页没排的 11 人' }))
    expect(screen.getByRole('button', { name: '排到今天，11 人' })).toBeVisible()
  })

  it('says at the day that it is past, and keeps who was chosen', async () => {
    const { user } = await renderApp('/planning', { handlers: { 'planning.addVisits': () => ({ ok: false, error: { code: 'dayIsPast', message: '这一天已经过了，请选今天或以后的日子', field: 'on' } }) } })
    await user.click(await screen.findByRole('button', { name: /前进村/ }))
    await user.click(await screen.findByRole('checkbox', { name: `选 ${personRow(0).name}` }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('这一天已经过了，请选今天或以后的日子')).toBeVisible()
    expect(screen.getByRole('button', { name: '排到今天，1 人' })).toBeVisible()
  })

  it('moves a visit to another day, changes the order and takes one off; who was visited is ticked', async () => {
    const { user, bridge } = await renderApp('/planning')
    const day = within(await screen.findByRole('complementary', { name: '今天　3 人' }))
    expect((await day.findAllByRole('listitem')).slice(0, 3).map((item) => within(item).queryByText('走到了') !== null)).toEqual([true, false, false])
    await user.click(day.getByRole('button', { name: `往前挪 ${personRow(7).name}` }))
    const [order] = bridge.callsOf('planning.orderVisits')
    expect(order?.documentIds.map((id) => id.slice(-3))).toEqual(['700', '702', '701'])
    await user.click(day.getByRole('button', { name: `${personRow(2).name} 改日子` }))
    await user.click(within(await screen.findByRole('dialog', { name: '改到哪一天' })).getByRole('button', { name: '改日子' }))
    expect(bridge.callsOf('planning.moveVisits').map(({ on }) => on)).toEqual(['2026-11-24'])
    await user.click(day.getByRole('button', { name: `拿掉 ${personRow(2).name}` }))
    expect(bridge.callsOf('planning.dropVisits')).toHaveLength(1)
    expect(screen.getByRole('heading', { name: '今天　3 人' })).toHaveFocus()
  })

  it('says of a visit what is overdue, also where that was promised or is to be asked besides the steps', async () => {
    await renderApp('/planning', {
      handlers: {
        'planning.day': ({ on }) => succeed({
          on, visits: [{ documentId: personRow(3).id, on, row: { ...personRow(3), nextStep: null, dueOn: null }, purpose: null, modes: [], asks: [{ kind: 'followUp' as const, on: '2026-11-13' }], done: false }],
        }),
      },
    })
    const [item] = await within(await screen.findByRole('complementary', { name: '今天　1 人' })).findAllByRole('listitem')
    expect(item).toHaveTextContent('逾期 10 天')
  })

  it('prints the sheets of the day with Ctrl+P and tells the name of the file', async () => {
    const { user, bridge } = await renderApp('/planning', { handlers: { 'papers.savePdf': () => succeed({ fileName: '走访单-20261123.pdf', pages: 4 }) } })
    await screen.findByRole('button', { name: '印走访单' })
    await user.keyboard('{Control>}p{/Control}')
    expect(await screen.findByText('存好了 走访单-20261123.pdf，4 页。打开它就能印')).toBeVisible()
    expect(bridge.callsOf('papers.savePdf')).toEqual([{ paper: 'dayPack', args: { on: today } }])
  })

  it('says that there is nobody to visit before a first roster', async () => {
    await renderApp('/planning', { persons: 0 })
    expect(await screen.findByText('还没有要走访的人。名册导入以后，这里按村列出来')).toBeVisible()
  })
})

describe('the code of a sheet', () => {
  const scan = (text: string) => {
    for (const key of [...text, 'Enter']) fireEvent.keyDown(document.body, { key })
  }

  it('scanned anywhere opens the file at its step, and none of its signs reaches the screen', async () => {
    const { bridge } = await renderApp('/today')
    await screen.findByRole('heading', { name: '今日' })
    const heard: string[] = []
    const listener = (event: KeyboardEvent) => heard.push(event.key)
    document.addEventListener('keydown', listener)
    await act(async () => scan('ZCR216D80NS96'))
    document.removeEventListener('keydown', listener)
    expect(bridge.callsOf('planning.openSheet')).toEqual([{ code: 'ZCR216D80NS96' }])
    expect(window.location.hash).toBe(`#/person/${personRow(5).id}/3`)
    expect(heard).toEqual([])
  })

  it('of another computer says so, where one can go on by name', async () => {
    await renderApp('/today', { handlers: { 'planning.openSheet': () => refuse('单子上的人不在这台电脑的名单里。请按姓名找') } })
    await screen.findByRole('heading', { name: '今日' })
    await act(async () => scan('ZCR216D80NS96'))
    expect(await screen.findByText('单子上的人不在这台电脑的名单里。请按姓名找')).toBeVisible()
    expect(screen.getByRole('combobox', { name: '找人' })).toHaveFocus()
  })

  it('that was read wrong says so, and what was no code at all is let go', async () => {
    const { bridge } = await renderApp('/today', { handlers: { 'planning.openSheet': () => refuse('编码对不上，有一处打错了。请照着单子再打一遍') } })
    await screen.findByRole('heading', { name: '今日' })
    await act(async () => scan('Z12'))
    expect(bridge.callsOf('planning.openSheet')).toEqual([])
    await act(async () => scan('ZCR216D80NS97'))
    expect(await screen.findByText('编码对不上，有一处打错了。请照着单子再打一遍')).toBeVisible()
  })

  it('in a text field is text', async () => {
    const { user, bridge } = await renderApp('/planning')
    await user.click(await screen.findByRole('button', { name: /前进村/ }))
    await user.click(await screen.findByRole('textbox', { name: /去做什么/ }))
    await user.keyboard('ZCR216D80NS96')
    expect(screen.getByRole('textbox', { name: /去做什么/ })).toHaveValue('ZCR216D80NS96')
    expect(bridge.callsOf('planning.openSheet')).toEqual([])
  })

  it('typed in groups into the search opens the file with Enter', async () => {
    const { user } = await renderApp('/today')
    await screen.findByRole('heading', { name: '今日' })
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: '找人' }), 'CR21 6d80 ns96')
    expect(await screen.findByRole('option', { name: new RegExp(personRow(5).name) })).toBeVisible()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe(`#/person/${personRow(5).id}/3`)
  })
})
