import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../renderer/api/client.ts'
import { refuse, succeed } from './fakeBridge.ts'
import { groupsHandlers, submitted } from './groupsSample.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const act = { actionId: uuid(990), savedAt: '2026-11-23T02:42:18.000Z' }
const office = (more: object = {}) => renderApp('/review', { role: 'office', handlers: { ...groupsHandlers, ...more } })

async function violations() {
  const { violations: found } = await axe.run(document.querySelector('.app') ?? document.body, { rules: { 'color-contrast': { enabled: false } } })
  return found.map(({ id }) => id)
}

describe('审核', () => {
  it('is done by keys: X chooses, Ctrl+Enter passes what is chosen', async () => {
    const { bridge, user } = await office({ 'review.decide': () => succeed({ ...act, done: 2, refused: [] }) })
    const grid = await screen.findByRole('grid')
    expect(await violations()).toEqual([])
    grid.focus()
    await user.keyboard('x{ArrowDown}x')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bridge.callsOf('review.decide')).toEqual([
      { decision: 'REVIEWED', reason: null, records: submitted.slice(0, 2).map(({ documentId, changeId }) => ({ documentId, changeId })) },
    ]))
    expect(await screen.findAllByText('通过了 2 条')).not.toHaveLength(0)
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid')))
  })

  it('1.3 leaves out what whoever decides wrote themselves, and says so', async () => {
    const { bridge, user } = await office()
    await user.click(await screen.findByRole('button', { name: '都选上' }))
    await user.click(screen.getByRole('button', { name: /^通过 4 条/ }))
    await waitFor(() => expect(bridge.callsOf('review.decide')[0]?.records).toHaveLength(4))
    expect(screen.getAllByText('自己填的，由别人审核').length).toBeGreaterThan(0)
  })

  it('returns with a reason; without one the dialog stays and says what is missing', async () => {
    const { bridge, user } = await office({
      'review.decide': ({ reason }: { reason: string | null }) => ((reason ?? '').trim() === '' ? refuse('请写退回的原因，让填写的人知道改哪里') : succeed({ ...act, done: 1, refused: [] })),
    })
    ;(await screen.findByRole('grid')).focus()
    await user.keyboard('x')
    await user.click(screen.getByRole('button', { name: '退回 1 条' }))
    const dialog = await screen.findByRole('dialog', { name: '退回 1 条？' })
    await user.keyboard('{Enter}')
    expect(await within(dialog).findByText('请写退回的原因，让填写的人知道改哪里')).toBeTruthy()
    await user.type(within(dialog).getByRole('textbox'), '少了本人签字')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.callsOf('review.decide').at(-1)).toMatchObject({ decision: 'RETURNED', reason: '少了本人签字' })
  })

  it('names what could not be done and why', async () => {
    const { user } = await office({
      'review.decide': () => succeed({ ...act, done: 1, refused: [{ documentId: uuid(8501), message: '这份记录后来改过，请看过新的一版再定' }] }),
    })
    await user.click(await screen.findByRole('button', { name: '都选上' }))
    await user.click(screen.getByRole('button', { name: /^通过 4 条/ }))
    expect(await screen.findByText('有 1 条没有做：这份记录后来改过，请看过新的一版再定')).toBeTruthy()
  })

  it('lets a counsellor submit, see why something came back, and decide nothing', async () => {
    const { bridge, user } = await renderApp('/review/returned', { handlers: groupsHandlers })
    expect((await screen.findAllByText('退回：少了本人签字，补上再交')).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('tab', { name: /还没提交/ }))
    expect((await screen.findAllByText('上一版退回的原因：就业状况和花名册不一样，问清楚')).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: '都选上' }))
    await user.click(screen.getByRole('button', { name: /^提交 2 条/ }))
    await waitFor(() => expect(bridge.callsOf('review.submit')[0]?.records).toHaveLength(2))
    await user.click(screen.getByRole('tab', { name: /等审核/ }))
    await screen.findByText('您提交了，等办公室审核')
    expect(screen.queryByRole('button', { name: /^通过|^退回/ })).toBeNull()
  })

  it('stands in 今日 for whoever has something to do', async () => {
    await renderApp('/today', { handlers: groupsHandlers })
    expect((await screen.findByRole('link', { name: '去看原因' })).getAttribute('href')).toBe('#/review/returned')
    expect(screen.queryByText('等您审核')).toBeNull()
  })
})

describe('the review in the file', () => {
  const record = {
    id: uuid(8701), entity: 'infoCheck', on: '2026-11-10', version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received' as const, headId: uuid(8702),
    body: { checkedOn: '2026-11-10', method: 'PHONE', result: 'MATCH', cycleYear: '2026' },
  }
  const standing: Output<'review.ofPerson'>['records'][number] = {
    documentId: uuid(8701), changeId: uuid(8702), isOwn: true, state: 'returned', on: '2026-11-16', byName: '佟立新', reason: '少了本人签字', askedFor: null, reviewId: uuid(8703),
  }
  const open = (more: Partial<typeof standing>, role: 'counsellor' | 'office', isNeeded = false) =>
    renderApp(`/person/${uuid(7)}/1`, {
      role,
      handlers: { ...groupsHandlers, 'persons.get': () => succeed({ ...personFile(personRow(6)), documents: [record] }), 'review.ofPerson': () => succeed({ isNeeded, records: [{ ...standing, ...more }] }) },
    })

  it('shows the reason of a return to whoever wrote the record', async () => {
    await open({}, 'counsellor')
    expect(await screen.findByText('佟立新 11-16 退回：少了本人签字')).toBeTruthy()
    expect(screen.getByText('更正后再提交')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '提交审核' })).toBeNull()
  })

  it('submits the corrected version from the file', async () => {
    const { bridge, user } = await open({ state: 'none', reason: null, byName: null, on: null, askedFor: '少了本人签字' }, 'counsellor')
    expect(await screen.findByText('上一版退回的原因：少了本人签字。改好就提交')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '提交审核' }))
    expect(bridge.callsOf('review.submit')).toEqual([{ records: [{ documentId: uuid(8701), changeId: uuid(8702) }] }])
  })

  it('1.3 offers no decision on own work, and both on the work of others', async () => {
    const { bridge, user } = await open({ state: 'submitted', isOwn: false, reason: null }, 'office')
    await user.click(await screen.findByRole('button', { name: '通过' }))
    expect(bridge.callsOf('review.decide')).toMatchObject([{ decision: 'REVIEWED' }])
  })

  it('1.3 says of own work that somebody else decides', async () => {
    await open({ state: 'submitted', isOwn: true, reason: null }, 'office')
    expect(await screen.findByText('自己填的，由别人审核')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull()
  })

  it('says nothing of a review that nobody asks for', async () => {
    await open({ state: 'none', reason: null, byName: null, on: null }, 'counsellor')
    await screen.findByRole('button', { name: '提交审核' })
    expect(screen.queryByText(/才算完成/)).toBeNull()
  })

  it('says that the step waits for the review where the county wants it', async () => {
    await open({ state: 'none', reason: null, byName: null, on: null }, 'counsellor', true)
    expect(await screen.findByText('还没提交审核。审核通过，这一步才算完成')).toBeTruthy()
  })
})
