import { describe, expect, it } from 'vitest'
import { graduatePlanOf, graduateProgress } from '../../../domain/groups/index.ts'
import { planById } from '../../../domain/plan/index.ts'
import type { Plan } from '../../../domain/plan/index.ts'
import { facts, service } from '../cycle/facts.ts'

const template = (planById('LN-2025-2027') as Plan).graduateSteps
const opened = { openedOn: '2026-03-01', steps: [] as object[] }
const by = (kind: string, on: string, more: object = {}) => ({ kind, on, ...more })

describe('the plan of a graduate', () => {
  it('4.3 owes one policy talk, one guidance, three offers and one training or internship', () => {
    expect(graduateProgress(opened, [], template)).toMatchObject({ done: 0, owed: 6, isComplete: false })
  })

  it('4.3 counts steps written by hand, and none beyond what is owed', () => {
    const steps = [by('POLICY_TALK', '2026-03-02'), by('POLICY_TALK', '2026-03-09'), by('JOB_OFFER', '2026-04-01'), by('OTHER', '2026-04-02')]
    const progress = graduateProgress({ ...opened, steps }, [], template)
    expect(progress.counts.map(({ done, owed }) => `${done}/${owed}`)).toEqual(['2/1', '0/1', '1/3', '0/1'])
    expect(progress.done).toBe(2)
  })

  it('4.3 services since the plan was opened count by themselves, every recommended post as an offer', () => {
    const services = [
      service('2026-02-28', { serviceType: '02' }), service('2026-03-01', { serviceType: '01' }),
      service('2026-04-01', { serviceType: '03', referrals: [{ jobTitle: '客服' }, { jobTitle: '录入' }, { jobTitle: '质检' }] }), service('2026-05-01', { serviceType: '08' }),
    ]
    const progress = graduateProgress(opened, services, template)
    expect(progress.counts.map(({ done, owed }) => `${done}/${owed}`)).toEqual(['1/1', '0/1', '3/3', '1/1'])
  })

  it('4.3 a step that names its service record counts once', () => {
    const talk = service('2026-03-05', { serviceType: '02' })
    const progress = graduateProgress({ ...opened, steps: [by('GUIDANCE', '2026-03-05', { documentId: talk.id })] }, [talk], template)
    expect(progress.steps).toHaveLength(1)
    expect(progress.counts[1]).toMatchObject({ done: 1 })
  })

  it('4.3 training or internship: one of the two is enough', () => {
    const steps = [by('POLICY_TALK', '2026-03-02'), by('GUIDANCE', '2026-03-02'), ...['01', '02', '03'].map((day) => by('JOB_OFFER', `2026-04-${day}`)), by('INTERNSHIP', '2026-06-01')]
    expect(graduateProgress({ ...opened, steps }, [], template)).toMatchObject({ done: 6, isComplete: true })
  })

  it('4.3 the plan worked on is the newest without an outcome', () => {
    const plan = (id: string, openedOn: string, outcome?: string) => ({ id, entity: 'graduatePlan', body: { openedOn, steps: [], ...(outcome === undefined ? {} : { outcome }) } })
    expect(graduatePlanOf(facts([plan('a', '2025-07-01'), plan('b', '2026-01-01', 'EMPLOYED')]))?.id).toBe('a')
    expect(graduatePlanOf(facts([plan('a', '2025-07-01', 'STUDY'), plan('b', '2026-01-01', 'EMPLOYED')]))?.id).toBe('b')
    expect(graduatePlanOf(facts([]))).toBeNull()
  })

  it('4.3 another version of the app may have written steps that this one cannot read', () => {
    expect(graduateProgress({ ...opened, steps: [null, 3, { kind: 'X' }] as unknown as object[] }, [], template)).toMatchObject({ steps: [], done: 0 })
  })
})
