import { describe, expect, it } from 'vitest'
import {
  countyValuesFaults, countyValuesId, countyValuesSchema, cycleOfYear, dutiesTo, localLimits, localThresholds, planById, plans, textVersionOf,
} from '../../../domain/plan/index.ts'
import type { CountyValues, StatedValues } from '../../../domain/plan/index.ts'
import { consentPurposes, noticeByVersion, signedStatement } from '../../../domain/consent/index.ts'
import { countyRoles, goesToAll, mayWrite } from '../../../domain/sync/scope.ts'
import { codesOf } from '../../../domain/codes/index.ts'

function stated(cycleYear: string, body: Partial<CountyValues> = {}): StatedValues {
  return { changeId: `change-${cycleYear}`, body: { cycleYear, planId: 'LN-2025-2027', planVersion: 2, ...body } }
}

describe('what a county sets itself', () => {
  const values = [stated('2026', { thresholds: { registrationMonths: 3 }, dueOn: { infoCheck: '06-30' }, completionNeedsReview: true, targets: { I01: 120 } })]

  it('0.1 holds from its year on, for the years of the same plan, and leaves the years before as they were', () => {
    const of = (year: string) => cycleOfYear(year, { values }).thresholds.registrationMonths
    expect([of('2024'), of('2025'), of('2026'), of('2027')]).toEqual([6, 6, 3, 3])
  })

  it('0.1 gives way to what the county states for a later year', () => {
    const both = [...values, stated('2027', { thresholds: { registrationMonths: 9 } })]
    expect(cycleOfYear('2026', { values: both }).thresholds.registrationMonths).toBe(3)
    const later = cycleOfYear('2027', { values: both })
    // A later statement stands alone: what it does not name is as the plan says.
    expect([later.thresholds.registrationMonths, later.dueOn.infoCheck, later.completionNeedsReview]).toEqual([9, '2027-12-31', false])
  })

  it('0.1 changes what it names and nothing else, and the cycle says by which version', () => {
    const [plain, own] = [cycleOfYear('2026'), cycleOfYear('2026', { values })]
    expect(own).toEqual({
      ...plain, countyValues: 'change-2026', completionNeedsReview: true,
      dueOn: { ...plain.dueOn, infoCheck: '2026-06-30' },
      thresholds: { ...plain.thresholds, registrationMonths: 3 },
      targets: plain.targets.map((target) => (target.id === 'I01' ? { ...target, value: 120 } : target)),
    })
    expect(plain.countyValues).toBeNull()
  })

  it('8 a sheet of the county’s own has its own version; all others exist, word for word, in the version that the plan names', () => {
    const own = cycleOfYear('2026', { values: [stated('2026', { texts: { 'consent.PHOTO': '县拍照告知 3' } })] })
    expect([textVersionOf(own, 'consent.PHOTO'), textVersionOf(own, 'consent.BANK'), textVersionOf(own, 'other')]).toEqual(['县拍照告知 3', '银行账户告知 2026-1', undefined])
    for (const plan of plans) {
      for (const purpose of consentPurposes) {
        const version = plan.texts.find(({ id }) => id === `consent.${purpose}`)?.version ?? ''
        expect(noticeByVersion(purpose, version)?.version).toBe(version)
      }
      expect(plan.texts.find(({ id }) => id === 'signature')?.version).toBe(signedStatement.version)
    }
  })

  it('0.1 what lies outside the bounds changes nothing, whoever wrote it', () => {
    const wild = [stated('2026', { thresholds: { unreachableAttempts: 1, registrationMonths: 500, other: 3 } })]
    expect(cycleOfYear('2026', { values: wild }).thresholds).toEqual(cycleOfYear('2026').thresholds)
  })

  it('0.1 a fault is tied to its field and says what to write', () => {
    const faults = countyValuesFaults(stated('2026', { thresholds: { registrationMonths: 0, unreachableDays: 5 }, dueOn: { serviceRecord: '02-30' }, targets: { I01: -1 } }).body)
    expect(faults).toEqual([
      { field: 'thresholds.registrationMonths', message: '请写 1 到 24 之间的整数' },
      { field: 'thresholds.unreachableDays', message: '总共联系 3 次，天数不能比次数多' },
      { field: 'dueOn.serviceRecord', message: '这一天不是每年都有，请改' },
      { field: 'targets.I01', message: '请写 0 到 1000000 之间的整数' },
    ])
    expect(countyValuesFaults(values[0]?.body as CountyValues)).toEqual([])
    expect(countyValuesFaults(stated('2026', { thresholds: { minimumWageFen: 0 } }).body)).toEqual([
      { field: 'thresholds.minimumWageFen', message: '最低工资请写大于 0、不超过 10000 元的数。不知道就空着' },
    ])
  })

  it('0.1 every number of every plan lies within the bounds that a county has', () => {
    for (const { thresholds } of plans) {
      for (const name of localThresholds) {
        const value = thresholds[name]
        if (value === null) continue
        expect([name, value >= localLimits[name].min && value <= localLimits[name].max]).toEqual([name, true])
      }
    }
  })

  it('6, 7 of the architecture: goes to every device, and only the office may write it', () => {
    const change = { entity: 'countyValues', kind: 'create', fields: { body: {} } }
    expect([goesToAll('countyValues'), ...countyRoles.map((role) => mayWrite(role, change))]).toEqual([true, false, true, false])
  })

  it('0.1 is one document for a year, kept whole with what this version does not know', () => {
    expect(countyValuesId('2026')).toBe('00000000-0000-8000-8000-000000002026')
    const body = { ...stated('2026').body, fromLater: { a: 1 } }
    expect(countyValuesSchema.parse(body)).toEqual(body)
  })
})

describe('the plan of the seed', () => {
  it('4.1 says what it owes to whom, each with the action that says so', () => {
    for (const plan of plans) {
      const sources = new Set([...plan.actions.map(({ id }) => id), 'g2'])
      for (const duty of plan.duties) expect([duty.id, sources.has(duty.action)]).toEqual([duty.id, true])
      for (const flag of codesOf('hardshipFlag')) expect([plan.id, flag, dutiesTo(plan, flag).length > 0]).toEqual([plan.id, flag, true])
    }
    const owed = (flag: string) => dutiesTo(planById('LN-2022-2024') ?? expect.fail(), flag).map(({ id, action }) => `${action} ${id}`)
    expect(owed('GRADUATE')).toEqual(['a7 onePlan', 'a7 graduateHelp', 'a7 graduateFairs'])
    expect(owed('ZERO_EMPLOYMENT_HOUSEHOLD')).toEqual(['a5 survey', 'a5 aid', 'a5 welfarePost', 'a5 oneJob'])
    expect(owed('WORK_INJURED')).toEqual(['g2 workInjured'])
  })

  it('1.3, 7, 8 holds the numbers that rules go by', () => {
    const plan = planById('LN-2022-2024')
    expect(plan?.thresholds).toMatchObject({ placementCheckMonths: [1, 3, 6, 12], rightsWorkingDays: 15, registrationMonths: 6, assessmentReviewMonths: 12, unreachableAttempts: 3 })
    expect(plan?.retention).toMatchObject({ caseFileYears: 5, logYears: 3, idScanDays: 30, failedImportDays: 7, voucherYears: 30 })
    expect(plan?.completionNeedsReview).toBe(false)
  })
})
