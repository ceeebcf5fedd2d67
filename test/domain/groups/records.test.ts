import { describe, expect, it } from 'vitest'
import { completeRecord } from '../../../domain/records/index.ts'
import type { RecordKind } from '../../../domain/records/index.ts'
import { context } from '../records/drafts.ts'

const whole: { readonly [kind: string]: object } = {
  hardshipCert: { category: 'DISABLED', certNo: '困 2026-0117', certifiedOn: '2026-01-05', org: '示范县人社局' },
  groupConfirmation: { flag: 'DIBAO', isConfirmed: true, on: '2026-03-02', byId: 'u1' },
  graduatePlan: { openedOn: '2026-02-01', responsibleName: '李老师', steps: [] },
  review: { documentId: 'd1', changeId: 'v1', decision: 'REVIEWED', on: '2026-03-02', byId: 'u1' },
}

/** `field 句子` for every problem. */
function problems(kind: RecordKind, changed: object): string[] {
  const person = { name: '王明', idNumber: '210199198503140017', certNumber: '21019919850314001743' }
  const base = kind === 'person' ? person : { personId: 'p1', ...whole[kind] }
  const result = completeRecord(kind, { ...base, ...changed }, context)
  return result.ok ? [] : result.error.map(({ field, message }) => `${field} ${message}`)
}

describe('records of the groups', () => {
  it('4.2 recognition, entry and exit of an anti-poverty target follow each other', () => {
    const target = { antiPovertyType: 'RISK_2026', antiPovertyFrom: '2026-02-01' }
    expect(problems('person', { ...target, antiPovertyUntil: '2026-02-01' })).toEqual(['antiPovertyUntil 退出要晚于认定，请改'])
    expect(problems('person', { ...target, antiPovertyEnteredOn: '2026-01-31' })).toEqual(['antiPovertyEnteredOn 录入早于认定，请改其中一个'])
    expect(problems('person', { ...target, antiPovertyUntil: '2026-02-02', antiPovertyEnteredOn: '2026-02-01' })).toEqual([])
    expect(problems('person', { ...target, antiPovertyEnteredOn: '2026-03-10' })).toEqual(['antiPovertyEnteredOn 录入的日期还没到。今天是 03-09'])
  })

  it('4.1 a certificate of hardship needs category, number, day and authority', () => {
    const empty = { category: undefined, certNo: undefined, certifiedOn: undefined, org: undefined }
    expect(problems('hardshipCert', empty).map((line) => line.split(' ')[0])).toEqual(['category', 'certNo', 'certifiedOn', 'org'])
  })

  it('4.1 a cancellation has its day and its reason, not before the certificate', () => {
    expect(problems('hardshipCert', { certifiedOn: '2026-01-05', cancelledOn: '2026-03-01' })).toEqual(['reason 请写为什么取消'])
    expect(problems('hardshipCert', { certifiedOn: '2026-01-05', reason: '已就业' })).toEqual(['cancelledOn 写了取消的原因，请填取消的日期'])
    expect(problems('hardshipCert', { certifiedOn: '2026-01-05', cancelledOn: '2026-01-04', reason: '已就业' })).toEqual(['cancelledOn 取消早于认定，请改'])
  })

  it('4.1 who denies a group says why; who confirms need not', () => {
    expect(problems('groupConfirmation', { isConfirmed: false, note: undefined })).toEqual(['note 请写为什么不是这一类'])
    expect(problems('groupConfirmation', { isConfirmed: true, note: undefined })).toEqual([])
  })

  it('4.3 steps lie after the day on which the plan was opened, and no step lies in the future', () => {
    const plan = { openedOn: '2026-02-01' }
    expect(problems('graduatePlan', { ...plan, steps: [{ kind: 'GUIDANCE', on: '2026-01-31' }] })).toEqual(['steps.0.on 这一步早于建档日期，请改其中一个'])
    expect(problems('graduatePlan', { ...plan, steps: [{ kind: 'GUIDANCE', on: '2026-04-01' }] })).toEqual(['steps.0.on 步骤的日期还没到。今天是 03-09'])
    expect(problems('graduatePlan', { ...plan, steps: [] })).toEqual([])
  })

  it('4.3 an outcome has its day, and who is not looking now says why', () => {
    const plan = { openedOn: '2026-02-01', steps: [], outcome: 'EMPLOYED', outcomeOn: undefined }
    expect(problems('graduatePlan', plan)).toEqual(['outcomeOn 请填去向的日期'])
    expect(problems('graduatePlan', { ...plan, outcomeOn: '2026-01-01' })).toEqual(['outcomeOn 去向的日期早于建档，请改'])
    expect(problems('graduatePlan', { ...plan, outcome: 'NOT_NOW', outcomeOn: '2026-03-01' })).toEqual(['outcomeNote 请写本人为什么暂时不找'])
  })

  it('1.3 a return says why', () => {
    expect(problems('review', { decision: 'RETURNED', reason: undefined })).toEqual(['reason 请写退回的原因，让填写的人知道改哪里'])
    expect(problems('review', { decision: 'REVIEWED', reason: undefined })).toEqual([])
  })
})
