import { describe, expect, it } from 'vitest'
import { codesOf } from '../../../domain/codes/index.ts'
import { certificateUntil, groupsOf, groupsOn } from '../../../domain/groups/index.ts'
import type { HouseholdFacts } from '../../../domain/groups/index.ts'
import type { FactsDocument } from '../../../domain/cycle/index.ts'
import { assessment, check, cycle, facts, period, registration, review } from '../cycle/facts.ts'

function groups(fields: object, documents: readonly FactsDocument[] = [], household: HouseholdFacts = {}) {
  return groupsOf(facts(documents, fields), cycle.thresholds, household)
}
function flagsOn(day: string, fields: object, documents: readonly FactsDocument[] = [], household: HouseholdFacts = {}) {
  return groupsOn(groups(fields, documents, household), day).map(({ flag }) => flag)
}

describe('special groups', () => {
  it('4.1 nothing is flagged of whom nothing is known', () => {
    expect(groups({ employmentState: null, sex: null, birthDate: null })).toEqual([])
  })

  it('4.1 twelve months without work make long-term unemployed, on the day itself', () => {
    const fields = { unemployedSince: '2025-03-02' }
    expect(flagsOn('2026-03-01', fields)).toEqual([])
    expect(flagsOn('2026-03-02', fields)).toEqual(['LONG_TERM_UNEMPLOYED'])
    expect(groups(fields)[0]?.because).toBe('2025-03-02 起没有工作，满 12 个月')
  })

  it('4.1 work in between begins the count anew, and having work ends it', () => {
    const fields = { unemployedSince: '2020-01-01' }
    expect(flagsOn('2026-03-01', fields, [period('EMPLOYED', '2025-06-01', '2025-12-31')])).toEqual([])
    expect(flagsOn('2027-01-01', fields, [period('EMPLOYED', '2025-06-01', '2025-12-31')])).toEqual(['LONG_TERM_UNEMPLOYED'])
    expect(flagsOn('2026-03-01', fields, [period('EMPLOYED', '2025-06-01')])).toEqual([])
  })

  it('4.1 of jobs that lay over each other the one that ended last begins the count', () => {
    const jobs = [period('EMPLOYED', '2024-01-01', '2026-05-31'), period('EMPLOYED', '2024-06-01', '2024-12-31')]
    expect(flagsOn('2027-05-31', { unemployedSince: '2020-01-01' }, jobs)).toEqual([])
    expect(flagsOn('2027-06-01', { unemployedSince: '2020-01-01' }, jobs)).toEqual(['LONG_TERM_UNEMPLOYED'])
  })

  it('4.1 where a roster or a check ends a job without a last day, the count begins with it and not before the job', () => {
    const roster = { unemployedSince: '2020-01-01', employmentState: 'UNEMPLOYED', employmentStateOn: '2026-02-01' }
    expect(flagsOn('2026-03-01', roster, [period('EMPLOYED', '2025-06-01')])).toEqual([])
    expect(flagsOn('2027-02-01', roster, [period('EMPLOYED', '2025-06-01')])).toEqual(['LONG_TERM_UNEMPLOYED'])
  })

  it('4.1 a check says newer than the file since when there is no work', () => {
    expect(groups({ unemployedSince: '2020-01-01' }, [check('2026-03-02', { unemployedSince: '2025-09-01' })])[0]?.from).toBe('2026-09-01')
  })

  it('4.1 households: nobody in work, and several certificates', () => {
    expect(flagsOn('2026-03-01', {}, [], { workers: 2, employed: 0, holders: 2 })).toEqual(['ZERO_EMPLOYMENT_HOUSEHOLD', 'MULTI_DISABLED_HOUSEHOLD'])
    expect(flagsOn('2026-03-01', {}, [], { workers: 2, employed: 1, holders: 1 })).toEqual([])
    expect(flagsOn('2026-03-01', {}, [], { workers: 0, employed: 0 })).toEqual([])
  })

  it('4.1 sheltered work is for categories 5 and 6, grades 1 and 2, and support levels 3 and 4', () => {
    expect(flagsOn('2026-03-01', { disabilityCategory: '5', disabilityGrade: '4' })).toEqual(['SEVERE_OR_ASSISTED'])
    expect(flagsOn('2026-03-01', { disabilityCategory: '4', disabilityGrade: '2' })).toEqual(['SEVERE_OR_ASSISTED'])
    expect(flagsOn('2026-03-01', { disabilityCategory: '7', multiCategories: ['3', '6'], disabilityGrade: '3' })).toEqual(['SEVERE_OR_ASSISTED'])
    expect(flagsOn('2026-03-01', { disabilityCategory: '4', disabilityGrade: '3' })).toEqual([])
    expect(flagsOn('2026-03-01', {}, [assessment('2026-02-01', { supportLevel: 3 })])).toEqual(['SEVERE_OR_ASSISTED'])
  })

  it('4.1 an assessment that was only confirmed keeps the support level of the one in which it was measured', () => {
    const documents = [assessment('2025-12-01', { supportLevel: 3 }, 'measured'), review('2026-02-01', 'measured')]
    expect(flagsOn('2026-03-01', {}, documents)).toEqual(['SEVERE_OR_ASSISTED'])
  })

  it('4.2 anti-poverty targets count between recognition and exit', () => {
    const fields = { antiPovertyType: 'RISK_2026', antiPovertyFrom: '2026-02-01', antiPovertyUntil: '2026-08-01' }
    expect(['2026-01-31', '2026-02-01', '2026-07-31', '2026-08-01'].map((day) => flagsOn(day, fields).length)).toEqual([0, 1, 1, 0])
  })

  it('4.1 graduates count in school and for two years after it', () => {
    const fields = { education: '31', graduatedOn: '2024-06-30' }
    expect(flagsOn('2023-01-01', fields)).toEqual(['GRADUATE'])
    expect(flagsOn('2026-06-30', fields)).toEqual(['GRADUATE'])
    expect(flagsOn('2026-07-01', fields)).toEqual([])
    expect(flagsOn('2026-07-01', { education: '20' })).toEqual([])
    expect(flagsOn('2026-07-01', { education: '20', unemployedReason: '1' })).toEqual(['GRADUATE'])
  })

  it('4.1 blind is category 1, alone or within 7', () => {
    expect(flagsOn('2026-03-01', { disabilityCategory: '1' })).toEqual(['BLIND'])
    expect(flagsOn('2026-03-01', { disabilityCategory: '7', multiCategories: ['1', '4'] })).toEqual(['BLIND'])
    expect(flagsOn('2026-03-01', { disabilityCategory: '7' })).toEqual([])
  })

  it('4.1 work injury, allowance and lost land come straight from the file', () => {
    expect(flagsOn('2026-03-01', { workInjuryGrade: 7, socialAid: 'TEKUN', unemployedReason: '6' })).toEqual(['WORK_INJURED', 'DIBAO', 'LANDLESS'])
    expect(flagsOn('2026-03-01', { workInjuryGrade: 0, socialAid: 'DIBIAN', unemployedReason: '7' })).toEqual([])
  })

  it('4.1 young people with middle or high school who are willing may go on to vocational schooling', () => {
    const fields = { education: '71', birthDate: '1980-07-10' }
    const willing = [check('2026-03-02')]
    expect(flagsOn('2026-07-09', fields, willing)).toEqual(['TRAINABLE_YOUTH'])
    expect(flagsOn('2026-07-10', fields, willing)).toEqual([])
    expect(flagsOn('2026-07-09', fields)).toEqual([])
    expect(flagsOn('2026-07-09', { ...fields, education: '81' }, willing)).toEqual([])
  })

  it('4.1 new forms come from the newest registration', () => {
    const wants = registration('2026-03-02', { intentions: [{ rank: 1, family: 'J05', form: '73' }] })
    expect(flagsOn('2026-03-02', {}, [wants])).toEqual(['NEW_FORM'])
    expect(flagsOn('2026-05-02', {}, [wants, registration('2026-05-01')])).toEqual([])
  })

  it('4.1 older unemployed: women from 40, men from 50, from the birthday on', () => {
    expect(flagsOn('2026-03-13', { birthDate: '1976-03-14', sex: '1' })).toEqual([])
    expect(flagsOn('2026-03-14', { birthDate: '1976-03-14', sex: '1' })).toEqual(['AGED_4050'])
    expect(flagsOn('2026-03-14', { birthDate: '1986-03-14', sex: '2' })).toEqual(['AGED_4050'])
    expect(flagsOn('2026-03-14', { birthDate: '1976-03-14', sex: '1', employmentState: null })).toEqual([])
  })

  it('4.1 every flag has a test of its own, and every one names the facts that it rests on', () => {
    const everything = {
      unemployedSince: '2024-01-01', disabilityCategory: '7', multiCategories: ['1', '5'], antiPovertyType: 'RISK_EX_POOR', education: '71', workInjuryGrade: 5, socialAid: 'DIBAO',
      unemployedReason: '6', birthDate: '1983-01-01', sex: '2',
    }
    const documents = [check('2026-03-02', { unemployedReason: '6' }), registration('2026-03-03', { intentions: [{ rank: 1, form: '73' }] })]
    const found = [
      ...groups(everything, documents, { holders: 2, workers: 1, employed: 0 }),
      ...groups({ education: '21', graduatedOn: '2025-07-01', birthDate: null }),
    ]
    expect(new Set(found.map(({ flag }) => flag))).toEqual(new Set(codesOf('hardshipFlag')))
    for (const { flag, basis } of found) expect(basis.length, flag).toBeGreaterThan(0)
  })

  it('4.1 a fact is named with the record and the day it stands in', () => {
    const documents = [check('2026-03-02', { unemployedSince: '2025-01-01' })]
    expect(groups({ birthDate: null }, documents)[0]?.basis).toEqual([
      { field: 'unemployedSince', value: '2025-01-01', entity: 'infoCheck', documentId: documents[0]?.id, on: '2026-03-02' },
    ])
    expect(groups({ birthDate: null }, [period('EMPLOYED', '2024-01-01', '2024-12-31')])[0]?.basis).toMatchObject([{ field: 'endOn', value: '2024-12-31', entity: 'employmentPeriod' }])
  })

  it('4.1 thresholds come from the cycle', () => {
    const thresholds = { ...cycle.thresholds, longTermUnemployedMonths: 6, graduateYears: 3, agedMen: 45, agedWomen: 45, trainableMaxAge: 30 }
    const spans = (fields: object, documents: readonly FactsDocument[] = []) => groupsOf(facts(documents, fields), thresholds).map(({ flag, from, until }) => [flag, from, until])
    expect(spans({ unemployedSince: '2025-03-02', birthDate: null })).toEqual([['LONG_TERM_UNEMPLOYED', '2025-09-02', null]])
    expect(spans({ education: '31', graduatedOn: '2024-06-30', birthDate: null })).toEqual([['GRADUATE', '1900-01-01', '2027-07-01']])
    expect(spans({ birthDate: '1981-03-14', sex: '1' })).toEqual([['AGED_4050', '2026-03-14', null]])
    expect(spans({ birthDate: '1996-03-14', education: '71', sex: null }, [check('2026-03-02')])).toEqual([['TRAINABLE_YOUTH', '2012-03-14', '2027-03-14']])
  })

  it('4.1 the last day of February has its twelve months as well', () => {
    expect(groups({ unemployedSince: '2024-02-29', birthDate: null })[0]?.from).toBe('2025-02-28')
    expect(flagsOn('2025-02-27', { unemployedSince: '2024-02-29', birthDate: null })).toEqual([])
  })

  it('4.1 vocational schooling begins with the 16th birthday', () => {
    const fields = { education: '71', birthDate: '2010-07-10' }
    expect(flagsOn('2026-07-09', fields, [check('2026-03-02')])).toEqual([])
    expect(flagsOn('2026-07-10', fields, [check('2026-03-02')])).toEqual(['TRAINABLE_YOUTH'])
    const unwilling = check('2026-03-02', { workWillingness: 'UNWILLING', hasTrainingNeed: false })
    expect(flagsOn('2026-07-10', fields, [unwilling])).toEqual([])
    expect(flagsOn('2026-07-10', fields, [check('2026-03-02', { workWillingness: 'UNWILLING', hasTrainingNeed: true })])).toEqual(['TRAINABLE_YOUTH'])
  })

  it('4.1 needing support counts from the day of the assessment; category and grade from the beginning', () => {
    expect(flagsOn('2026-01-31', {}, [assessment('2026-02-01', { supportLevel: 4 })])).toEqual([])
    expect(flagsOn('2026-02-01', {}, [assessment('2026-02-01', { supportLevel: 4 })])).toEqual(['SEVERE_OR_ASSISTED'])
    expect(flagsOn('2026-02-02', {}, [assessment('2026-02-01', { supportLevel: 4 }), assessment('2026-02-02', { supportLevel: 2 })])).toEqual([])
    expect(flagsOn('2020-01-01', { disabilityGrade: '1' })).toEqual(['SEVERE_OR_ASSISTED'])
  })

  it('4.2 a type without its days holds always, and one of another version is no harm', () => {
    expect(flagsOn('2020-01-01', { antiPovertyType: 'RISK_SUDDEN' })).toEqual(['ANTI_POVERTY_TARGET'])
    expect(groups({ antiPovertyType: 'RISK_2030', birthDate: null })[0]?.because).toBe('RISK_2030')
  })

  it('4.1 whoever works is not long without work, not landless and not an older unemployed', () => {
    const works = [period('EMPLOYED', '2026-02-01')]
    expect(flagsOn('2026-03-01', { unemployedSince: '2020-01-01', unemployedReason: '6', birthDate: '1970-01-01' }, works)).toEqual([])
  })

  it('1.2 a certificate ends on its day, or ten years after it was issued', () => {
    expect(certificateUntil({ certValidUntil: '2030-01-01', certIssuedOn: '2010-01-01' })).toBe('2030-01-01')
    expect(certificateUntil({ certIssuedOn: '2016-05-20' })).toBe('2026-05-19')
    expect(certificateUntil({})).toBeNull()
  })
})
