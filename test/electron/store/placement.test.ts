import { expect, test } from 'vitest'
import { consentBody, infoCheckBody, jobBody, serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'

/** 2.7, Placement, through the store: from the service that led to a job to the day on which it was left, and back. */

async function placed() {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const fields = { name: '王淑芬', idNumber: '210199198503140017', sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇' }
  const { row } = await desk.get('persons.create', { fields })
  const personId = row.id
  async function complete(kind: 'infoCheck' | 'serviceRecord' | 'placementCheck', body: object) {
    const prefill = await desk.get('records.prefill', { kind, personId, cycleYear })
    return desk.call('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body } as never, replaces: null })
  }
  await complete('infoCheck', infoCheckBody(today))
  const served = await complete('serviceRecord', { ...serviceBody(today), result: 'EMPLOYED', job: jobBody(today) })
  if (!served.ok) throw new Error(JSON.stringify(served.error))
  const work = async () => {
    const file = await desk.get('persons.get', { personId })
    const periods = file.documents.filter((one) => one.entity === 'employmentPeriod' && !one.voided && one.body?.source !== 'infoCheck')
    return { state: file.fields.employmentState, periods: periods.map(({ body }) => [body?.state, body?.startOn, body?.endOn]).sort() }
  }
  return { desk, today, cycleYear, personId, complete, work, serviceId: served.value.documentId }
}

const plus = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

test('a service that ended in a job names it, and every gap is told at its field', async () => {
  const { complete, today } = await placed()
  const answer = await complete('serviceRecord', { ...serviceBody(today), result: 'EMPLOYED' })
  expect(answer.ok ? [] : answer.error.fields?.map(({ path }) => path)).toEqual(['job.startOn', 'job.employmentForm', 'job.channel', 'job.industry', 'job.jobTitle', 'job.evidence'])
})

test('what the referral says of the job is not asked again', async () => {
  const { complete, today, desk, personId, cycleYear } = await placed()
  const consent = await desk.call('records.complete', {
    kind: 'consent', personId, cycleYear, replaces: null, body: consentBody(today, 'SHARE_EMPLOYER') as never,
  })
  if (!consent.ok) throw new Error(JSON.stringify(consent.error))
  const { employerName: _name, jobTitle: _title, ...job } = jobBody(today)
  const referrals = [{ jobTitle: '质检员', employerName: '示范电子厂', date: today, outcome: 'HIRED' }]
  const answer = await complete('serviceRecord', { ...serviceBody(today), serviceType: '03', referrals, result: 'EMPLOYED', job })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  const { documents } = await desk.get('persons.get', { personId })
  expect(documents.find(({ body }) => body?.sourceId === answer.value.documentId)?.body).toMatchObject({ employerName: '示范电子厂', jobTitle: '质检员' })
})

test('the form of a check knows which job and which month, and a job that was left ends and is followed by unemployment, all in one step', async () => {
  const { desk, today, cycleYear, personId, complete, work } = await placed()
  expect(await work()).toEqual({ state: 'EMPLOYED', periods: [['EMPLOYED', today, undefined]] })
  expect((await desk.get('records.prefill', { kind: 'placementCheck', personId, cycleYear })).body).toMatchObject({ checkedOn: today, month: 1, checkerName: '佟立新' })
  const left = await complete('placementCheck', { method: 'PHONE', inJob: false, leftOn: today, leftReason: 'CONDITIONS' })
  if (!left.ok) throw new Error(JSON.stringify(left.error))
  const gone = { state: 'UNEMPLOYED', periods: [['EMPLOYED', today, today], ['UNEMPLOYED', plus(today, 1), undefined]] }
  expect(await work()).toEqual(gone)

  await desk.get('journal.undo', { actionId: left.value.actionId })
  expect(await work()).toEqual({ state: 'EMPLOYED', periods: [['EMPLOYED', today, undefined]] })

  const again = await complete('placementCheck', { method: 'PHONE', inJob: false, leftOn: today, leftReason: 'CONDITIONS' })
  if (!again.ok) throw new Error(JSON.stringify(again.error))
  expect(await work()).toEqual(gone)
  const voided = await desk.get('records.void', { documentId: again.value.documentId, reason: '问错了人' })
  expect(await work()).toEqual({ state: 'EMPLOYED', periods: [['EMPLOYED', today, undefined]] })
  await desk.get('journal.undo', { actionId: voided.actionId })
  expect(await work()).toEqual(gone)
})

test('a check that finds the person in the job changes nothing but the list of checks', async () => {
  const { complete, today, work } = await placed()
  const answer = await complete('placementCheck', { method: 'PHONE', inJob: true, monthlyIncomeFen: 240_000, problem: '上下班的车少', action: '和厂里说好晚到半小时' })
  expect(answer).toMatchObject({ ok: true })
  expect(await work()).toEqual({ state: 'EMPLOYED', periods: [['EMPLOYED', today, undefined]] })
})

test('nobody leaves a job before it began, and a check without a job is told so', async () => {
  const { complete, today } = await placed()
  expect(await complete('placementCheck', { method: 'PHONE', inJob: false, leftOn: plus(today, -3), leftReason: 'PAY' })).toMatchObject({ ok: false, error: { fields: [{ path: 'leftOn' }] } })
  expect(await complete('placementCheck', { method: 'PHONE', inJob: true, periodId: '01890a5d-ac96-774b-bcce-b302099a8057' })).toMatchObject({ ok: false, error: { fields: [{ path: 'periodId' }] } })
})
