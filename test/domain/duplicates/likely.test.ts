import { describe, expect, it } from 'vitest'
import { couldHaveBeen, fitsItself, likelyDuplicates, numberLikeness } from '../../../domain/duplicates/index.ts'
import type { PersonTraits } from '../../../domain/duplicates/index.ts'
import { idCheckChar } from '../../../domain/identity/idNumber.ts'

const valid = (body: string) => body + idCheckChar(body)
const number = valid('21019919850203001')
let count = 0
const person = (traits: Partial<PersonTraits> = {}): PersonTraits => ({
  no: (count += 1), name: '王小明', nameKey: 'wang xiao ming', idNumber: null, birthDate: null, phone: null, town: '示范镇', village: '一村', ...traits,
})
const whys = (...persons: PersonTraits[]) =>
  likelyDuplicates(persons).map(({ a, b, why }) => [a, b, ...why.map((one) => one.likeness ?? one.reason)])

describe('numbers that may be one', () => {
  it('differ in one digit, in two swapped ones, in the last letter, or are old and new', () => {
    expect(numberLikeness('210199198502030017', '210199198502030017')).toBeNull()
    expect(numberLikeness('210199198502030017', '210199198502030817')).toBe('oneDigit')
    expect(numberLikeness('210199198502030017', '210199198520030017')).toBe('swapped')
    expect(numberLikeness('21019919850203001X', '210199198502030011')).toBe('lastLetter')
    expect(numberLikeness('210199850203001', number)).toBe('oldNumber')
    expect(numberLikeness('210199850203001', valid('21019919850203002'))).toBeNull()
    expect(numberLikeness('210199198502030017', '210199198502031117')).toBeNull()
  })

  it('are all found from the mistyped one', () => {
    const mistakes = [...number].flatMap((_, index) => (index < 17 && number[index] !== number[index + 1] ? [number.slice(0, index) + String(number[index + 1]) + String(number[index]) + number.slice(index + 2)] : []))
    for (const mistake of mistakes) {
      expect(fitsItself(mistake)).toBe(false)
      expect(couldHaveBeen(mistake)).toContain(number)
    }
  })
})

describe('likely duplicates', () => {
  it('have the same number, whatever else they say', () => {
    const [a, b] = [person({ idNumber: number, name: '李红', nameKey: 'li hong' }), person({ idNumber: number })]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'sameNumber']])
  })

  it('have a number that was mistyped from the other one', () => {
    const [a, b] = [person({ idNumber: number }), person({ idNumber: `${number.slice(0, 15)}9${number.slice(16)}`, name: '汪明', nameKey: 'wang ming' })]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'oneDigit']])
  })

  it('have a number that was made to fit, when they sound alike; two good numbers of two names are two people', () => {
    const other = valid('21019919850203008')
    const [a, b, c] = [person({ idNumber: number }), person({ idNumber: other, name: '王晓明' }), person({ idNumber: other, name: '赵敏', nameKey: 'zhao min' })]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'oneDigit']])
    expect(whys(a, c)).toEqual([])
    const body = '21019919850203001'
    for (let at = 0; at < 16; at += 1) {
      const [one, two] = [body[at] ?? '', body[at + 1] ?? '']
      const digit = person({ idNumber: valid(body.slice(0, at) + String((Number(one) + 1) % 10) + body.slice(at + 1)) })
      expect(whys(a, digit)).toEqual([[a.no, digit.no, 'oneDigit']])
      const neighbours = person({ idNumber: valid(body.slice(0, at) + two + one + body.slice(at + 2)) })
      if (one !== two) expect(whys(a, neighbours)).toEqual([[a.no, neighbours.no, 'swapped']])
    }
    const swapped = person({ idNumber: valid('21019919580203001') })
    expect(whys(a, swapped)).toEqual([[a.no, swapped.no, 'swapped']])
  })

  it('have an old number and the new form of it', () => {
    const [a, b] = [person({ idNumber: '210199850203001' }), person({ idNumber: number, name: '赵敏', nameKey: 'zhao min' })]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'oldNumber']])
  })

  it('have name and birth date in common, with or without the dot in the name', () => {
    const [a, b] = [person({ name: '阿依·古丽', birthDate: '1985-02-03' }), person({ name: '阿依古丽', birthDate: '1985-02-03' })]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'nameBirth']])
    expect(whys(a, person({ name: '阿依古丽', birthDate: '1985-02-04' }))).toEqual([])
  })

  it('have phone and village in common, unless half the village has it', () => {
    const at = (name: string) => person({ name, nameKey: name, phone: '139 0000 0001' })
    const [a, b] = [at('甲'), at('乙')]
    expect(whys(a, b)).toEqual([[a.no, b.no, 'phoneVillage']])
    expect(whys(a, { ...b, village: '二村' })).toEqual([])
    expect(whys(a, { ...b, village: '' }, person({ village: '', phone: '139 0000 0001' }))).toEqual([])
    expect(whys(a, b, at('丙'), at('丁'), at('戊'))).toEqual([])
  })

  it('are named once with all reasons, the surest pairs first', () => {
    const both = { birthDate: '1985-02-03', phone: '13900000001' }
    const [a, b] = [person(both), person(both)]
    const [c, d] = [person({ idNumber: number, name: '丙' }), person({ idNumber: number, name: '丁' })]
    expect(whys(a, b, c, d)).toEqual([[c.no, d.no, 'sameNumber'], [a.no, b.no, 'nameBirth', 'phoneVillage']])
  })

  it('are found without comparing everybody with everybody: what is looked at grows as the county does', () => {
    const looksAt = (people: number): number => {
      let looks = 0
      const crowd = Array.from({ length: people }, (_, index) => {
        const body = `210199${1950 + (index % 60)}${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}${String(Math.floor(index / 168) % 1000).padStart(3, '0')}`
        const name = (index * 7919) % 2999
        const made = person({
          name: `名${name}`, nameKey: `ming ${name}`, phone: `139${String(index % 9000).padStart(8, '0')}`, village: `${index % 200}村`,
          birthDate: `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`,
        })
        const idNumber = valid(body)
        return Object.defineProperty({ ...made }, 'idNumber', {
          get: () => {
            looks += 1
            return idNumber
          },
        })
      })
      likelyDuplicates(crowd)
      expect(looks).toBeGreaterThan(people)
      return looks
    }
    const [few, many] = [looksAt(4000), looksAt(16_000)]
    // Everybody with everybody would look sixteen times as often.
    expect(many / few).toBeLessThan(8)
  })
})
