import { expect, test } from 'vitest'
import { infoCheckBody, serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from '../store/desk.ts'
import type { Desk } from '../store/desk.ts'
import { idNumberOf } from '../store/rosterRows.ts'

/** The ledger from a real store: what a row holds, and that it says the same as the first screen. */

type Loose = Record<string, never>
type Kind = 'infoCheck' | 'serviceRecord'

async function withPersons(count: number) {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const { row } = await desk.get('persons.create', { fields: { name: `甲${'一二三'[at] ?? ''}`, idNumber: idNumberOf(at), hukouTown: '示范镇', phone: '13900000318' } })
    ids.push(row.id)
  }
  const complete = async (personId: string, kind: Kind, body: object) => {
    const prefill = await desk.get('records.prefill', { kind, personId, cycleYear })
    return desk.get('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body } as Loose, replaces: null })
  }
  return { desk, today, cycleYear, ids, complete }
}

async function ledger(desk: Desk, cycleYear: string, how: { masking?: 'SCREEN' | 'INTERNAL' | 'PUBLIC'; reason?: string } = {}) {
  const page = await desk.get('ledger.page', { ledger: 'fourOnes', cycleYear, masking: 'SCREEN', ...how, offset: 0, limit: 200 })
  const rows = page.rows.map((row) => Object.fromEntries(page.columns.map(({ key }, at) => [key, row[at]])))
  return { page, rows, sums: Object.fromEntries(page.columns.map(({ key }, at) => [key, page.sums?.[at]])) }
}

test('a row shows the check that its answer on need comes from', async () => {
  const { desk, cycleYear, ids, complete, today } = await withPersons(1)
  await complete(ids[0] as string, 'infoCheck', { ...infoCheckBody(today), method: 'PHONE', hasEmploymentNeed: false, noNeedReason: 'TREATMENT' })
  expect((await ledger(desk, cycleYear)).rows[0]).toMatchObject({ checkMethod: '电话', need: '无' })
  await complete(ids[0] as string, 'infoCheck', { ...infoCheckBody(today), method: 'HOME_VISIT' })
  expect((await ledger(desk, cycleYear)).rows[0]).toMatchObject({ checkMethod: '入户', need: '有' })
})

test('the sums of the ledger are the figures of the first screen', async () => {
  const { desk, cycleYear, ids, complete, today } = await withPersons(3)
  await complete(ids[0] as string, 'infoCheck', infoCheckBody(today))
  await complete(ids[0] as string, 'serviceRecord', serviceBody(today))
  await complete(ids[1] as string, 'infoCheck', { ...infoCheckBody(today), hasEmploymentNeed: false, noNeedReason: 'TREATMENT' })
  const { sums, page } = await ledger(desk, cycleYear)
  const { total } = await desk.get('persons.dashboard', {})
  expect([page.total, sums.checkedOn, sums.need, sums.assessedOn, sums.registeredOn, sums.servedOn, sums.done].map(Number)).toEqual(
    ['target', 'checked', 'need', 'assessed', 'registered', 'served', 'done'].map((name) => total[name] ?? 0),
  )
  expect(sums).toMatchObject({ name: '3 人', checkedOn: '2', need: '1', servedOn: '1', times: '1' })
})

test('full numbers are not even shown without a reason', async () => {
  const { desk, cycleYear } = await withPersons(1)
  const ask = { ledger: 'fourOnes', cycleYear, masking: 'INTERNAL', offset: 0, limit: 20 } as const
  expect(await desk.call('ledger.page', ask)).toMatchObject({ ok: false, error: { code: 'reasonMissing', field: 'reason' } })
  expect(await desk.call('ledger.page', { ...ask, reason: '  ' })).toMatchObject({ ok: false })
  expect(await desk.call('ledger.page', { ...ask, reason: '送县残联核对' })).toMatchObject({ ok: true })
})
