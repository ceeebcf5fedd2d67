import { describe, expect, it } from 'vitest'
import { completeRecord, draftProblems, entityNames, recordKinds } from '../../../domain/records/index.ts'
import { context, problems, whole } from './drafts.ts'

const kinds = Object.keys(whole) as (keyof typeof whole)[]

describe('completing a record', () => {
  it.each(kinds)('2 a whole %s completes', (kind) => {
    expect(problems(kind, {})).toEqual([])
  })

  it.each(kinds)('2 an empty %s names everything that is missing, in the order of the form and in words', (kind) => {
    const result = completeRecord(kind, {}, context)
    if (result.ok) throw new Error('an empty draft completed')
    const order = result.error.map(({ field }) => recordKinds[kind].fields.indexOf(field.split('.')[0] as string))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    for (const { message, code } of result.error) {
      expect(code).toBe('required')
      expect(message).toMatch(/^[^a-zA-Z！]*(ICFVR-LN-1)?[^a-zA-Z！]*$/)
      expect(message).not.toMatch(/失败|错误|非法|不能为空/)
    }
    expect(new Set(result.error.map(({ field }) => field)).size).toBe(result.error.length)
  })

  it.each([undefined, null, 'text', 7, []])('2 a draft that is %j is taken for an empty one', (draft) => {
    const result = completeRecord('exclusion', draft, context)
    expect(result.ok ? [] : result.error.map(({ field }) => field)).toEqual(['personId', 'reason', 'date', 'evidence'])
  })

  it('2 what was left blank is not stored, and the year comes from the cycle', () => {
    const result = completeRecord('exclusion', { ...whole.exclusion, note: '  ', endedOn: '', extra: { a: null } }, context)
    expect(result).toEqual({ ok: true, value: { ...whole.exclusion, cycleYear: '2026' } })
  })

  it('3 of the architecture: fields that this version does not know are kept', () => {
    const result = completeRecord('person', { ...whole.person, laterField: { a: 1 } }, context)
    expect(result.ok && result.value).toMatchObject({ laterField: { a: 1 } })
  })

  it('1.3 no future dates, seen from the latest day that is known', () => {
    expect(problems('infoCheck', { checkedOn: '2026-03-10' })).toEqual(['checkedOn 核对日期还没到。今天是 03-09'])
    expect(problems('infoCheck', { checkedOn: '2026-03-10' }, { lastKnownDate: '2026-03-10' })).toEqual([])
    expect(problems('infoCheck', { checkedOn: '2026-03-10' }, { today: '2026-03-11', lastKnownDate: '2026-01-01' })).toEqual([])
    expect(problems('exclusion', { date: '2026-03-10' })).toEqual(['date 移出的日期还没到。今天是 03-09'])
  })

  it('1.3 nothing dated outside the cycle, but an exclusion or a period may be older', () => {
    expect(problems('serviceRecord', { servedOn: '2025-12-31' })).toEqual(['servedOn 服务日期不在 2026 年里，请改'])
    expect(problems('exclusion', { date: '2025-12-31' })).toEqual([])
    expect(problems('infoCheck', { cycleYear: '2025' })).toEqual(['cycleYear 这份记录属于 2025 年，请到那一年里填'])
  })

  it('2 a date that does not exist says so', () => {
    expect(problems('serviceRecord', { servedOn: '2026-02-30' })).toEqual(['servedOn 2 月没有 30 日，请改'])
  })

  it('2 dates within lists name their row', () => {
    const referrals = [{ jobTitle: '客服', employerName: '示范公司', date: '2026-04-01', outcome: 'PENDING' }]
    expect(problems('serviceRecord', { serviceType: '03', referrals })).toEqual(['referrals.0.date 推荐日期还没到。今天是 03-09'])
  })

  it('2 while a form is being filled in only what is there is judged', () => {
    expect(draftProblems('infoCheck', {}, context)).toEqual([])
    const draft = { checkedOn: '2027-01-01', method: 'FAX', attempts: [{ date: '2026-13-01' }] }
    expect(draftProblems('infoCheck', draft, context).map(({ field }) => field)).toEqual(['checkedOn', 'method', 'attempts.0.date'])
  })

  it('2 every record belongs to an entity of the journal', () => {
    for (const kind of Object.keys(recordKinds)) expect(entityNames).toContain(kind)
  })

  it.each([
    ['infoCheck', [
      'cycleYear', 'checkedOn', 'method', 'checkerId', 'orgId', 'respondent', 'result', 'changes', 'employmentState', 'employmentForm', 'job', 'unemployedReason', 'livingSource', 'unempRegistered',
      'unempRegisteredOn', 'certNoEmployment', 'unemployedSince', 'barriers', 'workWillingness', 'hasEmploymentNeed', 'noNeedReason', 'hasTrainingNeed', 'hasStartupNeed', 'hardshipFlags', 'attempts',
      'attachments', 'signature', 'note',
    ]],
    ['capabilityAssessment', [
      'assessedOn', 'place', 'mode', 'assessorId', 'assessorQualification', 'supporters', 'consentId', 'instrumentVersion', 'items', 'assistiveDevices', 'env', 'skills', 'certificates', 'workHistory',
      'interests', 'dimScores', 'index', 'supportLevel', 'suggestedForms', 'suggestedFamilies', 'accommodations', 'suggestedTraining', 'reasonIfChanged', 'conclusion', 'personOpinion',
    ]],
    ['demandRegistration', [
      'registeredOn', 'validUntil', 'intentions', 'workTime', 'targetAreas', 'commuteModes', 'maxCommuteMin', 'expectedWageMinFen', 'availableFrom', 'acceptNight', 'acceptDorm', 'acceptTravel',
      'acceptStanding', 'acceptLifting', 'accommodationNeeds', 'startup', 'trainingNeeds', 'serviceNeeds', 'aidNeeds', 'shareConsentId', 'publishConsentId', 'employmentCertNo', 'clerkId', 'signature',
    ]],
    ['serviceRecord', [
      'servedOn', 'minutes', 'serviceType', 'method', 'staffId', 'orgId', 'partnerOrg', 'contractNo', 'demandId', 'content', 'referrals', 'eventId', 'attendance', 'result', 'satisfaction', 'followUpOn',
    ]],
  ] as const)('2.4 to 2.7 %s has every field of its table, and says by which plan it was made', (kind, fields) => {
    expect(fields.filter((field) => !recordKinds[kind].fields.includes(field))).toEqual([])
    const made = completeRecord(kind, whole[kind], context)
    expect(made).toMatchObject({ ok: true, value: { planId: 'LN-2025-2027', planVersion: context.cycle.planVersion } })
  })
})
