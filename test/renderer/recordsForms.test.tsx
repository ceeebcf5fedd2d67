import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { changesOf } from '../../renderer/features/records/CompareGroup.tsx'
import { refuse } from './fakeBridge.ts'
import { documentOf } from './recordsBridge.ts'
import { choose, field, fillDate, fillInfoCheck, openStep, part, pick, sign, write } from './recordsSetup.tsx'
import { uuid } from './people.ts'

const submit = '{Control>}{Enter}{/Control}'

describe('the info check', () => {
  it('shows what is missing on submit, tied to its fields, and goes to the first', async () => {
    const { bridge, user } = await openStep(1)
    expect(screen.queryByText('请选受访人')).not.toBeInTheDocument()
    await user.keyboard(submit)
    const group = screen.getByRole('radiogroup', { name: /^受访人/ })
    await waitFor(() => expect(group).toHaveAccessibleDescription(/请选受访人/))
    expect(group).toHaveAttribute('aria-invalid', 'true')
    expect(group.contains(document.activeElement)).toBe(true)
    expect(screen.getByText(/^有 \d+ 处要改，已标出$/)).toBeInTheDocument()
    expect(bridge.file.documents.some((document) => document.entity === 'infoCheck')).toBe(false)
  })

  it('does not tick the radio in focus when Ctrl+Enter submits', async () => {
    const { user } = await openStep(1)
    field('respondent').focus()
    await user.keyboard(submit)
    await screen.findByText('请选受访人')
    expect(part('respondent').querySelector('input:checked')).toBeNull()
  })

  it('goes from one open place to the next with Ctrl+E', async () => {
    const { user } = await openStep(1)
    await waitFor(() => expect(screen.getByRole('radiogroup', { name: /^受访人/ }).contains(document.activeElement)).toBe(true))
    await user.keyboard('{Control>}e{/Control}')
    expect(screen.getByRole('radiogroup', { name: /^核对方式/ }).contains(document.activeElement)).toBe(true)
  })

  it('asks for the reason when there is no need for work, and says that it does', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    expect(document.querySelector('[data-path="noNeedReason"]')).toBeNull()
    await choose(user, 'hasEmploymentNeed', '没有')
    expect(part('noNeedReason')).toBeInTheDocument()
    expect(screen.getByText(/^下面多了：.*没有就业需求的原因/)).toBeInTheDocument()
    await sign(user)
    await user.keyboard(submit)
    expect(await screen.findByText('请选没有就业需求的原因')).toBeInTheDocument()
    await choose(user, 'noNeedReason', '照料家人')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ entity: 'infoCheck', body: { hasEmploymentNeed: false, noNeedReason: 'FAMILY_CARE' } }))
  })

  it('writes a changed telephone down as a change and the check as updated', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.click(screen.getByLabelText('改 电话'))
    await user.type(screen.getByLabelText('电话，现在是'), '13812342746')
    await user.click(screen.getByText('好了'))
    expect(part('result').querySelector('input:checked')).toHaveAttribute('value', 'UPDATED')
    await sign(user)
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]?.entity).toBe('infoCheck'))
    const body = bridge.file.documents[0]?.body ?? {}
    // The covered number on the screen is not the old value; the store fills that in.
    expect(changesOf(body)).toEqual([{ field: 'phone', new: '13812342746', seen: expect.anything() as string }])
    expect(body.result).toBe('UPDATED')
  })

  it('does not take a wrong telephone into the file', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await user.click(screen.getByLabelText('改 电话'))
    await user.type(screen.getByLabelText('电话，现在是'), '138')
    await user.tab()
    await waitFor(() => expect(screen.getByLabelText('电话，现在是')).toHaveAccessibleDescription(/11 位手机号/))
    await sign(user)
    await user.keyboard(submit)
    await screen.findByText('有 1 处要改，已标出')
    expect(bridge.callsOf('records.complete')).toHaveLength(0)
    await user.keyboard('{Control>}a{/Control}13812342746')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.callsOf('records.complete')).toHaveLength(1))
  })

  it('takes a note of the call instead of a signature when it was made by telephone', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await choose(user, 'method', '电话')
    expect(document.querySelector('[data-path="signature.date"]')).toBeNull()
    await user.keyboard(submit)
    expect(await screen.findByText(/请留一样凭据/)).toBeInTheDocument()
    await fillDate(user, 'callLog.date', '昨天')
    write('callLog.phone', '13900010318')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ body: { callLog: { date: '2026-11-22', phone: '13900010318' } } }))
  })

  it('leaves out what no longer is a question', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await choose(user, 'result', '不再属于对象')
    await choose(user, 'exclusionReason', '户籍迁出')
    await sign(user)
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ body: { result: 'EXCLUDED', exclusionReason: 'MOVED_OUT' } }))
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('workWillingness')
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('employmentState')
  })

  it('is handed in once, however often the key is pressed', async () => {
    const { bridge, user } = await openStep(1)
    await fillInfoCheck(user)
    await sign(user)
    await user.keyboard(submit + submit)
    expect(await screen.findByRole('heading', { level: 2, name: '职业能力评估' })).toBeInTheDocument()
    expect(bridge.callsOf('records.complete').filter(({ kind }) => kind === 'infoCheck')).toHaveLength(1)
    expect(bridge.drafts.size).toBe(0)
  })

  it('says why it could not be handed in, and keeps everything', async () => {
    const { user } = await openStep(1, { handlers: { 'records.complete': () => refuse('磁盘满了，这一页还没存上') } })
    await fillInfoCheck(user)
    await sign(user)
    await user.keyboard(submit)
    expect(await screen.findByText(/磁盘满了/)).toBeInTheDocument()
    expect(field('signature.paperLocation')).toHaveValue('县残联档案柜')
  })
})

describe('the registration of demand', () => {
  it('takes intentions in order, and a business plan where one is wanted', async () => {
    const { bridge, user } = await openStep(3)
    await pick(user, 'intentions.0.family', '种植')
    await pick(user, 'intentions.0.form', '个体就业、自主创业')
    write('startup.field', '大棚')
    write('startup.fundsFen', '20,000')
    await choose(user, 'workTime', '非全日')
    await choose(user, 'targetAreas', '示范镇')
    await choose(user, 'serviceNeeds', '创业指导与帮扶')
    await fillDate(user, 'availableFrom', '2026-12-01')
    await sign(user)
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({
      entity: 'demandRegistration',
      body: { intentions: [{ rank: 1, family: 'J13', form: '3' }], startup: { field: '大棚', fundsFen: 2_000_000 }, targetAreas: ['示范镇'], signature: { givenBy: 'SELF' } },
    }))
  })
})

describe('the service', () => {
  it('needs the consent for a referral, which can be recorded there and then', async () => {
    const { bridge, user } = await openStep(4)
    write('minutes', '40')
    await choose(user, 'method', '入户')
    await pick(user, 'serviceType', '职业介绍、岗位推荐')
    write('referrals.0.jobTitle', '保洁')
    write('referrals.0.employerName', '示范物业')
    await fillDate(user, 'referrals.0.date', '今天')
    await pick(user, 'referrals.0.outcome', '待反馈')
    write('content', '一起看了岗位，讲了怎么去面试')
    await choose(user, 'result', '继续服务')
    await user.keyboard(submit)
    expect(await screen.findByText(/要本人同意把信息提供给用人单位/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '记一份纸上的同意' }))
    write('consentDrafts.SHARE_EMPLOYER.textVersion', '2026-2')
    write('consentDrafts.SHARE_EMPLOYER.paperLocation', '县残联档案柜')
    await user.click(screen.getByRole('button', { name: '记下同意' }))
    expect(await screen.findByText(/2026-11-23 已同意/)).toBeInTheDocument()
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ entity: 'serviceRecord', body: { referrals: [{ jobTitle: '保洁', outcome: 'PENDING' }] } }))
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('consentDrafts')
  })
})

describe('a completed record', () => {
  const record = documentOf(uuid(7400), 'serviceRecord', {
    personId: uuid(6), cycleYear: '2026', servedOn: '2026-11-20', minutes: 45, serviceType: '01', method: 'HOME_VISIT', staffId: uuid(500), orgId: '210199', content: '讲了残疾人就业补贴的政策', result: 'CONTINUE',
  })

  it('is read in words, and corrected as its next version', async () => {
    const { bridge, user } = await openStep(4, { documents: [record], done: [4] })
    expect(screen.getByText('政策宣讲、咨询')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '更正' }))
    const minutes = await screen.findByRole('textbox', { name: /^服务时长/ })
    expect(minutes).toHaveValue('45')
    await user.clear(minutes)
    await user.type(minutes, '50')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.callsOf('records.complete')[0]).toMatchObject({ replaces: { documentId: record.id, changeId: record.headId }, body: { minutes: 50 } }))
    expect(await screen.findByText('第 2 版')).toBeInTheDocument()
    expect(bridge.callsOf('drafts.save').every((saved) => saved.documentId === record.id)).toBe(true)
  })

  it('finds a correction again that was begun', async () => {
    const { bridge, user } = await openStep(4, { documents: [record], done: [4] })
    await user.click(screen.getByRole('button', { name: '更正' }))
    await user.type(await screen.findByRole('textbox', { name: /^服务内容/ }), '。又补了一句')
    await user.click(screen.getByRole('button', { name: '先不改了' }))
    bridge.file = { ...bridge.file, row: { ...bridge.file.row, steps: bridge.file.row.steps.map((each) => ({ ...each, hasDraft: each.step === 4 })) } }
    bridge.tell({ type: 'changed', personIds: [], all: true })
    await user.click(await screen.findByRole('button', { name: '接着更正' }))
    expect(await screen.findByRole('textbox', { name: /^服务内容/ })).toHaveValue('讲了残疾人就业补贴的政策。又补了一句')
  })

  it('is voided only with a reason', async () => {
    const { bridge, user } = await openStep(4, { documents: [record], done: [4] })
    await user.click(screen.getByRole('button', { name: '作废' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: '作废' }))
    expect(await within(dialog).findByText('请写为什么作废，至少两个字')).toBeInTheDocument()
    expect(bridge.callsOf('records.void')).toHaveLength(0)
    await user.type(within(dialog).getByRole('textbox', { name: /^为什么作废/ }), '记错人了')
    await user.click(within(dialog).getByRole('button', { name: '作废' }))
    await waitFor(() => expect(bridge.callsOf('records.void')).toEqual([{ documentId: record.id, reason: '记错人了' }]))
  })

  it('is only read by a supervisor', async () => {
    await openStep(4, { documents: [record], done: [4], role: 'supervisor' })
    expect(screen.getByText('政策宣讲、咨询')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '更正' })).not.toBeInTheDocument()
  })
})
