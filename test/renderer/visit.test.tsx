import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { usePaperMemory } from '../../renderer/features/records/paperMemory.ts'
import { useView } from '../../renderer/state/view.ts'
import { createRecordsBridge, documentOf, personId } from './recordsBridge.ts'
import { succeed } from './fakeBridge.ts'
import { uuid } from './people.ts'
import { lastDraft } from './recordsSetup.tsx'

/** One visit over a bridge whose records follow the rules. */

const lastCheck = { ...documentOf(uuid(6001), 'infoCheck', {
  personId, cycleYear: '2025', checkedOn: '2025-12-01', checkerId: uuid(500), method: 'HOME_VISIT', respondent: 'SELF', result: 'MATCH', employmentState: 'UNEMPLOYED', workWillingness: 'WILLING',
  hasEmploymentNeed: true, hasTrainingNeed: false, hasStartupNeed: false, hardshipFlags: [], barriers: ['04'],
}), on: '2025-12-01', cycleYear: '2025' }

async function openVisit(step: string, options: Parameters<typeof createRecordsBridge>[0] = {}) {
  usePaperMemory.setState({}, true)
  window.location.hash = `#/visit/${personId}${step}`
  const bridge = createRecordsBridge(options)
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const view = await act(async () => render(<App bridge={bridge} />))
  await waitFor(() => expect(question()).not.toBeNull())
  return { bridge, user, ...view }
}

/** Where the focus stands. */
function question(): string | null {
  const held = document.activeElement
  return held?.closest<HTMLElement>('[data-question]')?.dataset.question ?? held?.closest<HTMLElement>('[data-scale-row]')?.dataset.scaleRow ?? null
}
function body(bridge: Awaited<ReturnType<typeof openVisit>>['bridge']) {
  return lastDraft(bridge)?.body ?? {}
}

describe('one visit', () => {
  test('has no bar of the program, begins at the first question, and a digit answers and moves on', async () => {
    const { bridge, user } = await openVisit('/1')
    expect(screen.queryByRole('navigation', { name: '主菜单' })).toBeNull()
    expect(question()).toBe('respondent')
    await user.keyboard('1')
    expect(question()).toBe('method')
    await user.keyboard('1')
    expect(question()).toBe('result')
    await user.keyboard('1')
    expect(question()).toBe('changes.@contact')
    await waitFor(() => expect(body(bridge)).toMatchObject({ respondent: 'SELF', method: 'HOME_VISIT', visit: { met: true } }))
    expect(body(bridge).result ?? null).toBeNull()
  })

  test('an unchanged group is one key; when the last is confirmed the result is known', async () => {
    const { bridge, user } = await openVisit('/1')
    await user.keyboard('111')
    await user.keyboard('11111')
    expect(question()).toBe('employmentState')
    await waitFor(() => expect(body(bridge)).toMatchObject({ result: 'MATCH' }))
  })

  test('shows what was said last year; = takes it, Ctrl+= the rest, and all of it is listed before the record is handed in', async () => {
    const { bridge, user } = await openVisit('/1', { documents: [lastCheck] })
    expect(screen.getByText('去年 入户')).toBeInTheDocument()
    await user.keyboard('==1')
    expect(question()).toBe('changes.@contact')
    await user.keyboard('11111')
    await user.keyboard('{Control>}={/Control}')
    await waitFor(() => expect(body(bridge)).toMatchObject({ respondent: 'SELF', method: 'HOME_VISIT', workWillingness: 'WILLING', hasStartupNeed: false, barriers: ['04'] }))
    // What belongs to the day, and what is confirmed in another way, is not taken along.
    expect(body(bridge).signature).toBeUndefined()
    expect(question()).toBe('employmentState')
    await user.click(screen.getByRole('button', { name: '看一遍，提交' }))
    expect(await screen.findByText('照去年填的，有 7 处')).toBeInTheDocument()
  })

  test('an answer of one\'s own is no longer that of last year', async () => {
    const { bridge, user } = await openVisit('/1', { documents: [lastCheck] })
    await user.keyboard('=')
    await user.click(screen.getByRole('radio', { name: /监护人/ }))
    await waitFor(() => expect(body(bridge)).toMatchObject({ respondent: 'GUARDIAN', visit: { asLast: [] } }))
  })

  test('comes back to the very field that was left', async () => {
    const draft = {
      body: { personId, cycleYear: '2026', checkedOn: '2026-11-23', checkerId: uuid(500), orgId: '210199', respondent: 'SELF', method: 'HOME_VISIT', result: 'MATCH', signature: { date: '2026-11-23', givenBy: 'SELF', textVersion: '2026', paperLocation: '县残联' } },
      field: 'signature.paperLocation', savedAt: '2026-11-23T02:42:18.000Z',
    }
    await openVisit('/1', { drafts: { infoCheck: draft } })
    expect(question()).toBe('signature')
    expect(document.activeElement).toHaveValue('县残联')
  })

  test('keys never fire while an input method composes or somebody types', async () => {
    const { user } = await openVisit('/4')
    expect(question()).toBe('minutes')
    fireEvent.keyDown(document.activeElement as Element, { key: '1', keyCode: 229 })
    expect(question()).toBe('minutes')
    await user.keyboard('1')
    expect(question()).toBe('serviceType')
    await user.keyboard('021')
    expect(question()).toBe('content')
    await user.keyboard('1=n 2')
    expect(document.activeElement).toHaveValue('1=n 2')
  })

  test('what will not do is said at its question, which stays open; nothing typed is lost', async () => {
    const { bridge, user } = await openVisit('/4')
    await user.keyboard('1021')
    expect(question()).toBe('content')
    await user.keyboard('短了')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(question()).toBe('result')
    await user.keyboard('4')
    await user.keyboard('2')
    await waitFor(() => expect(question()).toBe('content'))
    expect(screen.getByText(/服务内容.*10/)).toBeInTheDocument()
    expect(document.activeElement).toHaveValue('短了')
    expect(bridge.callsOf('records.complete')).toEqual([])
  })

  test('a record that is turned back leads to the question at fault', async () => {
    const problems = [{ path: 'minutes', message: '服务时长在这一天说不通' }]
    const { bridge, user } = await openVisit('/4', { handlers: { 'records.complete': () => ({ ok: false, error: { code: 'incomplete', message: '有 1 处要改', fields: problems } }) } })
    await user.keyboard('1021')
    await user.keyboard('讲了居家数据标注的做法和报名办法')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.keyboard('42')
    await screen.findByText('这一步都答完了')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(question()).toBe('minutes'))
    expect(bridge.callsOf('records.complete')).toHaveLength(1)
    expect(screen.getByText('服务时长在这一天说不通')).toBeInTheDocument()
  })

  test('the end says what is done and leads to the next person of the list', async () => {
    window.location.hash = `#/visit/${personId}/end`
    useView.setState({ trail: [personId, uuid(7)] })
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
    const bridge = createRecordsBridge({ done: [1, 2, 3, 4], handlers: { 'persons.get': ({ personId: id }) => succeed({ ...bridge.file, row: { ...bridge.file.row, id } }) } })
    await act(async () => render(<App bridge={bridge} />))
    expect(await screen.findByRole('heading', { name: '这次走访都做完了' })).toHaveFocus()
    expect(screen.getByText('还没定下次什么时候来')).toBeInTheDocument()
    await screen.findByRole('button', { name: /^下一位/ })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(window.location.hash).toContain(uuid(7)))
  })

  test('the end calls a promised day that is past no next follow-up', async () => {
    window.location.hash = `#/visit/${personId}/end`
    const service = (followUpOn: string) => ({ ...documentOf(uuid(6002), 'serviceRecord', { personId, servedOn: '2026-03-01', followUpOn }), on: '2026-03-01' })
    const view = render(<App bridge={createRecordsBridge({ done: [1], documents: [service('2026-04-01')] })} />)
    expect(await screen.findByText('上次约好 04-01 跟进，日子已经过了，下次什么时候来还没定')).toBeVisible()
    view.unmount()
    render(<App bridge={createRecordsBridge({ done: [1], documents: [service('2026-12-01')] })} />)
    expect(await screen.findByText('下次跟进：12-01')).toBeVisible()
  })
})
