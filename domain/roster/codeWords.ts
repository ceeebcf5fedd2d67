import { educationTables } from '../codes/education.ts'
import { employmentTables } from '../codes/employment.ts'
import { ethnicityTables } from '../codes/ethnicity.ts'
import { personTables } from '../codes/person.ts'
import { compact } from './cell.ts'
import type { Cell } from './cell.ts'
import type { RosterField } from './fields.ts'
import type { Reading } from './words.ts'

/** Words of a column to the codes of its table. A code itself is taken only where no other numbering is in use for the column. */

type Words = readonly (readonly [string, RegExp])[]

const education: Words = [
  ['11', /^博士(?:研究生)?(?:毕业)?$/],
  ['14', /^硕士(?:研究生)?(?:毕业)?$/],
  ['10', /^研究生(?:教育|学历)?(?:及以上|以上)?$/],
  ['30', /^(?:大学)?(?:专科|大专)(?:教育|学历|及以上|毕业|生)?$|^高职(?:高专|专科)?$/],
  ['20', /^(?:大学)?本科(?:教育|学历|及以上|以上|毕业|生)?$|^大学$|^大学毕业$/],
  ['44', /^职高$|^职业高中(?:毕业)?$/],
  ['47', /^技校$|^技工学校?(?:毕业)?$|^中技$/],
  ['41', /^中专$|^中等专科(?:学校)?(?:毕业)?$|^中师$/],
  ['40', /^中等职业(?:教育|学校)?$|^中职$|^(?:中专|职高|技校|中技|中职|中专中技){2,}$/],
  ['60', /^(?:普通)?高中(?:学历|毕业|文化|生|中专)?$|^高中中专(?:技校|职高)*$|^普高$/],
  ['63', /^高中肄业$/],
  ['70', /^九年(?:制)?义务教育?$|^初级?中学?(?:学历|文化|及以下|生)?$/],
  ['71', /^初中毕业$/],
  ['73', /^初中肄业$/],
  ['80', /^小学(?:学历|文化|及以下|生)?$/],
  ['81', /^小学毕业$/],
  ['83', /^小学肄业$/],
  ['90', /^文盲(?:半文盲|或半文盲)?$|^半文盲$|^未上(?:过)?学$|^没上(?:过)?学$|^未受过?教育$|^未接受(?:过)?教育$|^不识字$|^从未上过学$|^学前(?:教育|班)?$|^扫盲班?$|^其[他它]$|^特(?:殊)?教(?:育)?(?:学校)?$|^未入学$/],
]

const hukouType: Words = [
  ['11', /^本地非农业?(?:户口)?$/],
  ['12', /^外地非农业?(?:户口)?$/],
  ['21', /^本地农业(?:户口)?$/],
  ['22', /^外地农业(?:户口)?$/],
  ['13', /^(?:统一)?居民(?:户口|家庭户口|户)?$/],
  ['10', /^非农(?:业|户)?(?:家庭)?(?:户口|人口|户)?$|^城镇(?:户口|居民|户籍|人口|户)?$|^城市(?:户口|户籍|居民)?$|^市民$/],
  ['20', /^农业?(?:家庭)?(?:户口|人口|户)?$|^农村(?:户口|居民|户籍|人口|户)?$|^农民$|^农$/],
  ['30', /^港澳台侨?$/],
]

const maritalStatus: Words = [
  ['10', /^未婚$|^单身$/],
  ['20', /^已婚$|^有配偶$/],
  ['21', /^初婚$/],
  ['22', /^再婚$/],
  ['23', /^复婚$/],
  ['30', /^丧偶$/],
  ['40', /^离(?:婚|异)$/],
]

const unemployedReason: Words = [
  ['1', /在校|在读|上学|学生|就读/],
  ['2', /退休/],
  ['3', /(?:丧失|没有|无|失去|缺乏|缺少)劳动(?:能)?力|无就业能力|重度?残疾?无法|完全不能自理/],
  ['4', /无(?:就业|工作)?(?:意愿|愿望)|不愿(?:意)?(?:就业|工作)?|不想(?:就业|工作|干)|没有(?:就业)?意愿|无就业需求/],
  ['5', /(?:无|没有|缺|缺乏|缺少)(?:就业|劳动|职业)?技能|无一技之长|无技术|缺技术/],
  ['6', /征(?:用|收|地)|土地(?:被|流转)|失地/],
  ['7', /^其[他它]/],
]

const selfCare: Words = [
  ['3', /^(?:完全)?不能自理$|^无自理能力$|^不能$|^全护理$|^完全丧失(?:自理能力)?$/],
  ['2', /^(?:部分|半|基本不能)(?:能)?自理$|^半护理$|^部分丧失(?:自理能力)?$/],
  ['1', /^(?:完全|能够?|可以|基本)?(?:能)?自理$|^能$|^有自理能力$/],
]

const workCapacity: Words = [
  ['PARTIAL', /^部分(?:丧失)?(?:劳动(?:能)?力)?$|^弱劳(?:动力)?$|^半劳(?:动力)?$/],
  ['HAS', /^有(?:劳动(?:能)?力)?$|^是$|^普通劳动力$|^技能劳动力$/],
]

const socialAid: Words = [
  ['DIBIAN', /低保边缘|低边|边缘(?:户|家庭)?$/],
  ['TEKUN', /特困|五保/],
  ['DIBAO', /低保|最低生活保障/],
  ['RIGID_EXPENSE', /刚性支出|支出型/],
  ['NONE', /^(?:否|无|没有|未享受|一般户|一般家庭|普通户|非困难)$/],
]

const disabilityCause: Words = [
  ['01', /遗传|先天|出生缺陷|发育畸形/],
  ['04', /工伤/],
  ['05', /交通/],
  ['06', /中毒/],
  ['08', /战伤|因战/],
  ['03', /外伤|创伤|意外|伤害/],
  ['02', /疾病|病|传染性|后天/],
  ['07', /有害环境/],
  ['99', /^其[他它]|不明|不详/],
]

const certStatus: Words = [
  ['CANCELLED', /注销|作废|吊销/],
  ['FROZEN', /冻结/],
  ['EXPIRED', /过期|到期|失效/],
  ['VALID', /^(?:有效|正常|在用|持证|已持证|已办|有)$/],
]

const employmentForm: Words = [
  ['1', /^按比例/],
  ['2', /^集中|福利企业/],
  ['4', /公益性?岗|公岗/],
  ['5', /辅助性/],
  ['6', /种养|务农|农业|种植|养殖/],
  ['3', /个体|自主创业|自谋|创业/],
  ['7', /^灵活|社区|居家|打零工|零工|临时/],
]

const livingSource: Words = [
  ['1', /退休金|养老金|养老保险/],
  ['2', /财产性/],
  ['3', /低保|救助|福利|补贴|社会/],
  ['4', /家庭|子女|父母|供养|配偶|家人/],
  ['5', /^其[他它]/],
]

const politicalStatus: Words = [
  ['02', /预备党员/],
  ['01', /^(?:中共|共产)?党员$|^中共党员/],
  ['03', /^(?:共青)?团员/],
  ['12', /无党派/],
  ['13', /^群众$|^一般群众$/],
]

const relation: Words = [
  ['01', /^(?:配偶|夫妻|丈夫|妻子|夫|妻|爱人|老伴)$/],
  ['02', /^(?:父|父亲|爸爸|父子|父女)$/],
  ['03', /^(?:母|母亲|妈妈|母子|母女)$/],
  ['04', /^(?:子|儿子|长子|次子|三子|独生子)$/],
  ['05', /^(?:女|女儿|长女|次女|三女|独生女)$/],
  ['06', /^(?:兄弟|姐妹|兄弟姐妹|哥哥?|弟弟?|姐姐?|妹妹?|兄妹|姐弟|兄)$/],
  ['07', /^(?:祖父母?|祖母|爷爷|奶奶|外祖父母?|外祖母|姥爷|姥姥)$/],
  ['08', /^(?:孙子|孙女|外孙女?|孙子女)$/],
  ['10', /村干部|社区干部|村主任|书记|网格员|专职委员|村医/],
  ['09', /^(?:其他亲属|亲属|亲戚|儿媳|女婿|侄子?|侄女|叔|舅|姑|姨|嫂|姐夫|妹夫)/],
  ['99', /^其[他它]/],
]

export type CodedField = Extract<
  RosterField,
  | 'education' | 'hukouType' | 'maritalStatus' | 'unemployedReason' | 'selfCare' | 'workCapacity' | 'socialAid' | 'disabilityCause'
  | 'certStatus' | 'employmentForm' | 'livingSource' | 'politicalStatus' | 'ethnicity' | 'contactRelation' | 'guardianRelation'
>

const ethnicity: Words = ethnicityTables.ethnicity.entries.map((entry) => [
  entry.code,
  new RegExp(`^${entry.zh.replace(/族$/, '')}族?$`),
])

const words: Readonly<Record<CodedField, Words>> = {
  education, hukouType, maritalStatus, unemployedReason, selfCare, workCapacity, socialAid, disabilityCause,
  certStatus, employmentForm, livingSource, politicalStatus, ethnicity, contactRelation: relation, guardianRelation: relation,
}

/** Columns where a two-digit number can only be the code of the standard. */
const codes: Partial<Record<CodedField, readonly string[]>> = {
  education: educationTables.education.codes,
  hukouType: personTables.hukouType.codes,
  maritalStatus: personTables.marital.codes,
  ethnicity: ethnicityTables.ethnicity.codes,
}

/** Labels of the tables themselves, as a form of ours would print them. */
const tableLabels: Partial<Record<CodedField, ReadonlyMap<string, string>>> = {
  education: labelsOf(educationTables.education.entries),
  hukouType: labelsOf(personTables.hukouType.entries),
  unemployedReason: labelsOf(employmentTables.unemployedReason.entries),
  employmentForm: labelsOf(employmentTables.employmentForm.entries),
  livingSource: labelsOf(employmentTables.livingSource.entries),
  disabilityCause: labelsOf(personTables.cause.entries),
  politicalStatus: labelsOf(personTables.politicalStatus.entries),
}

function labelsOf(entries: readonly { readonly code: string; readonly zh: string }[]): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [bare(entry.zh), entry.code]))
}

function bare(text: string): string {
  return text.replace(/[()（）、,，/\\·;；.。\-—|]/g, '')
}

export function readCode(field: CodedField, cell: Cell): Reading<string> | null {
  const text = compact(cell).replace(/\.0$/, '')
  if (/^\d{1,2}$/.test(text)) {
    const known = codes[field]?.includes(text) === true && text.length === 2
    return known ? { value: text, coded: true } : null
  }
  const word = bare(text.replace(/^\d{1,2}[.、:：-]?(?=\D)/, ''))
  const labelled = tableLabels[field]?.get(word)
  if (labelled !== undefined) return { value: labelled, coded: false }
  for (const [code, rule] of words[field]) if (rule.test(word)) return { value: code, coded: false }
  return null
}
