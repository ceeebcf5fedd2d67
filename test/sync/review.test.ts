import { describe, expect, it, vi } from 'vitest'
import type { CountyRole } from '../../domain/sync/index.ts'
import { infoCheckBody } from '../e2e/support/bodies.ts'
import { setUpDesk } from '../electron/store/desk.ts'
import type { Desk } from '../electron/store/desk.ts'
import { usePostgres } from './harness.ts'
import type { TestCounty } from './harness.ts'

/** The review over two computers and the county, each writing while the other is not there. */

const postgres = usePostgres()
type Loose = Record<string, never>
interface Version {
  readonly documentId: string
  readonly changeId: string
}

async function enrolled(county: TestCounty, name: string, role: CountyRole) {
  const desk = await setUpDesk({ role })
  const { code } = await county.newCode(name, role)
  await desk.get('sync.enrol', { serverUrl: county.url, code })
  await settled(desk)
  const { today, cycleYear } = await desk.get('session.state', {})
  return { desk, today, cycleYear }
}

/** Everything of this computer has its receipt, and everything of the county is here. */
async function settled(desk: Desk): Promise<void> {
  await vi.waitFor(async () => {
    const status = await desk.get('sync.now', {})
    expect(status).toMatchObject({ state: 'idle', unsent: 0 })
  }, { timeout: 30_000, interval: 100 })
}

async function checked(desk: Desk, cycleYear: string, today: string, name: string, idNumber: string) {
  const { row } = await desk.get('persons.create', { fields: { name, idNumber, sex: '1', birthDate: '1985-03-14', hukouTown: '示范镇' } as unknown as Loose })
  return { personId: row.id, version: await check(desk, row.id, cycleYear, today, null) }
}

async function check(desk: Desk, personId: string, cycleYear: string, today: string, replaces: Version | null): Promise<Version> {
  const prefill = await desk.get('records.prefill', { kind: 'infoCheck', personId, cycleYear })
  const body = { ...prefill.body, ...infoCheckBody(today), ...(replaces === null ? {} : { note: '补了签字' }) } as unknown as Loose
  const { documentId, changeId } = await desk.get('records.complete', { kind: 'infoCheck', personId, cycleYear, body, replaces })
  return { documentId, changeId }
}
const stateOf = async (desk: Desk, personId: string) => (await desk.get('review.ofPerson', { personId })).records.map(({ state }) => state)

describe('the review over the county', () => {
  it('goes to the office and back, is corrected, and passes in a batch', async () => {
    const county = await postgres.createCounty()
    const { desk: field, today, cycleYear } = await enrolled(county, '林芳', 'counsellor')
    const { desk: office } = await enrolled(county, '周敏', 'office')
    const one = await checked(field, cycleYear, today, '王淑芬', '210199198503140017')
    const two = await checked(field, cycleYear, today, '李国强', '210199198503140025')
    await field.get('review.submit', { records: [one.version, two.version] })
    await settled(field)
    await settled(office)

    const waiting = await office.get('review.list', { state: 'submitted', offset: 0, limit: 50 })
    expect(waiting.rows.map(({ author, isOwn }) => [author, isOwn])).toEqual([['林芳', false], ['林芳', false]])
    await office.get('review.decide', { records: [one.version], decision: 'RETURNED', reason: '少了本人签字' })
    await settled(office)
    await settled(field)
    expect((await field.get('review.ofPerson', { personId: one.personId })).records[0]).toMatchObject({ state: 'returned', reason: '少了本人签字' })

    const corrected = await check(field, one.personId, cycleYear, today, one.version)
    await field.get('review.submit', { records: [corrected] })
    await settled(field)
    await settled(office)
    const passed = await office.get('review.decide', { records: [corrected, two.version], decision: 'REVIEWED', reason: null })
    expect(passed).toMatchObject({ done: 2, refused: [] })
    await settled(office)
    await settled(field)
    for (const desk of [field, office]) for (const { personId } of [one, two]) expect(await stateOf(desk, personId)).toEqual(['reviewed'])
    expect(await county.rows(`select count(*)::int as n from refusal`)).toEqual([{ n: 0 }])
  })

  it('a version that moved on while the office decided offline is not passed by it', async () => {
    const county = await postgres.createCounty()
    const { desk: field, today, cycleYear } = await enrolled(county, '林芳', 'counsellor')
    const { desk: office } = await enrolled(county, '周敏', 'office')
    const { personId, version } = await checked(field, cycleYear, today, '王淑芬', '210199198503140017')
    await field.get('review.submit', { records: [version] })
    await settled(field)
    await settled(office)
    await office.get('review.decide', { records: [version], decision: 'REVIEWED', reason: null })
    await check(field, personId, cycleYear, today, version)
    await settled(office)
    await settled(field)
    await settled(office)
    for (const desk of [field, office]) expect(await stateOf(desk, personId)).toEqual(['none'])
  })

  it('1.3 one person at two computers is still the author: their own computer refuses, and so does the county', async () => {
    const county = await postgres.createCounty()
    const { desk: one, today, cycleYear } = await enrolled(county, '周敏', 'office')
    const { desk: two } = await enrolled(county, '周敏', 'office')
    const { personId, version } = await checked(one, cycleYear, today, '王淑芬', '210199198503140017')
    await one.get('review.submit', { records: [version] })
    await settled(one)
    await settled(two)
    expect(await two.call('review.decide', { records: [version], decision: 'REVIEWED', reason: null })).toMatchObject({ ok: false, error: { code: 'ownWork' } })
    // A computer that has not learned yet that both ids are one person.
    two.ask(`update sync_state set value = '[]' where key = 'directory' returning key`)
    await two.get('review.decide', { records: [version], decision: 'REVIEWED', reason: null })
    await settled(two)
    expect(await two.get('sync.refused', {})).toMatchObject([{ reason: expect.stringContaining('自己填的记录要由别人审核') }])
    await settled(one)
    expect(await stateOf(one, personId)).toEqual(['submitted'])
  })
})
