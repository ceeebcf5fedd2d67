import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskAddress, maskBankAccount, maskCertNumber, maskIdNumber, maskName, maskPhone, redact } from '../../../domain/privacy/index.ts'

const id = '210199198503140017'

describe('masking', () => {
  it('6.3 identity numbers: middle hidden on screen, whole inside, the last four alone in public', () => {
    expect(maskIdNumber(id, 'SCREEN')).toBe('210199********0017')
    expect(maskIdNumber(id, 'INTERNAL')).toBe(id)
    expect(maskIdNumber(id, 'PUBLIC')).toBe('**************0017')
  })

  it('6.3 certificate numbers hide the digits that tell the disability, with a suffix too', () => {
    expect(maskCertNumber(`${id}43`, 'SCREEN')).toBe('210199********0017**')
    expect(maskCertNumber(`${id}43B1`, 'SCREEN')).toBe('210199********0017**')
    expect(maskCertNumber(`${id}43`, 'INTERNAL')).toBe(`${id}43`)
    expect(maskCertNumber(`${id}43`, 'PUBLIC')).toBe('**************0017**')
  })

  it('6.3 names in public keep the surname, compound ones too, and names with a dot nothing that tells', () => {
    const names = ['张明', '张小明', '欧阳锋', '欧阳小锋', '买买提·艾力', '明', '张王小明', ' 李强 ']
    expect(names.map((name) => maskName(name, 'PUBLIC'))).toEqual(['张*', '张*明', '欧阳*', '欧阳**', '买**', '*', '张***', '李*'])
    expect(maskName('欧阳小锋', 'SCREEN')).toBe('欧阳小锋')
    expect(maskName('𠮷田明', 'PUBLIC')).toBe('𠮷*明')
  })

  it('6.3 phones: middle hidden on screen, whole inside, none in public', () => {
    expect(maskPhone('13912340318', 'SCREEN')).toBe('139****0318')
    expect(maskPhone('024-87651234', 'SCREEN')).toBe('024-****1234')
    expect(maskPhone('13912340318', 'INTERNAL')).toBe('13912340318')
    expect(maskPhone('13912340318', 'PUBLIC')).toBeNull()
  })

  it('6.3 bank accounts show their last four everywhere', () => {
    expect(maskBankAccount('6222 0212 3456 7890 123')).toBe('***************0123')
    expect(maskBankAccount('12')).toBe('*2')
  })

  it('6.3 addresses stop at the village outside the office', () => {
    const address = { town: '示范镇', village: '王家村', address: '3 组 12 号' }
    expect(maskAddress(address, 'SCREEN')).toBe('示范镇王家村')
    expect(maskAddress(address, 'PUBLIC')).toBe('示范镇王家村')
    expect(maskAddress(address, 'INTERNAL')).toBe('示范镇王家村3 组 12 号')
    expect(maskAddress({ ...address, address: '示范镇王家村3 组' }, 'INTERNAL')).toBe('示范镇王家村3 组')
  })

  it('6.3 short and damaged numbers never come out whole', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{1,24}$/), (digits) => {
      for (const masked of [maskIdNumber(digits, 'SCREEN'), maskCertNumber(digits, 'PUBLIC'), maskPhone(digits, 'SCREEN') ?? '*']) expect(masked).toContain('*')
    }))
  })
})

describe('redaction for logs', () => {
  it.each([
    ['an identity number', `名册 ${id} 有误`, '名册 [号码] 有误'],
    ['an identity number with X', '号 21019919880807003x。', '号 [号码]。'],
    ['a certificate number', `cert=${id}43B1;`, 'cert=[号码];'],
    ['an old number', '210199850314001', '[号码]'],
    ['a number in groups', '210199 19850314 0017', '[号码]'],
    ['a number in full-width digits', '２１０１９９１９８５０３１４００１７', '[号码]'],
    ['a bank account', '6222 0212 3456 7890 123', '[号码]'],
    ['a mobile', '电话13912340318，', '电话[电话]，'],
    ['a mobile in groups', '139-1234-0318', '[电话]'],
    ['a landline', '024-87651234', '[电话]'],
    ['several', `${id}/13912340318`, '[号码]/[电话]'],
    ['a number after a date', `2026-11-23 ${id}`, '[号码]'],
  ])('8 takes out %s', (_, text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  it('8 leaves times, counts and codes alone', () => {
    for (const text of ['2026-11-23T10:42:00.123Z', '第 4,200 行，共 12,400 行', 'E4012', '1764021600000', 'v3 took 12345678 ns', '210199100']) expect(redact(text)).toBe(text)
  })

  it('8 no identity, certificate or phone number gets through, whatever stands around it', () => {
    const digits = (n: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${n - 1}}$`))
    const words = fc.stringMatching(/^[一-龥a-z ,.:;=/"'{}]{0,8}$/)
    fc.assert(fc.property(words, fc.oneof(digits(15), digits(18), digits(20), fc.stringMatching(/^1[3-9]\d{9}$/)), words, (before, number, after) => {
      expect(redact(`${before}${number}${after}`)).not.toContain(number.slice(-6))
    }))
  })
})
