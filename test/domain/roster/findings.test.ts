import { describe, expect, it } from 'vitest'
import { unknownCounty } from '../../../domain/divisions/liaoning.ts'
import { findingCodes, findingSentence } from '../../../domain/roster/findings.ts'
import type { FindingCode } from '../../../domain/roster/findings.ts'
import { checkSheets, number, personOf, verdictOf } from './rows.ts'
import type { Given } from './rows.ts'

const id = '210199198503140017'
const base: Record<string, Given> = { 姓名: '张三', 性别: '男', 身份证号: id, 残疾人证号: `${id}43`, 残疾类别: '肢体', 残疾等级: '三级', 出生日期: '1985-03-14', 乡镇: '东河乡', 村: '王家村', 联系电话: '13912340318', 是否就业: '否', 备注: '' }
const withCells = (change: Record<string, Given>) => ({ ...base, ...change })

describe('a row without faults', () => {
  it('is clean', () => {
    expect(verdictOf(base)).toBe('clean')
    expect(personOf(base)).toEqual({
      name: '张三', idNumber: id, certNumber: `${id}43`, certDerived: false, sex: '男', sexCode: '1', birthDate: '1985-03-14', town: '东河乡',
      townCode: '210199101', disabilityCategory: '4', disabilityGrade: '3', village: '王家村', phone: '13912340318', employed: false,
    })
  })

  it.each<[string, Record<string, Given>]>([
    ['blank optional cells', { 性别: '', 残疾人证号: '', 残疾类别: '', 残疾等级: '', 出生日期: '', 乡镇: '', 村: '', 联系电话: '', 是否就业: '' }],
    ['a real date cell', { 出生日期: { kind: 'date', text: '1985-03-14', date: '1985-03-14' } }],
    ['a replacement certificate', { 残疾人证号: `${id}43B1` }],
    ['rare characters', { 姓名: '张𫍯' }],
    ['the right dot', { 姓名: '阿依努尔·买买提' }],
    ['the category with its ending', { 残疾类别: '肢体残疾' }],
    ['the grade in figures', { 残疾等级: '3级' }],
    ['a landline', { 联系电话: '024-87651234' }],
    ['a landline without its dash', { 联系电话: '02487651234' }],
    ['a phone in a number cell', { 联系电话: { kind: 'number', text: '13912340318' } }],
    ['only year and month of birth', { 出生日期: '1985.03' }],
    ['a date cell of the day before its note', { 备注: '困难户' }],
  ])('has no finding for %s', (_, change) => {
    expect(verdictOf(withCells(change))).toBe('clean')
  })

  it.each([
    ['√', true], ['×', false], ['✓', true], ['✗', false], ['是', true], ['否', false], ['有', true], ['无', false], ['已就业', true],
    ['未就业', false], ['就业', true], ['失业', false], ['在业', true], ['1', true], ['0', false], ['灵活就业', true], ['待业', false], ['☑是 □否', true],
  ])('takes %s for a plain answer about work', (text, employed) => {
    expect(verdictOf(withCells({ 是否就业: text }))).toBe('clean')
    expect(personOf(withCells({ 是否就业: text }))?.employed).toBe(employed)
  })

  it('does not make up what the row does not say', () => {
    const person = personOf({ 姓名: '张三', 身份证号: id, 是否就业: '', 文化程度: '不详', 民族: '' })
    expect(person).toEqual({
      name: '张三', idNumber: id, certNumber: null, certDerived: false, sex: '男', sexCode: '1', birthDate: '1985-03-14', town: null,
      townCode: null, disabilityCategory: null, disabilityGrade: null,
    })
  })
})

describe('mended', () => {
  const x = number('1988-08-07', 3).toUpperCase()
  it.each<[string, Record<string, Given>, string]>([
    ['full-width digits', { 身份证号: '２１０１９９１９８５０３１４００１７' }, 'full-width@idNumber'],
    ['spaces in the number', { 身份证号: '210199 19850314 0017 ' }, 'spaces@idNumber'],
    ['a space before the certificate', { 残疾人证号: ` ${id}43` }, 'spaces@certNumber'],
    ['a line break in the number', { 身份证号: '210199\n198503140017' }, 'spaces@idNumber'],
    ['a hard space in the number', { 身份证号: '\u00a0210199198503140017' }, 'spaces@idNumber'],
    ['an apostrophe', { 身份证号: `'${id}` }, 'apostrophe@idNumber'],
    ['a curly apostrophe', { 身份证号: `‘${id}` }, 'apostrophe@idNumber'],
    ['spaces in the name', { 姓名: '张　三' }, 'name-spaces@name'],
    ['a space after the name', { 姓名: '张三 ' }, 'name-spaces@name'],
    ['another dot', { 姓名: '古丽．艾山' }, 'name-dot@name'],
    ['a full stop for a dot', { 姓名: '古丽.艾山' }, 'name-dot@name'],
    ['a bullet for a dot', { 姓名: '古丽•艾山' }, 'name-dot@name'],
    ['dots in the date', { 出生日期: '1985.3.14' }, 'date-form@birthDate'],
    ['strokes in the date', { 出生日期: '1985/03/14' }, 'date-form@birthDate'],
    ['a Chinese date', { 出生日期: '1985年3月14日' }, 'date-form@birthDate'],
    ['a date without zeros', { 出生日期: '1985-3-14' }, 'date-form@birthDate'],
    ['a solid date', { 出生日期: '19850314' }, 'date-form@birthDate'],
    ['a solid date in a number cell', { 出生日期: { kind: 'number', text: '19850314' } }, 'date-form@birthDate'],
    ['the day number of a date', { 出生日期: { kind: 'number', text: '31120' } }, 'date-form@birthDate'],
    ['a date with its time', { 出生日期: '1985-03-14 00:00:00' }, 'date-form@birthDate'],
    ['a date in Chinese numerals', { 出生日期: '一九八五年三月十四日' }, 'date-form@birthDate'],
    ['a town without its suffix', { 乡镇: '东河' }, 'town-completed@town'],
    ['a town with its county', { 乡镇: '示范县东河乡' }, 'town-completed@town'],
    ['the code of a sex', { 性别: '1' }, 'digit-code@sex'],
    ['the code of a sex in a number cell', { 性别: { kind: 'number', text: '1' } }, 'digit-code@sex'],
    ['the codes of category and grade', { 残疾类别: '4', 残疾等级: '3' }, 'digit-code@category digit-code@grade'],
    ['two phones', { 联系电话: '13912340318/024-87651234' }, 'two-phones@phone'],
    ['spaces in a phone', { 联系电话: '139 1234 0318' }, 'spaces@phone'],
    ['full-width digits in a phone', { 联系电话: '１３９１２３４０３１８' }, 'full-width@phone'],
    ['dashes in a mobile', { 联系电话: '139-1234-0318' }, 'phone-form@phone'],
    ['a missing certificate', { 残疾人证号: '' }, 'cert-derived@certNumber'],
    ['a certificate without its last two digits', { 残疾人证号: id }, 'cert-derived@certNumber'],
    ['a missing number', { 身份证号: '' }, 'id-from-cert@idNumber'],
  ])('%s', (_, change, findings) => {
    expect(verdictOf(withCells(change))).toBe(`mended ${findings}`)
    expect(personOf(withCells(change))).toMatchObject({ idNumber: id, certNumber: `${id}43`, town: '东河乡', birthDate: '1985-03-14' })
  })

  it('a lower-case x, in number and certificate', () => {
    expect(x.endsWith('X')).toBe(true)
    const change = { 身份证号: x.toLowerCase(), 残疾人证号: `${x.toLowerCase()}43`, 出生日期: '1988-08-07' }
    expect(verdictOf(withCells(change))).toBe('mended lower-case-x@idNumber lower-case-x@certNumber')
  })

  it('marks a certificate that was put together, and keeps both phones', () => {
    expect(personOf(withCells({ 残疾人证号: '' }))).toMatchObject({ certNumber: `${id}43`, certDerived: true })
    expect(personOf(withCells({ 联系电话: '13912340318 024-87651234' }))).toMatchObject({ phone: '13912340318', otherPhones: ['024-87651234'] })
  })
})

describe('doubtful', () => {
  it.each<[string, Record<string, Given>, string]>([
    ['another number in the certificate', { 残疾人证号: `${number('1985-03-14', 3)}43` }, 'cert-other-number@certNumber'],
    ['a certificate that is no certificate', { 残疾人证号: '1234' }, 'cert-shape@certNumber'],
    ['a certificate that lost its digits', { 残疾人证号: { kind: 'number', text: '2.1019919850314E19' } }, 'cert-shape@certNumber'],
    ['another category', { 残疾类别: '视力' }, 'category-differs@category'],
    ['another category as a code', { 残疾类别: '1' }, 'digit-code@category category-differs@category'],
    ['another grade', { 残疾等级: '四级' }, 'grade-differs@grade'],
    ['another sex', { 性别: '女' }, 'sex-differs@sex'],
    ['another sex as a code', { 性别: '2' }, 'sex-differs@sex'],
    ['another birth date', { 出生日期: '1985-04-14' }, 'birth-differs@birthDate'],
    ['a birth date that does not exist', { 出生日期: '1985-02-30' }, 'birth-differs@birthDate'],
    ['another month of birth', { 出生日期: '1985.04' }, 'birth-differs@birthDate'],
    ['a town that is not in the list', { 乡镇: '不知名镇' }, 'town-unknown@town'],
    ['a town with another suffix', { 乡镇: '东河镇' }, 'town-unknown@town'],
    ['a phone with digits missing', { 联系电话: '1380013800' }, 'phone-impossible@phone'],
    ['a phone that cannot be', { 联系电话: '99999999999' }, 'phone-impossible@phone'],
    ['a bad phone beside a good one', { 联系电话: '13912340318/1234' }, 'phone-impossible@phone'],
    ['no in words for a phone', { 联系电话: '无' }, 'phone-impossible@phone'],
    ['words beside a phone', { 联系电话: '13912340318（儿子）' }, 'phone-impossible@phone'],
  ])('%s', (_, change, findings) => {
    expect(verdictOf(withCells(change))).toBe(`doubtful ${findings}`)
  })

  it('keeps name and number, leaves the town open, and the good phone in', () => {
    expect(personOf(withCells({ 乡镇: '东河镇' }))).toMatchObject({ name: '张三', idNumber: id, town: null })
    expect(personOf(withCells({ 联系电话: '1234/13912340318' }))?.phone).toBe('13912340318')
    expect(personOf(withCells({ 性别: '女' }))?.sex).toBe('男')
  })
})

describe('refused', () => {
  it.each<[string, Record<string, Given>, string]>([
    ['a wrong check digit', { 身份证号: '210199198503140018' }, 'id-check@idNumber'],
    ['a number cell', { 身份证号: { kind: 'number', text: '210199198503140000' } }, 'id-lost-digits@idNumber'],
    ['a number cell that happens to be right', { 身份证号: { kind: 'number', text: id } }, 'id-lost-digits@idNumber'],
    ['scientific notation of LibreOffice', { 身份证号: { kind: 'number', text: '2.10199198503140E+017' } }, 'id-lost-digits@idNumber'],
    ['scientific notation in text', { 身份证号: '2.10199E+17' }, 'id-lost-digits@idNumber'],
    ['the zeros that csv leaves', { 身份证号: '210199198503140000' }, 'id-lost-digits@idNumber'],
    ['an old number', { 身份证号: '210199850314001' }, 'id-fifteen@idNumber'],
    ['an old number in a number cell', { 身份证号: { kind: 'number', text: '210199850314001' } }, 'id-fifteen@idNumber'],
    ['an old number in scientific notation that lost nothing', { 身份证号: { kind: 'number', text: '2.10199850314001E+14' } }, 'id-fifteen@idNumber'],
    ['no name', { 姓名: '' }, 'name-missing@name'],
    ['a stroke for a name', { 姓名: '/' }, 'name-missing@name'],
    ['no number at all', { 身份证号: '', 残疾人证号: '' }, 'id-missing@idNumber'],
    ['a word for a number', { 身份证号: '无', 残疾人证号: '' }, 'id-missing@idNumber'],
    ['17 digits', { 身份证号: '21019919850314001' }, 'id-length@idNumber'],
    ['19 digits', { 身份证号: `${id}4` }, 'id-length@idNumber'],
    ['the certificate in the column of the number', { 身份证号: `${id}43` }, 'id-length@idNumber'],
    ['a letter among the digits', { 身份证号: '21019919850314O017' }, 'id-shape@idNumber'],
    ['30 February', { 身份证号: number('1983-02-30', 573) }, 'id-date@idNumber'],
    ['a birth that is still to come', { 身份证号: number('2026-03-02', 11) }, 'id-date@idNumber'],
  ])('%s', (_, change, findings) => {
    const told = verdictOf(withCells(change))
    expect(told.startsWith('refused ')).toBe(true)
    expect(told).toContain(findings)
    expect(personOf(withCells(change))).toBeNull()
  })

  it('names the 18 digits of an old number', () => {
    const { rows } = checkSheets({ 名册: [['姓名', '身份证号'], ['张三', '210199850314001']] })
    expect(rows[0]?.findings).toEqual([{ code: 'id-fifteen', kind: 'refused', field: 'idNumber', before: '210199850314001', after: id }])
  })
})

describe('flagged', () => {
  it.each<[string, Record<string, Given>, string]>([
    ['a man past his month', { 身份证号: number('1965-12-20', 11) }, 'age-over'],
    ['a woman past her month', { 身份证号: number('1970-12-20', 12) }, 'age-over'],
    ['a child', { 身份证号: number('2010-03-02', 11) }, 'age-under'],
  ])('%s', (_, change, code) => {
    expect(verdictOf({ 姓名: '张三', ...change })).toBe(`clean ${code}@idNumber`)
  })

  it('nobody on the last day of working age or the first', () => {
    for (const born of ['1966-01-31', '2010-03-01']) expect(verdictOf({ 姓名: '张三', 身份证号: number(born, 11) })).toBe('clean')
  })

  it.each([
    ['死亡', 'note-dead'], ['2025年去世', 'note-dead'], ['已故', 'note-dead'], ['因病去世', 'note-dead'], ['病故', 'note-dead'], ['亡', 'note-dead'],
    ['注销', 'note-cert-cancelled'], ['证已注销', 'note-cert-cancelled'], ['残疾证已注销', 'note-cert-cancelled'],
    ['户口迁出', 'note-moved-out'], ['迁至沈阳', 'note-moved-out'], ['已迁走', 'note-moved-out'], ['户口已迁往外省', 'note-moved-out'],
  ])('a note that says %s', (note, code) => {
    expect(verdictOf(withCells({ 备注: note }))).toBe(`clean ${code}@note`)
  })

  it.each([
    '未注销', '没有死亡', '未迁出', '父母双亡', '丈夫去世', '母亲已故，独自生活', '父亲2020年去世', '迁入', '由外县迁至本县', '房屋拆迁', '低保已注销', '营业执照注销',
    '丧偶', '注销后已恢复',
  ])('not a note that says %s', (note) => {
    expect(verdictOf(withCells({ 备注: note }))).toBe('clean')
  })

  it('what a column of states says', () => {
    expect(verdictOf({ 姓名: '张三', 身份证号: id, 人员状态: '死亡' })).toBe('clean note-dead@status')
    expect(verdictOf({ 姓名: '张三', 身份证号: id, 是否死亡: '是' })).toBe('clean note-dead@status')
    expect(verdictOf({ 姓名: '张三', 身份证号: id, 是否死亡: '否' })).toBe('clean')
  })
})

describe('the verdict', () => {
  it('is the gravest finding, flags aside', () => {
    expect(verdictOf(withCells({ 出生日期: '1985.3.14', 联系电话: '无', 备注: '死亡' })).split(' ')[0]).toBe('doubtful')
    expect(verdictOf(withCells({ 身份证号: '210199198503140018', 联系电话: '无', 姓名: '张 三' })).split(' ')[0]).toBe('refused')
  })
})

describe('towns', () => {
  it('are not judged where the county has no list', () => {
    expect(verdictOf(withCells({ 乡镇: '河口镇' }), unknownCounty('220199'))).toBe('clean')
    expect(personOf(withCells({ 乡镇: '河口镇' }), unknownCounty('220199'))?.town).toBeNull()
  })
})

describe('sentences', () => {
  it('say every finding in both languages, in words without codes', () => {
    for (const code of Object.keys(findingCodes) as FindingCode[]) {
      const item = { code, kind: findingCodes[code].kind, field: 'idNumber' as const, before: '2101', after: '210199' }
      for (const lang of ['zh', 'en'] as const) {
        const sentence = findingSentence(item, lang)
        expect(sentence.length).toBeGreaterThan(8)
        expect(sentence).not.toMatch(/undefined|null|！|失败|非法|错误/)
        if (lang === 'zh') expect(sentence).not.toContain(code)
      }
      expect(findingSentence(item, 'zh')).toMatch(/。$/)
    }
  })
})
