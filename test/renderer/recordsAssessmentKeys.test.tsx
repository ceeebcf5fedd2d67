import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { documentOf, vector1 } from './recordsBridge.ts'
import { openStep } from './recordsSetup.tsx'
import { uuid } from './people.ts'

const row = (code: string) => document.querySelector<HTMLElement>(`[data-scale-row="${code}"]`) as HTMLElement
const enter = (code: string) => act(() => row(code).querySelector('input')?.focus())
const isIn = (code: string) => row(code).contains(document.activeElement)
const chosen = (code: string) => within(row(code).querySelector('.scale-line') as HTMLElement).queryByRole('radio', { checked: true })

/** 9.3: known of somebody without work, so it is there from the start. */
const paidWork = { code: 'W2', q: 4 }

const before = {
  ...documentOf(uuid(7300), 'capabilityAssessment', {
    assessedOn: '2024-05-10', instrumentVersion: 'ICFVR-LN-1', items: vector1.flatMap(([letter, answers]) => answers.map((q, i) => ({ code: `${letter}${i + 1}`, q }))),
    env: [{ code: 'E1', value: -2 }], index: 77.5, supportLevel: 1,
  }),
  on: '2024-05-10', cycleYear: '2024',
}

describe('the keys of an item', () => {
  it('= takes the answer of the assessment before, says so, and moves on', async () => {
    const { bridge, user } = await openStep(2, { documents: [before] })
    expect(within(row('A1')).getByText('上次 3')).toBeInTheDocument()
    enter('A1')
    await user.keyboard('=')
    expect(chosen('A1')).toHaveAccessibleName('3 重度')
    expect(within(row('A1')).getByText('照上次')).toBeInTheDocument()
    expect(isIn('A2')).toBe(true)
    enter('E1')
    await user.keyboard('=')
    expect(chosen('E1')).toHaveAccessibleName('−2')
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body).toMatchObject({ items: [{ code: 'A1', q: 3, asBefore: true }, paidWork], env: [{ code: 'E1', value: -2, asBefore: true }] }))
    // Asked after all, it is an answer of today.
    enter('A1')
    await user.keyboard('2')
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.items).toEqual([{ code: 'A1', q: 2 }, paidWork]))
  })

  it('= does nothing where there is no answer of before', async () => {
    const { user } = await openStep(2)
    enter('A1')
    await user.keyboard('=')
    expect(chosen('A1')).toBeNull()
    expect(isIn('A1')).toBe(true)
  })

  it('A asks how it is without aids: a digit answers, the grade with aids comes next, and the gain is told', async () => {
    const { bridge, user } = await openStep(2)
    enter('A2')
    await user.keyboard('a')
    expect(screen.getByRole('radiogroup', { name: 'A2 听，不戴辅具时' }).contains(document.activeElement)).toBe(true)
    await user.keyboard('4')
    expect(row('A2').querySelector('.scale-line')?.contains(document.activeElement)).toBe(true)
    await user.keyboard('1')
    expect(isIn('A3')).toBe(true)
    expect(within(row('A2')).getByText('不戴辅具时 4，辅具帮上了 3 级')).toBeInTheDocument()
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.items).toEqual([{ code: 'A2', q: 1, qWithoutAid: 4 }, paidWork]))
  })

  it('N adds a note, also before the grade; digits in it are text, Enter goes back, and the note stays in sight', async () => {
    const { bridge, user } = await openStep(2)
    enter('B2')
    await user.keyboard('n')
    await user.keyboard('干 2 分钟就歇')
    expect(chosen('B2')).toBeNull()
    await user.keyboard('{Enter}')
    expect(row('B2').querySelector('.scale-line')?.contains(document.activeElement)).toBe(true)
    await user.keyboard('3')
    expect(isIn('B3')).toBe(true)
    expect(within(row('B2')).getByText('干 2 分钟就歇')).toBeInTheDocument()
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.items).toEqual([{ code: 'B2', q: 3, note: '干 2 分钟就歇' }, paidWork]))
  })

  it('Esc leaves what was opened and keeps it', async () => {
    const { bridge, user } = await openStep(2)
    enter('C1')
    await user.keyboard('n')
    await user.keyboard('读屏')
    await user.keyboard('{Escape}')
    expect(isIn('C1')).toBe(true)
    await user.keyboard('1')
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.items).toEqual([{ code: 'C1', q: 1, note: '读屏' }, paidWork]))
  })

  it('letters do nothing when single keys are switched off; digits still answer', async () => {
    const { user } = await openStep(2, { settings: { singleKeys: false } })
    enter('A1')
    await user.keyboard('an')
    expect(row('A1').querySelector('[data-more]')).toBeNull()
    await user.keyboard('0')
    expect(isIn('A2')).toBe(true)
  })

  it('of paid work nobody without work is asked, and the items still count as open', async () => {
    await openStep(2)
    expect(chosen('W2')).toHaveAccessibleName('4 完全')
    expect(screen.getByText(/必填还差/).parentElement).toHaveTextContent('逐项评定')
  })

  it('R reads the question aloud where the system has a Chinese voice; otherwise nothing is offered', async () => {
    const { user, unmount } = await openStep(2)
    enter('A1')
    await user.keyboard('r')
    expect(within(row('A1')).queryByRole('button', { name: /读题/ })).toBeNull()
    unmount()
    const said: string[] = []
    vi.stubGlobal('SpeechSynthesisUtterance', class { readonly text: string; voice = null; lang = ''; constructor(text: string) { this.text = text } })
    vi.stubGlobal('speechSynthesis', { getVoices: () => [{ lang: 'en-US', localService: true }, { lang: 'zh-TW', localService: false }, { lang: 'zh-CN', localService: true }], cancel: () => undefined, speak: ({ text, lang }: { text: string; lang: string }) => said.push(`${lang} ${text}`) })
    const again = await openStep(2)
    enter('A2')
    await again.user.keyboard('r')
    expect(said).toEqual(['zh-CN 面对面说话、接电话、警报声，听得清吗？'])
    expect(within(row('A2')).getByRole('button', { name: /读题/ })).toBeInTheDocument()
    vi.unstubAllGlobals()
  })

  it('28 answers take 28 key presses', async () => {
    const { bridge, user } = await openStep(2)
    enter('A1')
    await user.keyboard('0123489012'.repeat(3).slice(0, 28))
    await waitFor(() => expect(bridge.drafts.get('capabilityAssessment new')?.body.items).toHaveLength(29))
    expect(isIn('W1')).toBe(true)
  })
})
