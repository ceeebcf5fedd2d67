import { describe, expect, it } from 'vitest'
import { matchFamilies, profileOf, suggestedFamilies } from '../../../domain/assessment/index.ts'
import { itemsOf } from '../cycle/facts.ts'

const easy = itemsOf({ A: Array<number>(10).fill(0), B: Array<number>(8).fill(0), C: [0, 0, 0, 0], D: Array<number>(6).fill(0) })
const demand = (on: string, ...intentions: object[]) => ({ entity: 'demandRegistration', on, body: { intentions } })
const check = (on: string, body: object) => ({ entity: 'infoCheck', on, body: { ...body } })

describe('9.5 and 9.7 what the file knows', () => {
  it('counts the categories within a multiple disability, and signing in either form', () => {
    expect(profileOf({ disabilityCategory: '7', multiCategories: ['1', '2'], communicationModes: ['01', '08'] }, [])).toMatchObject({ categories: ['7', '1', '2'], usesSign: true })
    expect(profileOf({ communicationModes: ['01', '03'] }, [])).toEqual({ usesSign: false })
  })

  it('leaves out what nobody wrote down', () => {
    expect(profileOf({}, [])).toEqual({})
  })

  it('takes rural from the registration, in its finer codes as well', () => {
    expect(['10', '13', '20', '21', '22'].map((hukouType) => profileOf({ hukouType }, []).isRural)).toEqual([false, false, true, true, true])
  })

  it('takes wishes from the newest check and the newest registration', () => {
    const documents = [
      check('2025-03-01', { hasStartupNeed: true, hasTrainingNeed: false }), check('2026-03-01', { hasStartupNeed: false, hasTrainingNeed: true }),
      demand('2026-01-01', { family: 'J13', form: '6' }), demand('2025-01-01', { family: 'J05', form: '73' }),
    ]
    expect(profileOf({}, documents)).toEqual({ wantsStartup: false, isWilling: true, intentionForms: ['6'], wanted: ['J13'] })
  })

  it('9.5 puts forward what was asked for, first among families that are as near', () => {
    expect(suggestedFamilies(matchFamilies(easy, {}))[0]).toBe('J01')
    expect(suggestedFamilies(matchFamilies(easy, { wanted: ['J20', 'J12'] }))).toEqual(['J12', 'J20', 'J01'])
    const hands = easy.map((item) => (item.code === 'A9' ? { ...item, q: 3 } : item))
    expect(suggestedFamilies(matchFamilies(hands, { wanted: ['J12'] }))).not.toContain('J12')
  })

  it('9.5 puts forward families that need support when too few fit as they are, and never one that is later', () => {
    const heavy = easy.map((item) => ({ ...item, q: 2 }))
    const matches = matchFamilies(heavy, { categories: ['5'] })
    const put = suggestedFamilies(matches)
    expect(put).toHaveLength(3)
    expect(matches.filter(({ code }) => put.includes(code)).map(({ verdict }) => verdict)).not.toContain('later')
  })
})
