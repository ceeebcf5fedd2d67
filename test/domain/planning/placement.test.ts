import { describe, expect, it } from 'vitest'
import { employmentStateOn } from '../../../domain/cycle/index.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { openPlacement, placementsOf } from '../../../domain/planning/placement.ts'

const months = [1, 3, 6, 12]
const service = { id: 's', entity: 'serviceRecord', body: { servedOn: '2026-01-30', result: 'EMPLOYED' } }
const job = { id: 'job', entity: 'employmentPeriod', body: { state: 'EMPLOYED', startOn: '2026-01-31', source: 'serviceRecord', sourceId: 's', employerName: '示范食品厂', jobTitle: '包装' } }
const check = (month: number, on: string, more: object = {}) => ({ id: `c${String(month)}`, entity: 'placementCheck', body: { periodId: 'job', month, checkedOn: on, inJob: true, ...more } })
const factsOf = (...documents: { id: string; entity: string; body: object }[]) => ({ person: {}, documents: documents as { id: string; entity: string; body: { [field: string]: unknown } }[] })

describe('2.7 looks at a job', () => {
  it('are owed 1, 3, 6 and 12 months after the first day, on the last day of a shorter month', () => {
    const [placement] = placementsOf(factsOf(service, job), months)
    expect(placement?.checks.map(({ month, dueOn, state }) => [month, dueOn, state])).toEqual([
      [1, '2026-02-28', 'due'], [3, '2026-04-30', 'due'], [6, '2026-07-31', 'due'], [12, '2027-01-31', 'due'],
    ])
    expect(placement?.next).toEqual({ month: 1, dueOn: '2026-02-28' })
  })

  it('that were made late leave the earlier ones missed, since nobody can look back', () => {
    const [placement] = placementsOf(factsOf(service, job, check(3, '2026-05-04')), months)
    expect(placement?.checks.map(({ state }) => state)).toEqual(['missed', 'done', 'due', 'due'])
    expect(placement?.next?.month).toBe(6)
  })

  it('are owed no more once the job has ended, and all are done in the end', () => {
    const ended = { ...job, body: { ...job.body, endOn: '2026-05-02' } }
    expect(placementsOf(factsOf(service, ended, check(1, '2026-03-01')), months)[0]?.checks.map(({ state }) => state)).toEqual(['done', 'notNeeded', 'notNeeded', 'notNeeded'])
    expect(openPlacement(factsOf(service, ended), months)).toBeNull()
    expect(openPlacement(factsOf(service, job, ...months.map((month) => check(month, `2026-${String(month).padStart(2, '0')}-28`))), months)).toBeNull()
  })

  it('are not owed for a job that somebody found alone, but for one that the federation referred to', () => {
    const own = { ...job, body: { ...job.body, source: 'infoCheck', sourceId: undefined } }
    expect(placementsOf(factsOf(own), months)).toEqual([])
    expect(placementsOf(factsOf({ ...own, body: { ...own.body, channel: '1' } }), months)).toHaveLength(1)
  })

  it('fall with the service that opened the job', () => {
    expect(placementsOf(factsOf({ ...service, body: { ...service.body, result: 'CONTINUE' } }, job), months)).toEqual([])
  })

  it('let what follows a job stand only as long as the check says that it was left', () => {
    const ended = { ...job, body: { ...job.body, endOn: '2026-05-02' } }
    const after = { id: 'u', entity: 'employmentPeriod', body: { state: 'UNEMPLOYED', startOn: '2026-05-03', source: 'placementCheck', sourceId: 'c3' } }
    expect(employmentStateOn(factsOf(service, ended, after, check(3, '2026-05-04', { inJob: false })), '2026-06-01')).toBe('UNEMPLOYED')
    expect(employmentStateOn(factsOf(service, job, after, check(3, '2026-05-04')), '2026-06-01')).toBe('EMPLOYED')
  })
})

describe('2.7 the record of a look', () => {
  const draft = { personId: 'p', cycleYear: '2026', periodId: 'job', month: 3, checkedOn: '2026-05-04', method: 'PHONE', checkerId: 'u', inJob: true }
  const problems = (change: object) => {
    const result = completeRecord('placementCheck', { ...draft, ...change }, { today: '2026-05-04', lastKnownDate: '2026-05-04', cycle: cycleOfYear('2026') })
    return result.ok ? [] : result.error.map(({ field, message }) => `${field} ${message}`)
  }
  it('asks for day and reason of leaving, and for help where there is a difficulty', () => {
    expect(problems({})).toEqual([])
    expect(problems({ inJob: undefined })).toEqual(['inJob 请选还在不在岗'])
    expect(problems({ inJob: false })).toEqual(['leftOn 请填离岗的日期', 'leftReason 请选离岗的原因'])
    expect(problems({ inJob: false, leftOn: '2026-05-05', leftReason: 'OTHER' })).toEqual(['leftOn 离岗的日期晚于回访的日期，请改', 'note 原因选了其他，请在备注里写一句'])
    expect(problems({ problem: '上下班的车少' })).toEqual(['action 说了困难，请写怎么帮'])
  })
})
