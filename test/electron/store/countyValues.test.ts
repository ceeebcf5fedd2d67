import { describe, expect, it } from 'vitest'
import type { AppEvent, Output } from '../../../electron/api/contract.ts'
import { consentBody, infoCheckBody, registrationBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** What a county sets itself, through the API of a real store. */

type Loose = Output<'countyValues.get'>['stated'][number]['body']
const loose = (body: object) => body as unknown as Loose

async function withPeople(count: number) {
  const desk = await setUpDesk()
  const { today, cycleYear } = await desk.get('session.state', {})
  const ids: string[] = []
  for (let order = 0; order < count; order += 1) {
    const { row } = await desk.get('persons.create', { fields: loose({ name: `王${'一二三四五六七'[order]}`, idNumber: numbers[order], employmentState: 'UNEMPLOYED' }) })
    ids.push(row.id)
  }
  return { desk, today, cycleYear, ids }
}

const numbers = ['210199198503140017', '210199198503140033', '21019919850314005X', '210199198503140076', '210199198503140092']

/** Resolves when all rows are written by the rules of now. */
function caughtUp(desk: Desk): Promise<AppEvent> {
  return new Promise((resolve) => desk.watch((event) => {
    if (event.type === 'progress' && event.task === 'rebuild' && event.done === event.total) resolve(event)
  }))
}

async function save(desk: Desk, cycleYear: string, body: object) {
  const { head } = await desk.get('countyValues.get', { cycleYear })
  return desk.call('countyValues.save', { cycleYear, body: loose(body), replaces: head })
}

describe('what a county sets itself', () => {
  it('0.1 is saved with who and when, moves the figures in the background and is undone again', async () => {
    const { desk, cycleYear } = await withPeople(3)
    const overdue = async () => (await desk.get('persons.dashboard', {})).total['overdue.infoCheck'] ?? 0
    expect(await overdue()).toBe(0)
    const done = caughtUp(desk)
    const saved = await save(desk, cycleYear, { dueOn: { infoCheck: '01-01' } })
    if (!saved.ok) throw new Error(saved.error.message)
    await done
    expect(await overdue()).toBe(3)
    const { versions, behind, stated } = await desk.get('countyValues.get', { cycleYear })
    expect(behind).toBe(0)
    expect(versions).toMatchObject([{ actor: '佟立新', isRival: false, body: { dueOn: { infoCheck: '01-01' }, cycleYear, planId: 'LN-2025-2027' } }])
    expect(stated).toHaveLength(1)
    expect(desk.events.filter((event) => event.type === 'progress' && event.task === 'rebuild')).toMatchObject([{ done: 3, total: 3, unit: '人' }])
    const undone = caughtUp(desk)
    await desk.get('journal.undo', { actionId: saved.value.actionId })
    await undone
    expect(await overdue()).toBe(0)
    // What was taken back can be stated again.
    expect(await save(desk, cycleYear, { completionNeedsReview: true })).toMatchObject({ ok: true })
    expect((await desk.get('countyValues.get', { cycleYear })).stated).toMatchObject([{ body: { completionNeedsReview: true } }])
  })

  it('0.1 tells a fault at its field, and keeps nobody’s newer version out of sight', async () => {
    const { desk, cycleYear } = await withPeople(0)
    expect(await save(desk, cycleYear, { thresholds: { registrationMonths: 99 } })).toMatchObject({
      ok: false, error: { code: 'incomplete', fields: [{ path: 'thresholds.registrationMonths', message: '请写 1 到 24 之间的整数' }] },
    })
    expect(await save(desk, cycleYear, { dueOn: { infoCheck: '6-30' } })).toMatchObject({ ok: false, error: { fields: [{ path: 'dueOn.infoCheck' }] } })
    await save(desk, cycleYear, { thresholds: { registrationMonths: 3 } })
    expect(await desk.call('countyValues.save', { cycleYear, body: loose({}), replaces: null })).toMatchObject({ ok: false, error: { code: 'movedOn' } })
  })

  it('is for the office alone', async () => {
    const desk = await setUpDesk({ role: 'counsellor' })
    const { cycleYear } = await desk.get('session.state', {})
    expect(await save(desk, cycleYear, {})).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })

  it('1.3 decides how long a registration stands and how often one must try, and records keep by which version they were made', async () => {
    const { desk, cycleYear, ids: [personId = ''], today } = await withPeople(1)
    const own = await save(desk, cycleYear, { thresholds: { registrationMonths: 3, unreachableAttempts: 4 } })
    if (!own.ok) throw new Error(own.error.message)
    const { versions } = await desk.get('countyValues.get', { cycleYear })
    const unreached = { ...infoCheckBody(today), result: 'UNREACHABLE', attempts: ['PHONE', 'HOME_VISIT', 'PHONE'].map((method) => ({ date: today, method, who: '李老师' })) }
    const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
    const check = await desk.get('records.check', { kind: 'infoCheck', personId, cycleYear, body: loose({ ...prefill.body, ...unreached }) })
    expect(check.problems).toContainEqual({ path: 'attempts', message: '失联要联系过 4 次，现在记了 3 次' })

    const form = await desk.get('records.prefill', { kind: 'demandRegistration', personId, cycleYear })
    const until = String(form.body.validUntil)
    expect(until < addHalfYear(today)).toBe(true)
    const consent = await desk.call('records.complete', { kind: 'consent', personId, cycleYear, body: loose({ ...consentBody(today, 'SHARE_EMPLOYER') }), replaces: null })
    expect(consent.ok).toBe(true)
    const registered = await desk.get('records.complete', { kind: 'demandRegistration', personId, cycleYear, body: loose({ ...form.body, ...registrationBody(today), validUntil: until }), replaces: null })
    const [version] = await desk.get('records.versions', { documentId: registered.documentId })
    expect(version?.body).toMatchObject({ planId: 'LN-2025-2027', planVersion: 2, countyValues: versions[0]?.changeId, validUntil: until })

    await save(desk, cycleYear, { thresholds: { registrationMonths: 9 } })
    const corrected = loose({ ...version?.body, note: '补充' })
    await desk.get('records.complete', { kind: 'demandRegistration', personId, cycleYear, body: corrected, replaces: { documentId: registered.documentId, changeId: registered.changeId } })
    const after = await desk.get('records.versions', { documentId: registered.documentId })
    expect(after.map(({ body }) => [body?.countyValues, body?.validUntil])).toEqual([[versions[0]?.changeId, until], [versions[0]?.changeId, until]])
  })
})

function addHalfYear(day: string): string {
  return new Date(Date.parse(day) + 170 * 86_400_000).toISOString().slice(0, 10)
}
