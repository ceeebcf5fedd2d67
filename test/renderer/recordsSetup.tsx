import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../../renderer/App.tsx'
import type { StepNumber } from '../../renderer/api/client.ts'
import { usePaperMemory } from '../../renderer/features/records/paperMemory.ts'
import { createRecordsBridge, personId } from './recordsBridge.ts'
import type { RecordsBridge } from './recordsBridge.ts'

// Asking of hundreds of radios whether each is hidden takes seconds in jsdom.
configure({ defaultHidden: true })

/** The program with one person's step open, ready to be filled in. */
export async function openStep(step: StepNumber, options: Parameters<typeof createRecordsBridge>[0] = {}) {
  usePaperMemory.setState({}, true)
  window.location.hash = `#/person/${personId}/${String(step)}`
  const bridge = createRecordsBridge(options)
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const view = await act(async () => render(<App bridge={bridge} />))
  await waitFor(() => document.querySelector('.record-form[aria-busy]') === null || Promise.reject(new Error('still opening')))
  await screen.findByRole('heading', { level: 2, name: stepNames[step] })
  return { bridge, user, ...view }
}

export const stepNames = { 1: '基础信息核对', 2: '职业能力评估', 3: '就业需求登记', 4: '就业服务' } as const

export type User = ReturnType<typeof userEvent.setup>

export async function choose(user: User, group: string | RegExp, option: string): Promise<void> {
  await user.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name: option }))
}

/** Chooses from a list that is searched by typing. */
export async function pick(user: User, name: string | RegExp, option: string): Promise<void> {
  const field = screen.getByRole('combobox', { name })
  await user.clear(field)
  await user.type(field, option)
  await user.click(await screen.findByRole('option', { name: option }))
}

export async function fillDate(user: User, name: string | RegExp, value: string): Promise<void> {
  const field = screen.getByRole('textbox', { name })
  await user.clear(field)
  await user.type(field, value)
  await user.tab()
}

export function lastDraft(bridge: RecordsBridge) {
  return bridge.callsOf('drafts.save').at(-1)
}

/** An info check of somebody met at home who wants work, up to the signature. */
export async function fillInfoCheck(user: User): Promise<void> {
  await choose(user, /^受访人/, '本人')
  await choose(user, /^核对方式/, '入户')
  await choose(user, /^核对结果/, '一致')
  await choose(user, /^就业状况/, '未就业')
  await choose(user, /^未就业的主要原因/, '无就业技能')
  await choose(user, /^主要生活来源/, '家庭成员供养')
  await choose(user, /^就业意愿/, '愿意')
  await choose(user, /^有没有就业需求/, '有')
  await choose(user, /^有没有培训需求/, '没有')
  await choose(user, /^有没有创业需求/, '没有')
}

export async function sign(user: User): Promise<void> {
  await fillDate(user, /^签字日期/, '2026-11-23')
  await user.type(screen.getByRole('textbox', { name: /^签的是哪一版/ }), '2026-1')
  await user.type(screen.getByRole('textbox', { name: /^纸张存放的地方/ }), '县残联档案柜')
}
