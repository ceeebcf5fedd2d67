import { describe, expect, it } from 'vitest'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { recordHints } from '../../../domain/records/index.ts'
import { effectsOf } from '../../../domain/visit/effects.ts'
import { problems, whole } from './drafts.ts'

const cycle = cycleOfYear('2026', { values: [{ changeId: 'c', body: { cycleYear: '2026', planId: 'LN-2025-2027', planVersion: 2, thresholds: { minimumWageFen: 190000 } } }] })
const unknownWage = cycleOfYear('2026')
const hints = (kind: keyof typeof whole, changed: object, by = cycle) => recordHints(kind, { ...whole[kind], ...changed }, by).map(({ field, message }) => `${field} ${message}`)

describe('a second look', () => {
  it('2.6 full-time work below the local minimum wage is asked about again, and never refused', () => {
    const low = { expectedWageMinFen: 150000, workTime: ['FULL'] }
    expect(hints('demandRegistration', { ...low, shareConsentId: 'c1' })).toEqual(['expectedWageMinFen 低于本地最低工资 1,900 元。全日的工作不能低于它，请再问一遍'])
    expect(problems('demandRegistration', low)).toEqual([])
    expect(hints('demandRegistration', { ...low, workTime: ['PART'], shareConsentId: 'c1' })).toEqual([])
    expect(hints('demandRegistration', { ...low, expectedWageMinFen: 190000, shareConsentId: 'c1' })).toEqual([])
    // Where the county has not written the wage down nobody is compared with it.
    expect(hints('demandRegistration', { ...low, shareConsentId: 'c1' }, unknownWage)).toEqual([])
  })

  it('2.6 whoever wants to be proposed for jobs is told that it needs their consent first', () => {
    expect(hints('demandRegistration', { serviceNeeds: ['03'] })).toEqual(['serviceNeeds 要职业介绍，得先有本人同意，才能把信息给用人单位'])
    expect(hints('demandRegistration', { serviceNeeds: ['02'] })).toEqual([])
  })

  it('2.3 a job found in a check says what its period will lack; income and contract are compared', () => {
    const works = { employmentState: 'EMPLOYED', employmentForm: '14' }
    expect(hints('infoCheck', works)).toEqual(['employmentForm 这份工作还缺就业途径、行业、岗位、单位名称、合同类型。不知道可以先存，以后在就业经过里补'])
    const job = {
      channel: '3', industry: 'C', jobTitle: '包装工', employerName: '示范食品厂', contractType: 'FIXED', contractStart: '2026-01-05', contractEnd: '2026-07-04', monthlyIncomeFen: 150000,
    }
    expect(hints('infoCheck', { ...works, job })).toEqual([
      'job.monthlyIncomeFen 低于本地最低工资 1,900 元，请核对', 'job.contractEnd 合同不满 12 个月，不能算单位按比例安排',
    ])
    expect(hints('infoCheck', { ...works, job: { ...job, contractEnd: '2027-01-04', monthlyIncomeFen: 190000 } })).toEqual([])
    // Farm work has no wage of its own.
    expect(hints('infoCheck', { employmentState: 'EMPLOYED', employmentForm: '6', job: { ...job, contractEnd: undefined } })).toEqual([])
    expect(hints('serviceRecord', { result: 'EMPLOYED', job: { ...job, employmentForm: '1' } })).toHaveLength(2)
    expect(hints('employmentPeriod', { state: 'EMPLOYED', employmentForm: '1', ...job })).toHaveLength(2)
  })
})

describe('the work in a check', () => {
  it('2.3, 2.4 its days make sense, and a registration as unemployed has its day', () => {
    const works = { employmentState: 'EMPLOYED', employmentForm: '14', unemployedReason: undefined, livingSource: undefined }
    expect(problems('infoCheck', { ...works, job: { startOn: '2026-03-03', contractStart: '2026-02-01', contractEnd: '2026-01-01', employerCode: '123' } })).toEqual([
      'job.employerCode 信用代码对不上，请照执照再核一遍', 'job.startOn 上岗的日期晚于核对日期，请改其中一个', 'job.contractEnd 合同到期早于开始，请改',
    ])
    expect(problems('infoCheck', { unempRegistered: true })).toEqual(['unempRegisteredOn 请填失业登记的日期'])
    expect(problems('infoCheck', { unempRegistered: true, unempRegisteredOn: '2026-03-10' })).toEqual(['unempRegisteredOn 失业登记的日期还没到。今天是 03-09'])
    expect(problems('infoCheck', { unempRegistered: false })).toEqual([])
  })

  it('2.4 writes all that was said of the job or of the registration into the period', () => {
    const job = { startOn: '2026-02-01', channel: '3', industry: 'C', jobTitle: '包装工', employerName: '示范食品厂', contractType: 'NONE', monthlyIncomeFen: 200000 }
    const check = { ...whole.infoCheck, employmentState: 'EMPLOYED', employmentForm: '14', job } as unknown as Parameters<typeof effectsOf>[1]
    const { startOn, ...rest } = job
    const opened = effectsOf('infoCheck', check, 'd', { person: {}, employmentState: 'UNEMPLOYED', documents: [] })
    expect(opened.period).toMatchObject({ state: 'EMPLOYED', startOn, employmentForm: '14', sourceId: 'd', ...rest })
    // Known to work, but nothing of the job: now there is a period of it.
    expect(effectsOf('infoCheck', check, 'd', { person: {}, employmentState: 'EMPLOYED', documents: [] }).period).toMatchObject(rest)
    const known = [{ id: 'p', entity: 'employmentPeriod', body: { state: 'EMPLOYED', startOn: '2025-01-01' } }]
    expect(effectsOf('infoCheck', check, 'd', { person: {}, employmentState: 'EMPLOYED', documents: known }).period).toBeNull()
    const idle = { ...whole.infoCheck, unempRegistered: true, unempRegisteredOn: '2026-01-05', certNoEmployment: 'A1' } as unknown as Parameters<typeof effectsOf>[1]
    expect(effectsOf('infoCheck', idle, 'd', { person: {}, employmentState: null, documents: [] }).period).toMatchObject({ state: 'UNEMPLOYED', unempRegistered: true, unempRegisteredOn: '2026-01-05', certNoEmployment: 'A1' })
  })

  it('2.4 put right, a check puts its own period right; one that says otherwise opens another', () => {
    const body = { personId: 'p1', cycleYear: '2026', state: 'EMPLOYED', startOn: '2026-03-02', source: 'infoCheck', sourceId: 'd', employmentForm: '14' }
    const documents = [{ id: 'own', entity: 'employmentPeriod', body }]
    const works = { ...whole.infoCheck, employmentState: 'EMPLOYED', employmentForm: '14', job: { jobTitle: '包装工' } } as unknown as Parameters<typeof effectsOf>[1]
    const right = effectsOf('infoCheck', works, 'd', { person: {}, employmentState: 'EMPLOYED', documents })
    expect([right.period, right.revised]).toEqual([null, [{ documentId: 'own', body: { ...body, jobTitle: '包装工' } }]])
    const idle = effectsOf('infoCheck', whole.infoCheck as unknown as Parameters<typeof effectsOf>[1], 'd', { person: {}, employmentState: 'EMPLOYED', documents })
    expect(idle.period).toMatchObject({ state: 'UNEMPLOYED', sourceId: 'd' })
    expect(idle.revised).toEqual([])
  })
})

describe('starting a business', () => {
  it('2.6 whoever looks for work of their own, or asks for help with it, says with what', () => {
    const missing = ['startup.field 想自己创业，请写想做什么']
    expect(problems('demandRegistration', { intentions: [{ rank: 1, family: 'J17', form: '3' }] })).toEqual(missing)
    expect(problems('demandRegistration', { serviceNeeds: ['09'] })).toEqual(missing)
    expect(problems('demandRegistration', { startup: { fundsFen: 100 } })).toEqual(['startup.field 请填想做什么'])
    expect(problems('demandRegistration', { serviceNeeds: ['09'], startup: { field: '早点铺', fundsFen: 500000, needs: ['贷款'] } })).toEqual([])
  })
})
