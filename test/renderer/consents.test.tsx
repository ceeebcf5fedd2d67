import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noticeOf } from '../../domain/consent/index.ts'
import { App } from '../../renderer/App.tsx'
import { drawOn, withDrawing } from './drawing.ts'
import { today, uuid } from './people.ts'
import { createRecordsBridge, documentOf, personId } from './recordsBridge.ts'
import { openStep, part } from './recordsSetup.tsx'

beforeEach(() => {
  withDrawing()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const draw = () => act(() => drawOn(screen.getByRole('img', { name: /签名的地方/ })))

async function openTab(options: Parameters<typeof createRecordsBridge>[0] = {}) {
  window.location.hash = `#/person/${personId}/consents`
  const bridge = createRecordsBridge(options)
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const view = await act(async () => render(<App bridge={bridge} />))
  await screen.findByRole('heading', { level: 2, name: '同意书' })
  return { bridge, user, ...view }
}

const given = documentOf(uuid(7500), 'consent', {
  personId, cycleYear: '2026', purpose: 'SHARE_EMPLOYER', form: 'PAPER', paperLocation: '县残联档案柜', givenBy: 'SELF', givenAt: '2026-03-02', textVersion: '2026-1', scopeFields: ['姓名'],
})
const none = { fields: {}, documents: [] }
const withoutConsents = (options: object = {}) => ({ ...none, ...options })

describe('the consents of a person', () => {
  it('are one question each, asked with its own text and signed on the screen', async () => {
    const { bridge, user } = await openTab(withoutConsents())
    const bank = noticeOf('BANK')
    await user.click(screen.getByRole('button', { name: '征求同意 收集银行账户' }))
    expect(screen.getByText(bank.question)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    expect(await screen.findByText(/还没有签/)).toBeInTheDocument()
    draw()
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    await waitFor(() => expect(bridge.callsOf('records.complete')).toHaveLength(1))
    expect(bridge.file.documents[0]?.body).toMatchObject({
      purpose: 'BANK', decision: 'GIVEN', form: 'SIGN_PAD', evidence: expect.stringMatching(/^[0-9a-f]{64}$/) as string, textVersion: bank.version, givenAt: today, givenBy: 'SELF',
    })
    await waitFor(() => expect(screen.getByRole('button', { name: '撤回：收集银行账户' })).toBeInTheDocument())
  })

  it('may be declined: that is kept, and nothing is signed for it', async () => {
    const { bridge, user } = await openTab(withoutConsents())
    await user.click(screen.getByRole('button', { name: '征求同意 拍照和使用照片' }))
    await user.click(screen.getByRole('button', { name: '不同意' }))
    await waitFor(() => expect(bridge.file.documents[0]?.body).toMatchObject({ purpose: 'PHOTO', decision: 'DECLINED' }))
    expect(bridge.callsOf('attachments.put')).toHaveLength(0)
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('evidence')
  })

  it('may be signed on paper, with the place where it lies', async () => {
    const { bridge, user } = await openTab(withoutConsents())
    await user.click(screen.getByRole('button', { name: '征求同意 进入公共招聘平台' }))
    await user.click(screen.getByRole('button', { name: '签在纸上' }))
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    expect(await screen.findByText('请填纸张存放的地方')).toBeInTheDocument()
    await user.type(screen.getByLabelText(/纸张存放的地方/), '县残联档案柜')
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    await waitFor(() => expect(bridge.file.documents[0]?.body).toMatchObject({ purpose: 'PUBLISH', form: 'PAPER', paperLocation: '县残联档案柜' }))
  })

  it('are taken back on a day, as the next version of the same consent', async () => {
    const { bridge, user } = await openTab(withoutConsents({ documents: [given] }))
    await user.click(screen.getByRole('button', { name: '撤回：把信息提供给用人单位' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '撤回' }))
    await waitFor(() => expect(bridge.callsOf('records.complete')).toHaveLength(1))
    expect(bridge.callsOf('records.complete')[0]).toMatchObject({ replaces: { documentId: given.id, changeId: given.headId }, body: { withdrawnAt: today, paperLocation: '县残联档案柜' } })
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤回：把信息提供给用人单位' })).not.toBeInTheDocument())
  })

  it('are the guardian’s to give where the file says so', async () => {
    const { bridge, user } = await openTab({ fields: { legalCapacity: 'LIMITED', guardianName: '王大山' }, documents: [] })
    await user.click(screen.getByRole('button', { name: '征求同意 收集银行账户' }))
    expect(screen.getByLabelText(/监护人的名字/)).toHaveValue('王大山')
    draw()
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    await waitFor(() => expect(bridge.file.documents[0]?.body).toMatchObject({ givenBy: 'GUARDIAN', guardianName: '王大山' }))
  })

  it('are only read by a supervisor', async () => {
    await openTab({ role: 'supervisor', documents: [given] })
    expect(screen.queryByRole('button', { name: /征求同意|撤回/ })).not.toBeInTheDocument()
  })

  it('pass axe, with a question open', async () => {
    const { container, user } = await openTab(withoutConsents({ documents: [given] }))
    await user.click(screen.getByRole('button', { name: '征求同意 收集银行账户' }))
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})

describe('within a form', () => {
  it('a consent is signed on the screen and named in the draft', async () => {
    const { bridge, user } = await openStep(2)
    await user.click(within(part('consentId')).getByRole('button', { name: '在屏上签同意' }))
    expect(screen.getByText(noticeOf('ASSESSMENT').question)).toBeInTheDocument()
    draw()
    await user.click(screen.getByRole('button', { name: '同意，签好了' }))
    expect(await screen.findByText(/2026-11-23 已同意，签在屏上/)).toBeInTheDocument()
    const consent = bridge.file.documents.find((document) => document.entity === 'consent' && document.body?.form === 'SIGN_PAD')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.consentId).toBe(consent?.id))
  })

  it('a no is said at the field and carries nothing', async () => {
    const { user } = await openStep(2)
    await user.click(within(part('consentId')).getByRole('button', { name: '在屏上签同意' }))
    await user.click(screen.getByRole('button', { name: '不同意' }))
    expect(await screen.findByText('本人 2026-11-23 没有同意')).toBeInTheDocument()
    expect(within(part('consentId')).getByRole('button', { name: '记一份纸上的同意' })).toBeInTheDocument()
  })
})
