import { expect, test } from 'vitest'
import { people, row } from './rosterRows.ts'
import { openDesk, password, setUpDesk } from './desk.ts'
import type { SetUp } from './desk.ts'
import type { IncomingRow, RowFinding } from '../../../electron/import/session/source.ts'
import type { PersonFilter } from '../../../electron/api/schemas/persons.ts'

const finding = (kind: RowFinding['kind'], code: string, field: string): RowFinding => ({
  code, kind, field, sentence: `${field} 要看一下证件`, before: null, after: null,
})

async function preview(desk: SetUp, rows: readonly IncomingRow[]) {
  desk.source.rosters.set('/roster', rows)
  const answer = await desk.internal({ name: 'roster.preview', path: '/roster', fileName: '名册.xlsx' })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

async function bringIn(desk: SetUp, rows: readonly IncomingRow[]) {
  const { importId } = await preview(desk, rows)
  return desk.get('roster.confirm', { importId })
}

const list = (desk: SetUp, filter: PersonFilter = {}) =>
  desk.get('persons.list', { filter, sort: 'name', descending: false, offset: 0, limit: 200 })

const nobody = { name: '甲', idNumber: '210199197001010001', hukouTown: '示范镇', phone: '13900000001' }

test('a preview counts and writes nothing; confirming brings in what may come in, marked', async () => {
  const desk = await setUpDesk()
  const rows = [
    row(3, nobody),
    row(4, { ...nobody, name: '乙', idNumber: '210199197001010002', sex: '1' }, { verdict: 'doubtful', findings: [finding('doubtful', 'sex-number', 'sex')] }),
    row(5, { ...nobody, name: '丙', idNumber: '210199197001010003' }, { verdict: 'mended', findings: [finding('mended', 'spaces', 'name'), finding('flagged', 'dead', 'rosterNotes')] }),
    row(6, { name: '丁' }, { verdict: 'refused', findings: [finding('refused', 'no-number', 'idNumber')] }),
    row(7, nobody, { verdict: 'duplicate', findings: [finding('duplicate', 'same-row', 'idNumber')] }),
  ]
  const seen = await preview(desk, rows)
  expect(seen.counts).toEqual({ rows: 5, clean: 1, mended: 1, doubtful: 1, refused: 1, duplicate: 1, flagged: 1, fresh: 3, same: 0, changed: 0 })
  expect((await list(desk)).total).toBe(0)

  const done = await desk.get('roster.confirm', { importId: seen.importId })
  expect(done).toMatchObject({ added: 3, updated: 0, unchanged: 0, toVerify: 1, leftOut: 2 })
  expect((await list(desk)).rows.map((person) => person.name).sort()).toEqual(['丙', '乙', '甲'].sort())
  expect((await list(desk, { toVerify: true })).rows.map((person) => person.name)).toEqual(['乙'])
  expect(desk.events).toContainEqual({ type: 'changed', personIds: [], all: true })
  expect(await desk.call('roster.confirm', { importId: seen.importId })).toMatchObject({ ok: false, error: { code: 'previewGone' } })
})

test('the rows of a preview can be looked through by finding, verdict and standing, with numbers masked', async () => {
  const desk = await setUpDesk()
  const { importId } = await preview(desk, [
    ...people(30),
    row(40, { ...nobody }, { verdict: 'doubtful', findings: [{ ...finding('doubtful', 'phone-impossible', 'phone'), before: '13900001234', after: null }] }),
  ])
  const all = await desk.get('roster.rows', { importId, offset: 28, limit: 10 })
  expect(all.total).toBe(31)
  expect(all.rows).toHaveLength(3)
  const doubtful = await desk.get('roster.rows', { importId, code: 'phone-impossible', offset: 0, limit: 10 })
  expect(doubtful).toMatchObject({ total: 1, rows: [{ name: '甲', idNumberMasked: '210199********0001', verdict: 'doubtful', standing: 'fresh', place: '示范镇' }] })
  expect(doubtful.rows[0]?.findings[0]?.before).toBe('139****1234')
  expect((await desk.get('roster.rows', { importId, standing: 'changed', offset: 0, limit: 10 })).total).toBe(0)
})

test('the same roster again changes nothing; another one changes field by field, and what it lacks stays', async () => {
  const desk = await setUpDesk()
  await bringIn(desk, people(50))
  expect(await bringIn(desk, people(50))).toMatchObject({ added: 0, updated: 0, unchanged: 50, toVerify: 0 })

  const first = people(1)[0] as IncomingRow
  const moved = row(3, { name: first.fields.name ?? '', idNumber: first.fields.idNumber ?? '', hukouTown: '东河乡', phone: '' })
  const seen = await preview(desk, [moved, ...people(1, 500)])
  expect(seen.counts).toMatchObject({ fresh: 1, changed: 1, same: 0 })
  const shown = await desk.get('roster.rows', { importId: seen.importId, standing: 'changed', offset: 0, limit: 10 })
  expect(shown.rows[0]?.changes).toEqual([{ field: 'hukouTown', from: '示范镇', to: '东河乡' }])
  expect(await desk.get('roster.confirm', { importId: seen.importId })).toMatchObject({ added: 1, updated: 1, unchanged: 0 })
  const person = (await list(desk, { town: '东河乡' })).rows[0]
  expect(person).toMatchObject({ name: first.fields.name, village: '王家村', phoneMasked: '139****0000' })
})

test('a second row of the same person adds what the first lacks and leaves a mark where they differ', async () => {
  const desk = await setUpDesk()
  const done = await bringIn(desk, [
    row(3, nobody),
    row(9, { ...nobody, phone: '13900009999', hukouVillage: '李屯村' }, { verdict: 'doubtful', findings: [finding('doubtful', 'same-person-other-cells', '')] }),
  ])
  expect(done).toMatchObject({ added: 1, toVerify: 1 })
  const id = (await list(desk)).rows[0]?.id ?? ''
  const file = await desk.get('persons.get', { personId: id })
  expect(file.fields).toMatchObject({ hukouVillage: '李屯村' })
  expect(file.verify).toEqual({ phone: '名册第 9 行写的是 139****9999' })
})

test('marks that a person has settled do not come back with the same roster', async () => {
  const desk = await setUpDesk()
  const rows = [row(4, nobody, { verdict: 'doubtful', findings: [finding('doubtful', 'town-unknown', 'hukouTown')] })]
  await bringIn(desk, rows)
  const id = (await list(desk)).rows[0]?.id ?? ''
  await desk.get('persons.verify', { personId: id, field: 'hukouTown' })
  expect(await bringIn(desk, rows)).toMatchObject({ unchanged: 1, toVerify: 0 })
  expect((await list(desk)).rows[0]?.toVerify).toBe(0)
})

test('an import can be undone once, keeps whoever was worked on since, and the people can be brought in again', async () => {
  const desk = await setUpDesk()
  const { actionId } = await bringIn(desk, people(5))
  const kept = (await list(desk)).rows[0]
  const file = await desk.get('persons.get', { personId: kept?.id ?? '' })
  await desk.get('persons.update', { personId: kept?.id ?? '', fields: { phone: '13912345678' }, basedOn: { phone: file.heads.phone ?? null } })

  const undone = await desk.get('roster.undo', { actionId })
  expect(undone).toMatchObject({ undone: 4, kept: [kept?.name] })
  expect((await list(desk)).rows.map((person) => person.name)).toEqual([kept?.name])
  expect(await desk.get('roster.imports', {})).toMatchObject([{ actionId, actor: '佟立新', fileName: '名册.xlsx', added: 5, undone: true, undoableUntil: null }])
  expect(await desk.call('roster.undo', { actionId })).toMatchObject({ ok: false, error: { code: 'alreadyUndone' } })

  expect(await bringIn(desk, people(5))).toMatchObject({ added: 4, updated: 1 })
  expect((await list(desk)).total).toBe(5)
})

test('after thirty days an import stays', async () => {
  const desk = await setUpDesk()
  const { actionId } = await bringIn(desk, people(2))
  expect((await desk.get('roster.imports', {}))[0]?.undoableUntil).not.toBeNull()
  desk.close()
  const later = openDesk({ folder: desk.folder, clockOffsetMs: 32 * 86_400_000 })
  await later.get('session.unlock', { userId: desk.userId, password })
  expect((await later.get('roster.imports', {}))[0]).toMatchObject({ undoableUntil: null, undone: false })
  expect(await later.call('roster.undo', { actionId })).toMatchObject({ ok: false, error: { code: 'tooLate' } })
})

test('a preview can be stopped, and a confirm that is stopped leaves nothing behind', async () => {
  const desk = await setUpDesk()
  desk.source.rosters.set('/roster', people(3000))
  const running = desk.internal({ name: 'roster.preview', path: '/roster', fileName: '名册.xlsx' })
  await desk.get('roster.cancel', { importId: null })
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })

  const { importId } = await preview(desk, people(3000))
  desk.watch((event) => {
    if (event.type === 'progress' && event.task === 'confirm') Atomics.add(desk.stops, 0, 1)
  })
  expect(await desk.call('roster.confirm', { importId })).toMatchObject({ ok: false, error: { code: 'cancelled', message: expect.stringContaining('没有写入') } })
  expect((await list(desk)).total).toBe(0)
})

test('locking ends a preview', async () => {
  const desk = await setUpDesk()
  desk.source.rosters.set('/roster', people(3000))
  const running = desk.internal({ name: 'roster.preview', path: '/roster', fileName: '名册.xlsx' })
  await desk.get('session.lock', {})
  expect(await running).toMatchObject({ ok: false })
  expect(await desk.internal({ name: 'roster.preview', path: '/roster', fileName: '名册.xlsx' })).toMatchObject({ ok: false, error: { code: 'locked' } })
})

test('a full disk stops a confirm with a sentence, and nothing of it stays', async () => {
  const desk = await setUpDesk()
  await bringIn(desk, people(10))
  const { importId } = await preview(desk, people(2000, 100))
  desk.limitPages(20)
  const answer = await desk.call('roster.confirm', { importId })
  expect(answer).toMatchObject({ ok: false, error: { code: 'diskFull', message: expect.stringContaining('没有存上') } })
  desk.limitPages(null)
  expect((await list(desk)).total).toBe(10)
  expect(await desk.get('roster.confirm', { importId })).toMatchObject({ added: 2000 })
})
