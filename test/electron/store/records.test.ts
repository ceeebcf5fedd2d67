import { describe, expect, it } from 'vitest'
import { assessmentBody, consentBody, infoCheckBody, jobBody, registrationBody, serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** What the handlers of persons, records and drafts do with a real store. */

const number = '210199198503140017'
type Kind = 'infoCheck' | 'demandRegistration' | 'serviceRecord' | 'consent' | 'capabilityAssessment'
type Loose = Record<string, never>

async function withPerson() {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const fields = { name: '王淑芬', idNumber: number, sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇' }
  const { row } = await desk.get('persons.create', { fields })
  return { desk, today, cycleYear, personId: row.id }
}

async function complete(desk: Desk, personId: string, cycleYear: string, kind: Kind, body: object) {
  const prefill = await desk.get('records.prefill', { kind, personId, cycleYear })
  return desk.call('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body } as Loose, replaces: null })
}

const stepsOf = async (desk: Desk, personId: string) => (await desk.get('persons.get', { personId })).row.steps.map((step) => step.state)

it('a form begins with the consent of the latest day, also where an older one was entered after it', async () => {
  const { desk, today, cycleYear, personId } = await withPerson()
  const newer = await complete(desk, personId, cycleYear, 'consent', consentBody(today, 'ASSESSMENT'))
  await complete(desk, personId, cycleYear, 'consent', consentBody('2024-03-09', 'ASSESSMENT'))
  const { body } = await desk.get('records.prefill', { kind: 'capabilityAssessment', personId, cycleYear })
  expect(newer.ok && newer.value.documentId).toBe(body.consentId)
})

describe('the four ones', () => {
  it('go from due to done one after the other, and the next one is due only for those who want work', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    expect(await stepsOf(desk, personId)).toEqual(['due', 'notDue', 'notDue', 'notDue'])
    expect(await complete(desk, personId, cycleYear, 'infoCheck', infoCheckBody(today))).toMatchObject({ ok: true, value: { warnings: [] } })
    expect(await stepsOf(desk, personId)).toEqual(['done', 'due', 'due', 'due'])
    const consent = await complete(desk, personId, cycleYear, 'consent', consentBody(today, 'ASSESSMENT'))
    if (!consent.ok) throw new Error(consent.error.message)
    expect(await complete(desk, personId, cycleYear, 'capabilityAssessment', assessmentBody(today, consent.value.documentId))).toMatchObject({ ok: true })
    expect(await complete(desk, personId, cycleYear, 'demandRegistration', registrationBody(today))).toMatchObject({ ok: true })
    expect(await complete(desk, personId, cycleYear, 'serviceRecord', serviceBody(today))).toMatchObject({ ok: true })
    expect(await stepsOf(desk, personId)).toEqual(['done', 'done', 'done', 'done'])
  })

  it('out of order are warned about and never blocked', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const answer = await complete(desk, personId, cycleYear, 'serviceRecord', serviceBody(today))
    expect(answer).toMatchObject({ ok: true })
    expect(answer.ok && answer.value.warnings.length).toBeGreaterThan(0)
  })

  it('that are not complete say what is missing at its field, and leave the draft where it is', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const key = { kind: 'infoCheck', personId, documentId: null } as const
    await desk.get('drafts.save', { ...key, body: { checkedOn: today } as unknown as Loose, field: 'checkedOn' })
    const answer = await desk.call('records.complete', { kind: 'infoCheck', personId, cycleYear, body: { checkedOn: today } as unknown as Loose, replaces: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'incomplete' } })
    const paths = answer.ok ? [] : (answer.error.fields ?? []).map((field) => field.path)
    expect(paths).toEqual(expect.arrayContaining(['method', 'respondent', 'employmentState', 'hasEmploymentNeed']))
    expect(await desk.get('drafts.get', key)).toMatchObject({ body: { checkedOn: today }, field: 'checkedOn' })
    await complete(desk, personId, cycleYear, 'infoCheck', infoCheckBody(today))
    expect(await desk.get('drafts.get', key)).toBeNull()
  })

  it('corrected are the next version, and voided are owed again', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const first = await complete(desk, personId, cycleYear, 'infoCheck', infoCheckBody(today))
    if (!first.ok) throw new Error(first.error.message)
    const { documentId, changeId } = first.value
    const body = { ...infoCheckBody(today), personId, cycleYear, checkerId: 'u', orgId: 'o', note: '补记' } as unknown as Loose
    await desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body, replaces: { documentId, changeId } })
    expect((await desk.get('records.versions', { documentId })).map((version) => version.version)).toEqual([1, 2])
    await desk.get('records.void', { documentId, reason: '录错了人' })
    expect(await stepsOf(desk, personId)).toEqual(['due', 'notDue', 'notDue', 'notDue'])
    expect(await desk.call('records.void', { documentId, reason: '录错了人' })).toMatchObject({ ok: false, error: { code: 'alreadyVoid' } })
  })
})

describe('an info check that found something changed', () => {
  it('changes the file, and keeps the whole old value though the page knew it only masked', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const changes = [{ field: 'phone', new: '13900000319' }]
    const answer = await complete(desk, personId, cycleYear, 'infoCheck', { ...infoCheckBody(today), result: 'UPDATED', changes })
    expect(answer).toMatchObject({ ok: true })
    expect(await desk.get('persons.reveal', { personId, field: 'phone' })).toEqual({ value: '13900000319' })
    const file = await desk.get('persons.get', { personId })
    expect(file.documents.find((document) => document.entity === 'infoCheck')?.body?.changes).toEqual([{ field: 'phone', old: '13900000318', new: '13900000319' }])
    expect(file.fields.phone).toBe('139****0319')
  })

  it('takes no value that the file would not take', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const changes = [{ field: 'phone', new: '12' }]
    const answer = await complete(desk, personId, cycleYear, 'infoCheck', { ...infoCheckBody(today), result: 'UPDATED', changes })
    expect(answer).toMatchObject({ ok: false, error: { fields: [{ path: 'changes' }] } })
    expect(await desk.get('persons.reveal', { personId, field: 'phone' })).toEqual({ value: '13900000318' })
  })
})

describe('a person', () => {
  it('leaves the worker masked; a look at the whole number is written down', async () => {
    const { desk, personId } = await withPerson()
    const file = await desk.get('persons.get', { personId })
    expect(JSON.stringify(file)).not.toContain(number)
    expect(await desk.get('persons.reveal', { personId, field: 'idNumber' })).toEqual({ value: number })
    expect(desk.ask("select field from view_log where field = 'idNumber'")).toHaveLength(1)
  })

  it('is edited on the value that was seen; a second edit on the same base keeps both', async () => {
    const { desk, personId } = await withPerson()
    const { heads } = await desk.get('persons.get', { personId })
    const edit = (town: string) => desk.get('persons.update', { personId, fields: { hukouTown: town }, basedOn: { hukouTown: heads.hukouTown ?? null } })
    await edit('东河乡')
    await edit('西岭镇')
    const after = await desk.get('persons.get', { personId })
    expect(after.fields.hukouTown).toBe('东河乡')
    expect(after.row.mark).toBe('contested')
  })

  it('with a wrong phone is refused in words at its field', async () => {
    const { desk, personId } = await withPerson()
    expect(await desk.call('persons.update', { personId, fields: { phone: '12' }, basedOn: {} })).toMatchObject({ ok: false, error: { fields: [{ path: 'phone' }] } })
  })
})

describe('taking back', () => {
  it('a void owes the step no longer, and the history says that it is back', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const made = await complete(desk, personId, cycleYear, 'infoCheck', infoCheckBody(today))
    if (!made.ok) throw new Error(made.error.message)
    const { actionId } = await desk.get('records.void', { documentId: made.value.documentId, reason: '录错了人' })
    expect((await stepsOf(desk, personId))[0]).toBe('due')
    expect(await desk.call('journal.undo', { actionId })).toMatchObject({ ok: true })
    expect((await stepsOf(desk, personId))[0]).toBe('done')
  })

  it('says so when there is nothing that it could take back', async () => {
    const { desk, personId } = await withPerson()
    expect(await desk.call('journal.undo', { actionId: personId })).toMatchObject({ ok: false, error: { code: 'noSuchAction' } })
    const { heads } = await desk.get('persons.get', { personId })
    const first = await desk.get('persons.update', { personId, fields: { phone: '13900000319' }, basedOn: { phone: heads.phone ?? null } })
    const later = await desk.get('persons.get', { personId })
    await desk.get('persons.update', { personId, fields: { phone: '13900000320' }, basedOn: { phone: later.heads.phone ?? null } })
    const before = desk.ask('select count(*) from change')
    expect(await desk.call('journal.undo', { actionId: first.actionId })).toMatchObject({ ok: false, error: { code: 'movedOn' } })
    expect(desk.ask('select count(*) from change')).toEqual(before)
    expect(await desk.get('persons.reveal', { personId, field: 'phone' })).toEqual({ value: '13900000320' })
  })

  it('is for what one has written oneself; imports go back by their own way', async () => {
    const { desk, personId } = await withPerson()
    const [{ actionId } = { actionId: '' }] = desk.ask("select action_id as actionId from change where kind = 'patch'") as { actionId: string }[]
    desk.ask("update change set actor_id = '01890a5d-ac96-774b-bcce-b302099a8057' returning seq")
    expect(await desk.call('journal.undo', { actionId })).toMatchObject({ ok: false, error: { code: 'othersWork' } })
    desk.ask(`update change set actor_id = '${desk.userId}', entity = 'rosterImport' returning seq`)
    expect(await desk.call('journal.undo', { actionId })).toMatchObject({ ok: false, error: { code: 'useImports' } })
    expect(personId).not.toBe('')
  })
})

it('puts nobody in charge of somebody who has left this device meanwhile', async () => {
  const desk = await setUpDesk()
  const gone = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(await desk.call('persons.assign', { personIds: [gone], responsibleId: desk.userId })).toMatchObject({ ok: false, error: { code: 'noPerson' } })
  expect(desk.ask('select 1 from change')).toEqual([])
  const { row } = await desk.get('persons.create', { fields: { name: '王淑芬', idNumber: number } })
  await desk.get('persons.assign', { personIds: [gone, row.id], responsibleId: desk.userId })
  expect(desk.ask('select responsible_id as who from person')).toEqual([{ who: desk.userId }])
})

it('makes no second file for a number that is in the list already', async () => {
  const { desk, personId } = await withPerson()
  const again = await desk.call('persons.create', { fields: { name: '王淑芬', idNumber: number } })
  expect(again).toMatchObject({ ok: false, error: { code: 'samePerson', field: 'idNumber' } })
  expect(JSON.stringify(again)).not.toContain(number)
  expect(desk.ask('select id from person')).toEqual([{ id: personId }])
})

it('lets an edit of the file touch only what the file of a person has, and not what goes by a way of its own', async () => {
  const { desk, today, cycleYear, personId } = await withPerson()
  for (const [field, value] of [['responsibleId', desk.userId], ['withdrawn', true], ['verification', {}], ['anything', 'x']] as const) {
    const answer = await desk.call('persons.update', { personId, fields: { [field]: value }, basedOn: {} })
    expect(answer, field).toMatchObject({ ok: false, error: { code: 'notInFile' } })
  }
  const changes = [{ field: 'responsibleId', new: desk.userId }]
  const check = await complete(desk, personId, cycleYear, 'infoCheck', { ...infoCheckBody(today), result: 'UPDATED', changes })
  expect(check).toMatchObject({ ok: false, error: { fields: [{ path: 'changes' }] } })
  expect(desk.ask('select responsible_id as who, hidden from person')).toEqual([{ who: null, hidden: 0 }])
})

it('takes the job back with the service that was entered for the wrong person, and brings both again', async () => {
  const { desk, today, cycleYear, personId } = await withPerson()
  await complete(desk, personId, cycleYear, 'infoCheck', infoCheckBody(today))
  const stateNow = async () => {
    const { fields, documents } = await desk.get('persons.get', { personId })
    return { state: fields.employmentState, jobs: documents.filter((one) => one.entity === 'employmentPeriod' && one.body?.state === 'EMPLOYED').map((one) => one.voided) }
  }
  const before = await stateNow()
  const served = await complete(desk, personId, cycleYear, 'serviceRecord', { ...serviceBody(today), result: 'EMPLOYED', job: jobBody(today) })
  if (!served.ok) throw new Error(JSON.stringify(served.error))
  expect(await stateNow()).toEqual({ state: 'EMPLOYED', jobs: [false] })
  const { actionId } = await desk.get('records.void', { documentId: served.value.documentId, reason: '录错了人' })
  expect(await stateNow()).toEqual({ ...before, jobs: [true] })
  expect(await desk.call('journal.undo', { actionId })).toMatchObject({ ok: true })
  expect(await stateNow()).toEqual({ state: 'EMPLOYED', jobs: [false] })
})

it('loses the 待核实 mark of a field that is corrected, and keeps the others', async () => {
  const desk = await setUpDesk({ role: 'office' })
  const fields = { name: '李国强', idNumber: number, phone: '13900000318', verification: { phone: '电话位数不对', hukouTown: '乡镇不在名录里' } }
  const { row } = await desk.get('persons.create', { fields })
  const { heads } = await desk.get('persons.get', { personId: row.id })
  await desk.get('persons.update', { personId: row.id, fields: { phone: '13900000319' }, basedOn: { phone: heads.phone ?? null } })
  expect((await desk.get('persons.get', { personId: row.id })).verify).toEqual({ hukouTown: '乡镇不在名录里' })
  await desk.get('persons.verify', { personId: row.id, field: 'hukouTown' })
  expect((await desk.get('persons.get', { personId: row.id })).verify).toEqual({})
})

it('keeps both telephones when the file moved on while the check lay open', async () => {
  const { desk, today, cycleYear, personId } = await withPerson()
  const { heads } = await desk.get('persons.get', { personId })
  await desk.get('persons.update', { personId, fields: { phone: '13900000777' }, basedOn: { phone: heads.phone ?? null } })
  const changes = [{ field: 'phone', new: '13900000888', seen: heads.phone }]
  expect(await complete(desk, personId, cycleYear, 'infoCheck', { ...infoCheckBody(today), result: 'UPDATED', changes })).toMatchObject({ ok: true })
  const after = await desk.get('persons.get', { personId })
  expect(after.row.mark).toBe('contested')
  expect(await desk.get('persons.reveal', { personId, field: 'phone' })).toEqual({ value: '13900000777' })
})

it('offers the record before it with the day on which it happened', async () => {
  const { desk, today, cycleYear, personId } = await withPerson()
  expect(await desk.get('records.prefill', { kind: 'serviceRecord', personId, cycleYear })).toMatchObject({ previous: null })
  await complete(desk, personId, cycleYear, 'serviceRecord', serviceBody(today))
  expect(await desk.get('records.prefill', { kind: 'serviceRecord', personId, cycleYear })).toMatchObject({ previous: { on: today, cycleYear } })
})
