import { describe, expect, it, vi } from 'vitest'
import { infoCheckBody } from '../../e2e/support/bodies.ts'
import { password, setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** Submit, return, correct, pass: two people at one PC. */

type Loose = Record<string, never>
interface Version {
  readonly documentId: string
  readonly changeId: string
}

async function twoUsers() {
  const desk = await setUpDesk({ role: 'office' })
  const { userId } = await desk.get('session.addUser', { name: '林芳', role: 'counsellor', password })
  const { today, cycleYear } = await desk.get('session.state', {})
  const become = async (id: string) => {
    await desk.get('session.lock', {})
    await desk.get('session.unlock', { userId: id, password })
  }
  return { desk, today, cycleYear, asCounsellor: () => become(userId), asOffice: () => become(desk.userId) }
}

async function addPerson(desk: Desk, name = '王淑芬', idNumber = '210199198503140017'): Promise<string> {
  const fields = { name, idNumber, sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇' }
  return (await desk.get('persons.create', { fields })).row.id
}

async function check(desk: Desk, personId: string, cycleYear: string, today: string): Promise<Version> {
  const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
  const body = { ...prefill.body, ...infoCheckBody(today) } as Loose
  return desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body, replaces: null })
}

async function correct(desk: Desk, personId: string, cycleYear: string, today: string, { documentId, changeId }: Version): Promise<Version> {
  const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
  const body = { ...prefill.body, ...infoCheckBody(today), note: '补了签字' } as unknown as Loose
  return desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body, replaces: { documentId, changeId } })
}

const idsOf = ({ documentId, changeId }: Version) => ({ documentId, changeId })
const list = async (desk: Desk, state: 'none' | 'submitted' | 'returned') => (await desk.get('review.list', { state, offset: 0, limit: 50 })).rows

describe('the review', () => {
  it('goes from the counsellor to the office and back, and the reason is in the file', async () => {
    const { desk, today, cycleYear, asCounsellor, asOffice } = await twoUsers()
    await asCounsellor()
    const personId = await addPerson(desk)
    const first = await check(desk, personId, cycleYear, today)
    expect((await list(desk, 'none')).map((row) => [row.kind, row.isOwn])).toEqual([['infoCheck', true]])
    expect(await desk.get('review.submit', { records: [idsOf(first)] })).toMatchObject({ done: 1, refused: [] })
    expect(await list(desk, 'none')).toEqual([])

    await asOffice()
    expect(await list(desk, 'submitted')).toMatchObject([{ documentId: first.documentId, author: '林芳', isOwn: false }])
    expect(await desk.call('review.decide', { records: [idsOf(first)], decision: 'RETURNED', reason: ' ' })).toMatchObject({ ok: false, error: { code: 'needsReason' } })
    await desk.get('review.decide', { records: [idsOf(first)], decision: 'RETURNED', reason: '少了本人签字' })
    expect(await desk.get('review.counts', {})).toMatchObject({ submitted: 0, returned: 1 })

    await asCounsellor()
    expect(await list(desk, 'returned')).toMatchObject([{ standing: { state: 'returned', reason: '少了本人签字', byName: '佟立新' } }])
    expect(await desk.call('review.submit', { records: [idsOf(first)] })).toMatchObject({ ok: false, error: { code: 'correctFirst' } })
    const second = await correct(desk, personId, cycleYear, today, first)
    expect((await desk.get('review.ofPerson', { personId })).records).toMatchObject([{ state: 'none', askedFor: '少了本人签字', changeId: second.changeId }])
    await desk.get('review.submit', { records: [idsOf(second)] })

    await asOffice()
    await desk.get('review.decide', { records: [idsOf(second)], decision: 'REVIEWED', reason: null })
    expect((await desk.get('review.ofPerson', { personId })).records).toMatchObject([{ state: 'reviewed', byName: '佟立新' }])
    expect(await desk.get('review.counts', {})).toMatchObject({ submitted: 0, returned: 0 })
    const told = (await desk.get('persons.get', { personId })).timeline.filter(({ what }) => what.startsWith('review.'))
    expect(told.map(({ what, reason }) => [what, reason])).toEqual([
      ['review.REVIEWED', null], ['review.SUBMITTED', null], ['review.RETURNED', '少了本人签字'], ['review.SUBMITTED', null],
    ])
  })

  it('1.3 is never done by whoever wrote the version', async () => {
    const { desk, today, cycleYear } = await twoUsers()
    const own = await check(desk, await addPerson(desk), cycleYear, today)
    await desk.get('review.submit', { records: [idsOf(own)] })
    expect(await list(desk, 'submitted')).toMatchObject([{ isOwn: true }])
    for (const decision of ['REVIEWED', 'RETURNED'] as const) {
      const answer = await desk.call('review.decide', { records: [idsOf(own)], decision, reason: '看过了' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'ownWork', message: '自己填的记录要由别人审核' } })
    }
  })

  it('in a batch does what can be done and names the rest', async () => {
    const { desk, today, cycleYear, asCounsellor, asOffice } = await twoUsers()
    const own = await check(desk, await addPerson(desk, '甲', '210199198503140025'), cycleYear, today)
    await desk.get('review.submit', { records: [idsOf(own)] })
    await asCounsellor()
    const personId = await addPerson(desk)
    const first = await check(desk, personId, cycleYear, today)
    const second = await check(desk, await addPerson(desk, '乙', '210199198503140033'), cycleYear, today)
    await desk.get('review.submit', { records: [idsOf(first), idsOf(second)] })
    await correct(desk, personId, cycleYear, today, first)
    await asOffice()
    const answer = await desk.get('review.decide', { records: [own, first, second].map(idsOf), decision: 'REVIEWED', reason: null })
    expect(answer).toMatchObject({
      done: 1,
      refused: [{ documentId: own.documentId, message: '自己填的记录要由别人审核' }, { documentId: first.documentId, message: '这份记录后来改过，请看过新的一版再定' }],
    })
  })

  it('is not undone by the counsellor once it was submitted, and a decision is taken back by who decided', async () => {
    const { desk, today, cycleYear, asCounsellor, asOffice } = await twoUsers()
    await asCounsellor()
    const personId = await addPerson(desk)
    const first = await check(desk, personId, cycleYear, today)
    const { actionId } = await desk.get('review.submit', { records: [idsOf(first)] })
    expect(await desk.call('journal.undo', { actionId })).toMatchObject({ ok: false, error: { code: 'submitted' } })
    await asOffice()
    const passed = await desk.get('review.decide', { records: [idsOf(first)], decision: 'REVIEWED', reason: null })
    await desk.get('journal.undo', { actionId: passed.actionId })
    expect((await desk.get('review.ofPerson', { personId })).records).toMatchObject([{ state: 'submitted' }])
  })

  it('knows what stands for another version, a void and a record that is none', async () => {
    const { desk, today, cycleYear, asCounsellor, asOffice } = await twoUsers()
    await asCounsellor()
    const first = await check(desk, await addPerson(desk), cycleYear, today)
    await desk.get('review.submit', { records: [idsOf(first)] })
    await desk.get('records.void', { documentId: first.documentId, reason: '录错了人' })
    expect(await list(desk, 'submitted')).toEqual([])
    await asOffice()
    expect(await desk.call('review.decide', { records: [idsOf(first)], decision: 'REVIEWED', reason: null })).toMatchObject({ ok: false, error: { code: 'voided' } })
    const nowhere = { documentId: first.changeId, changeId: first.changeId }
    expect(await desk.call('review.decide', { records: [nowhere], decision: 'REVIEWED', reason: null })).toMatchObject({ ok: false, error: { code: 'noDocument' } })
  })

  it('holds up completion only where the county wants it', async () => {
    const { desk, today, cycleYear, asCounsellor, asOffice } = await twoUsers()
    await asCounsellor()
    const personId = await addPerson(desk)
    const first = await check(desk, personId, cycleYear, today)
    const steps = async () => (await desk.get('persons.get', { personId })).row.steps.map((step) => step.state)
    expect(await steps()).toEqual(['done', 'due', 'due', 'due'])
    await asOffice()
    await desk.get('countyValues.save', { cycleYear, body: { completionNeedsReview: true } as unknown as Loose, replaces: null })
    // The rows of all persons move a few at a time.
    await vi.waitFor(async () => expect(await steps()).toEqual(['due', 'due', 'due', 'due']))
    await asCounsellor()
    await desk.get('review.submit', { records: [idsOf(first)] })
    await asOffice()
    await desk.get('review.decide', { records: [idsOf(first)], decision: 'REVIEWED', reason: null })
    expect(await steps()).toEqual(['done', 'due', 'due', 'due'])
    expect((await desk.get('persons.dashboard', {})).total.checked).toBe(1)
  })
})
