import { describe, expect, it } from 'vitest'
import { countyByCode } from '../../../domain/divisions/liaoning.ts'
import { checkSheets, number, personOf } from './rows.ts'
import type { Given } from './rows.ts'

const id = '210199198503140017'
const second = number('1990-01-05', 12)
const third = number('1975-07-30', 21)

function lines(rows: readonly (readonly Given[])[], sheet = '名册'): string[] {
  return checkSheets({ [sheet]: rows }).rows.map((item) => `${item.row} ${item.verdict} ${item.person?.name ?? '-'} ${item.person?.town ?? '-'}`)
}

describe('headers', () => {
  it('are found under titles, blank rows and remarks, in any order of columns', () => {
    const rows = [
      ['示范县残疾人就业状况调查表'],
      ['填报单位：示范县残联', '', '', '填报日期：2026.3.1'],
      [],
      ['联系方式', '户籍所在\n乡镇（街道）', '残疾人证号码（20位）', '身份证\n号码*', '姓  名', '序号'],
      ['13912340318', '东河乡', `${id}43`, id, '张三', '1'],
    ]
    expect(lines(rows)).toEqual(['5 clean 张三 东河乡'])
  })

  it.each(['姓名Name', '姓名/Name', 'Name姓名'])('may be in two languages: %s', (label) => {
    expect(lines([[label, '身份证号ID', '乡镇Town'], ['张三', id, '东河乡']])).toEqual(['2 clean 张三 东河乡'])
  })

  it('tell 证号 of the card from that of the certificate by the group above', () => {
    const header = [['姓名', '身份证', '', '残疾人证', ''], ['', '证号', '有效期', '证号', '等级']]
    const { rows } = checkSheets({ 名册: [...header, ['张三', id, '', `${id}43`, '三级'], ['李四', second, '', `${id}43`, '三级']] })
    expect(rows.map((item) => [item.verdict, item.person?.certNumber])).toEqual([['clean', `${id}43`], ['doubtful', `${id}43`]])
  })

  it.each<[string, string]>([['残疾人证件号', `${id}43`], ['残疾分类', '肢体'], ['伤残等级', '三级'], ['是否已经就业', '否'], ['2026年是否就业', '否'], ['现学历', '初中']])(
    'know a column %s', (label, cell) => {
      const person = checkSheets({ 名册: [['姓名', '身份证号', label], ['张三', id, cell]] }).rows[0]?.person
      const told = [person?.certNumber, person?.disabilityCategory, person?.disabilityGrade, person?.employed, person?.education]
      expect(told.some((value) => value !== null && value !== undefined)).toBe(true)
    },
  )

  it('may be two rows high with merged groups', () => {
    const rows = [
      ['序号', '姓名', '身份证号', '残疾人证信息', '', '', '住址', '', '监护人', '', '本人电话'],
      ['', '', '', '证号', '类别', '等级', '乡镇', '村', '姓名', '电话', ''],
      ['1', '张三', id, `${id}43`, '肢体', '三级', '东河乡', '王家村', '张大山', '13912340319', '13912340318'],
    ]
    const { rows: read } = checkSheets({ 名册: rows })
    expect(read[0]).toMatchObject({
      verdict: 'clean', row: 3,
      person: { name: '张三', certNumber: `${id}43`, town: '东河乡', village: '王家村', guardianName: '张大山', guardianPhone: '13912340319', phone: '13912340318' },
    })
  })

  it('may have all fields in the lower row and only groups above', () => {
    const rows = [
      ['基本信息', '', '', '监护人信息', '', '就业信息', ''],
      ['姓名', '公民身份号码', '手机号', '姓名', '联系电话', '就业状态', '未就业原因'],
      ['张三', id, '13912340318', '张大山', '13912340319', '未就业', '无就业技能'],
    ]
    const { rows: read } = checkSheets({ 名册: rows })
    expect(read[0]?.person).toMatchObject({ name: '张三', phone: '13912340318', guardianName: '张大山', employed: false, unemployedReason: '5' })
  })

  it('may be three rows high', () => {
    const rows = [
      ['序号', '姓名', '身份证号', '残疾情况', '', ''],
      ['', '', '', '残疾人证', '评定', ''],
      ['', '', '', '残疾人证号', '残疾类别', '残疾等级'],
      ['1', '张三', id, `${id}43`, '肢体', '三级'],
    ]
    expect(checkSheets({ 名册: rows }).rows[0]).toMatchObject({ verdict: 'clean', person: { certNumber: `${id}43`, disabilityGrade: '3' } })
  })

  it('repeat on later pages, with another order of columns even', () => {
    const rows = [
      ['姓名', '身份证号', '乡镇'],
      ['张三', id, '东河乡'],
      ['示范县残疾人花名册（续）'],
      ['姓名', '身份证号', '乡镇'],
      ['李四', second, '西岭镇'],
      ['身份证号', '姓名', '电话'],
      [third, '王五', '13912340318'],
    ]
    expect(lines(rows)).toEqual(['2 clean 张三 东河乡', '5 clean 李四 西岭镇', '7 clean 王五 -'])
  })

  it('are not mistaken in a sheet of instructions or a form of one person', () => {
    expect(lines([['栏目', '填写要求'], ['姓名', '与身份证一致'], ['身份证号', '18 位']])).toEqual([])
    expect(lines([['姓名', '张三', '身份证号', id], ['性别', '男', '电话', '13912340318']])).toEqual([])
    const { rows, summary } = checkSheets({
      填表说明: [['本表由各乡镇填报。姓名、身份证号必须填写。']],
      花名册: [['姓名', '身份证号'], ['张三', id]],
    })
    expect(rows).toHaveLength(1)
    expect(summary.sheets.map((sheet) => sheet.headerRow)).toEqual([null, 1])
  })

  it('may name one column for either number', () => {
    const rows = [['姓名', '身份证号（残疾人证号）'], ['张三', `${id}43`], ['李四', second]]
    const { rows: read } = checkSheets({ 名册: rows })
    expect(read.map((item) => [item.verdict, item.person?.idNumber, item.person?.certNumber])).toEqual([
      ['clean', id, `${id}43`], ['clean', second, null],
    ])
  })

  it('may stand twice, side by side', () => {
    const rows = [
      ['序号', '姓名', '身份证号', '', '序号', '姓名', '身份证号'],
      ['1', '张三', id, '', '3', '王五', third],
      ['2', '李四', second, '', '', '', ''],
    ]
    expect(lines(rows)).toEqual(['2 clean 张三 -', '2 clean 王五 -', '3 clean 李四 -'])
  })

  it('may have only the certificate', () => {
    const { rows: read } = checkSheets({ 名册: [['姓名', '残疾证号'], ['张三', `${id}43`]] })
    expect(read[0]).toMatchObject({ verdict: 'mended', person: { idNumber: id, disabilityCategory: '4' } })
  })
})

describe('rows that are no persons', () => {
  it.each<[string, Given[]]>([
    ['a subtotal', ['小计', '400人', '', '']],
    ['a total in the name column', ['', '合计', '', '1240']],
    ['a total with its count', ['合计：2人', '', '', '']],
    ['a page total', ['本页小计', '', '', '']],
    ['who filled it in', ['填表人：张某', '', '审核人：李某', '单位负责人：王某']],
    ['who filled it in, in two cells', ['填表人', '张某', '审核人', '李某']],
    ['a remark', ['注：本表一式两份。', '', '', '']],
    ['an instruction', ['说明：1.残疾类别填写文字。', '', '', '']],
    ['a page number', ['第1页 共3页', '', '', '']],
    ['numbers of columns', ['1', '2', '3', '4']],
    ['an example', ['例', '张三', '210199198503140017', '东河乡']],
    ['hints', ['', '必填', '必填，18位', '选填']],
    ['a serial number that waits for somebody', ['17', '', '', '']],
    ['a prepared town', ['17', '', '', '东河乡']],
    ['a title', ['示范县残疾人花名册', '', '', '']],
  ])('%s', (_, row) => {
    const rows = [['序号', '姓名', '身份证号', '乡镇'], ['1', '李四', second, '西岭镇'], row, ['2', '王五', third, '东河乡']]
    expect(lines(rows)).toEqual(['2 clean 李四 西岭镇', '4 clean 王五 东河乡'])
  })

  it('are told from persons whose number or name is missing', () => {
    const rows = [['序号', '姓名', '性别', '身份证号', '乡镇'], ['1', '李四', '女', '', '西岭镇'], ['2', '', '男', third, '东河乡'], ['3', '王五', '', '', '']]
    expect(lines(rows)).toEqual(['2 refused - -', '3 refused - -', '4 refused - -'])
  })
})

describe('towns outside their column', () => {
  it('are taken from group rows, the sheet name, a title, an address', () => {
    const header = ['序号', '姓名', '身份证号']
    expect(lines([header, ['东河乡（1人）'], ['1', '张三', id], ['西岭镇', '', ''], ['2', '李四', second]])).toEqual([
      '3 clean 张三 东河乡', '5 clean 李四 西岭镇',
    ])
    expect(lines([header, ['1', '张三', id]], '东河乡')).toEqual(['2 clean 张三 东河乡'])
    expect(lines([header, ['1', '张三', id]], '2.东河')).toEqual(['2 clean 张三 东河乡'])
    expect(lines([['示范县东河乡残疾人花名册'], header, ['1', '张三', id]])).toEqual(['3 clean 张三 东河乡'])
    expect(lines([[...header, '家庭住址'], ['1', '张三', id, '示范县东河乡王家村3组']])).toEqual(['2 clean 张三 东河乡'])
  })

  it('come out of a column for town and village together', () => {
    expect(personOf({ 姓名: '张三', 身份证号: id, '乡镇（村）': '东河乡王家村' })).toMatchObject({ town: '东河乡', village: '王家村' })
    expect(personOf({ 姓名: '张三', 身份证号: id, 所在乡镇村: '东河乡王家村' })).toMatchObject({ town: '东河乡', village: '王家村' })
  })

  it('are those of the county, also of a real one', () => {
    const county = countyByCode('210123')
    expect(county).not.toBeNull()
    if (county === null) return
    const town = county.towns.find((item) => item.name.endsWith('镇'))
    expect(personOf({ 姓名: '张三', 身份证号: id, 乡镇: town?.name ?? '' }, county)?.town).toBe(town?.name)
    expect(personOf({ 姓名: '张三', 身份证号: id, 乡镇: '东河乡' }, county)?.town).toBeNull()
  })
})

describe('disability in other columns', () => {
  it.each<[string, Record<string, Given>]>([
    ['category and grade in one cell', { '残疾类别及等级': '肢体三级' }],
    ['with a stroke', { '残疾类别/等级': '肢体/三级' }],
    ['in the column of the category', { 残疾类别: '肢体残疾叁级' }],
    ['in the column of the grade', { 残疾等级: '肢体三级' }],
    ['Roman numerals', { 残疾类别: '肢残', 残疾等级: 'Ⅲ级' }],
    ['as people write it', { 类别: '肢体', 级别: '三级（中度）' }],
  ])('%s', (_, cells) => {
    const row = { 姓名: '张三', 身份证号: id, 残疾人证号: `${id}43`, ...cells }
    const { rows } = checkSheets({ 名册: [Object.keys(row), Object.values(row)] })
    expect(rows[0]).toMatchObject({ verdict: 'clean', person: { disabilityCategory: '4', disabilityGrade: '3' } })
  })

  it('reads what multiple disability is made of', () => {
    const row = { 姓名: '张三', 身份证号: id, 残疾人证号: `${id}71`, 残疾类别: '多重（肢体、智力）', 残疾等级: '一级' }
    expect(personOf(row)).toMatchObject({ disabilityCategory: '7', multiCategories: ['4', '5'] })
  })

  it('reads ticks under groups', () => {
    const rows = [
      ['姓名', '身份证号', '性别', '', '残疾类别', '', '', '残疾等级', '', '', ''],
      ['', '', '男', '女', '视力', '肢体', '多重', '一级', '二级', '三级', '四级'],
      ['张三', id, '√', '', '', '√', '', '', '', '√', ''],
      ['李四', second, '√', '', '√', '', '', '√', '', '', ''],
    ]
    const { rows: read } = checkSheets({ 名册: rows })
    expect(read[0]).toMatchObject({ verdict: 'mended', person: { certNumber: `${id}43`, certDerived: true } })
    expect(read[1]?.findings.map((item) => item.code)).toEqual(['cert-derived', 'sex-differs'])
  })
})

describe('other columns', () => {
  it('are read by their words', () => {
    const row = {
      姓名: '张三', 身份证号: id, 民族: '满', 文化程度: '中专', 户口性质: '非农业', 婚姻状况: '未婚', 未就业原因: '丧失劳动能力', 家庭住址: '东河乡王家村', 监护人: '张大山',
      监护人电话: '13912340319', 联系人: '李梅', 联系人电话: '13912340320', 是否低保: '是', 年龄: '41', 致残原因: '外伤', 有效期至: '2031年5月1日', 工作单位: '示范厂',
    }
    expect(personOf(row)).toMatchObject({
      ethnicity: '11', education: '41', hukouType: '10', maritalStatus: '10', unemployedReason: '3', address: '东河乡王家村', guardianName: '张大山',
      guardianPhone: '13912340319', contactName: '李梅', contactPhone: '13912340320', socialAid: 'DIBAO', disabilityCause: '03', certValidUntil: '2031-05-01',
      employerName: '示范厂',
    })
  })

  it.each([
    ['小学', '80'], ['初中', '70'], ['高中', '60'], ['中专', '41'], ['职高', '44'], ['技校', '47'], ['大专', '30'], ['大学本科', '20'], ['本科', '20'],
    ['硕士', '14'], ['博士研究生', '11'], ['文盲', '90'], ['未上学', '90'], ['高中/中专', '60'], ['大专及以上', '30'], ['初中毕业', '71'],
  ])('takes the education %s', (text, code) => {
    expect(personOf({ 姓名: '张三', 身份证号: id, 文化程度: text })?.education).toBe(code)
  })

  it.each([
    ['农业', '20'], ['非农业', '10'], ['农村', '20'], ['城镇', '10'], ['居民户口', '13'], ['农业户口', '20'], ['非农', '10'], ['城镇居民', '10'],
  ])('takes the registration %s', (text, code) => {
    expect(personOf({ 姓名: '张三', 身份证号: id, 户口性质: text })?.hukouType).toBe(code)
  })

  it('keeps words that have no code as they stand', () => {
    const { rows, summary } = checkSheets({ 名册: [['姓名', '身份证号', '文化程度'], ['张三', id, '私塾三年']] })
    expect(rows[0]).toMatchObject({ verdict: 'clean', person: { unread: { education: '私塾三年' } } })
    expect(summary.unread).toEqual({ education: 1 })
  })
})
