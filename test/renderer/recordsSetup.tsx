import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
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

/** The part of the form that shows a field, by the field's name in the record. Roles and names have tests of their own; asking for them in every step costs seconds. */
export function part(path: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  if (found === null) throw new Error(`nothing on the screen shows ${path}`)
  return found
}

export function field(path: string): HTMLInputElement | HTMLTextAreaElement {
  const found = part(path).querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (found === null) throw new Error(`${path} is no field to type in`)
  return found
}

export async function choose(user: User, path: string, option: string): Promise<void> {
  await user.click(within(part(path)).getByText(option))
}

/** Types as a paste would: one change, then the field is left. */
export function write(path: string, words: string): void {
  const target = field(path)
  act(() => target.focus())
  fireEvent.change(target, { target: { value: words } })
  act(() => target.blur())
}

/** Chooses from a list that is searched by typing. */
export async function pick(user: User, path: string, option: string): Promise<void> {
  await user.clear(field(path))
  await user.type(field(path), option)
  await user.click(await screen.findByRole('option', { name: option }))
}

export async function fillDate(user: User, path: string, value: string): Promise<void> {
  await user.clear(field(path))
  await user.type(field(path), value)
  await user.tab()
}

export function lastDraft(bridge: RecordsBridge) {
  return bridge.callsOf('drafts.save').at(-1)
}

/** An info check of somebody met at home who wants work, up to the signature. */
export async function fillInfoCheck(user: User): Promise<void> {
  await choose(user, 'respondent', '本人')
  await choose(user, 'method', '入户')
  await choose(user, 'result', '一致')
  await choose(user, 'employmentState', '未就业')
  await choose(user, 'unemployedReason', '无就业技能')
  await choose(user, 'livingSource', '家庭成员供养')
  await choose(user, 'workWillingness', '愿意')
  await choose(user, 'hasEmploymentNeed', '有')
  await choose(user, 'hasTrainingNeed', '没有')
  await choose(user, 'hasStartupNeed', '没有')
}

export async function sign(user: User): Promise<void> {
  await fillDate(user, 'signature.date', '2026-11-23')
  write('signature.textVersion', '2026-1')
  write('signature.paperLocation', '县残联档案柜')
  field('signature.paperLocation').focus()
}
