import { expect, test } from 'vitest'
import { sampleIdNumber } from '../../db/samples.ts'
import { setUpDesk } from './desk.ts'
import type { SetUp } from './desk.ts'

const cycleYear = String(new Date().getFullYear())

async function person(desk: SetUp): Promise<string> {
  const idNumber = sampleIdNumber('1985-03-14', 1)
  const { row } = await desk.get('persons.create', { fields: { name: '王一', idNumber, certNumber: `${idNumber}43`, birthDate: '1985-03-14', sex: '1' } })
  return row.id
}

const idle = { state: 'UNEMPLOYED', unemployedReason: '5', livingSource: '4', unempRegistered: false }
const job = { state: 'EMPLOYED', employmentForm: '3', channel: '8', industry: 'A', jobTitle: '养鸡' }

async function periods(desk: SetUp, personId: string) {
  const { documents } = await desk.get('persons.get', { personId })
  return documents.filter(({ entity }) => entity === 'employmentPeriod').sort((a, b) => String(a.on).localeCompare(String(b.on)))
}

test('a new period ends the one before it, its correction moves that end, its void takes the end back', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const personId = await person(desk)
  const add = (body: object, replaces: { documentId: string; changeId: string } | null = null) =>
    desk.get('records.complete', { kind: 'employmentPeriod', personId, cycleYear, body: body as never, replaces })
  await add({ ...idle, startOn: '2024-01-01' })
  const second = await add({ ...job, startOn: '2025-03-01' })
  expect((await periods(desk, personId)).map(({ body }) => [body?.startOn, body?.endOn])).toEqual([['2024-01-01', '2025-02-28'], ['2025-03-01', undefined]])
  await add({ ...job, startOn: '2025-02-01' }, { documentId: second.documentId, changeId: second.changeId })
  expect((await periods(desk, personId))[0]?.body?.endOn).toBe('2025-01-31')
  expect((await periods(desk, personId))[1]?.version).toBe(2)
  await desk.get('records.void', { documentId: second.documentId, reason: '没有去上班' })
  const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
  expect(prefill.body.employmentState).toBe('UNEMPLOYED')
})

test('a refused period says what is missing at its field, and ends nothing', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const personId = await person(desk)
  await desk.get('records.complete', { kind: 'employmentPeriod', personId, cycleYear, body: { ...idle, startOn: '2024-01-01' }, replaces: null })
  const answer = await desk.call('records.complete', { kind: 'employmentPeriod', personId, cycleYear, body: { ...job, industry: null, startOn: '2025-03-01', endOn: '2025-01-01' }, replaces: null })
  expect(answer).toMatchObject({ ok: false, error: { fields: expect.arrayContaining([{ path: 'industry', message: '请选行业' }, { path: 'endOn', message: '止的日期早于起的日期，请改' }]) as unknown } })
  expect(await periods(desk, personId)).toMatchObject([{ version: 1, body: { startOn: '2024-01-01' } }])
})
