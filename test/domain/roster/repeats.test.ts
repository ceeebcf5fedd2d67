import { describe, expect, it } from 'vitest'
import { checkSheets, number } from './rows.ts'
import type { Given } from './rows.ts'

const header = ['序号', '姓名', '身份证号', '乡镇', '联系电话', '出生日期', '备注']
const id = '210199198503140017'
const row = (serial: string, change: Readonly<Record<number, Given>> = {}): Given[] =>
  [serial, '张三', id, '东河乡', '13912340318', '1985-03-14', ''].map((cell, index) => change[index] ?? cell)

function told(...rows: Given[][]): string[] {
  return checkSheets({ 名册: [header, ...rows] }).rows.map((item) => `${item.verdict}${item.sameAs === null ? '' : ` ${item.sameAs.row}`}`)
}

describe('a person twice', () => {
  it('is a duplicate when nothing but the serial number differs', () => {
    expect(told(row('1'), row('2'))).toEqual(['clean', 'duplicate 2'])
  })

  it.each(['序', '总序号', '乡镇序号', '行次', '编码', 'No.', ''])('is a duplicate also where the serial number is called %j', (label) => {
    const sheet = [[label, '姓名', '身份证号'], ['1', '张三', id], ['2', '张三', id]]
    expect(checkSheets({ 名册: sheet }).rows.map((item) => item.verdict)).toEqual(['clean', 'duplicate'])
  })

  it('is a duplicate also when the same is written another way', () => {
    const other = row('2', { 1: '张 三', 2: '２１０１９９１９８５０３１４００１７', 3: '东河', 5: '1985.3.14' })
    expect(told(row('1'), other)).toEqual(['clean', 'duplicate 2'])
  })

  it.each([
    ['phone', row('2', { 4: '13912340319' })],
    ['phone that cannot be', row('2', { 4: '1391234031' })],
    ['name', row('2', { 1: '张三丰' })],
    ['town', row('2', { 3: '西岭镇' })],
    ['note', row('2', { 6: '低保' })],
    ['blank instead of a phone', row('2', { 4: { kind: 'text', text: '' } })],
  ])('is doubtful with another %s, and the first row keeps its verdict', (_, second) => {
    expect(told(row('1'), second)).toEqual(['clean', 'doubtful 2'])
  })

  it('says what differs', () => {
    const { rows } = checkSheets({ 名册: [header, row('1'), row('2', { 4: '13912340319', 3: '西岭镇' })] })
    expect(rows[1]?.findings.at(-1)).toEqual({ code: 'same-person-differs', kind: 'doubtful', field: 'town', before: '乡镇、电话', after: null })
  })

  it('is a duplicate of a row that was itself in doubt', () => {
    const other = row('2', { 4: '13912340319' })
    expect(told(row('1'), other, row('3', { 4: '13912340319' }))).toEqual(['clean', 'doubtful 2', 'duplicate 3'])
  })

  it('stays refused when the row is refused, and a refused row is nobody to compare with', () => {
    const nameless = row('1', { 1: { kind: 'text', text: '' } })
    expect(told(nameless, nameless, row('3'))).toEqual(['refused', 'refused', 'clean'])
    const wrong = row('1', { 2: '210199198503140018' })
    expect(told(wrong, wrong)).toEqual(['refused', 'refused'])
  })

  it('is found across sheets of other layouts, columns that are not there aside', () => {
    const { rows, summary } = checkSheets({
      一: [header, row('1'), ['2', '李四', number('1990-01-05', 12), '西岭镇', '13912340320', '1990-01-05', '']],
      二: [['身份证号码', '残疾人姓名', '手机'], [id, '张三', '13912340318'], [number('1990-01-05', 12), '李四', '13912340321']],
    })
    expect(rows.map((item) => item.verdict)).toEqual(['clean', 'clean', 'duplicate', 'doubtful'])
    expect(summary.persons).toBe(2)
  })

  it('differs by a column that no rule knows', () => {
    const own = ['姓名', '身份证号', '鞋码']
    const { rows } = checkSheets({ 名册: [own, ['张三', id, '41'], ['张三', id, '42'], ['张三', id, '41']] })
    expect(rows.map((item) => item.verdict)).toEqual(['clean', 'doubtful', 'duplicate'])
    expect(rows[1]?.findings.at(-1)?.before).toBe('鞋码')
  })
})
