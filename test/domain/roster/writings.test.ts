import { describe, expect, it } from 'vitest'
import { personOf, verdictOf } from './rows.ts'
import type { Given } from './rows.ts'

const id = '210199198503140017'
const base: Record<string, Given> = {
  姓名: '张三', 性别: '男', 身份证号: id, 残疾人证号: `${id}43`, 残疾类别: '肢体', 残疾等级: '三级', 出生日期: '1985-03-14', 乡镇: '东河乡',
  联系电话: '13912340318', 文化程度: '初中', 是否就业: '否', 备注: '',
}
const withCells = (change: Record<string, Given>) => ({ ...base, ...change })

describe('ways of writing that counties have', () => {
  it.each([
    '1985/3/14 0:00', '1985-03-14T00:00:00', '1985/3/14 12:00:00 AM', '1985 3 14', '14.3.1985', '14-03-1985', '850314', '1985年3月14日 星期四',
  ])('the birth date %s', (text) => {
    expect(verdictOf(withCells({ 出生日期: text }))).toBe('mended date-form@birthDate')
  })

  it.each(['850315', '1985/3/15 0:00', '15.3.1985'])('another birth date all the same: %s', (text) => {
    expect(verdictOf(withCells({ 出生日期: text }))).toBe('doubtful birth-differs@birthDate')
  })

  it.each(['阿布都ㆍ买买提', '阿布都▪买买提', '阿布都⦁买买提', '阿布都‥买买提', '阿布都⸳买买提', '阿布都\u0387买买提'])('the dot in %s', (name) => {
    expect(verdictOf(withCells({ 姓名: name }))).toBe('mended name-dot@name')
    expect(personOf(withCells({ 姓名: name }))?.name).toBe('阿布都·买买提')
  })

  it.each<[Record<string, string>, string]>([
    [{ 残疾类别: '肢体 ' }, 'mended spaces@category'],
    [{ 残疾类别: '肢　体' }, 'mended spaces@category'],
    [{ 残疾等级: '三 级' }, 'mended spaces@grade'],
    [{ 残疾等级: '３级' }, 'mended full-width@grade'],
    [{ 残疾等级: '３' }, 'mended digit-code@grade'],
  ])('blanks and wide digits in words: %o', (change, expected) => {
    expect(verdictOf(withCells(change))).toBe(expected)
    expect(personOf(withCells(change))).toMatchObject({ disabilityCategory: '4', disabilityGrade: '3' })
  })

  it('keeps the good phone beside a short one, whichever comes first', () => {
    for (const text of ['13912340318 87651234', '87651234 13912340318']) {
      expect(verdictOf(withCells({ 联系电话: text }))).toBe('doubtful phone-impossible@phone')
      expect(personOf(withCells({ 联系电话: text }))?.phone).toBe('13912340318')
    }
  })

  it.each([
    ['是√ 否□', true], ['是□ 否√', false], ['是☑ 否□', true], ['√是 □否', true], ['□是 √否', false], ['✕', false], ['否（无业）', false],
    ['待业在家', false], ['家务', false], ['从未就业', false],
  ])('%s about work', (text, employed) => {
    expect(verdictOf(withCells({ 是否就业: text }))).toBe('clean')
    expect(personOf(withCells({ 是否就业: text }))?.employed).toBe(employed)
  })

  it.each([['九年义务教育', '70'], ['中技', '47'], ['学前', '90']])('%s as education', (text, education) => {
    expect(personOf(withCells({ 文化程度: text }))?.education).toBe(education)
  })

  it.each([
    ['已销户', 'note-cert-cancelled'], ['残疾证已销证', 'note-cert-cancelled'], ['迁移', 'note-moved-out'], ['已转出', 'note-moved-out'], ['搬迁至外地', 'note-moved-out'],
  ])('a note that says %s', (note, code) => {
    expect(verdictOf(withCells({ 备注: note }))).toBe(`clean ${code}@note`)
  })

  it.each(['不愿迁出', '不想迁出', '土地转出', '易地搬迁至新居', '银行卡已销户'])('nothing in a note that says %s', (note) => {
    expect(verdictOf(withCells({ 备注: note }))).toBe('clean')
  })

  it('takes the day in a column of days of death, cancelling or moving for what its label says', () => {
    expect(verdictOf(withCells({ 死亡时间: '2025年3月' }))).toBe('clean note-dead@status')
    expect(verdictOf(withCells({ 注销日期: { kind: 'date', text: '2025-03-01', date: '2025-03-01' } }))).toBe('clean note-cert-cancelled@status')
    expect(verdictOf(withCells({ 迁出时间: '', 死亡时间: '无' }))).toBe('clean')
    expect(verdictOf(withCells({ 现状: '已迁出' }))).toBe('clean note-moved-out@status')
  })

  it('takes a column 证号 for the certificate beside the number, for either without', () => {
    const { 残疾人证号: cert, ...rest } = base
    expect(verdictOf({ ...rest, 证号: cert })).toBe('clean')
    expect(verdictOf({ ...rest, 证号: '21019919850314' })).toBe('doubtful cert-shape@certNumber')
    expect(verdictOf({ 姓名: '张三', 证号: id })).toBe('clean')
    expect(personOf({ 姓名: '张三', 证号: `${id}43` })).toMatchObject({ idNumber: id, certNumber: `${id}43` })
  })
})
