import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StoreContext } from '../../../electron/store/context.ts'
import { ProblemError } from '../../../electron/store/context.ts'
import { createDispatcher } from '../../../electron/store/dispatch.ts'
import { createIdleWatch } from '../../../electron/store/idle.ts'
import { problemOfError, problems } from '../../../electron/store/problems.ts'
import { openDesk, setUpDesk } from './desk.ts'

const session = { role: 'office' as const, handOver: null, context: {} as StoreContext }

function dispatching(handler: () => never, took = 0) {
  const log: string[] = []
  let now = 0
  const dispatch = createDispatcher(
    { 'persons.places': handler },
    { clock: () => (now += took), log: (line) => log.push(line) },
  )
  return { log, run: () => dispatch(session, 'persons.places', {}) }
}

test('what goes wrong unforeseen becomes a sentence, and the log tells the place but not the words', async () => {
  const { log, run } = dispatching(() => {
    throw new TypeError('cannot read 王淑芬 210199199001012167')
  })
  expect(await run()).toMatchObject({ ok: false, error: { code: 'unforeseen', message: expect.stringContaining('以前存的都在') } })
  expect(log).toHaveLength(1)
  expect(log[0]).toContain('persons.places failed: TypeError | at ')
  expect(log[0]).not.toMatch(/王|210199/)
})

test('an expected failure keeps its own sentence and is no matter for the log', async () => {
  const { log, run } = dispatching(() => {
    throw new ProblemError(problems.cancelled)
  })
  expect(await run()).toEqual({ ok: false, error: problems.cancelled })
  expect(log).toEqual([])
})

test('a slow call is logged by its name alone', async () => {
  const { log, run } = dispatching(() => {
    throw new ProblemError(problems.cancelled)
  }, 73)
  await run()
  expect(log).toEqual(['persons.places took 73 ms'])
})

test('troubles of disk and file have a sentence of their own', () => {
  const errorOf = (code: string) => Object.assign(new Error('x'), { code })
  const codeOf = (code: string) => problemOfError(errorOf(code))?.code
  expect(codeOf('ENOSPC')).toBe('diskFull')
  expect(codeOf('EDQUOT')).toBe('diskFull')
  expect(codeOf('SQLITE_FULL')).toBe('diskFull')
  expect(codeOf('EROFS')).toBe('storeReadOnly')
  expect(codeOf('SQLITE_READONLY_DIRECTORY')).toBe('storeReadOnly')
  expect(codeOf('SQLITE_CORRUPT_INDEX')).toBe('storeDamaged')
  expect(codeOf('ENOTDIR')).toBe('folderBlocked')
  expect(problemOfError(new Error('a bug'))).toBeNull()
})

test('settings are kept, a damaged file means the defaults, an unknown setting is refused', async () => {
  const desk = await setUpDesk()
  expect(await desk.get('settings.set', { theme: 'sun', textSize: 150 })).toMatchObject({ theme: 'sun', textSize: 150, language: 'zh-CN' })
  expect(JSON.parse(readFileSync(join(desk.folder, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'sun' })
  expect(await desk.raw('settings.set', { theme: 'pink' })).toMatchObject({ ok: false, error: { code: 'badInput', field: 'theme' } })
  desk.close()
  const again = openDesk({ folder: desk.folder })
  expect(await again.get('settings.get', {})).toMatchObject({ theme: 'sun', textSize: 150 })
  writeFileSync(join(desk.folder, 'settings.json'), '{"theme":')
  expect(await again.get('settings.get', {})).toMatchObject({ theme: 'light', textSize: 100 })
})

test('who takes full numbers out of the app is in the log of looks, with the reason; masked ledgers are not', async () => {
  const desk = await setUpDesk()
  const ledger = { ledger: 'fourOnes' as const, cycleYear: '2026' }
  await desk.internal({ name: 'ledger.saved', input: { ...ledger, masking: 'SCREEN' } })
  await desk.internal({ name: 'ledger.saved', input: { ...ledger, masking: 'INTERNAL', reason: '年度存档' } })
  expect(desk.ask('select actor_id, field, reason from view_log')).toEqual([{ actor_id: desk.userId, field: 'ledger', reason: '年度存档' }])
  await desk.get('session.lock', {})
  expect(await desk.internal({ name: 'ledger.saved', input: { ...ledger, masking: 'INTERNAL', reason: '年度存档' } })).toMatchObject({ ok: false, error: { code: 'locked' } })
})

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

test('nobody for the set time locks the store; what pages ask by themselves is nobody, work under way is somebody', () => {
  let now = 0
  let busy = false
  const locked: string[] = []
  const watch = createIdleWatch({
    clock: () => now, minutes: () => 10, lock: (reason) => locked.push(reason), isOpen: () => locked.length === 0, isBusy: () => busy,
  })
  const pass = (minutes: number) => {
    for (let quarter = 0; quarter < minutes * 4; quarter += 1) {
      now += 15_000
      watch.seen('sync.status')
      vi.advanceTimersByTime(15_000)
    }
  }
  pass(9)
  watch.seen('drafts.save')
  pass(9)
  expect(locked).toEqual([])
  busy = true
  pass(30)
  busy = false
  expect(locked).toEqual([])
  pass(10)
  expect(locked).toEqual(['10 分钟没动，已锁屏。输密码接着填'])
  watch.stop()
})
