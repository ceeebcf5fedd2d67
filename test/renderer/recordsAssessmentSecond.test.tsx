import axe from 'axe-core'
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { assessmentHandlers, toRate } from './assessmentSample.ts'
import { createFakeBridge, refuse, succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { uuid } from './people.ts'

configure({ defaultHidden: true })

const savedAt = '2026-11-23T02:42:18.000Z'

async function open(hash: string, options: FakeOptions = {}) {
  window.location.hash = hash
  const bridge = createFakeBridge({
    ...options,
    handlers: {
      ...assessmentHandlers,
      'records.prefill': () => succeed({ body: { ratedOn: '2026-11-23', raterId: uuid(500) }, previous: null }),
      'records.check': () => succeed({ problems: [], warnings: [] }),
      'records.complete': () => succeed({ actionId: uuid(990), savedAt, documentId: uuid(7701), changeId: uuid(7702), warnings: [] }),
      ...options.handlers,
    },
  })
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  await act(async () => render(<App bridge={bridge} />))
  return { bridge, user }
}

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

describe('second ratings', () => {
  it('are listed with who made the first and what is to be done; a counsellor does not see the agreement', async () => {
    await open('/second-rating')
    expect(await screen.findByText('2026 年抽到 3 份，评完 1 份')).toBeInTheDocument()
    expect(screen.getByText('第一次是您评的，请同事来评')).toBeInTheDocument()
    expect(screen.getByText('2026-07-01 林芳 评过')).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: /^去评/ })).toHaveLength(1)
    expect(screen.getByRole('heading', { name: /该复评的人/ })).toBeInTheDocument()
    expect(screen.queryByText('两个人评得一不一样')).toBeNull()
    expect(await faults()).toEqual([])
  })

  it('show the office how the two people agree, the items they differ on most first', async () => {
    await open('/second-rating', { role: 'office' })
    const part = (await screen.findByRole('heading', { name: '两个人评得一不一样' })).closest('section') as HTMLElement
    expect(within(part).getByText(/4 份评了两次：一样的占 75\.\d%，差一级以内的占 9\d\.\d%/)).toBeInTheDocument()
    const rows = within(part).getAllByRole('row')
    expect(rows).toHaveLength(29)
    expect(rows[1]).toHaveTextContent('75.0%')
    expect(await faults()).toEqual([])
  })

  it('are only looked at by the supervisor', async () => {
    await open('/second-rating', { role: 'supervisor' })
    expect(await screen.findByText('还没评')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^去评/ })).toBeNull()
  })

  it('are made by keys alone: 28 digits, then it is handed in for that version of the assessment', async () => {
    const { bridge, user } = await open(`/second-rating/${toRate.assessmentId}`)
    expect(await screen.findByText(/第一次的答案不在这里/)).toBeInTheDocument()
    expect(document.querySelector('.scale-before')).toBeNull()
    await waitFor(() => expect(document.querySelector('[data-scale-row="A1"]')).not.toBeNull())
    act(() => document.querySelector<HTMLElement>('[data-scale-row="A1"] input')?.focus())
    await user.keyboard('1'.repeat(28))
    expect(document.activeElement?.closest('[data-path="note"]')).not.toBeNull()
    expect(await faults()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bridge.callsOf('records.complete')).toHaveLength(1))
    expect(bridge.callsOf('records.complete')[0]).toMatchObject({
      kind: 'secondRating', personId: toRate.row.id, replaces: null,
      body: { assessmentId: toRate.assessmentId, changeId: toRate.changeId, instrumentVersion: 'ICFVR-LN-1', ratedOn: '2026-11-23' },
    })
    expect(bridge.callsOf('records.complete')[0]?.body.items).toHaveLength(28)
    expect(await screen.findByText('2026 年抽到 3 份，评完 1 份')).toBeInTheDocument()
  })

  it('that cannot be made say why and lead back', async () => {
    const { user } = await open(`/second-rating/${toRate.assessmentId}`, { handlers: { 'assessment.toRate': () => refuse('第一次是您评的，请另一位同事来评') } })
    expect(await screen.findByText('第一次是您评的，请另一位同事来评')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '回列表' }))
    expect(await screen.findByText('2026 年抽到 3 份，评完 1 份')).toBeInTheDocument()
  })
})
