import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PersonFile } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import { personFile, personRow, uuid } from './people.ts'
import { renderApp } from './renderApp.tsx'

const wang = uuid(6)
type Document = PersonFile['documents'][number]

function document(n: number, entity: string, body: Document['body'], more: Partial<Document> = {}): Document {
  return { id: uuid(n), entity, on: null, version: 1, voided: false, voidReason: null, cycleYear: '2026', mark: 'received', headId: uuid(n + 100), body, ...more }
}

function withDocuments(...documents: Document[]) {
  const file: PersonFile = { ...personFile(personRow(5)), documents }
  return { 'persons.get': () => succeed(file) }
}

const idle = document(802, 'employmentPeriod', { state: 'UNEMPLOYED', startOn: '2024-08-01', unemployedReason: '5', livingSource: '4' })

describe('the history of work', () => {
  it('says what holds now, and the end that another period set', async () => {
    const job = document(803, 'employmentPeriod', { state: 'EMPLOYED', startOn: '2026-03-20', employmentForm: '3', jobTitle: '养鸡' })
    await renderApp(`/person/${wang}/employment`, { handlers: withDocuments(job, { ...idle, body: { ...idle.body, endOn: '2026-03-19', closedBy: job.id } }) })
    expect(await screen.findByText('现在：已就业')).toBeVisible()
    expect(screen.getByText('按 2026-03-20 起的那一段')).toBeVisible()
    expect(screen.getByText('2024-08-01 起 到 2026-03-19')).toBeVisible()
    expect(screen.getByText('养鸡')).toBeVisible()
  })

  it('goes on with the former period when the one that ended it is void, and says why that one is', async () => {
    const job = document(803, 'employmentPeriod', { state: 'EMPLOYED', startOn: '2026-03-01' }, { voided: true, voidReason: '没有去上班' })
    await renderApp(`/person/${wang}/employment`, { handlers: withDocuments(job, { ...idle, body: { ...idle.body, endOn: '2026-03-19', closedBy: job.id } }) })
    expect(await screen.findByText('现在：未就业')).toBeVisible()
    expect(screen.getByText('已作废：没有去上班')).toBeVisible()
    expect(screen.getByText('2024-08-01 起 到现在')).toBeVisible()
  })

  it('adds a period: the form opens what the answer calls for, says which one ends, and keeps a draft', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/employment`, { handlers: { ...withDocuments(idle), 'records.prefill': () => succeed({ body: { startOn: '2026-11-20' }, previous: null }) } })
    await user.click(await screen.findByRole('button', { name: '加一段' }))
    const form = within(await screen.findByRole('group', { name: '加一段就业状况' }))
    expect(form.queryByRole('combobox', { name: /^行业/ })).not.toBeInTheDocument()
    await user.click(form.getByRole('radio', { name: '已就业' }))
    expect(form.getByRole('combobox', { name: /^行业/ })).toBeVisible()
    expect(form.queryByRole('textbox', { name: /^单位名称/ })).not.toBeInTheDocument()
    const kind = form.getByRole('combobox', { name: /^就业形式/ })
    await user.type(kind, '公益')
    await user.click(await screen.findByRole('option', { name: '公益性岗位就业' }))
    expect(form.getByRole('textbox', { name: /^单位名称/ })).toBeVisible()
    expect(form.getByText('写好以后，上一段到 2026-11-19 止')).toBeVisible()
    expect(bridge.callsOf('drafts.save').at(-1)).toMatchObject({ kind: 'employmentPeriod', body: { state: 'EMPLOYED', employmentForm: '4' } })
    await user.click(form.getByRole('radio', { name: '未就业' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    // What belongs to a job stays in the draft and is not handed in.
    expect(bridge.callsOf('records.complete').at(-1)?.body).toEqual({ startOn: '2026-11-20', state: 'UNEMPLOYED' })
    expect(await screen.findByText('就业状况写好了')).toBeVisible()
  })

  it('warns of days that two periods share, while writing and in the list', async () => {
    const job = document(803, 'employmentPeriod', { state: 'EMPLOYED', startOn: '2024-09-01', endOn: '2026-12-31' })
    const { user } = await renderApp(`/person/${wang}/employment`, { handlers: { ...withDocuments(idle, job), 'records.prefill': () => succeed({ body: { startOn: '2026-11-20' }, previous: null }) } })
    expect(await screen.findByText('和 2024-09-01 起的那一段有重叠的日子，请改其中一段的日期')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '加一段' }))
    const form = within(await screen.findByRole('group', { name: '加一段就业状况' }))
    expect(form.getByText('和 2024-09-01 起的那一段有重叠的日子，请改其中一段的日期')).toBeVisible()
  })

  it('ends a period on a day, as its next version', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/employment`, { handlers: withDocuments(idle) })
    await user.click(await screen.findByRole('button', { name: '到哪天止 2024-08-01 未就业' }))
    await user.click(await screen.findByRole('button', { name: '写好了' }))
    expect(bridge.callsOf('records.complete')).toEqual([
      { kind: 'employmentPeriod', personId: wang, cycleYear: '2026', body: { ...idle.body, endOn: '2026-11-23' }, replaces: { documentId: idle.id, changeId: idle.headId } },
    ])
  })

  it('offers a supervisor nothing to change', async () => {
    await renderApp(`/person/${wang}/employment`, { role: 'supervisor', handlers: withDocuments(idle) })
    expect(await screen.findByText('现在：未就业')).toBeVisible()
    expect(within(screen.getByRole('tabpanel')).queryByRole('button')).not.toBeInTheDocument()
  })
})

describe('exclusions', () => {
  const prison = document(820, 'exclusion', { reason: 'IMPRISONED', date: '2026-01-05', evidence: '法院判决书' })

  it('are written with reason, day and evidence', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/exclusions`, { handlers: { ...withDocuments(), 'records.prefill': () => succeed({ body: { date: '2026-11-23' }, previous: null }) } })
    await user.click(await screen.findByRole('button', { name: '移出' }))
    const form = within(await screen.findByRole('group', { name: '把这个人移出' }))
    await user.click(form.getByRole('radio', { name: /迁出/ }))
    await user.type(form.getByRole('textbox', { name: /^依据/ }), '派出所证明')
    await user.upload(globalThis.document.querySelector('input[type="file"]') as HTMLInputElement, new File(['%PDF-1.7 made up'], '证明.pdf', { type: 'application/pdf' }))
    expect(await form.findByDisplayValue('证明')).toBeVisible()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(bridge.callsOf('records.complete').at(-1)).toMatchObject({
      kind: 'exclusion', body: { reason: 'MOVED_OUT', date: '2026-11-23', evidence: '派出所证明', attachments: [{ name: '证明', type: 'application/pdf' }] },
    })
  })

  it('end on a day, and say whether they hold', async () => {
    const { user, bridge } = await renderApp(`/person/${wang}/exclusions`, { handlers: withDocuments(prison) })
    expect(await screen.findByText('现在移出')).toBeVisible()
    expect(screen.getByText('法院判决书')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^又回来了/ }))
    await user.click(await screen.findByRole('button', { name: '写好了' }))
    expect(bridge.callsOf('records.complete').at(-1)?.body).toMatchObject({ endedOn: '2026-11-23' })
  })
})
