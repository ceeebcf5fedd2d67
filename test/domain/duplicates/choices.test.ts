import { describe, expect, it } from 'vitest'
import { compareFiles, valuesToTake } from '../../../domain/duplicates/index.ts'

const survivor = { name: '王小明', phone: '13900000001', education: '3', verification: { phone: '名册上看不清' } }
const loser = { name: '王晓明', phone: '13900000002', sex: '1', education: '3', otherPhones: [], certDerived: true, verification: { phone: '又看不清' } }

describe('two files side by side', () => {
  it('say of each field whether they agree, in the order of the form, and leave out what neither knows', () => {
    expect(compareFiles(survivor, loser).map(({ field, state }) => `${field} ${state}`)).toEqual([
      'name differ', 'sex onlyLoser', 'education same', 'phone differ',
    ])
  })

  it('keep what this version does not know', () => {
    expect(compareFiles({ drone: 1 }, { drone: 2 })).toEqual([{ field: 'drone', survivor: 1, loser: 2, state: 'differ' }])
  })
})

describe('the file that is made of them', () => {
  it('waits until every field in which they differ was chosen', () => {
    expect(valuesToTake(survivor, loser, { name: 'survivor' })).toEqual({ ok: false, error: ['phone'] })
  })

  it('takes what was chosen and what only the other knows, a value with its mark', () => {
    expect(valuesToTake(survivor, loser, { name: 'survivor', phone: 'loser' })).toEqual({
      ok: true, value: { sex: '1', phone: '13900000002', verification: { phone: '又看不清' } },
    })
    expect(valuesToTake(survivor, loser, { name: 'loser', phone: 'survivor' })).toEqual({ ok: true, value: { name: '王晓明', sex: '1' } })
  })

  it('takes a certificate number with the word whether it was put together', () => {
    const [own, other] = [{ certNumber: '1', certDerived: true }, { certNumber: '2' }]
    expect(valuesToTake(own, other, { certNumber: 'loser' })).toEqual({ ok: true, value: { certNumber: '2', certDerived: false } })
    expect(valuesToTake({}, { certNumber: '2', certDerived: true }, {})).toEqual({ ok: true, value: { certNumber: '2', certDerived: true } })
  })
})
