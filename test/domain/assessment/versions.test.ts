import { describe, expect, it } from 'vitest'
import { adviseOn, currentInstrument, dimensions, instrumentOf, instruments, itemOf, neverSaid, saidOf, scoreAssessment } from '../../../domain/assessment/index.ts'
import { assessmentRulesFor, computedFields, scoreOfDraft } from '../../../domain/records/assessmentRules.ts'
import { completeRecord } from '../../../domain/records/index.ts'
import { cycleOfYear } from '../../../domain/plan/index.ts'
import { itemsOf } from '../cycle/facts.ts'
import { bothVersions, madeUp } from './secondVersion.ts'

const vector1 = { A: [3, 0, 1, 0, 0, 0, 1, 1, 0, 0], B: [0, 0, 0, 1, 1, 1, 1, 0], C: [3, 3, 1, 1], D: [0, 0, 1, 0, 0, 2] }
const second = { ...vector1, A: [2, 0, 0, 0] }

describe('9.4 a version of the instrument', () => {
  it('brings its own items, weights, shares, bounds and flags', () => {
    const score = scoreAssessment(itemsOf(second), [], madeUp)
    // A 87.5, B 87.5, C 50, D 87.5, A three times: (262.5 + 87.5 + 50 + 87.5) / 6
    expect(score.index).toBe(81.25)
    expect(score.level).toBe(1)
    expect(score.raised).toBe(false)
    expect(score.flags).toEqual(['A1', 'C1', 'C2', 'D6'])
    // All items of A are needed here, and A instead of B must be among the valid ones.
    expect(scoreAssessment(itemsOf({ ...second, A: [2, 0, 0, 9] }), [], madeUp)).toMatchObject({ invalid: ['A'], index: null })
  })

  it('brings its own forms, services, families, help and training', () => {
    const advice = adviseOn(itemsOf(second), [], {}, '2026-03-02', madeUp)
    expect(advice.level).toMatchObject({ forms: ['HOME'], services: [{ zh: '上门服务' }] })
    expect(advice.families.map(({ code, verdict }) => [code, verdict])).toEqual([['J09', 'later']])
    expect(advice.families[0]?.changes[0]?.accommodations).toEqual(['放大镜'])
    expect(advice.accommodations).toEqual([{ item: 'A1', options: ['放大镜'] }])
    expect(advice.training.map(({ code }) => code)).toContain('K1')
    expect(advice.conclusion).toContain('看得见')
    expect(advice.conclusion.endsWith('这是第二版的固定语句。')).toBe(true)
  })

  it('is named by a record, which is scored by it for good: the newer one moves nothing', () => {
    const old = { instrumentVersion: 'ICFVR-LN-1', items: itemsOf(vector1) }
    expect(computedFields(old, bothVersions)).toMatchObject({ index: 77.5, supportLevel: 1 })
    expect(computedFields({ instrumentVersion: madeUp.version, items: itemsOf(second) }, bothVersions)).toMatchObject({ index: 81.3, supportLevel: 1, dimScores: { A: 87.5 } })
    expect(scoreOfDraft({ ...old, instrumentVersion: madeUp.version }, bothVersions).index).not.toBe(77.5)
  })

  it('is the one by which its record is checked', () => {
    const found = (draft: object) => {
      const problems: string[] = []
      for (const rule of assessmentRulesFor(bothVersions)) rule(draft as never, (field, message) => problems.push(`${field} ${message}`))
      return problems
    }
    const draft = {
      instrumentVersion: madeUp.version, items: itemsOf(second), env: ['E1', 'E2', 'E3', 'E4'].map((code) => ({ code, value: 0 })),
      accommodations: ['A1', 'C1', 'C2', 'D6'].map((item) => ({ item, text: '有' })), suggestedForms: ['HOME'], conclusion: `可以。${madeUp.fixedSentence}`, personOpinion: 'AGREE',
    }
    expect(found(draft)).toEqual([])
    expect(found({ ...draft, items: [...draft.items, { code: 'A5', q: 0 }] })).toEqual([`items.${draft.items.length}.code 量表里没有这一项`])
    expect(found({ ...draft, accommodations: draft.accommodations.slice(1) })).toEqual(['accommodations 请给这几项各写一条便利措施：看得见'])
    expect(found({ ...draft, conclusion: `可以。${currentInstrument.fixedSentence}` })).toEqual(['conclusion 结论里请保留这句话：这是第二版的固定语句。'])
  })

  it('that this program does not know is neither scored nor completed, and says so', () => {
    const draft = { instrumentVersion: 'ICFVR-LN-99', items: itemsOf(vector1) }
    expect(instrumentOf('ICFVR-LN-99')).toBeNull()
    expect(computedFields(draft)).toEqual({})
    const result = completeRecord('capabilityAssessment', draft, { today: '2026-03-03', lastKnownDate: '2026-03-03', cycle: cycleOfYear('2026') })
    expect(result.ok ? [] : result.error.filter(({ field }) => field === 'instrumentVersion').map(({ message }) => message)).toEqual(['这份评估用的量表比这台电脑上的新，请先更新程序'])
  })
})

describe('9.3 every version', () => {
  it.each(instruments.map((instrument) => [instrument.version, instrument] as const))('%s is whole: keys, help and rules name items that it has', (_version, instrument) => {
    const codes = dimensions.flatMap((dimension) => instrument.items[dimension]).map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const family of instrument.families) for (const way of family.ways) for (const [key, max] of Object.entries(way.keys)) expect([codes.includes(key), max >= 0 && max <= 4]).toEqual([true, true])
    for (const code of codes) expect(instrument.help[code]?.accommodations.length ?? 0).toBeGreaterThan(0)
    for (const code of Object.keys(instrument.help)) expect(itemOf(instrument, code)).not.toBeNull()
    expect(codes).toContain(instrument.training.deviceItem)
    expect(instrument.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4])
    expect(instrument.levels[4].reassessMonths).toBe(12)
    expect([...instrument.scoring.lossBounds]).toEqual([...instrument.scoring.lossBounds].sort((a, b) => a - b))
    for (const phrase of neverSaid) expect(JSON.stringify(instrument)).not.toContain(phrase)
  })
})

describe('9.4 what a conclusion never says', () => {
  it('is found also with blanks in it, and named', () => {
    expect(saidOf('他不 能就\n业')).toBe('不能就业')
    expect(saidOf('这个岗不适合他')).toBe('不适合')
    expect(saidOf('坐着做最适合，别的要便利')).toBeNull()
  })
})
