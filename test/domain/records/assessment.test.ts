import { describe, expect, it } from 'vitest'
import { adviseOn } from '../../../domain/assessment/index.ts'
import type { ItemAnswer } from '../../../domain/assessment/index.ts'
import { problems, whole } from './drafts.ts'

const kind = 'capabilityAssessment'

describe('9.1 the result of the federation kit', () => {
  const paper = [{ name: '测评报告', location: '档案柜 3' }]
  const testKit = { testedOn: '2026-03-01', org: '县残联', results: { A: '良好', B: '中等', C: '62 分', D: '良好' } }

  it('stands beside ours with its report, whole or not at all', () => {
    expect(problems(kind, { testKit, attachments: paper })).toEqual([])
    expect(problems(kind, { testKit: { org: '县残联' }, attachments: paper })).toEqual([
      'testKit.testedOn 请填测评日期', 'testKit.results.A 请照报告填身体功能的结果', 'testKit.results.B 请照报告填职业潜能的结果',
      'testKit.results.C 请照报告填功能性学业能力的结果', 'testKit.results.D 请照报告填社会适应性的结果',
    ])
    expect(problems(kind, { testKit })).toEqual(['attachments 请附上测评报告：拍照、选文件，或写明纸在哪里'])
    expect(problems(kind, { testKit: { testedOn: null, results: { A: '' } } })).toEqual([])
  })

  it('is not dated in the future, and changes no score', () => {
    expect(problems(kind, { testKit: { ...testKit, testedOn: '2026-12-24' }, attachments: paper })[0]).toMatch(/^testKit\.testedOn 测评日期还没到/)
  })
})

describe('9.5 to 9.7 what was suggested', () => {
  const { items, suggestedForms } = whole[kind] as { items: ItemAnswer[]; suggestedForms: string[] }
  const advice = adviseOn(items, [], {}, '2026-03-02')
  const advised = { suggestedForms, suggestedFamilies: [...advice.suggestedFamilies], suggestedTraining: advice.training.map(({ code }) => code) }

  it('is kept with the record, and each list that differs from it asks for the reason', () => {
    const taken = { ...advised, advised }
    expect(problems(kind, taken)).toEqual([])
    expect(problems(kind, { ...taken, suggestedFamilies: ['J18'] })).toEqual(['reasonIfChanged 岗位族和建议的不一样，请写为什么'])
    expect(problems(kind, { ...taken, suggestedFamilies: advised.suggestedFamilies.toReversed() })).toEqual([])
    expect(problems(kind, { ...taken, suggestedTraining: [], suggestedForms: ['HOME'] })).toEqual(['reasonIfChanged 就业形式、培训和建议的不一样，请写为什么'])
    expect(problems(kind, { ...taken, suggestedTraining: [], reasonIfChanged: '本人学过' })).toEqual([])
  })

  it('is the level’s for the forms of work, whatever the record says was suggested', () => {
    expect(problems(kind, { ...advised, suggestedForms: ['HOME'], advised: { ...advised, suggestedForms: ['HOME'] } })).toEqual(['reasonIfChanged 就业形式和建议的不一样，请写为什么'])
  })
})

describe('9.2 what is added to an answer', () => {
  const { items } = whole[kind] as { items: ItemAnswer[] }
  const withFirst = (patch: object) => ({ items: items.map((item, i) => (i === 0 ? { ...item, ...patch } : item)) })

  it('is a grade without aids, a note, and that it was taken over', () => {
    expect(problems(kind, withFirst({ qWithoutAid: 4, note: '戴助视器', asBefore: true }))).toEqual([])
    expect(problems(kind, withFirst({ qWithoutAid: 5 }))).toEqual(['items.0.qWithoutAid 请选 0 到 4，说不清选 8，不适用选 9'])
    expect(problems(kind, withFirst({ note: '长'.repeat(201) }))[0]).toMatch(/^items\.0\.note 说明最多 200 个字/)
  })

  it('a note alone is no answer: the grade is asked for and the note kept', () => {
    expect(problems(kind, { items: [...items.slice(1), { code: 'A1', note: '还没问' }] }).at(-1)).toMatch(/^items\.27\.q 请选 0 到 4/)
  })
})
