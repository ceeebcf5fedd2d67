import { expect, test } from 'vitest'
import { sampleIdNumber } from '../../db/samples.ts'
import { setUpDesk } from './desk.ts'
import type { SetUp } from './desk.ts'

async function person(desk: SetUp, order: number, fields: object = {}): Promise<string> {
  const idNumber = sampleIdNumber('1985-03-14', order)
  const { row } = await desk.get('persons.create', {
    fields: { name: `王${'一二三四五'[order] ?? ''}`, idNumber, certNumber: `${idNumber}43`, birthDate: '1985-03-14', sex: order % 2 === 0 ? '2' : '1', employmentState: 'UNEMPLOYED', ...fields },
  })
  return row.id
}

async function change(desk: SetUp, personId: string, fields: { [field: string]: never } | object) {
  const { heads } = await desk.get('persons.get', { personId })
  const basedOn = Object.fromEntries(Object.keys(fields).map((field) => [field, heads[field] ?? null]))
  return desk.call('persons.update', { personId, fields: fields as never, basedOn })
}

test('joins two files to one household, names both, and says that nobody in it works', async () => {
  const desk = await setUpDesk()
  const one = await person(desk, 1)
  const two = await person(desk, 2)
  expect(await desk.get('persons.household', { personId: one })).toBeNull()
  await desk.get('persons.joinHousehold', { personId: one, otherId: two })
  const household = await desk.get('persons.household', { personId: one })
  expect(household?.files.map(({ personId }) => personId)).toEqual([one, two])
  expect(household?.facts).toEqual({ holders: 2, workers: 2, employed: 0, unknown: 0 })
  expect(household?.groups.map(({ flag }) => flag)).toEqual(['ZERO_EMPLOYMENT_HOUSEHOLD', 'MULTI_DISABLED_HOUSEHOLD'])
  expect((await desk.get('persons.get', { personId: two })).row.flags).toEqual(expect.arrayContaining(['ZERO_EMPLOYMENT_HOUSEHOLD']))
  expect(await desk.call('persons.joinHousehold', { personId: two, otherId: one })).toMatchObject({ ok: false, error: { code: 'already' } })
  expect(await desk.call('persons.joinHousehold', { personId: two, otherId: two })).toMatchObject({ ok: false, error: { code: 'samePerson' } })
})

test('keeps members without a certificate in the file that names them, with what is wrong at its field', async () => {
  const desk = await setUpDesk()
  const one = await person(desk, 1, { householdId: 'H1' })
  const two = await person(desk, 2, { householdId: 'H1' })
  const member = { id: '0199a000-0000-7000-8000-000000000001', name: '王小', relation: '05', sex: '2', birthDate: '2001-02-03', state: 'EMPLOYED', ableAndWilling: true }
  expect(await change(desk, two, { householdMembers: [{ ...member, name: '', birthDate: '2001-02-30' }] })).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'householdMembers.0.name', message: '请填姓名' }, { path: 'householdMembers.0.birthDate', message: '2 月没有 30 日，请改' }] },
  })
  expect(await change(desk, two, { householdMembers: [{ ...member, birthDate: '2999-01-01' }] })).toMatchObject({ ok: false, error: { fields: [{ path: 'householdMembers.0.birthDate' }] } })
  expect(await change(desk, two, { householdMembers: [member] })).toMatchObject({ ok: true })
  const household = await desk.get('persons.household', { personId: one })
  expect(household?.members).toMatchObject([{ name: '王小', personId: two, personName: '王三', differs: false }])
  expect(household?.facts).toMatchObject({ workers: 3, employed: 1 })
  expect(household?.groups.map(({ flag }) => flag)).toEqual(['MULTI_DISABLED_HOUSEHOLD'])
  await change(desk, one, { householdMembers: [{ ...member, id: '0199a000-0000-7000-8000-000000000002', state: 'UNEMPLOYED' }] })
  const again = await desk.get('persons.household', { personId: one })
  expect(again?.members.map(({ differs }) => differs)).toEqual([true, true])
  expect(again?.facts).toMatchObject({ workers: 3, employed: 1 })
})
