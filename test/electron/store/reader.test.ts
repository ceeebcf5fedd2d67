import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startStore } from '../../../electron/store/client.ts'
import { newFolder } from '../folders.ts'
import { password } from './desk.ts'
import { idNumberOf } from './rosterRows.ts'

/** The app's own worker, from its source, with the reading thread beside it. */

function rosterFile(count: number): string {
  const path = join(newFolder(), 'roster.csv')
  const lines = Array.from({ length: count }, (_, n) => `测${String.fromCodePoint(0x4e00 + n)},男,${idNumberOf(n)},肢体,三级,示范镇,王家村,139${String(n).padStart(8, '0')}`)
  writeFileSync(path, ['姓名,性别,身份证号,残疾类别,残疾等级,乡镇,村,联系电话', ...lines].join('\n'))
  return path
}

test('a long read runs beside the store: it answers, sees what was saved, delays no save, and ends with the lock', { timeout: 60_000 }, async () => {
  const log: string[] = []
  const store = startStore({ folder: newFolder(), kdf: 'floor', onLog: (line) => log.push(line) })
  onTestFinished(() => store.close())
  const made = await store.call('session.setUp', { countyCode: '210199', countyName: '示范县', userName: '佟立新', role: 'office', password })
  if (!made.ok) throw new Error(made.error.message)
  const preview = await store.internal({ name: 'roster.preview', path: rosterFile(1500), fileName: 'roster.csv' })
  if (!preview.ok) throw new Error(preview.error.message)
  expect(await store.call('roster.confirm', { importId: preview.value.importId })).toMatchObject({ ok: true, value: { added: 1500 } })

  const state = await store.call('session.state', {})
  const cycleYear = state.ok ? state.value.cycleYear : ''
  const input = { ledger: 'fourOnes' as const, cycleYear, masking: 'SCREEN' as const, offset: 0, limit: 20 }
  const order: string[] = []
  const reading = store.call('ledger.page', input).then((answer) => {
    order.push('ledger')
    return answer
  })
  const saving = store.call('persons.create', { fields: { name: '后来的人', idNumber: idNumberOf(9000) } }).then((answer) => {
    order.push('saved')
    return answer
  })
  expect(await saving).toMatchObject({ ok: true })
  const page = await reading
  expect(page).toMatchObject({ ok: true, value: { rows: expect.any(Array) } })
  expect(page.ok && page.value.total).toBeGreaterThanOrEqual(1500)
  expect(order).toEqual(['saved', 'ledger'])
  const again = await store.call('ledger.page', input)
  const unsent = again.ok ? again.value.unsent : 0
  expect(unsent).toBeGreaterThanOrEqual(1502)
  const next = await store.call('ledger.page', { ...input, offset: 20 })
  expect(next.ok && again.ok && next.value.total === again.value.total && next.value.rows[0]).not.toEqual(again.ok && again.value.rows[0])
  expect(await store.call('persons.create', { fields: { name: '再来的人', idNumber: idNumberOf(9001) } })).toMatchObject({ ok: true })
  expect(await store.call('ledger.page', input)).toMatchObject({ ok: true, value: { unsent: unsent + 1 } })

  const lastYear = await store.call('ledger.page', { ...input, cycleYear: String(Number(cycleYear) - 1) })
  expect(lastYear).toMatchObject({ ok: true, value: { rows: expect.any(Array) } })
  expect(lastYear.ok && lastYear.value.total).toBeGreaterThan(0)

  const pairs = await store.call('duplicates.list', { reason: null, offset: 0, limit: 20 })
  const likely = pairs.ok ? pairs.value.total : -1
  expect(await store.call('persons.create', { fields: { name: '测甲', idNumber: idNumberOf(9100), phone: '13911110000', hukouTown: '示范镇', hukouVillage: '王家村' } })).toMatchObject({ ok: true })
  expect(await store.call('persons.create', { fields: { name: '测乙', idNumber: idNumberOf(9200), phone: '13911110000', hukouTown: '示范镇', hukouVillage: '王家村' } })).toMatchObject({ ok: true })
  expect(await store.call('duplicates.list', { reason: null, offset: 0, limit: 20 })).toMatchObject({ ok: true, value: { total: likely + 1 } })

  const cut = store.call('ledger.page', input)
  await store.call('session.lock', {})
  const answer = await cut
  if (!answer.ok) expect(answer.error.code).toBe('storeStopped')
  expect(await store.call('ledger.page', input)).toMatchObject({ ok: false, error: { code: 'locked' } })
  expect(await store.call('session.unlock', { userId: made.value.userId, password })).toMatchObject({ ok: true })
  expect(await store.call('ledger.page', input)).toMatchObject({ ok: true })
  expect(log.filter((line) => line.includes('failed'))).toEqual([])
})
