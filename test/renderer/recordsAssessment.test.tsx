import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fixedSentence } from '../../domain/assessment/index.ts'
import { documentOf, personId, savedAt, vector1 } from './recordsBridge.ts'
import { choose, field, openStep, write } from './recordsSetup.tsx'
import type { User } from './recordsSetup.tsx'
import { uuid } from './people.ts'

const submit = '{Control>}{Enter}{/Control}'
const row = (code: string) => document.querySelector<HTMLElement>(`[role="radiogroup"][aria-label^="${code} "]`) as HTMLElement

const enter = (code: string) => act(() => row(code).querySelector('input')?.focus())
const conclusion = () => field('conclusion')

const answered = {
  capabilityAssessment: {
    savedAt, field: null,
    body: { personId, cycleYear: '2026', assessedOn: '2026-11-23', assessorId: uuid(500), instrumentVersion: 'ICFVR-LN-1', items: vector1.flatMap(([letter, grades]) => grades.map((q, i) => ({ code: `${letter}${i + 1}`, q }))) },
  },
}

async function answerVector(user: User) {
  enter('A1')
  await user.keyboard(vector1.flatMap(([, answers]) => answers).join(''))
}

describe('the assessment', () => {
  it('takes digits for answers and moves on', async () => {
    const { user } = await openStep(2)
    enter('A1')
    await user.keyboard('3')
    expect(within(row('A1')).getByRole('radio', { name: '3 重度', checked: true })).toBeInTheDocument()
    expect(row('A2').contains(document.activeElement)).toBe(true)
    // Nothing is graded 5, 6 or 7.
    await user.keyboard('5')
    expect(row('A2').contains(document.activeElement)).toBe(true)
    expect(within(row('A2')).queryByRole('radio', { checked: true })).toBeNull()
  })

  it('takes a minus and a digit for surroundings that hinder', async () => {
    const { user } = await openStep(2)
    enter('E1')
    await user.keyboard('-24')
    expect(within(row('E1')).getByRole('radio', { name: '−2', checked: true })).toBeInTheDocument()
    expect(within(row('E2')).getByRole('radio', { name: '+4', checked: true })).toBeInTheDocument()
  })

  it('shows index 77.5 and level 1 for the first test vector, and a line for every grave item', async () => {
    const { bridge, user } = await openStep(2)
    expect(screen.getByText(/^上面答够三个方面/)).toBeInTheDocument()
    await answerVector(user)
    expect(await screen.findByText('指数 77.5，支持等级 1，少量支持')).toBeInTheDocument()
    expect(screen.getByText(fixedSentence)).toBeInTheDocument()
    expect(screen.getAllByText(/85\.0 分/).length).toBe(1)
    await user.click(screen.getByRole('button', { name: '照建议填' }))
    for (const item of ['A1', 'C1', 'C2']) expect(field(`accommodations.${item}`)).not.toHaveValue('')
    expect(conclusion().value).toContain('指数 77.5')
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.accommodations).toHaveLength(3))
  })

  it('is completed with the consent recorded on the spot', async () => {
    const { bridge, user } = await openStep(2, { drafts: answered })
    write('place', '本人家里')
    write('assessorQualification', '就业指导员')
    await choose(user, 'mode', '面谈')
    await user.click(screen.getByRole('button', { name: '记一份纸上的同意' }))
    write('consentDrafts.ASSESSMENT.textVersion', '2026-1')
    write('consentDrafts.ASSESSMENT.paperLocation', '县残联档案柜')
    await user.click(screen.getByRole('button', { name: '记下同意' }))
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ entity: 'consent', body: { purpose: 'ASSESSMENT', form: 'PAPER' } }))
    const consentId = bridge.file.documents[0]?.id
    enter('E1')
    await user.keyboard('2010')
    await user.click(await screen.findByRole('button', { name: '照建议填' }))
    await choose(user, 'personOpinion', '同意')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ entity: 'capabilityAssessment', body: { consentId, index: 77.5, supportLevel: 1 } }))
  })

  it('asks why when the forms of work differ from those suggested', async () => {
    const { user } = await openStep(2, { drafts: answered })
    await user.click(await screen.findByRole('button', { name: '照建议填' }))
    expect(document.querySelector('[data-path="reasonIfChanged"]')).toBeNull()
    await choose(user, 'suggestedForms', '集中就业')
    expect(field('reasonIfChanged')).toBeInTheDocument()
  })

  it('keeps what was written when the suggestions are taken again, and tells of a conclusion that no longer fits', async () => {
    const { user } = await openStep(2, { drafts: answered })
    await user.click(await screen.findByRole('button', { name: '照建议填' }))
    write('conclusion', `${conclusion().value}本人想在家做。`)
    write('accommodations.C1', '念给他听')
    enter('B1')
    await user.keyboard('4')
    await user.click(screen.getByRole('button', { name: '照建议填' }))
    expect(field('accommodations.C1')).toHaveValue('念给他听')
    expect(conclusion().value).toContain('本人想在家做。')
    expect(screen.getByText(/结论里写的指数是 77.5/)).toBeInTheDocument()
  })

  it('puts the result of the federation kit beside ours, and asks for all of it once it was used', async () => {
    const { user } = await openStep(2, { drafts: answered })
    expect(document.querySelector('[data-path="testKit.results.A"]')).toBeNull()
    write('testKit.org', '县残联')
    for (const [path, words] of [['A', '良好'], ['B', '中等'], ['C', '62 分'], ['D', '良好']] as const) write(`testKit.results.${path}`, words)
    const beside = await screen.findByRole('table', { name: '两种测评并排看' })
    expect(within(beside).getByRole('row', { name: '身体功能 85.0 良好' })).toBeInTheDocument()
    expect(within(beside).getByRole('row', { name: '功能性学业能力 50.0 62 分' })).toBeInTheDocument()
    await user.keyboard(submit)
    expect(await screen.findByText('请附上测评报告：拍照、选文件，或写明纸在哪里')).toBeInTheDocument()
    expect(screen.getByText('请填测评日期')).toBeInTheDocument()
  })

  it('says why an earlier assessment cannot be confirmed, and asks the items', async () => {
    const old = { ...documentOf(uuid(7300), 'capabilityAssessment', { assessedOn: '2025-11-22', items: [{ code: 'A1', q: 0 }], index: 77.5, supportLevel: 1 }), on: '2025-11-22', cycleYear: '2025' }
    const { unmount } = await openStep(2, { documents: [old] })
    expect(screen.getByText(/2025-11-22 评估过.*已超过 12 个月，要重新评估/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '沿用这次评估' })).toBeNull()
    expect(row('A1')).toBeInTheDocument()
    unmount()
    const since = documentOf(uuid(7302), 'infoCheck', { checkedOn: '2026-11-23', changes: [{ field: 'disabilityGrade', old: '3', new: '2' }] })
    await openStep(2, { documents: [{ ...old, on: '2025-12-10', body: { ...old.body, assessedOn: '2025-12-10' } }, since] })
    expect(screen.getByText(/这以后残疾人证改过，要重新评估/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '沿用这次评估' })).toBeNull()
  })

  it('may confirm an assessment of the last twelve months when nothing changed', async () => {
    const earlier = {
      ...documentOf(uuid(7300), 'capabilityAssessment', {
        assessedOn: '2025-12-10', items: vector1.flatMap(([letter, answers]) => answers.map((q, i) => ({ code: `${letter}${i + 1}`, q }))), index: 77.5, supportLevel: 1,
        suggestedForms: ['QUOTA', 'CONCENTRATED', 'SELF_EMPLOYED', 'FLEXIBLE', 'HOME'], suggestedFamilies: ['J03'], accommodations: [{ item: 'A1', text: '读屏软件' }], suggestedTraining: [], conclusion: fixedSentence,
      }),
      on: '2025-12-10', cycleYear: '2025',
    }
    const consent = documentOf(uuid(7301), 'consent', { purpose: 'ASSESSMENT', givenAt: '2025-12-10', form: 'PAPER', givenBy: 'SELF', paperLocation: '档案柜', textVersion: '2025-1' })
    const { bridge, user } = await openStep(2, { documents: [earlier, consent] })
    await user.click(screen.getByRole('button', { name: '沿用这次评估' }))
    expect(row('A1')).toBeNull()
    write('place', '电话里')
    write('assessorQualification', '就业指导员')
    await choose(user, 'mode', '远程')
    await choose(user, 'unchanged.certificate', '没变')
    await choose(user, 'unchanged.health', '变了')
    await choose(user, 'unchanged.job', '没变')
    await choose(user, 'personOpinion', '同意')
    expect(await screen.findByText('身体情况变了就要重新评估')).toBeInTheDocument()
    await choose(user, 'unchanged.health', '没变')
    await user.keyboard(submit)
    await waitFor(() => expect(bridge.file.documents[0]).toMatchObject({ body: { reviewOf: earlier.id, index: 77.5, supportLevel: 1 } }))
    expect(bridge.file.documents[0]?.body).not.toHaveProperty('items')
  })
})
