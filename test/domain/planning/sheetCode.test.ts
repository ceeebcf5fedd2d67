import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupedCode, looksLikeSheetCode, readSheetCode, scannedText, sheetCode, tailOf } from '../../../domain/planning/sheetCode.ts'
import type { SheetStep } from '../../../domain/planning/sheetCode.ts'

const ids = fc.uuid()
const steps = fc.constantFrom<SheetStep>(0, 1, 2, 3, 4, 5)

describe('the code on a sheet', () => {
  it('says which file and which step, for any file, typed, grouped, small or scanned', () => {
    fc.assert(fc.property(ids, steps, (id, step) => {
      const code = sheetCode(id, step)
      const expected = { ok: true, value: { tail: tailOf(id), step } }
      for (const text of [code, groupedCode(code), scannedText(code), code.toLowerCase(), ` ${groupedCode(code).replaceAll(' ', '-')} `]) {
        expect(readSheetCode(text)).toEqual(expected)
      }
    }))
  })

  it('sees every sign that was typed wrong and every two neighbours that changed places', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(fc.property(ids, steps, fc.nat(11), fc.constantFrom(...alphabet), (id, step, at, sign) => {
      const code = sheetCode(id, step)
      const wrong = code.slice(0, at) + sign + code.slice(at + 1)
      if (wrong !== code) expect(readSheetCode(wrong)).toMatchObject({ ok: false, error: { code: 'wrongSheetCode' } })
      const swapped = code.slice(0, at) + code.slice(at, at + 2).split('').reverse().join('') + code.slice(at + 2)
      if (swapped !== code) expect(readSheetCode(swapped)).toMatchObject({ ok: false })
    }))
  })

  it('takes letters that look alike for what is printed', () => {
    const code = sheetCode('01890a5d-ac96-774b-bcce-b302099a8057', 3)
    expect(readSheetCode(code.replaceAll('1', 'l').replaceAll('0', 'o').replaceAll('V', 'u'))).toEqual(readSheetCode(code))
    expect(readSheetCode([...code].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(''))).toEqual(readSheetCode(code))
  })

  it('holds nothing of the person but the end of a random id', () => {
    const code = sheetCode('01890a5d-ac96-774b-bcce-b302099a8057', 0)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(tailOf('01890a5d-ac96-774b-bcce-b302099a8057')).toBe('3302099a8057')
  })

  it('is told apart from names, numbers and telephones', () => {
    for (const text of ['王淑芬', 'wsf', '13900010318', '210199197406122167', '张三', '', 'ABCDEFGHJKMN']) expect(looksLikeSheetCode(text)).toBe(false)
    expect(looksLikeSheetCode(sheetCode('01890a5d-ac96-774b-bcce-b302099a8057', 1))).toBe(true)
    expect(readSheetCode('4K7Q')).toMatchObject({ ok: false, error: { code: 'notASheetCode' } })
  })
})
