import { act, renderHook, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { ApiProvider } from '../../renderer/api/ApiContext.tsx'
import type { Input, PersonFilter } from '../../renderer/api/client.ts'
import { pageSize, usePages } from '../../renderer/components/usePages.ts'
import { useView } from '../../renderer/state/view.ts'
import { createFakeBridge, succeed } from './fakeBridge.ts'
import { personRow } from './people.ts'
import { renderApp } from './renderApp.tsx'

type Question = Input<'persons.list'>

/** The pages of a list whose answers come when the test says so. */
function pagesOf(total: number) {
  const waiting: { readonly input: Question; readonly answer: (total: number) => void }[] = []
  const asked: Question[] = []
  const bridge = createFakeBridge({
    handlers: {
      'persons.list': (input) =>
        new Promise((resolve) => {
          asked.push(input)
          waiting.push({
            input,
            answer: (found) => {
              const count = Math.max(0, Math.min(input.limit, found - input.offset))
              resolve(succeed({ total: found, rows: Array.from({ length: count }, (_, at) => personRow(input.offset + at)) }))
            },
          })
        }),
    },
  })
  const wrapper = ({ children }: { readonly children: ReactNode }) => <ApiProvider bridge={bridge}>{children}</ApiProvider>
  const hook = renderHook(
    ({ filter }: { readonly filter: PersonFilter }) => usePages('persons.list', { filter, sort: 'due', descending: false }, () => false),
    { wrapper, initialProps: { filter: {} as PersonFilter } },
  )
  const answerNext = (found = total) => act(async () => waiting.shift()?.answer(found))
  return {
    ...hook,
    pages: () => hook.result.current,
    pagesAsked: () => asked.map((input) => input.offset / pageSize),
    waiting,
    answerNext,
    answerAll: async () => {
      while (waiting.length > 0) await answerNext()
    },
    see: (first: number, last: number) => act(async () => hook.result.current.need(first, last)),
  }
}

describe('pages of a long list', () => {
  it('are asked for once each: the one in sight, then its neighbours', async () => {
    const list = pagesOf(100_000)
    await list.answerAll()
    expect(list.pagesAsked()).toEqual([0, 1])
    await list.see(390, 430)
    await list.answerAll()
    await list.see(10, 50)
    await list.see(390, 430)
    await list.answerAll()
    expect(list.pagesAsked()).toEqual([0, 1, 2, 3])
    expect(list.pages().rowAt(430)?.id).toBe(personRow(430).id)
  })

  it('build up no queue while the list runs past: two are on the way, then what is in sight', async () => {
    const list = pagesOf(100_000)
    await list.answerAll()
    for (let first = 1000; first <= 90_000; first += 1000) await list.see(first, first + 40)
    expect(list.waiting).toHaveLength(2)
    await list.answerAll()
    expect(list.pagesAsked()).toEqual([0, 1, 5, 6, 450, 451, 449])
    expect(list.pages().rowAt(90_010)?.id).toBe(personRow(90_010).id)
  })

  it('stay in sight until the answer to the new question is there, and a late answer to an old one is dropped', async () => {
    const list = pagesOf(100_000)
    await list.answerAll()
    list.rerender({ filter: { text: '王' } })
    list.rerender({ filter: { text: '王伟' } })
    expect(list.pages().total).toBe(100_000)
    const [first, second] = list.waiting.splice(0)
    expect([first?.input.filter, second?.input.filter]).toEqual([{ text: '王' }, { text: '王伟' }])
    await act(async () => second?.answer(3))
    expect(list.pages().total).toBe(3)
    await act(async () => first?.answer(777))
    expect(list.pages().total).toBe(3)
    expect(list.waiting).toHaveLength(0)
  })

  it('far away are let go, and asked for again when they come into sight', async () => {
    const list = pagesOf(100_000)
    await list.answerAll()
    for (let page = 10; page < 30; page += 1) {
      await list.see(page * pageSize, page * pageSize + 40)
      await list.answerAll()
    }
    expect(list.pages().rowAt(5)).toBeUndefined()
    await list.see(0, 40)
    await list.answerAll()
    expect(list.pages().rowAt(5)?.id).toBe(personRow(5).id)
    expect(list.pagesAsked().filter((page) => page === 0)).toHaveLength(2)
  })
})

describe('the grid over 100,000 persons', () => {
  it('holds no more rows at its end than at its start, the active one among them', async () => {
    const { user } = await renderApp('/caseload', { persons: 100_000 })
    const grid = await screen.findByRole('grid', { name: '服务对象' })
    const atStart = within(grid).getAllByRole('row').length
    act(() => grid.focus())
    await user.keyboard('{End}')
    expect(useView.getState().activeRow).toBe(99_999)
    expect(within(grid).getAllByRole('row').length).toBeLessThanOrEqual(atStart + 1)
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')).toHaveAttribute('aria-rowindex', '100001')
  })

  it('draws no filter anew when the reader moves', async () => {
    const { user } = await renderApp('/caseload')
    const grid = await screen.findByRole('grid', { name: '服务对象' })
    const bar = screen.getByRole('group', { name: '筛选' })
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(bar, { subtree: true, childList: true, attributes: true, characterData: true })
    act(() => grid.focus())
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(useView.getState().activeRow).toBe(2)
    changes.push(...observer.takeRecords())
    observer.disconnect()
    expect(changes).toEqual([])
  })
})
