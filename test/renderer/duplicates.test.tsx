import { act, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { recordKinds } from '../../domain/records/index.ts'
import { zhCN } from '../../renderer/i18n/zh-CN.ts'
import { duplicatesList, merges } from './duplicatesSample.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const office = { role: 'office' } as const

async function axeProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.querySelector('#main') as Element, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map((violation) => violation.id)
}

describe('likely duplicates', () => {
  it('are listed with why, and are there for the office alone', async () => {
    await renderApp('/duplicates', office)
    const pairs = (await screen.findByRole('link', { name: '对照 王淑芬和王淑芬' })).closest('li') as HTMLElement
    expect(within(pairs).getByText('身份证号只差一位')).toBeVisible()
    expect(within(pairs).getByText('电话和村一样')).toBeVisible()
    expect(screen.getByRole('link', { name: '疑似重复' })).toBeVisible()
  })

  it('do not exist for a counsellor', async () => {
    await renderApp('/duplicates')
    expect(await screen.findByText('没有这一页')).toBeVisible()
    expect(screen.queryByRole('link', { name: '疑似重复' })).toBeNull()
  })

  it('that are two people go from the list by keys alone, with a way back and the focus on the next pair', async () => {
    const { user, bridge } = await renderApp('/duplicates', office)
    const button = await screen.findByRole('button', { name: '王淑芬和王淑芬不是同一个人' })
    act(() => button.focus())
    await user.keyboard('{Enter}')
    expect(bridge.callsOf('duplicates.dismiss')).toEqual([{ a: personRow(5).id, b: personRow(40).id }])
    expect(await screen.findByText('记下了，王淑芬和王淑芬不是同一个人，不再列出来')).toBeVisible()
    expect(screen.getByRole('link', { name: '对照 李国强和李国强' })).toHaveFocus()
    expect(screen.getByRole('button', { name: /撤销/ })).toBeVisible()
  })

  it('on a last page that has emptied give way to the page before, not to the word that there are none', async () => {
    let total = 21
    const [first] = duplicatesList({ reason: null, offset: 0, limit: 1 }).pairs
    if (first === undefined) throw new Error('no pair')
    const pairs = () => Array.from({ length: total }, (_, index) => ({ ...first, a: { ...first.a, id: uuid(9000 + index) } }))
    const { user } = await renderApp('/duplicates', {
      ...office,
      handlers: {
        'duplicates.list': ({ offset, limit }) => succeed({ total, all: total, counts: { sameNumber: 0, likeNumber: total, nameBirth: 0, phoneVillage: 0 }, pairs: pairs().slice(offset, offset + limit) }),
        'duplicates.dismiss': () => {
          total -= 1
          return succeed({ actionId: uuid(9900), savedAt: '2026-11-24T02:00:00.000Z' })
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: '后面 1 对' }))
    await user.click(await screen.findByRole('button', { name: /不是同一个人/ }))
    expect(await screen.findAllByRole('button', { name: /不是同一个人$/ })).toHaveLength(20)
    expect(screen.queryByText('没有找到可能重复的档案')).toBeNull()
  })

  it('keep the number of all of them beside the reasons while one reason is chosen', async () => {
    const { user, bridge } = await renderApp('/duplicates', office)
    await user.click(await screen.findByRole('button', { name: /^理由/ }))
    await user.click(await screen.findByRole('option', { name: /电话和村一样/ }))
    expect(bridge.callsOf('duplicates.list').at(-1)).toMatchObject({ reason: 'phoneVillage' })
    await user.click(screen.getByRole('button', { name: /^理由/ }))
    expect(await screen.findByRole('option', { name: '全部 3 对' })).toBeVisible()
  })

  it('say so when there are none, and what went wrong when they cannot be read', async () => {
    await renderApp('/duplicates', { ...office, persons: 0 })
    expect(await screen.findByText('没有找到可能重复的档案')).toBeVisible()
  })

  it('tell of an error with a way to try again', async () => {
    await renderApp('/duplicates', { ...office, handlers: { 'duplicates.list': () => refuse('这一步没有做成') } })
    expect(await screen.findByText('这一步没有做成')).toBeVisible()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible()
  })
})

const address = `/duplicates/compare/${personRow(5).id}/${personRow(40).id}`

describe('two files side by side', () => {
  it('show what differs with the differing signs underlined and nothing chosen', async () => {
    await renderApp(address, office)
    const number = await screen.findByRole('radiogroup', { name: /身份证号/ })
    const [first, second] = within(number).getAllByRole('radio')
    expect(first).not.toBeChecked()
    expect(second).not.toBeChecked()
    expect([...number.querySelectorAll('u')].map((mark) => mark.textContent)).toEqual(['0', '8'])
    expect(screen.getByText('两份不一样的 4 项，请逐项选')).toBeVisible()
    expect(screen.getByText('只有一份填了的 2 项，都留着')).toBeVisible()
    expect(await axeProblems()).toEqual([])
  })

  it('are merged by keys alone; what is not chosen yet is marked and takes the focus', async () => {
    const { user, bridge } = await renderApp(address, office)
    await screen.findByRole('radiogroup', { name: /身份证号/ })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(bridge.callsOf('persons.merge')).toEqual([])
    expect(await screen.findByText('还有 4 项没有选，已标出')).toBeVisible()
    const groups = screen.getAllByRole('radiogroup').slice(1)
    expect(groups[0]?.contains(document.activeElement)).toBe(true)
    expect(within(groups[0] as HTMLElement).getByText('两份不一样，请选一个')).toBeVisible()
    for (const [index, group] of groups.entries()) {
      act(() => (within(group).getAllByRole('radio')[0] as HTMLElement).focus())
      await user.keyboard(index === 1 ? '{ArrowRight}' : ' ')
    }
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(bridge.callsOf('persons.merge')).toEqual([{
      survivorId: personRow(5).id, loserId: personRow(40).id,
      choices: { idNumber: 'survivor', disabilityGrade: 'loser', phone: 'survivor', communicationModes: 'survivor' },
      versions: { survivor: uuid(7001), loser: uuid(7002) },
    }])
    expect(await screen.findByText('王淑芬的两份档案并成了一份')).toBeVisible()
    expect(await screen.findByRole('heading', { name: '疑似重复' })).toBeVisible()
  })

  it('keep a choice with its file when the other file is to stay', async () => {
    const { user, bridge } = await renderApp(address, office)
    await user.click(await screen.findByRole('radio', { name: /乙：/ }))
    for (const group of screen.getAllByRole('radiogroup').slice(1)) await user.click(within(group).getAllByRole('radio')[0] as HTMLElement)
    await user.click(screen.getByRole('button', { name: /合并成一份/ }))
    expect(bridge.callsOf('persons.merge')).toMatchObject([{ survivorId: personRow(40).id, loserId: personRow(5).id, choices: { idNumber: 'loser', phone: 'loser' } }])
  })

  it('are read again when a file has moved on', async () => {
    let compared = 0
    const { user, bridge } = await renderApp(address, { ...office, handlers: { 'persons.merge': () => refuse('对照的时候档案里又写了新内容，什么都没有改。请重新对照一遍') } })
    await screen.findByRole('radiogroup', { name: /身份证号/ })
    for (const group of screen.getAllByRole('radiogroup').slice(1)) await user.click(within(group).getAllByRole('radio')[0] as HTMLElement)
    await user.click(screen.getByRole('button', { name: /合并成一份/ }))
    expect(await screen.findByText(/又写了新内容/)).toBeVisible()
    compared = bridge.callsOf('duplicates.compare').length
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    await screen.findByRole('radiogroup', { name: /身份证号/ })
    expect(bridge.callsOf('duplicates.compare')).toHaveLength(compared + 1)
  })
})

describe('every item of a file', () => {
  it('has a name on the screen that compares two files', () => {
    const named = { ...zhCN.person.field, ...zhCN.duplicates.fields }
    expect(recordKinds.person.fields.filter((field) => !(field in named))).toEqual(['certDerived', 'verification'])
  })
})

describe('merges that were made', () => {
  it('say who and when, list what was written meanwhile, and are parted with a way back', async () => {
    const { user, bridge } = await renderApp('/duplicates/merged', office)
    expect(await screen.findByText('合并期间写下的 1 条，请看看写对了人没有')).toBeVisible()
    expect(screen.getByText(/刘洋写在王淑芳的档案里/)).toBeVisible()
    expect(await axeProblems()).toEqual([])
    const part = screen.getByRole('button', { name: '把王淑芳和王淑芬拆开' })
    act(() => part.focus())
    await user.keyboard('{Enter}')
    expect(bridge.callsOf('persons.unmerge')).toEqual([{ mergeId: merges[0]?.mergeId }])
    expect(await screen.findByText('拆开了。合并期间写下的都留着，其余和合并前一样')).toBeVisible()
    expect(screen.getByRole('heading', { name: '疑似重复' })).toHaveFocus()
  })
})

describe('a file that was merged', () => {
  it('opens the one that is shown, which says so', async () => {
    const shown = personFile(personRow(5))
    const joined = [{ personId: uuid(8003), name: '王淑芳', idNumberMasked: '210199********0827' }]
    const [entry] = shown.timeline
    if (entry === undefined) throw new Error('no history')
    await renderApp(`/person/${uuid(8003)}`, { handlers: { 'persons.get': () => succeed({ ...shown, joined, timeline: [{ ...entry, openedFor: uuid(8003) }] }) } })
    expect(await screen.findByText('王淑芳 210199********0827的档案已经并进这一份，记录都在这里')).toBeVisible()
    expect(window.location.hash).toContain(shown.row.id)
    expect(screen.getByText('写在 王淑芳 的档案里')).toBeVisible()
  })
})
