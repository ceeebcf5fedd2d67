import { act, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { App } from '../../renderer/App.tsx'
import type { PersonFile } from '../../renderer/api/client.ts'
import { withDrawing } from './drawing.ts'
import { createRecordsBridge, personId } from './recordsBridge.ts'
import { uuid } from './people.ts'

beforeAll(() => configure({ defaultHidden: true }))
afterAll(() => configure({ defaultHidden: false }))

type DocumentHead = PersonFile['documents'][number]
const head = (id: number, entity: string, on: string, body: DocumentHead['body']): DocumentHead => ({
  id: uuid(id), entity, on, version: 1, voided: false, voidReason: null, cycleYear: on.slice(0, 4), body, mark: 'local', headId: uuid(id + 1),
} as DocumentHead)

const service = head(800, 'serviceRecord', '2026-05-20', { servedOn: '2026-05-20', result: 'EMPLOYED' })
const job = head(810, 'employmentPeriod', '2026-05-21', { state: 'EMPLOYED', startOn: '2026-05-21', source: 'serviceRecord', sourceId: uuid(800), employerName: '示范食品厂', jobTitle: '包装工' })
const first = head(820, 'placementCheck', '2026-06-22', { periodId: uuid(810), month: 1, checkedOn: '2026-06-22', inJob: true, monthlyIncomeFen: 230_000, problem: '车少', action: '改了班次' })

async function open(documents: readonly DocumentHead[]) {
  window.location.hash = `#/person/${personId}/employment`
  const bridge = createRecordsBridge({ documents: [...documents] })
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  await act(async () => render(<App bridge={bridge} />))
  const section = within(await screen.findByRole('region', { name: '上岗以后的回访' }))
  return { bridge, user, section }
}

describe('looks at a job', () => {
  it('tell what was found, and what is owed when', async () => {
    const { section } = await open([service, job, first])
    expect(section.getByRole('heading', { name: '示范食品厂　包装工　2026-05-21 上岗' })).toBeVisible()
    expect(section.getAllByRole('listitem').map((item) => item.textContent.replace(/作废.*$/, ''))).toEqual([
      '第 1 个月2026-06-22 问过 在岗，月收入 2,300 元，困难：车少，怎么帮：改了班次', '第 3 个月逾期 94 天', '第 6 个月逾期 2 天', '第 12 个月2027-05-21 前后问一次',
    ])
  })

  it('are recorded in the file, with leaving asked for only where the person has left', async () => {
    const { bridge, user, section } = await open([service, job, first])
    await user.click(section.getByRole('button', { name: '做第 3 个月的回访' }))
    const form = within(await section.findByRole('group', { name: '做第 3 个月的回访' }))
    expect(form.queryByText('离岗日期')).toBeNull()
    await user.click(form.getByText('电话'))
    await user.click(form.getByText('离岗了'))
    await user.click(form.getByRole('button', { name: /记下回访/ }))
    expect(await form.findByText('请填离岗的日期')).toBeVisible()
    expect(form.getByText('请选离岗的原因')).toBeVisible()
    await user.type(form.getByRole('textbox', { name: /离岗日期/ }), '1120')
    await user.type(form.getByRole('combobox', { name: /离岗的原因/ }), '工资')
    await user.click(await screen.findByRole('option', { name: '工资待遇谈不拢' }))
    await user.click(form.getByRole('button', { name: /记下回访/ }))
    expect(await screen.findByText('离岗记下了，已保存。就业状况从第二天起改了')).toBeVisible()
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({ kind: 'placementCheck', body: { month: 3, periodId: uuid(810), inJob: false, leftOn: '2026-11-20', leftReason: 'PAY' } })
    expect(screen.getByRole('heading', { name: '上岗以后的回访' })).toHaveFocus()
  })

  it('may be shown by a photo of the contract or the pay slip', async () => {
    withDrawing()
    const { bridge, user, section } = await open([service, job, first])
    await user.click(section.getByRole('button', { name: '做第 3 个月的回访' }))
    const form = within(await section.findByRole('group', { name: '做第 3 个月的回访' }))
    await user.click(form.getByText('电话'))
    await user.click(form.getByText('在岗'))
    await user.upload(document.querySelector('input[type="file"]') as HTMLInputElement, new File([Uint8Array.of(0xff, 0xd8, 0xff)], '工资单.jpg', { type: 'image/jpeg' }))
    await form.findByRole('button', { name: '看大图：照片' })
    await user.click(form.getByRole('button', { name: /记下回访/ }))
    await screen.findByText(/第 3 个月的回访记下了/)
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({ kind: 'placementCheck', body: { attachments: [{ name: '照片', type: 'image/jpeg' }] } })
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('are not there for somebody whom no service led to a job', async () => {
    window.location.hash = `#/person/${personId}/employment`
    await act(async () => render(<App bridge={createRecordsBridge({ documents: [] })} />))
    await screen.findByRole('tab', { name: '就业状况', selected: true })
    expect(screen.queryByRole('region', { name: '上岗以后的回访' })).toBeNull()
  })
})
