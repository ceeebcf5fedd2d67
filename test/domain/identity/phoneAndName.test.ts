import { describe, expect, it } from 'vitest'
import { normaliseName, readName } from '../../../domain/identity/name.ts'
import { isValidPhone, normalisePhone, splitPhones } from '../../../domain/identity/phone.ts'

describe('phone', () => {
  it.each([
    ['13912340318', '13912340318'],
    ['139 1234 0318', '13912340318'],
    ['139-1234-0318', '13912340318'],
    ['+86 13912340318', '13912340318'],
    ['024-87651234', '024-87651234'],
    ['02487651234', '024-87651234'],
    ['（024）87651234', '024-87651234'],
    ['024—8765 1234', '024-87651234'],
    ['0410-4567890', '0410-4567890'],
    ['024-87651234-801', '024-87651234-801'],
  ])('reads %s as %s', (text, phone) => {
    expect(normalisePhone(text)).toBe(phone)
  })

  it.each(['1380013800', '99999999999', '无', '1234', '12012340318', '024-8765123', '87651234', '139123403188', '024-17651234'])(
    'takes %s for impossible',
    (text) => {
      expect(normalisePhone(text)).toBeNull()
      expect(isValidPhone(text)).toBe(false)
    },
  )

  it.each([
    '13912340318/024-87651234',
    '13912340318 024-87651234',
    '13912340318;024-87651234',
    '13912340318、02487651234',
    '13912340318，024-87651234',
    '13912340318\n024-87651234',
    '13912340318或024-87651234',
  ])('finds two phones in %j', (text) => {
    expect(splitPhones(text)).toMatchObject({ phones: ['13912340318', '024-87651234'], rest: [] })
  })

  it('keeps what is no phone apart', () => {
    expect(splitPhones('13912340318/1234')).toMatchObject({ phones: ['13912340318'], rest: ['1234'] })
    expect(splitPhones('13912340318（儿子）')).toMatchObject({ phones: ['13912340318'], rest: ['(儿子)'] })
    expect(splitPhones('无')).toMatchObject({ phones: [], rest: ['无'] })
    expect(splitPhones('1391234031813912340319').phones).toEqual(['13912340318', '13912340319'])
    expect(splitPhones('139 1234 0318 138 1111 2222').phones).toEqual(['13912340318', '13811112222'])
  })
})

describe('name', () => {
  it.each([
    ['刘　颖', '刘颖'],
    [' 傅 宇 静 ', '傅宇静'],
    ['古丽．艾山', '古丽·艾山'],
    ['古丽.艾山', '古丽·艾山'],
    ['阿依努尔・买买提', '阿依努尔·买买提'],
    ['巴特尔•那顺', '巴特尔·那顺'],
    ['巴特尔－那顺', '巴特尔·那顺'],
    ['巴特尔—那顺', '巴特尔·那顺'],
    ['Anna-Maria Lee', 'Anna-Maria Lee'],
    ['Anna  Lee', 'Anna Lee'],
  ])('writes %j as %s', (text, name) => {
    expect(normaliseName(text)).toBe(name)
  })

  it('leaves rare characters and the right dot alone', () => {
    for (const name of ['张𫍯', '陈𬀩', '赵䶮', '𠮷田', '那顺·巴雅尔']) {
      expect(readName(name)).toEqual({ name, spacesRemoved: false, dotsChanged: false })
    }
  })
})
