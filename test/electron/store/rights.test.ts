import { expect, test } from 'vitest'
import { sampleIdNumber } from '../../db/samples.ts'
import { setUpDesk } from './desk.ts'
import type { SetUp } from './desk.ts'

const now = new Date()
const today = `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
const cycleYear = today.slice(0, 4)

async function person(desk: SetUp): Promise<string> {
  const idNumber = sampleIdNumber('1985-03-14', 1)
  const { row } = await desk.get('persons.create', { fields: { name: '王一', idNumber, certNumber: `${idNumber}43`, birthDate: '1985-03-14', sex: '1' } })
  return row.id
}

const referral = {
  servedOn: today, minutes: 30, serviceType: '03', method: 'ON_SITE', content: '推荐了一个保洁的岗位，约好去看看', result: 'CONTINUE', staffId: 'u1', orgId: '210199',
  referrals: [{ jobTitle: '保洁', employerName: '示范物业', date: today, outcome: 'WAITING' }],
}

test('a withdrawn consent stops referrals on the same day, and nothing else', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const personId = await person(desk)
  const consent = {
    purpose: 'SHARE_EMPLOYER', scopeFields: ['姓名'], textVersion: 'v1', form: 'PAPER', givenBy: 'SELF', givenAt: today, paperLocation: '柜 1',
  }
  const given = await desk.get('records.complete', { kind: 'consent', personId, cycleYear, body: consent, replaces: null })
  const problemsOf = async (body: object) => (await desk.get('records.check', { kind: 'serviceRecord', personId, cycleYear, body: body as never })).problems
  expect((await problemsOf(referral)).filter(({ path }) => path === 'referrals')).toEqual([])
  await desk.get('records.complete', { kind: 'consent', personId, cycleYear, body: { ...consent, withdrawnAt: today }, replaces: { documentId: given.documentId, changeId: given.changeId } })
  expect(await problemsOf(referral)).toContainEqual({ path: 'referrals', message: expect.stringContaining('同意') as string })
  const { referrals: _none, ...talk } = referral
  expect((await problemsOf({ ...talk, serviceType: '01' })).filter(({ message }) => message.includes('同意'))).toEqual([])
  const file = await desk.get('persons.get', { personId })
  expect(file.documents.find(({ id }) => id === given.documentId)).toMatchObject({ version: 2, body: { withdrawnAt: today } })
  expect((await desk.get('records.versions', { documentId: given.documentId })).map(({ version, body }) => [version, body?.withdrawnAt])).toEqual([[1, undefined], [2, today]])
})

test('a request of the person has its day of answer, is listed while it is open, and no more when it is answered or the person is erased', async () => {
  const desk = await setUpDesk()
  const personId = await person(desk)
  const body = { kind: 'CORRECTION', receivedOn: today, askedFor: '电话写错了' }
  const made = await desk.get('records.complete', { kind: 'rightsRequest', personId, cycleYear, body, replaces: null })
  const open = await desk.get('rights.open', {})
  expect(open).toMatchObject([{ documentId: made.documentId, row: { id: personId }, kind: 'CORRECTION', receivedOn: today, dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string }])
  await desk.get('records.complete', { kind: 'rightsRequest', personId, cycleYear, body: { ...body, doneOn: today, result: 'DONE' }, replaces: { documentId: made.documentId, changeId: made.changeId } })
  expect(await desk.get('rights.open', {})).toEqual([])
  await desk.get('records.complete', { kind: 'rightsRequest', personId, cycleYear, body: { ...body, kind: 'ERASURE' }, replaces: null })
  expect(await desk.get('rights.open', {})).toHaveLength(1)
  await desk.get('persons.erase', { personId, ground: 'WITHDRAWN', deadline: null })
  expect(await desk.get('rights.open', {})).toEqual([])
})

test('a photo is kept only while the consent to photos stands', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const personId = await person(desk)
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const photo = await desk.get('attachments.put', { personId, data: png.toString('base64') })
  const keep = () => desk.call('persons.update', { personId, fields: { photo }, basedOn: { photo: null } })
  expect(await keep()).toMatchObject({ ok: false, error: { code: 'noConsent', field: 'photo' } })
  const body = { purpose: 'PHOTO', scopeFields: ['照片'], textVersion: 'v1', form: 'PAPER', givenBy: 'SELF', givenAt: today, paperLocation: '柜 1' }
  const given = await desk.get('records.complete', { kind: 'consent', personId, cycleYear, body, replaces: null })
  expect(await keep()).toMatchObject({ ok: true })
  expect((await desk.get('persons.get', { personId })).fields.photo).toEqual(photo)
  await desk.get('records.complete', { kind: 'consent', personId, cycleYear, body: { ...body, withdrawnAt: today }, replaces: { documentId: given.documentId, changeId: given.changeId } })
  expect(await keep()).toMatchObject({ ok: false, error: { code: 'noConsent' } })
})
