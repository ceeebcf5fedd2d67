import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { refuse, succeed } from './fakeBridge.ts'
import { documentOf, personId, savedAt } from './recordsBridge.ts'
import { choose, field, lastDraft, openStep, part } from './recordsSetup.tsx'
import { uuid } from './people.ts'

const draft = { body: { personId, cycleYear: '2026', servedOn: '2026-11-20', minutes: 45, content: '介绍了县里的政策' }, field: 'content', savedAt }
const content = () => field('content')

afterEach(() => vi.useRealTimers())

describe('the draft of a record', () => {
  it('is saved 800 ms after the last key, and only then said to be saved', async () => {
    const { bridge } = await openStep(4)
    vi.useFakeTimers()
    fireEvent.change(content(), { target: { value: '讲了' } })
    await act(() => vi.advanceTimersByTimeAsync(700))
    fireEvent.change(content(), { target: { value: '讲了政策' } })
    await act(() => vi.advanceTimersByTimeAsync(799))
    expect(bridge.callsOf('drafts.save')).toHaveLength(0)
    expect(screen.queryByText(/^已保存/)).not.toBeInTheDocument()
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(lastDraft(bridge)).toMatchObject({ kind: 'serviceRecord', personId, documentId: null, field: 'content', body: { content: '讲了政策' } })
    expect(screen.getAllByText(/^已保存 .*在这台电脑上$/).length).toBeGreaterThan(0)
  })

  it('says that it is not saved when the disk is full, and tries again with the next key', async () => {
    let isFull = true
    const { bridge, user } = await openStep(4, { handlers: { 'drafts.save': () => (isFull ? refuse('磁盘满了') : succeed({ savedAt })) } })
    await user.type(content(), '讲')
    await user.tab()
    expect(await screen.findByText(/还没存上：磁盘满了/)).toBeInTheDocument()
    isFull = false
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(bridge.callsOf('drafts.save')).toHaveLength(2))
    expect(screen.queryByText(/还没存上/)).not.toBeInTheDocument()
  })

  it('does not call older words saved while newer ones are typed', async () => {
    const answers: (() => void)[] = []
    const { bridge } = await openStep(4, { handlers: { 'drafts.save': () => new Promise((resolve) => answers.push(() => resolve(succeed({ savedAt })))) } })
    vi.useFakeTimers()
    fireEvent.change(content(), { target: { value: '一' } })
    await act(() => vi.advanceTimersByTimeAsync(800))
    fireEvent.change(content(), { target: { value: '一二' } })
    await act(async () => answers[0]?.())
    expect(screen.queryByText(/^已保存/)).not.toBeInTheDocument()
    await act(() => vi.advanceTimersByTimeAsync(800))
    await act(async () => answers[1]?.())
    expect(lastDraft(bridge)?.body.content).toBe('一二')
    expect(screen.getAllByText(/^已保存/).length).toBeGreaterThan(0)
  })

  it('goes on at the field where it was left', async () => {
    await openStep(4, { drafts: { serviceRecord: draft } })
    await waitFor(() => expect(content()).toHaveFocus())
    expect(content()).toHaveValue('介绍了县里的政策')
    expect(screen.getByText(/接着上次没填完的/)).toBeInTheDocument()
  })

  it('keeps the last keys when another step is opened', async () => {
    const { bridge, user } = await openStep(4)
    await user.type(content(), '刚打的字')
    await user.keyboard('{Control>}1{/Control}')
    await screen.findByRole('heading', { level: 2, name: '基础信息核对' })
    expect(bridge.drafts.get('serviceRecord new')?.body.content).toBe('刚打的字')
  })

  it('keeps the last keys when the screen is locked', async () => {
    const { bridge, user } = await openStep(4)
    await user.type(content(), '锁屏前')
    await user.keyboard('{Control>}l{/Control}')
    await waitFor(() => expect(bridge.callsOf('session.lock')).toHaveLength(1))
    const names = bridge.calls.map((call) => call.name)
    expect(bridge.drafts.get('serviceRecord new')?.body.content).toBe('锁屏前')
    expect(names.indexOf('drafts.save')).toBeLessThan(names.indexOf('session.lock'))
  })

  it('does not lose what is typed when the file is read again', async () => {
    const { bridge, user } = await openStep(4)
    await user.type(content(), '还在写')
    const record = documentOf(uuid(7500), 'serviceRecord', { servedOn: '2026-11-20' })
    bridge.file = { ...bridge.file, documents: [record, ...bridge.file.documents] }
    await act(async () => bridge.tell({ type: 'changed', personIds: [personId], all: false }))
    await waitFor(() => expect(bridge.callsOf('persons.get').length).toBeGreaterThan(1))
    expect(content()).toHaveValue('还在写')
  })

  it('tells when a colleague has done the step meanwhile, and keeps the form', async () => {
    const { bridge } = await openStep(1)
    bridge.file = { ...bridge.file, documents: [documentOf(uuid(7501), 'infoCheck', { checkedOn: '2026-11-20' }), ...bridge.file.documents] }
    await act(async () => bridge.tell({ type: 'changed', personIds: [personId], all: false }))
    expect(await screen.findByText(/这一步已经有一份记录了/)).toBeInTheDocument()
    expect(part('respondent')).toBeInTheDocument()
  })

  it('can be thrown away; nothing of it is written again', async () => {
    const { bridge, user } = await openStep(4, { drafts: { serviceRecord: draft } })
    await user.click(screen.getByRole('button', { name: '不要这份草稿' }))
    await waitFor(() => expect(bridge.drafts.size).toBe(0))
    expect(bridge.callsOf('drafts.save')).toHaveLength(0)
  })

  it('shows the answer to the latest check, not one that comes late', async () => {
    const answers: (() => void)[] = []
    const { user } = await openStep(4, {
      handlers: {
        'records.check': ({ body }) => new Promise((resolve) => {
          const problems = body.result === 'CONTINUE' ? [] : [{ path: 'result', message: '请选服务结果' }]
          answers.push(() => resolve(succeed({ problems, warnings: [] })))
        }),
      },
    })
    await choose(user, 'result', '暂时没有结果')
    await choose(user, 'result', '继续服务')
    await act(async () => answers.at(-1)?.())
    await act(async () => answers.slice(0, -1).forEach((answer) => answer()))
    expect(screen.queryByText(/必填还差/)).not.toBeInTheDocument()
  })
  it('does not show what was wrong with an older value over a newer one, while the newer one is still being checked', async () => {
    const tooShort = { path: 'content', message: '服务内容至少写 10 个字' }
    let isStuck = false
    const { user } = await openStep(4, {
      handlers: {
        'records.check': ({ body }) => (isStuck ? new Promise(() => undefined) : succeed({ problems: String(body.content ?? '').length < 10 ? [tooShort] : [], warnings: [] })),
      },
    })
    await user.type(content(), '讲了')
    await user.tab()
    expect(await screen.findByText(tooShort.message)).toBeInTheDocument()
    isStuck = true
    fireEvent.change(content(), { target: { value: '讲了居家数据标注的做法和报名办法' } })
    fireEvent.blur(content())
    expect(screen.queryByText(tooShort.message)).not.toBeInTheDocument()
  })
})
