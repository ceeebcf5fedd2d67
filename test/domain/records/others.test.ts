import { describe, expect, it } from 'vitest'
import { isCreditCode, personHints } from '../../../domain/records/index.ts'
import { problems, whole } from './drafts.ts'

describe('a person', () => {
  it('2.2 name and number are enough, since a roster may hold no more', () => {
    expect(problems('person', { certNumber: '' })).toEqual([])
    expect(problems('person', { name: '', idNumber: '' })).toEqual(['name 请填姓名', 'idNumber 请填身份证号'])
  })

  it('3.13 a wrong number is told as on the certificate', () => {
    expect(problems('person', { idNumber: '210199198503140018' })).toEqual(['idNumber 最后一位对不上，请照证件再核一遍。'])
  })

  it('2.2 an impossible phone and an unknown code are told', () => {
    expect(problems('person', { phone: '12345' })).toEqual(['phone 本人电话要么是 11 位手机号，要么写成 区号-号码'])
    expect(problems('person', { ethnicity: '57' })).toEqual(['ethnicity 民族里没有这一项，请重新选'])
  })

  it('2.2 a doubtful value that is marked to be looked at does not stop other corrections', () => {
    expect(problems('person', { phone: '12345', verification: { phone: '号码少几位' }, education: '71' })).toEqual([])
    expect(problems('person', { phone: '12345', verification: { hukouTown: '不在名录里' } })).toHaveLength(1)
    expect(problems('person', { name: '', verification: { name: '看不清' } })).toEqual(['name 请填姓名'])
  })

  it('2.2 multiple disability has two kinds and more, without 7 among them', () => {
    expect(problems('person', { disabilityCategory: '7', multiCategories: ['1'] })).toEqual(['multiCategories 多重残疾至少有两类，请选全'])
    expect(problems('person', { disabilityCategory: '7', multiCategories: ['1', '7'] })).toEqual(['multiCategories 多重残疾里面不再选多重，请选具体的类别'])
  })

  it('2.2 limited capacity names the guardian, lost capacity for work its document', () => {
    expect(problems('person', { legalCapacity: 'LIMITED' })).toEqual(['guardianName 请填监护人', 'guardianPhone 请填监护人电话'])
    expect(problems('person', { workCapacity: 'LOST' })).toEqual(['workCapacityDocument 经鉴定丧失劳动能力要有鉴定书，请填文号'])
  })

  it('2.2 columns against the numbers are hints that stop nothing', () => {
    const person = { ...whole.person, sex: '2', birthDate: '1985-03-15', disabilityCategory: '1', disabilityGrade: '2' }
    expect(problems('person', person)).toEqual([])
    expect(personHints(person).map(({ field }) => field)).toEqual(['birthDate', 'sex', 'disabilityCategory', 'disabilityGrade'])
    expect(personHints({ ...whole.person, sex: '1', birthDate: '1985-03-14', disabilityCategory: '4', disabilityGrade: '3' })).toEqual([])
    expect(personHints({ idNumber: '210199199712020025', certNumber: '21019919850314001743' }).map(({ field }) => field)).toEqual(['certNumber'])
  })
})

describe('consent, period and exclusion', () => {
  it('8 consent names purpose, fields, text, form, giver and where the paper lies', () => {
    expect(problems('consent', { scopeFields: [], paperLocation: '' })).toEqual(['scopeFields 请选同意用哪些信息', 'paperLocation 请填纸张存放的地方'])
    expect(problems('consent', { form: 'SIGN_PAD' })).toEqual(['evidence 请附上签名或视频'])
    expect(problems('consent', { withdrawnAt: '2026-03-01' })).toEqual(['withdrawnAt 撤回的日期早于同意的日期，请改'])
    expect(problems('consent', { givenBy: 'GUARDIAN' })).toEqual(['guardianName 监护人签的，请填监护人姓名'])
  })

  it('2.3 an employed period tells form, way, industry, post, and the employer where there is one', () => {
    const job = { state: 'EMPLOYED', unemployedReason: '', livingSource: '', employmentForm: '14', channel: '1', industry: 'C', jobTitle: '包装' }
    expect(problems('employmentPeriod', job)).toEqual(['employerName 请填单位名称', 'contractType 请选合同类型'])
    expect(problems('employmentPeriod', { ...job, employmentForm: '73' })).toEqual([])
    expect(problems('employmentPeriod', { ...job, employerName: '示范公司', contractType: 'FIXED' })).toEqual(['contractStart 请填合同开始的日期', 'contractEnd 请填合同到期的日期'])
  })

  it('2.3 periods and exclusions end after they begin', () => {
    expect(problems('employmentPeriod', { endOn: '2025-03-01' })).toEqual(['endOn 止的日期早于起的日期，请改'])
    expect(problems('exclusion', { endedOn: '2026-03-02' })).toEqual(['endedOn 止的日期要晚于起的日期，请改'])
  })

  it('2.3 a credit code is checked by its last character', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    for (const wrong of ['91350100M000100Y44', '91350100M000100Y4', '91350100I000100Y43', '']) expect(isCreditCode(wrong)).toBe(false)
  })
})
