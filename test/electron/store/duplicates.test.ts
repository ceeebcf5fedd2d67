import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleIdNumber } from '../../db/samples.ts'
import { jobBody, serviceBody } from '../../e2e/support/bodies.ts'
import { knownByNumber } from '../../../electron/import/session/known.ts'
import { png } from '../attachments/pictures.ts'
import { password, setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** Likely duplicates, merging, parting and erasing, through the API over a real store. */

type Loose = Record<string, never>
const [number, mistyped] = [sampleIdNumber('1985-03-14', 1), sampleIdNumber('1985-03-14', 81)]

async function twoFiles() {
  const desk = await setUpDesk({ role: 'office' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const base = { sex: '1', hukouTown: '示范镇', hukouVillage: '前进村' }
  const first = await desk.get('persons.create', { fields: { ...base, name: '王小明', idNumber: number, phone: '13900000318', birthDate: '1985-03-14' } })
  const second = await desk.get('persons.create', { fields: { ...base, name: '王晓明', idNumber: mistyped, phone: '13900000318', birthDate: '1985-03-14', education: '60' } })
  await desk.get('persons.create', { fields: { ...base, name: '李红', idNumber: sampleIdNumber('1970-01-01', 2), birthDate: '1970-01-01' } })
  return { desk, today, cycleYear, a: first.row.id, b: second.row.id }
}

const list = (desk: Desk, reason: 'likeNumber' | 'nameBirth' | 'phoneVillage' | 'sameNumber' | null = null) => desk.get('duplicates.list', { reason, offset: 0, limit: 20 })
const names = async (desk: Desk) =>
  (await desk.get('persons.list', { filter: {}, sort: 'name', descending: false, offset: 0, limit: 20 })).rows.map((row) => row.name)

async function merge(desk: Desk, survivorId: string, loserId: string, choices: Record<string, 'survivor' | 'loser'>) {
  const compared = await desk.get('duplicates.compare', { survivorId, loserId })
  return desk.call('persons.merge', { survivorId, loserId, choices, versions: { survivor: compared.survivor.version, loser: compared.loser.version } })
}

describe('likely duplicates', () => {
  it('are listed with their reasons, and no longer when somebody said that they are two, until that is taken back', async () => {
    const { desk, a, b } = await twoFiles()
    const found = await list(desk)
    expect(found).toMatchObject({ total: 1, counts: { likeNumber: 1, phoneVillage: 1, sameNumber: 0, nameBirth: 0 } })
    expect(found.pairs.map((pair) => [pair.a.id, pair.b.id, pair.why.map((why) => why.likeness ?? why.reason)])).toEqual([[a, b, ['oneDigit', 'phoneVillage']]])
    expect((await list(desk, 'nameBirth')).total).toBe(0)
    const { actionId } = await desk.get('duplicates.dismiss', { a, b })
    expect(await list(desk)).toMatchObject({ total: 0, pairs: [] })
    await desk.get('journal.undo', { actionId })
    expect((await list(desk)).total).toBe(1)
  })

  it('are for the office alone', async () => {
    const desk = await setUpDesk({ role: 'counsellor' })
    expect(await desk.call('duplicates.list', { reason: null, offset: 0, limit: 20 })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  })
})

describe('a merge', () => {
  it('wants a choice for every field that differs, and then leaves one file with the records of both', async () => {
    const { desk, today, cycleYear, a, b } = await twoFiles()
    const body = serviceBody(today) as unknown as Loose
    const prefill = await desk.get('records.prefill', { kind: 'serviceRecord', personId: b, cycleYear })
    await desk.get('records.complete', { kind: 'serviceRecord', personId: b, cycleYear, body: { ...prefill.body, ...body }, replaces: null })
    const compared = await desk.get('duplicates.compare', { survivorId: a, loserId: b })
    expect(compared.fields.filter((field) => field.state === 'differ').map((field) => field.field)).toEqual(['name', 'idNumber'])
    expect(compared.fields.find((field) => field.field === 'idNumber')).toMatchObject({ survivor: number, loser: mistyped })
    const [user] = (await desk.get('session.state', {})).users
    await desk.get('persons.assign', { personIds: [a], responsibleId: user?.id ?? null })
    const assigned = await desk.get('duplicates.compare', { survivorId: a, loserId: b })
    expect(assigned.fields.find((field) => field.field === 'responsibleId')).toMatchObject({ survivor: user?.name, loser: null, state: 'onlySurvivor' })
    expect(compared.loser.records).toContainEqual({ entity: 'serviceRecord', n: 1 })
    expect(await merge(desk, a, b, { name: 'survivor' })).toMatchObject({ ok: false, error: { code: 'incomplete', fields: [{ path: 'idNumber' }] } })
    const merged = await merge(desk, a, b, { name: 'loser', idNumber: 'survivor' })
    expect(merged).toMatchObject({ ok: true, value: { row: { id: a, name: '王晓明' } } })
    expect(await names(desk)).toEqual(['李红', '王晓明'])
    const file = await desk.get('persons.get', { personId: b })
    expect(file).toMatchObject({ row: { id: a }, fields: { education: '60' }, joined: [{ personId: b, name: '王晓明' }] })
    expect(file.documents.map((document) => [document.entity, document.openedFor])).toEqual([['serviceRecord', b]])
    expect((await list(desk)).total).toBe(0)

    // A record of the other file is put right where it lies.
    const document = file.documents[0]
    const again = await desk.call('records.complete', {
      kind: 'serviceRecord', personId: a, cycleYear, body: { ...prefill.body, ...body, content: '把政策又从头说了一遍' }, replaces: { documentId: document?.id ?? '', changeId: document?.headId ?? '' },
    })
    expect(again.ok ? null : again.error).toBeNull()
    const [entry] = await desk.get('duplicates.merges', {})
    expect(entry).toMatchObject({ survivor: { personId: a }, loser: { personId: b }, ended: null, meanwhile: [{ personId: b, what: 'serviceRecord.succeed', on: today }] })

    await desk.get('persons.unmerge', { mergeId: entry?.mergeId ?? '' })
    expect(await names(desk)).toEqual(['李红', '王小明', '王晓明'])
    expect((await desk.get('persons.get', { personId: b })).documents.map((one) => one.version)).toEqual([2])
    const [ended] = await desk.get('duplicates.merges', {})
    expect(ended).toMatchObject({ ended: { actor: expect.any(String) as string }, meanwhile: [{ what: 'serviceRecord.succeed' }] })
    expect(await desk.call('persons.unmerge', { mergeId: entry?.mergeId ?? '' })).toMatchObject({ ok: false, error: { code: 'noMerge' } })
  })

  it('is taken back by the undo of its toast', async () => {
    const { desk, a, b } = await twoFiles()
    const merged = await merge(desk, b, a, { name: 'loser', idNumber: 'loser' })
    if (!merged.ok) throw new Error(merged.error.message)
    expect(await names(desk)).toEqual(['李红', '王小明'])
    await desk.get('journal.undo', { actionId: merged.value.actionId })
    expect(await names(desk)).toEqual(['李红', '王小明', '王晓明'])
    expect((await desk.get('persons.get', { personId: b })).fields.name).toBe('王晓明')
  })

  it('is refused when a file has moved on, when one of them is gone already, and with itself', async () => {
    const { desk, a, b } = await twoFiles()
    const compared = await desk.get('duplicates.compare', { survivorId: a, loserId: b })
    const versions = { survivor: compared.survivor.version, loser: compared.loser.version }
    const { heads } = await desk.get('persons.get', { personId: b })
    await desk.get('persons.update', { personId: b, fields: { phone: '13900000999' }, basedOn: { phone: heads.phone ?? null } })
    const choices = { name: 'survivor', idNumber: 'survivor', phone: 'survivor' } as const
    expect(await desk.call('persons.merge', { survivorId: a, loserId: b, choices, versions })).toMatchObject({ ok: false, error: { code: 'movedOn' } })
    expect(await merge(desk, a, b, choices)).toMatchObject({ ok: true })
    expect(await desk.call('duplicates.compare', { survivorId: a, loserId: b })).toMatchObject({ ok: false, error: { code: 'noPair' } })
    expect(await desk.call('duplicates.compare', { survivorId: a, loserId: a })).toMatchObject({ ok: false, error: { code: 'noPair' } })
  })
})

describe('work on a file that was merged', () => {
  it('goes on where it was begun: a form of the other file opens in the one that is shown', async () => {
    const { desk, a, b } = await twoFiles()
    const key = { kind: 'infoCheck', documentId: null } as const
    await desk.get('drafts.save', { ...key, personId: b, body: { checkedOn: '2026-01-02' } as unknown as Loose, field: 'checkedOn' })
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    expect((await desk.get('persons.today', {})).drafts.map((draft) => [draft.row.id, draft.kind])).toEqual([[a, 'infoCheck']])
    expect((await desk.get('persons.get', { personId: a })).row.steps[0]?.hasDraft).toBe(true)
    expect(await desk.get('drafts.get', { ...key, personId: a })).toMatchObject({ body: { checkedOn: '2026-01-02' }, field: 'checkedOn' })
    await desk.get('drafts.discard', { ...key, personId: a })
    expect((await desk.get('persons.today', {})).drafts).toEqual([])
  })

  it('takes back all that a record of the other file has opened since, when that record turns out to be void', async () => {
    const { desk, today, cycleYear, a, b } = await twoFiles()
    const prefill = await desk.get('records.prefill', { kind: 'serviceRecord', personId: b, cycleYear })
    const body = { ...prefill.body, ...(serviceBody(today) as unknown as Loose) }
    const { documentId, changeId } = await desk.get('records.complete', { kind: 'serviceRecord', personId: b, cycleYear, body, replaces: null })
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    const hired = { ...body, ...({ result: 'EMPLOYED', job: jobBody(today) } as unknown as Loose) }
    await desk.get('records.complete', { kind: 'serviceRecord', personId: a, cycleYear, body: hired, replaces: { documentId, changeId } })
    const periods = async () => (await desk.get('persons.get', { personId: a })).documents.filter(({ entity }) => entity === 'employmentPeriod').map(({ voided }) => voided)
    expect(await periods()).toEqual([false])
    expect((await desk.get('persons.get', { personId: a })).fields.employmentState).toBe('EMPLOYED')
    await desk.get('records.void', { documentId, reason: '写错了' })
    expect(await periods()).toEqual([true])
    expect((await desk.get('persons.get', { personId: a })).fields.employmentState ?? null).toBeNull()
  })

  it('can be signed on the screen in the hands of the person, also a form that was begun in the other file', async () => {
    const { desk, cycleYear, today, a, b } = await twoFiles()
    const begun = { kind: 'infoCheck', personId: b, documentId: null } as const
    await desk.get('drafts.save', { ...begun, body: { checkedOn: today, hasEmploymentNeed: true } as unknown as Loose, field: null })
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    expect(await desk.get('handOver.view', { personId: a, cycleYear })).toMatchObject({ toSign: ['infoCheck'], check: { hasEmploymentNeed: true } })
    await desk.get('handOver.begin', { personId: a, cycleYear, matters: ['said', 'sign'], paperLocation: '走访文件夹' })
    expect(await desk.get('handOver.sign', { personId: a, givenBy: 'SELF', guardianName: null, proof: 'paper' })).toMatchObject({ kinds: ['infoCheck'] })
    await desk.get('handOver.leave', { password })
    expect((await desk.get('drafts.get', { ...begun, personId: a }))?.body).toMatchObject({ checkedOn: today, signature: { paperLocation: '走访文件夹' } })
  })

  it('tells in the own copy of looks at either file, and of what the other one says', async () => {
    const { desk, a, b } = await twoFiles()
    await desk.get('persons.reveal', { personId: b, field: 'guardianPhone' })
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    expect((await desk.get('ownCopy.read', { personId: a })).looks.map(({ field }) => field)).toContain('guardianPhone')
    // Whoever asks what is kept of them is told the values, too, that were not chosen.
    expect((await desk.get('ownCopy.read', { personId: a })).joined).toEqual([{ name: '王晓明', idNumber: mistyped }])
    const moments = (await desk.get('ownCopy.read', { personId: a })).looks.map(({ at }) => at)
    expect(moments).toEqual([...moments].sort().reverse())
  })

  it('shows the pictures of both files, and keeps each with its record when they part', async () => {
    const { desk, cycleYear, today, a, b } = await twoFiles()
    const data = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex').toString('base64')
    const picture = await desk.get('attachments.put', { personId: b, data })
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    const shown = () => desk.call('attachments.get', { personId: a, hash: picture.hash, look: false })
    expect(await shown()).toMatchObject({ ok: true })
    // A form begun for the one, with its picture, and completed in the file that is shown.
    const prefill = await desk.get('records.prefill', { kind: 'serviceRecord', personId: a, cycleYear })
    const body = { ...prefill.body, ...serviceBody(today), attachments: [{ name: '回执', ...picture }] } as unknown as Loose
    await desk.get('records.complete', { kind: 'serviceRecord', personId: a, cycleYear, body, replaces: null })
    const [entry] = await desk.get('duplicates.merges', {})
    await desk.get('persons.unmerge', { mergeId: entry?.mergeId ?? '' })
    expect((await desk.get('persons.get', { personId: a })).documents).toHaveLength(1)
    expect(await shown()).toMatchObject({ ok: true })
  })

  it('is found by a roster that still has the other number, and the number that was chosen stays', async () => {
    const { desk, a, b } = await twoFiles()
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    const known = knownByNumber(desk.context().store, mistyped)
    expect(known).toMatchObject({ id: a, values: { idNumber: mistyped, name: '王小明' } })
    expect(knownByNumber(desk.context().store, number)).toMatchObject({ id: a, values: { idNumber: number } })
  })
})

describe('an erasure', () => {
  it('takes a person and every file merged with theirs out of reach, and keeps that it was done', async () => {
    const { desk, a, b } = await twoFiles()
    await merge(desk, a, b, { name: 'survivor', idNumber: 'survivor' })
    const erased = await desk.get('persons.erase', { personId: a, ground: 'WITHDRAWN', deadline: null })
    expect([...erased.personIds].sort()).toEqual([a, b].sort())
    expect(await names(desk)).toEqual(['李红'])
    expect(await desk.call('persons.erase', { personId: a, ground: 'WITHDRAWN', deadline: null })).toMatchObject({ ok: false, error: { code: 'noPerson' } })
    expect(await desk.get('duplicates.merges', {})).toEqual([])
    expect((await desk.get('persons.erasures', {})).map((one) => [one.ground, one.isReceived])).toEqual([['WITHDRAWN', false], ['WITHDRAWN', false]])
    expect(await desk.call('journal.undo', { actionId: erased.actionId })).toMatchObject({ ok: false })
  })

  it('leaves nothing that could be written again by a form that was open: no draft, no picture, no field', async () => {
    const { desk, a, b } = await twoFiles()
    await desk.get('persons.erase', { personId: a, ground: 'WITHDRAWN', deadline: null })
    const gone = { ok: false, error: { code: 'noPerson' } }
    expect(await desk.call('drafts.save', { kind: 'infoCheck', personId: a, documentId: null, body: { note: '还在写' } as unknown as Loose, field: null })).toMatchObject(gone)
    expect(await desk.call('attachments.put', { personId: a, data: png.toString('base64') })).toMatchObject(gone)
    expect(await desk.call('persons.update', { personId: a, fields: { phone: '13900000777' }, basedOn: {} })).toMatchObject(gone)
    expect(await desk.call('persons.joinHousehold', { personId: b, otherId: a })).toMatchObject(gone)
    expect(desk.ask('select 1 from draft')).toEqual([])
    expect(existsSync(join(desk.folder, 'attachments'))).toBe(false)
  })
})
