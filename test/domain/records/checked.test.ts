import { describe, expect, it } from 'vitest'
import { changesBetween, checkedFields, missingOf, recordKinds } from '../../../domain/records/index.ts'

const whole = {
  certNumber: '21019919850314001743', disabilityCategory: '4', disabilityGrade: '3', certStatus: 'VALID', sex: '1', birthDate: '1985-03-14', ethnicity: '11',
  education: '71', hukouType: '20', hukouTown: '示范镇', hukouVillage: '王家村', residenceTown: '示范镇', legalCapacity: 'FULL', communicationModes: ['01'],
  selfCare: '1', workCapacity: 'UNASSESSED', socialAid: 'NONE', phone: '13900000000',
}
const fieldsMissing = (changed: object) => missingOf({ ...whole, ...changed }, '2026-03-02').map(({ field }) => field)

describe('what an info check goes over', () => {
  it('2.4 names only fields of the file', () => {
    for (const field of Object.values(checkedFields).flat()) expect(recordKinds.person.fields).toContain(field)
  })

  it('2.4 changes are built from last and new value, blanks and order included', () => {
    const file = { phone: '13900000000', education: null, communicationModes: ['01', '02'], hukouTown: '示范镇' }
    expect(changesBetween(file, { phone: ' 13900000000 ', education: '', communicationModes: ['01', '02'] })).toEqual([])
    expect(changesBetween(file, { phone: '13911111111', education: '71', communicationModes: ['01'], hukouTown: '' })).toEqual([
      { field: 'phone', old: '13900000000', new: '13911111111' },
      { field: 'education', old: null, new: '71' },
      { field: 'communicationModes', old: ['01', '02'], new: ['01'] },
      { field: 'hukouTown', old: '示范镇', new: null },
    ])
  })
})

describe('what a file still lacks', () => {
  it('2.2 a whole file lacks nothing', () => {
    expect(fieldsMissing({})).toEqual([])
  })

  it('2.2 one phone is enough, the own or that of a contact', () => {
    expect(fieldsMissing({ phone: '' })).toEqual(['phone'])
    expect(fieldsMissing({ phone: '', contactPhone: '13911111111' })).toEqual([])
  })

  it('2.2 a contact is needed for categories 5 and 6 and for minors', () => {
    expect(fieldsMissing({ disabilityCategory: '6' })).toEqual(['contactName', 'contactRelation', 'contactPhone'])
    expect(fieldsMissing({ birthDate: '2008-03-03' })).toEqual(['contactName', 'contactRelation', 'contactPhone'])
    expect(fieldsMissing({ birthDate: '2008-03-02' })).toEqual([])
  })

  it('2.2 graduates have their school, multiple disability its kinds', () => {
    expect(fieldsMissing({ education: '31', disabilityCategory: '7' })).toEqual(['multiCategories', 'school', 'major', 'graduatedOn'])
  })
})
