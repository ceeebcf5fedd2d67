import { describe, expect, test } from 'vitest'
import { addToSums, emptySums, fourOnesColumns, fourOnesRow, sumCells } from '../../../domain/ledger/fourOnes.ts'
import type { LedgerSource, Masking } from '../../../domain/ledger/types.ts'

const person = {
  name: '王淑芬', idNumber: '210199197403222167', certNumber: '21019919740322216743', disabilityCategory: '4', disabilityGrade: '3', sex: '2',
  hukouTown: '示范镇', hukouVillage: '前进村', phone: '13900000318',
} as const

const untouched: LedgerSource = {
  person, infoCheck: null, assessment: null, registration: null, services: [], hardshipFlags: ['DIBAO'], responsibleName: null,
  hasNeed: null, done: { infoCheck: false, assessment: false, registration: false, service: false },
}

const head = { personId: 'p', cycleYear: '2026' }
const complete: LedgerSource = {
  ...untouched,
  infoCheck: { ...head, checkedOn: '2026-03-12', method: 'HOME_VISIT', checkerId: 'u', orgId: 'o', result: 'UPDATED', hasEmploymentNeed: true } as LedgerSource['infoCheck'],
  assessment: { ...head, assessedOn: '2026-11-20', supportLevel: 1, suggestedForms: ['7'] } as unknown as LedgerSource['assessment'],
  registration: { ...head, registeredOn: '2026-11-21', intentions: [{ rank: 1, family: 'J15', form: '7' }], serviceNeeds: ['03'] } as unknown as LedgerSource['registration'],
  services: [
    { ...head, servedOn: '2026-11-22', serviceType: '01', content: '讲了补贴政策和办法', result: 'CONTINUE' } as unknown as LedgerSource['services'][number],
    { ...head, servedOn: '2026-11-23', serviceType: '03', content: '推荐到包装车间面试', result: 'EMPLOYED' } as unknown as LedgerSource['services'][number],
  ],
  responsibleName: '林芳',
  hasNeed: true,
  done: { infoCheck: true, assessment: true, registration: true, service: true },
}

function cells(source: LedgerSource, masking: Masking): Record<string, string> {
  const row = fourOnesRow(source, 1, masking)
  return Object.fromEntries(fourOnesColumns(masking).map((column, i) => [column.key, row[i] as string]))
}

describe('6.2 the ledger of the four ones', () => {
  test('fits A4 landscape between the margins of 6.1', () => {
    const width = fourOnesColumns('INTERNAL').reduce((sum, column) => sum + column.widthMm, 0)
    expect(width).toBeLessThanOrEqual(257)
  })

  test('has the columns of 6.2 in their order', () => {
    expect(fourOnesColumns('INTERNAL').map(({ group, title }) => (group === null ? title : `${group.slice(0, 1)}${title}`))).toEqual([
      '序号', '乡镇（街道）', '村（社区）', '姓名', '性别', '残疾人证号', '残疾类别', '等级', '联系电话', '就业困难类别',
      '①日期', '①方式', '①结果', '①是否有就业需求', '②日期', '②支持等级', '②建议就业形式', '③日期', '③意向岗位', '③服务需求',
      '④日期', '④类型', '④内容', '④次数', '服务后状况', '责任人', '完成情况', '备注',
    ])
  })

  test('gives the phone of the contact where the person has none', () => {
    const { phone: _none, ...withoutPhone } = person
    const reached = { ...untouched, person: { ...withoutPhone, contactPhone: '13900000319' } }
    expect(cells(reached, 'SCREEN').phone).toBe('139****0319')
    expect(cells(reached, 'PUBLIC')).not.toHaveProperty('phone')
  })

  test('shows a dash where nothing was done, and says which step is owed', () => {
    expect(cells(untouched, 'INTERNAL')).toMatchObject({ checkedOn: '—', supportLevel: '—', content: '—', times: '0', need: '—', done: '差核对' })
  })

  test('shows the four steps, the latest service and how many there were', () => {
    expect(cells(complete, 'INTERNAL')).toMatchObject({
      checkedOn: '03.12', need: '有', assessedOn: '11.20', supportLevel: '1级', registeredOn: '11.21', servedOn: '11.23', times: '2',
      content: '推荐到包装车间面试', responsible: '林芳', done: '全部完成',
    })
  })

  test('names the first two suggested forms, in their order of preference', () => {
    const forms = (list: readonly string[]) => cells({ ...complete, assessment: { ...complete.assessment, suggestedForms: list } as unknown as LedgerSource['assessment'] }, 'INTERNAL').suggestedForms
    expect(forms(['QUOTA', 'HOME'])).toBe('按比例就业、居家就业')
    expect(forms(['QUOTA', 'HOME', 'SHELTERED'])).toBe('按比例就业、居家就业等')
  })

  test('marks a certificate number that nobody has seen yet', () => {
    const derived = { ...untouched, person: { ...person, certDerived: true } }
    expect(cells(derived, 'INTERNAL').certNumber).toBe('21019919740322216743（推得）')
  })

  test('sums count assessments, registrations and services of those with need only', () => {
    const noNeed = { ...complete, hasNeed: false }
    const sums = [untouched, complete, noNeed].reduce(addToSums, emptySums)
    expect(sums).toEqual({ persons: 3, checked: 2, need: 1, assessed: 1, registered: 1, served: 1, services: 4, done: 1 })
    expect(sumCells(sums)).toMatchObject({ serial: '合计', name: '3 人', done: '1' })
  })
})

describe('6.3 masking', () => {
  test('INTERNAL is whole, SCREEN masks the middle and digits 19 and 20', () => {
    expect(cells(untouched, 'INTERNAL')).toMatchObject({ certNumber: '21019919740322216743', phone: '13900000318' })
    expect(cells(untouched, 'SCREEN')).toMatchObject({ certNumber: '210199********2167**', phone: '139****0318' })
  })

  test('PUBLIC shows neither disability nor phone nor assessment, and masks the name', () => {
    const page = cells(complete, 'PUBLIC')
    expect(page.name).toBe('王*芬')
    expect(page).not.toHaveProperty('category')
    expect(page).not.toHaveProperty('grade')
    expect(page).not.toHaveProperty('phone')
    expect(page).not.toHaveProperty('supportLevel')
    const text = Object.values(page).join(' ')
    for (const secret of ['210199', '19740322', '13900000318', '三级', '肢体']) expect(text).not.toContain(secret)
  })

  test('PUBLIC names no intention, service or need that tells the disability', () => {
    const blind = {
      ...complete,
      registration: { ...head, registeredOn: '2026-11-21', intentions: [{ rank: 1, family: 'J02', form: '2' }], serviceNeeds: ['06', '13'] } as unknown as LedgerSource['registration'],
      services: [{ ...head, servedOn: '2026-11-22', serviceType: '06', content: '做了康复训练的安排', result: 'CONTINUE' } as unknown as LedgerSource['services'][number]],
    }
    expect(cells(blind, 'INTERNAL')).toMatchObject({ intentions: '盲人医疗按摩', serviceType: '职业康复训练' })
    expect(Object.values(cells(blind, 'PUBLIC')).join(' ')).not.toMatch(/盲|康复|辅具/)
  })
})
