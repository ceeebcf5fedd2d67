import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, daysInMonth } from '../../../domain/identity/calendar.ts'
import { composeCertNumber, parseCertNumber, splitCertNumber } from '../../../domain/identity/certNumber.ts'
import { idCheckChar, parseIdNumber, upgradeFifteen } from '../../../domain/identity/idNumber.ts'

function codeOf(text: string, on?: string): string | null {
  const result = parseIdNumber(text, on)
  return result.ok ? null : result.error.code
}

/** A valid number of the made-up county. */
const anyNumber = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, sequence }) => {
    const date = isoDate(year, month, Math.min(day, daysInMonth(year, month)))
    const body = `210199${date.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return { number: body + idCheckChar(body), date, sex: sequence % 2 === 1 ? '1' : '2' }
  })

describe('identity number', () => {
  it.each([
    ['21122119850314001', '3'],
    ['21042219971202002', '7'],
    ['21138219790625127', '2'],
    ['21092219880807003', 'X'],
    ['21019919850314001', '7'],
  ])('computes the check character of %s as %s', (body, check) => {
    expect(idCheckChar(body)).toBe(check)
    expect(parseIdNumber(body + check).ok).toBe(true)
  })

  it('reads area, birth date and sex', () => {
    expect(parseIdNumber('210199198503140017')).toEqual({
      ok: true,
      value: { idNumber: '210199198503140017', areaCode: '210199', birthDate: '1985-03-14', sex: '1' },
    })
    fc.assert(
      fc.property(anyNumber, ({ number, date, sex }) => {
        expect(parseIdNumber(number)).toMatchObject({ ok: true, value: { birthDate: date, sex } })
      }),
    )
  })

  it('fails when any one character is changed', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.nat(10), ({ number }, at, pick) => {
        const sign = '0123456789X'[pick] as string
        fc.pre(sign !== number[at])
        expect(parseIdNumber(number.slice(0, at) + sign + number.slice(at + 1)).ok).toBe(false)
      }),
    )
  })

  it('accepts a lower-case x, blanks, apostrophes and full-width digits', () => {
    for (const text of ['21092219880807003x', " 210922 19880807 003X", "'21092219880807003X", '２１０９２２１９８８０８０７００３Ｘ']) {
      expect(parseIdNumber(text)).toMatchObject({ ok: true, value: { idNumber: '21092219880807003X' } })
    }
  })

  it('says what is wrong', () => {
    expect(codeOf('')).toBe('id-missing')
    expect(codeOf('  ')).toBe('id-missing')
    expect(codeOf('2101991985031400')).toBe('id-length')
    expect(codeOf('210199850314001')).toBe('id-fifteen')
    expect(codeOf('21019919850314001Z')).toBe('id-shape')
    expect(codeOf('210199198503140018')).toBe('id-check')
    expect(codeOf('211221198502300011')).toBe('id-date')
    expect(codeOf('210199198503140017', '1985-03-13')).toBe('id-date')
    expect(codeOf('210199198503140017', '1985-03-14')).toBeNull()
    const result = parseIdNumber('21019919850314001')
    expect(result.ok ? '' : result.error.message).toBe('身份证号是 18 位，现在是 17 位。')
  })

  it('does not mind an area code that is nowhere assigned', () => {
    const body = '99999919850314001'
    expect(parseIdNumber(body + idCheckChar(body)).ok).toBe(true)
  })

  it('names the 18-digit number of an old one', () => {
    expect(upgradeFifteen('210199850314001')).toMatchObject({ ok: true, value: { idNumber: '210199198503140017' } })
    expect(upgradeFifteen('210199850230001').ok).toBe(false)
    expect(upgradeFifteen('210199').ok).toBe(false)
  })
})

describe('certificate number', () => {
  it.each([
    ['21122119850314001343', '211221198503140013', '4', '3', ''],
    ['21042219971202002712', '210422199712020027', '1', '2', ''],
    ['21138219790625127271', '211382197906251272', '7', '1', ''],
    ['21092219880807003x42B1', '21092219880807003X', '4', '2', 'B1'],
    ['2109221988 0807003X42b2', '21092219880807003X', '4', '2', 'B2'],
    ['21092219880807003X420', '21092219880807003X', '4', '2', '0'],
  ])('takes %s apart', (text, idNumber, category, grade, suffix) => {
    expect(parseCertNumber(text)).toMatchObject({ ok: true, value: { idNumber, category, grade, suffix } })
  })

  it('refuses category 8, grade 5, wrong lengths, and a number that fails its check', () => {
    for (const text of ['21122119850314001383', '21122119850314001345', '2112211985031400134', '21122119850314001443']) {
      expect(parseCertNumber(text).ok).toBe(false)
    }
    expect(splitCertNumber('21122119850314001443').ok).toBe(true)
  })

  it('is put together from number, category and grade', () => {
    expect(composeCertNumber('211221198503140013', '4', '3')).toBe('21122119850314001343')
  })
})
