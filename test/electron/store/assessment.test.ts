import { expect, test } from 'vitest'
import { commitAction } from '../../../db/journal/commit.ts'
import { isDrawn, scoredItemsOf, currentInstrument } from '../../../domain/assessment/index.ts'
import { samplePerson } from '../../db/samples.ts'
import { assessmentBody, consentBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** Somebody with a consent, and an assessment under an id that the draw falls upon or not, made by `assessorId`. */
async function assessed(desk: Desk, { drawn, assessorId, order = 1, on, body = {} }: { drawn: boolean; assessorId: string; order?: number; on?: string; body?: object }) {
  const { householdId: _none, ...fields } = samplePerson(order * 4 + 1)
  const { row } = await desk.get('persons.create', { fields: { ...fields, hukouTown: '青石镇' } })
  const { today } = await desk.get('session.state', {})
  const day = on ?? today
  const cycleYear = today.slice(0, 4)
  const prefill = await desk.get('records.prefill', { kind: 'consent', personId: row.id, cycleYear })
  const consent = await desk.get('records.complete', { kind: 'consent', personId: row.id, cycleYear, body: { ...prefill.body, ...consentBody(today, 'ASSESSMENT') } as never, replaces: null })
  const context = desk.context()
  let id = context.deps.newId()
  while (isDrawn(id) !== drawn) id = context.deps.newId()
  const written = { ...assessmentBody(day, consent.documentId), personId: row.id, cycleYear: day.slice(0, 4), assessorId, assessorName: '周敏', instrumentVersion: 'ICFVR-LN-1', index: 77.5, supportLevel: 1, ...body }
  commitAction(context.store, { actorId: assessorId }, [{ kind: 'create', entity: 'capabilityAssessment', entityId: id, personId: row.id, body: written as never }])
  return { assessmentId: id, personId: row.id, today, cycleYear }
}

const colleague = '0199a000-0000-7000-8000-00000000c0de'
const all = scoredItemsOf(currentInstrument).map(({ code }) => ({ code, q: code === 'A1' ? 2 : 0 }))

test('9.8 drawn assessments are listed, the first rater is told apart, and what is not drawn is not there', async () => {
  const desk = await setUpDesk({ role: 'office' })
  await desk.get('session.state', {})
  const { id } = desk.context().user
  const open = await assessed(desk, { drawn: true, assessorId: colleague })
  await assessed(desk, { drawn: false, assessorId: colleague, order: 2 })
  const own = await assessed(desk, { drawn: true, assessorId: id, order: 3 })
  const { rows, drawn, done } = await desk.get('assessment.drawn', {})
  expect([drawn, done]).toEqual([2, 0])
  expect(Object.fromEntries(rows.map(({ assessmentId, state }) => [assessmentId, state]))).toEqual({ [open.assessmentId]: 'open', [own.assessmentId]: 'own' })
  expect(await desk.call('assessment.toRate', { assessmentId: own.assessmentId })).toMatchObject({ ok: false, error: { code: 'ownAssessment' } })
})

test('9.8 a second rating is blind, changes nothing of the first, and the office sees how the two agree', async () => {
  const desk = await setUpDesk({ role: 'office' })
  const { assessmentId, personId, cycleYear, today } = await assessed(desk, { drawn: true, assessorId: colleague })
  const before = (await desk.get('persons.get', { personId })).documents.find((document) => document.id === assessmentId)
  const told = await desk.get('assessment.toRate', { assessmentId })
  expect(JSON.stringify(told)).not.toMatch(/"q"|77\.5|supportLevel|conclusion/)

  const { id } = desk.context().user
  expect((await desk.get('assessment.drawn', {})).rows[0]).toMatchObject({ isBegun: false })
  await desk.get('drafts.save', { kind: 'secondRating', personId, documentId: null, body: { items: [] }, field: null })
  expect((await desk.get('assessment.drawn', {})).rows[0]).toMatchObject({ isBegun: true })
  const body = { assessmentId, changeId: told.changeId, ratedOn: today, raterId: id, raterName: '林芳', instrumentVersion: told.instrumentVersion, items: all }
  const complete = (with_: object) => desk.call('records.complete', { kind: 'secondRating', personId, cycleYear, body: { ...body, ...with_ } as never, replaces: null })
  expect(await complete({ items: all.slice(1) })).toMatchObject({ ok: false, error: { code: 'incomplete' } })
  expect(await complete({ raterId: colleague })).toMatchObject({ ok: false, error: { fields: [{ path: 'raterId' }] } })
  expect(await complete({})).toMatchObject({ ok: true })

  expect((await desk.get('persons.get', { personId })).documents.find((document) => document.id === assessmentId)).toEqual(before)
  expect(await desk.get('assessment.drawn', {})).toMatchObject({ drawn: 1, done: 1, rows: [{ state: 'done', isBegun: false, raterName: '林芳' }] })
  expect(await desk.call('assessment.toRate', { assessmentId })).toMatchObject({ ok: false, error: { code: 'alreadyRated' } })
  // Test vector 1 against all 0 but A1 = 2: 14 are 0 in it, 10 are 1, and A1 is 3.
  const agreement = await desk.get('assessment.agreement', {})
  expect(agreement.pairs).toBe(1)
  expect(agreement.overall).toEqual({ compared: 28, exact: 14, withinOne: 25 })
  expect(agreement.items.find(({ code }) => code === 'A1')).toEqual({ code: 'A1', compared: 1, exact: 0, withinOne: 1 })
})

test('9.4 who was assessed at level 4 is listed from 60 days before twelve months are over, until assessed again', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today } = await desk.get('session.state', {})
  const before = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  const due = await assessed(desk, { drawn: false, assessorId: colleague, on: before(400), body: { supportLevel: 4 } })
  await assessed(desk, { drawn: false, assessorId: colleague, on: before(200), order: 2, body: { supportLevel: 4 } })
  await assessed(desk, { drawn: false, assessorId: colleague, on: before(400), order: 3, body: { supportLevel: 3 } })
  const { again } = await desk.get('assessment.drawn', {})
  expect(again.rows.map(({ row, on }) => [row.id, on])).toEqual([[due.personId, before(400)]])
})

test('1.3 an earlier assessment is confirmed only where the file shows no change since', async () => {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today } = await desk.get('session.state', {})
  const before = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  const { assessmentId, personId, cycleYear } = await assessed(desk, { drawn: false, assessorId: colleague, on: before(100) })
  const consents = (await desk.get('persons.get', { personId })).documents.filter(({ entity }) => entity === 'consent')
  const confirm = async () => {
    const prefill = await desk.get('records.prefill', { kind: 'capabilityAssessment', personId, cycleYear })
    const { items: _items, env: _env, ...rest } = assessmentBody(today, consents[0]?.id ?? '')
    const body = { ...prefill.body, ...rest, items: [], reviewOf: assessmentId, unchanged: { certificate: true, health: true, job: true }, index: 77.5, supportLevel: 1 }
    return desk.call('records.check', { kind: 'capabilityAssessment', personId, cycleYear, body: body as never })
  }
  expect(await confirm()).toMatchObject({ ok: true, value: { problems: [] } })
  const period = { personId, state: 'EMPLOYED', startOn: before(50), employmentForm: '11', employerName: '示范厂' }
  const context = desk.context()
  commitAction(context.store, { actorId: colleague }, [{ kind: 'create', entity: 'employmentPeriod', entityId: context.deps.newId(), personId, body: period }])
  expect(await confirm()).toMatchObject({ ok: true, value: { problems: [{ path: 'reviewOf', message: '那次评估以后，工作有过变化，请重新评估' }] } })
})
