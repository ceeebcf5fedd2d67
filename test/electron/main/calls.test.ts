import { expect, test } from 'vitest'
import type { AppEvent } from '../../../electron/api/contract.ts'
import { createCalls } from '../../../electron/main/calls.ts'
import { createRosterFiles } from '../../../electron/main/rosterFiles.ts'
import type { StoreClient } from '../../../electron/store/client.ts'
import { password, setUpDesk } from '../store/desk.ts'

const nothing = () => Promise.resolve({ ok: true as const, value: null })
const noLedgers = { 'ledger.savePdf': nothing, 'ledger.saveXlsx': nothing, 'papers.savePdf': nothing, 'attachments.save': nothing }
const ours = { url: 'app://four-ones/index.html', isMainFrame: true }

async function office(showOpenDialog: () => Promise<{ canceled: boolean; filePaths: string[] }>) {
  const desk = await setUpDesk()
  const listeners: ((event: AppEvent) => void)[] = []
  const log: string[] = []
  const store: Pick<StoreClient, 'call' | 'onEvent' | 'internal'> = {
    call: desk.call,
    internal: desk.internal,
    onEvent: (listener) => {
      listeners.push(listener)
      return () => undefined
    },
  }
  const calls = createCalls({ store, log: (line) => log.push(line), own: { ...createRosterFiles(store, showOpenDialog), ...noLedgers } })
  const state = await desk.get('session.state', {})
  for (const listener of listeners) listener({ type: 'session', state })
  return { desk, calls, log }
}
const closed = () => Promise.resolve({ canceled: true, filePaths: [] })

test('calls from anything but the main frame of our own page are refused and logged', async () => {
  const { calls, log } = await office(closed)
  for (const sender of [null, { url: 'https://example.org/', isMainFrame: true }, { url: 'app://print/x/', isMainFrame: true }, { ...ours, isMainFrame: false }]) {
    expect(await calls.answer(sender, 'session.state', {})).toMatchObject({ ok: false, error: { code: 'foreignPage' } })
  }
  expect(log).toHaveLength(4)
  expect(await calls.answer(ours, 'session.state', {})).toMatchObject({ ok: true, value: { state: 'unlocked' } })
})

test('the main process refuses bad input before anything is forwarded', async () => {
  const { calls, desk } = await office(closed)
  expect(await calls.answer(ours, 'session.unlock', { userId: 'x', password })).toMatchObject({ ok: false, error: { code: 'badInput' } })
  expect(await calls.answer(ours, 'toString', {})).toMatchObject({ ok: false, error: { code: 'unknownMethod' } })
  expect(await desk.get('session.state', {})).toMatchObject({ waitSeconds: 0 })
})

test('a closed dialog is no file, and an unknown token opens none', async () => {
  const { calls } = await office(closed)
  expect(await calls.answer(ours, 'roster.choose', {})).toEqual({ ok: true, value: null })
  const guess = { token: '0199a1b2-0000-7000-8000-000000000000' }
  expect(await calls.answer(ours, 'roster.preview', guess)).toMatchObject({ ok: false, error: { code: 'chooseAgain' } })
})

test('who looks at a ledger with full numbers is in the log of looks, once for each reason', async () => {
  const { calls, desk } = await office(closed)
  const { cycleYear } = await desk.get('session.state', {})
  const ask = { ledger: 'fourOnes', cycleYear, masking: 'INTERNAL', reason: '送县残联核对', offset: 0, limit: 20 }
  const looks = () => desk.ask("select reason from view_log where field = 'ledger'")
  await calls.answer(ours, 'ledger.page', { ...ask, masking: 'SCREEN' })
  expect(looks()).toEqual([])
  for (const offset of [0, 20, 40]) expect(await calls.answer(ours, 'ledger.page', { ...ask, offset })).toMatchObject({ ok: true })
  expect(looks()).toEqual([{ reason: '送县残联核对' }])
  await calls.answer(ours, 'ledger.page', { ...ask, reason: '送审计' })
  expect(looks()).toHaveLength(2)
  await calls.answer(ours, 'ledger.page', { ...ask, reason: ' ' })
  expect(looks()).toHaveLength(2)
})
