import { describe, expect, it } from 'vitest'
import { infoCheckBody, serviceBody } from '../../e2e/support/bodies.ts'
import { setUpDesk } from './desk.ts'
import type { Desk } from './desk.ts'

/** Groups of a person with what is owed, the words of people on them, the certificate of hardship, the plan of a graduate. */

type Loose = Record<string, never>
type Kind = 'infoCheck' | 'serviceRecord' | 'graduatePlan' | 'hardshipCert'

async function withPerson(fields: object = {}) {
  const desk = await setUpDesk({ role: 'counsellor' })
  const { today, cycleYear } = await desk.get('session.state', {})
  const basic = { name: '王淑芬', idNumber: '210199198503140017', sex: '1', birthDate: '1985-03-14', phone: '13900000318', hukouTown: '示范镇' }
  const { row } = await desk.get('persons.create', { fields: { ...basic, ...fields } as unknown as Loose })
  return { desk, today, cycleYear, personId: row.id }
}

async function complete(desk: Desk, personId: string, cycleYear: string, kind: Kind, body: object, replaces: { documentId: string; changeId: string } | null = null) {
  const prefill = kind === 'graduatePlan' || kind === 'hardshipCert' ? { body: {} } : await desk.get('records.prefill', { kind, personId, cycleYear })
  return desk.call('records.complete', { kind, personId, cycleYear, body: { ...prefill.body, ...body } as Loose, replaces })
}
async function saved(answer: ReturnType<typeof complete>) {
  const value = await answer
  if (!value.ok) throw new Error(`${value.error.message} ${JSON.stringify(value.error.fields)}`)
  return value.value
}

/** Within two years of any day on which this runs. */
const graduatedOn = `${new Date().getFullYear() - 1}-07-01`

describe('the groups of a person', () => {
  it('say why, from which facts, and what the plan owes with its action', async () => {
    const { desk, personId } = await withPerson({ unemployedSince: '2020-05-01' })
    const { groups } = await desk.get('groups.ofPerson', { personId })
    expect(groups).toMatchObject([
      {
        flag: 'LONG_TERM_UNEMPLOYED', because: '2020-05-01 起没有工作，满 12 个月', from: '2021-05-01', isComputed: true, isCounted: true, confirmation: null,
        basis: [{ field: 'unemployedSince', value: '2020-05-01', entity: 'person' }],
      },
    ])
    expect(groups[0]?.duties.find(({ id }) => id === 'survey')).toMatchObject({ action: { zh: '就业服务提升' }, done: [] })
    expect((await desk.get('groups.overview', { offset: 0, limit: 20 })).flags).toEqual([{ flag: 'LONG_TERM_UNEMPLOYED', people: 1 }])
  })

  it('are confirmed by a word, denied by one with its reason, and struck from the counts', async () => {
    const { desk, today, personId } = await withPerson({ unemployedSince: '2020-05-01' })
    const flag = 'LONG_TERM_UNEMPLOYED'
    await desk.get('groups.confirm', { personId, flag, isConfirmed: true, note: null })
    expect((await desk.get('groups.ofPerson', { personId })).groups).toMatchObject([{ confirmation: { isConfirmed: true, on: today, byName: '佟立新' } }])
    expect(await desk.call('groups.confirm', { personId, flag, isConfirmed: false, note: ' ' })).toMatchObject({
      ok: false, error: { code: 'incomplete', fields: [{ path: 'note', message: '请写为什么不是这一类' }] },
    })
    const { actionId } = await desk.get('groups.confirm', { personId, flag, isConfirmed: false, note: '一直在打零工' })
    expect((await desk.get('groups.ofPerson', { personId })).groups).toMatchObject([{ flag, isCounted: false, confirmation: { note: '一直在打零工' } }])
    expect((await desk.get('persons.get', { personId })).row.flags).toEqual([])
    expect((await desk.get('groups.overview', { offset: 0, limit: 20 })).flags).toEqual([])
    await desk.get('journal.undo', { actionId })
    expect((await desk.get('persons.get', { personId })).row.flags).toEqual([flag])
  })

  it('are laid before the person in the check, which confirms what stays and denies what is taken out', async () => {
    const { desk, today, cycleYear, personId } = await withPerson({ unemployedSince: '2020-05-01', socialAid: 'DIBAO' })
    const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
    expect(prefill.body).toMatchObject({ hardshipFlags: ['LONG_TERM_UNEMPLOYED', 'DIBAO'], hardshipShown: ['LONG_TERM_UNEMPLOYED', 'DIBAO'] })
    await saved(complete(desk, personId, cycleYear, 'infoCheck', { ...infoCheckBody(today), hardshipFlags: ['DIBAO', 'LANDLESS'] }))
    const { groups } = await desk.get('groups.ofPerson', { personId })
    expect(groups.map(({ flag, isCounted, isComputed, confirmation }) => [flag, isCounted, isComputed, confirmation?.isConfirmed])).toEqual([
      ['LONG_TERM_UNEMPLOYED', false, true, false], ['DIBAO', true, true, true], ['LANDLESS', true, false, true],
    ])
    expect((await desk.get('persons.get', { personId })).row.flags).toEqual(['DIBAO', 'LANDLESS'])
  })

  it('show what was done towards each duty, from the service records', async () => {
    const { desk, today, cycleYear, personId } = await withPerson({ unemployedSince: '2020-05-01' })
    await saved(complete(desk, personId, cycleYear, 'serviceRecord', { ...serviceBody(today), serviceType: '11' }))
    const duties = (await desk.get('groups.ofPerson', { personId })).groups[0]?.duties ?? []
    expect(duties.filter(({ done }) => done.length > 0).map(({ id }) => id)).toEqual(['survey', 'aid', 'welfarePost'])
    expect(duties.find(({ id }) => id === 'welfarePost')?.done).toMatchObject([{ entity: 'serviceRecord', on: today, serviceType: '11' }])
  })
})

describe('the certificate of hardship', () => {
  it('is kept as it stands on paper, and cancelled with day and reason', async () => {
    const { desk, today, cycleYear, personId } = await withPerson()
    const paper = { category: 'DISABLED', certNo: '困 2026-0117', certifiedOn: `${cycleYear}-01-05`, org: '示范县人社局' }
    const first = await saved(complete(desk, personId, cycleYear, 'hardshipCert', paper))
    const cancelled = { ...paper, cancelledOn: today }
    const version = { documentId: first.documentId, changeId: first.changeId }
    expect(await complete(desk, personId, cycleYear, 'hardshipCert', cancelled, version)).toMatchObject({ ok: false, error: { fields: [{ path: 'reason', message: '请写为什么取消' }] } })
    await saved(complete(desk, personId, cycleYear, 'hardshipCert', { ...cancelled, reason: '已就业满一年' }, version))
    const documents = (await desk.get('persons.get', { personId })).documents.filter(({ entity }) => entity === 'hardshipCert')
    expect(documents).toMatchObject([{ version: 2, body: { certNo: '困 2026-0117', cancelledOn: today, reason: '已就业满一年' } }])
  })
})

describe('the plan of a graduate', () => {
  it('4.3 counts steps and services, and the list begins with those who have none', async () => {
    const { desk, today, cycleYear, personId } = await withPerson({ education: '21', graduatedOn })
    const other = await desk.get('persons.create', {
      fields: { name: '孙䶮', idNumber: '210199198503140025', education: '31', graduatedOn } as unknown as Loose,
    })
    const plan = { openedOn: today, responsibleName: '佟立新', goal: '做数据标注', steps: [{ kind: 'POLICY_TALK', on: today, result: '听明白了' }] }
    const first = await saved(complete(desk, personId, cycleYear, 'graduatePlan', plan))
    await saved(complete(desk, personId, cycleYear, 'serviceRecord', { ...serviceBody(today), serviceType: '02' }))
    expect((await desk.get('groups.ofPerson', { personId })).graduate).toMatchObject({ documentId: first.documentId, progress: { done: 2, owed: 6, isComplete: false } })
    const { graduates } = await desk.get('groups.overview', { offset: 0, limit: 20 })
    expect(graduates).toMatchObject({ total: 2, withPlan: 1, owed: 6 })
    expect(graduates.rows.map(({ row, done, openedOn }) => [row.name, done, openedOn])).toEqual([['孙䶮', 0, null], ['王淑芬', 2, today]])
    expect(graduates.rows[0]?.row.id).toBe(other.row.id)
    const closed = { ...plan, outcome: 'NOT_NOW', outcomeOn: today }
    const version = { documentId: first.documentId, changeId: first.changeId }
    expect(await complete(desk, personId, cycleYear, 'graduatePlan', closed, version)).toMatchObject({ ok: false, error: { fields: [{ path: 'outcomeNote' }] } })
    await saved(complete(desk, personId, cycleYear, 'graduatePlan', { ...closed, outcomeNote: '准备考研' }, version))
    expect((await desk.get('groups.overview', { offset: 0, limit: 20 })).graduates.rows[1]).toMatchObject({ outcome: 'NOT_NOW' })
  })
})
