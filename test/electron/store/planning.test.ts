import { expect, test } from 'vitest'
import { groupedCode, sheetCode } from '../../../domain/planning/sheetCode.ts'
import { samplePerson } from '../../db/samples.ts'
import { infoCheckBody, jobBody, serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'
import { row as rosterRow } from './rosterRows.ts'
import type { Desk } from './desk.ts'

async function deskWith(count: number, over: (order: number) => object = () => ({})) {
  const desk = await setUpDesk({ role: 'counsellor' })
  const ids: string[] = []
  for (let order = 0; order < count; order += 1) {
    const { householdId: _none, ...fields } = samplePerson(order * 4 + 1)
    const made = await desk.get('persons.create', { fields: { ...fields, hukouTown: '青石镇', hukouVillage: `第${order % 2}村`, birthDate: '1985-03-14', ...over(order) } })
    ids.push(made.row.id)
  }
  const { today } = await desk.get('session.state', {})
  return { desk, ids, today }
}

async function checked(desk: Desk, personId: string, today: string) {
  const cycleYear = today.slice(0, 4)
  const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
  return desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body: { ...prefill.body, ...infoCheckBody(today) } as never, replaces: null })
}

const plus = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

test('villages tell what is owed there, and a village whom to see', async () => {
  const { desk } = await deskWith(3)
  expect(await desk.get('planning.villages', { town: null })).toMatchObject({
    towns: ['青石镇'], town: '青石镇', villages: [{ village: '第0村', open: 2, planned: 0 }, { village: '第1村', open: 1, planned: 0 }],
  })
  const village = await desk.get('planning.village', { town: '青石镇', village: '第0村', offset: 0, limit: 50 })
  expect([village.total, village.rows.map(({ planned }) => planned)]).toEqual([2, [null, null]])
})

test('visits are planned for a day, moved, put in order, taken off, and each step can be taken back', async () => {
  const { desk, ids, today } = await deskWith(3)
  const day = plus(today, 1)
  const planned = await desk.get('planning.addVisits', { personIds: ids, on: day, purpose: '送政策' })
  expect(planned).toMatchObject({ added: 3, left: 0 })
  expect(await desk.call('planning.addVisits', { personIds: ids, on: day })).toMatchObject({ ok: false, error: { code: 'alreadyPlanned' } })
  const listed = async (on: string) => (await desk.get('planning.day', { on })).visits
  const visits = await listed(day)
  expect(visits.map(({ row, purpose, done }) => [row.village, purpose, done])).toEqual([['第0村', '送政策', false], ['第0村', '送政策', false], ['第1村', '送政策', false]])
  expect((await desk.get('planning.villages', { town: '青石镇' })).villages.map(({ planned: count }) => count)).toEqual([2, 1])
  expect((await desk.get('planning.village', { town: '青石镇', village: '第1村', offset: 0, limit: 50 })).rows[0]?.planned).toEqual({ on: day, byName: '佟立新', own: true })

  const backwards = visits.map(({ documentId }) => documentId).reverse()
  await desk.get('planning.orderVisits', { documentIds: backwards })
  expect((await listed(day)).map(({ documentId }) => documentId)).toEqual(backwards)

  const later = plus(today, 8)
  const moved = await desk.get('planning.moveVisits', { documentIds: backwards.slice(0, 2), on: later })
  expect([(await listed(day)).length, (await listed(later)).length]).toEqual([1, 2])
  await desk.get('journal.undo', { actionId: moved.actionId })
  expect([(await listed(day)).length, (await listed(later)).length]).toEqual([3, 0])

  const dropped = await desk.get('planning.dropVisits', { documentIds: backwards })
  expect(await desk.get('planning.days', {})).toEqual([])
  await desk.get('journal.undo', { actionId: dropped.actionId })
  expect(await desk.get('planning.days', {})).toEqual([{ on: day, visits: 3 }])
  // What has moved on since stays.
  expect(await desk.call('journal.undo', { actionId: planned.actionId })).toMatchObject({ ok: false, error: { code: 'movedOn' } })
})

test('a planned visit is made when a record of that day says so', async () => {
  const { desk, ids, today } = await deskWith(1)
  const [personId = ''] = ids
  await desk.get('planning.addVisits', { personIds: ids, on: today })
  const { documentId } = await checked(desk, personId, today)
  expect((await desk.get('planning.day', { on: today })).visits.map(({ done }) => done)).toEqual([true])
  expect(await desk.call('planning.dayPack', { on: today })).toMatchObject({ ok: false, error: { code: 'nothingPlanned' } })
  await desk.get('records.void', { documentId, reason: '记错了人' })
  expect((await desk.get('planning.day', { on: today })).visits.map(({ done }) => done)).toEqual([false])
})

test('a promised follow-up that is overdue counts as overdue in its village, and goes first there and on its day', async () => {
  const { desk, ids, today } = await deskWith(3)
  const [, , late = ''] = ids
  const cycleYear = today.slice(0, 4)
  const prefill = await desk.get('records.prefill', { kind: 'serviceRecord', personId: late, cycleYear })
  const body = { ...prefill.body, ...serviceBody(plus(today, -20)), followUpOn: plus(today, -9) } as never
  await desk.get('records.complete', { kind: 'serviceRecord', personId: late, cycleYear, body, replaces: null })

  const [first] = (await desk.get('planning.villages', { town: '青石镇' })).villages
  expect(first).toMatchObject({ village: '第0村', overdue: 1, open: 2 })
  const { rows } = await desk.get('planning.village', { town: '青石镇', village: '第0村', offset: 0, limit: 50 })
  expect(rows.map(({ row }) => row.id)).toEqual([late, ids[0]])
  await desk.get('planning.addVisits', { personIds: ids, on: today })
  expect((await desk.get('planning.day', { on: today })).visits[0]?.row.id).toBe(late)
})

test('nobody plans for a day that is past', async () => {
  const { desk, ids, today } = await deskWith(1)
  expect(await desk.call('planning.addVisits', { personIds: ids, on: plus(today, -1) })).toMatchObject({ ok: false, error: { code: 'dayIsPast', field: 'on' } })
})

test('the day pack tells what is owed and known, masks the number and keeps in the log whose telephone went along', async () => {
  const { desk, ids, today } = await deskWith(1, () => ({ education: '70', selfCare: '1' }))
  await desk.get('planning.addVisits', { personIds: ids, on: today })
  const { sheets } = await desk.get('planning.dayPack', { on: today })
  const [sheet] = sheets
  expect(sheet).toMatchObject({ personId: ids[0], code: sheetCode(ids[0] ?? '', 1), village: '第0村', open: [{ what: '基础信息核对', overdue: false }] })
  expect(sheet?.idNumberMasked).toMatch(/^210199\*{8}\w{4}$/)
  expect(sheet?.phones[0]).toMatch(/^139\d{8}$/)
  expect(sheet?.known.map(({ label }) => label)).toEqual(['文化程度', '生活自理', '就业状况'])
  expect(sheet?.missing).toContain('ethnicity')
  expect(sheet?.missing).not.toContain('education')
  expect(sheet?.blocks.map(({ title }) => title)).toEqual(['一、基础信息核对', '二、职业能力评估', '三、就业需求登记', '四、就业服务'])
  expect(desk.ask('select person_id, field, reason from view_log')).toEqual([{ person_id: ids[0], field: 'phone', reason: `走访单 ${today}` }])
})

test('the sheet says what is so now: work by the newest statement, and the year of a service of another year', async () => {
  const { desk, ids, today } = await deskWith(1, () => ({ employmentState: 'UNEMPLOYED' }))
  const [personId = ''] = ids
  const lastYear = String(Number(today.slice(0, 4)) - 1)
  const service = await desk.get('records.prefill', { kind: 'serviceRecord', personId, cycleYear: lastYear })
  await desk.get('records.complete', { kind: 'serviceRecord', personId, cycleYear: lastYear, body: { ...service.body, ...serviceBody(`${lastYear}-12-14`) } as never, replaces: null })
  const job = { state: 'EMPLOYED', employmentForm: '3', channel: '8', industry: 'A', jobTitle: '养鸡', startOn: `${lastYear}-11-02` }
  await desk.get('records.complete', { kind: 'employmentPeriod', personId, cycleYear: lastYear, body: job as never, replaces: null })
  await desk.get('planning.addVisits', { personIds: ids, on: today })
  const known = Object.fromEntries((await desk.get('planning.dayPack', { on: today })).sheets[0]?.known.map(({ label, value }) => [label, value]) ?? [])
  expect(known['就业状况']).toBe('已就业')
  expect(known['上次服务']).toContain(`${lastYear}-12-14 `)
})

test('the code of a sheet brings back the file at the step that is owed, also after that step was done', async () => {
  const { desk, ids, today } = await deskWith(2)
  const [personId = ''] = ids
  const code = sheetCode(personId, 1)
  expect(await desk.get('planning.openSheet', { code: `Z${code}` })).toMatchObject({ personId, at: '1' })
  await checked(desk, personId, today)
  expect(await desk.get('planning.openSheet', { code: groupedCode(code) })).toMatchObject({ personId, at: '2' })
  expect(await desk.get('planning.openSheet', { code: sheetCode(personId, 5) })).toMatchObject({ personId, at: 'employment' })
  expect(await desk.call('planning.openSheet', { code: sheetCode('01890a5d-ac96-774b-bcce-b302099a8057', 1) })).toMatchObject({ ok: false, error: { code: 'noSheet' } })
  expect(await desk.call('planning.openSheet', { code: `${code.slice(0, 11)}${code.endsWith('0') ? '1' : '0'}` })).toMatchObject({ ok: false, error: { code: 'wrongSheetCode' } })
})

test('the day lists visits of today, those that were not made, and what files ask for; a reminder is put away until the next year', async () => {
  const { desk, ids, today } = await deskWith(2)
  await desk.get('planning.addVisits', { personIds: [ids[0] ?? ''], on: today })
  const day = await desk.get('planning.agenda', {})
  expect(day.visits.map(({ row }) => row.id)).toEqual([ids[0]])
  expect([day.missed, day.lists]).toEqual([[], []])
  const personId = ids[1] ?? ''
  const { heads } = await desk.get('persons.get', { personId })
  await desk.get('persons.update', { personId, fields: { certValidUntil: plus(today, 20) }, basedOn: { certValidUntil: heads.certValidUntil ?? null } })
  expect((await desk.get('planning.agenda', {})).lists).toMatchObject([{ kind: 'certificate', total: 1, rows: [{ on: plus(today, 20), row: { id: personId } }] }])
  await desk.get('planning.reminder', { key: 'intlDay-2026', away: true })
  await desk.get('planning.reminder', { key: 'yearEnd-2026', away: true })
  await desk.get('planning.reminder', { key: 'yearEnd-2026', away: false })
  const kept = desk.ask(`select value from meta where key like 'remindersAway%'`)
  expect(kept).toEqual([{ value: '["intlDay-2026"]' }])
})

test('whoever owes no step but was promised something is found on the way, too', async () => {
  const { desk, ids, today } = await deskWith(3)
  const [personId = ''] = ids
  await checked(desk, personId, today)
  const cycleYear = today.slice(0, 4)
  const prefill = await desk.get('records.prefill', { kind: 'serviceRecord', personId, cycleYear })
  const began = plus(today, -40)
  await desk.get('records.complete', {
    kind: 'serviceRecord', personId, cycleYear, replaces: null,
    body: { ...prefill.body, ...serviceBody(today), result: 'EMPLOYED', job: jobBody(began), followUpOn: plus(today, 10) } as never,
  })
  const village = await desk.get('planning.village', { town: '青石镇', village: '第0村', offset: 0, limit: 50 })
  expect(village.rows.find(({ row }) => row.id === personId)?.asks.map(({ kind, on }) => [kind, on > today])).toEqual([['placementCheck', false], ['followUp', true]])
  const { villages } = await desk.get('planning.villages', { town: '青石镇' })
  expect(villages.map(({ village: name, open }) => [name, open])).toEqual([['第0村', 2], ['第1村', 1]])
  await desk.get('planning.addVisits', { personIds: [personId], on: plus(today, 1) })
  expect((await desk.get('planning.day', { on: plus(today, 1) })).visits[0]?.asks).toHaveLength(2)
  const [sheet] = (await desk.get('planning.dayPack', { on: plus(today, 1) })).sheets
  expect(sheet?.blocks[0]?.title).toContain('就业回访（第 1 个月）')
})

test('a sheet that was printed before another import of the roster still opens its file', async () => {
  const desk = await setUpDesk({ role: 'office' })
  const person = { name: '甲', idNumber: '210199198503140017', hukouTown: '示范镇', hukouVillage: '前进村', phone: '13900000001', sex: '1', birthDate: '1985-03-14' }
  const bringIn = async (fields: Parameters<typeof rosterRow>[1], path: string) => {
    desk.source.rosters.set(path, [rosterRow(3, fields)])
    const preview = await desk.internal({ name: 'roster.preview', path, fileName: '名册.xlsx' })
    if (!preview.ok) throw new Error(preview.error.message)
    return desk.get('roster.confirm', { importId: preview.value.importId })
  }
  await bringIn(person, '/first')
  const { today } = await desk.get('session.state', {})
  const { rows } = await desk.get('planning.village', { town: '示范镇', village: '前进村', offset: 0, limit: 10 })
  await desk.get('planning.addVisits', { personIds: rows.map(({ row }) => row.id), on: today })
  const [sheet] = (await desk.get('planning.dayPack', { on: today })).sheets
  expect(await bringIn({ ...person, phone: '13900000002', hukouVillage: '后屯村' }, '/second')).toMatchObject({ added: 0, updated: 1 })
  expect(await desk.get('planning.openSheet', { code: sheet?.code ?? '' })).toMatchObject({ personId: sheet?.personId, at: '1' })
  expect((await desk.get('planning.day', { on: today })).visits.map(({ row }) => row.village)).toEqual(['后屯村'])
})

test('the sheet and the visit of a file that was merged lead to the one who is shown', async () => {
  const desk = await setUpDesk({ role: 'office' })
  const { today } = await desk.get('session.state', {})
  const create = async (order: number) => {
    const { householdId: _none, ...fields } = samplePerson(order)
    return (await desk.get('persons.create', { fields: { ...fields, birthDate: '1985-03-14' } })).row.id
  }
  const [survivorId, loserId] = [await create(1), await create(5)]
  await desk.get('planning.addVisits', { personIds: [loserId], on: today })
  const [sheet] = (await desk.get('planning.dayPack', { on: today })).sheets
  const compared = await desk.get('duplicates.compare', { survivorId, loserId })
  const choices = Object.fromEntries(compared.fields.map(({ field }) => [field, 'survivor' as const]))
  await desk.get('persons.merge', { survivorId, loserId, choices, versions: { survivor: compared.survivor.version, loser: compared.loser.version } })
  expect(await desk.get('planning.openSheet', { code: sheet?.code ?? '' })).toMatchObject({ personId: survivorId })
  const [visit] = (await desk.get('planning.day', { on: today })).visits
  expect(visit?.row.id).toBe(survivorId)
  await desk.get('planning.moveVisits', { documentIds: [visit?.documentId ?? ''], on: plus(today, 1) })
  await desk.get('planning.dropVisits', { documentIds: [visit?.documentId ?? ''] })
  expect(desk.ask(`select person_id, kind from change where entity = 'plannedVisit' order by seq`)).toEqual(['create', 'succeed', 'void'].map((kind) => ({ person_id: loserId, kind })))
  expect((await desk.get('planning.day', { on: today })).visits).toEqual([])
})
