import type { DisabilityCategory, DisabilityGrade } from '../identity/certNumber.ts'
import type { SexCode } from '../identity/idNumber.ts'
import { compact, isPlaceholder } from './cell.ts'
import type { Cell } from './cell.ts'

/** `coded`: a digit stood for the word. */
export interface Reading<T> {
  readonly value: T
  readonly coded: boolean
}

function plain(cell: Cell | undefined): string {
  const text = compact(cell)
  return /['‘’`]|\.0/.test(text) ? text.replace(/^['‘’`]/, '').replace(/^(-?\d+)\.0+$/, '$1') : text
}

export function readSex(cell: Cell): Reading<SexCode> | null {
  const text = plain(cell)
  const word = /^(?:1|2)[-.:、]?(?=[男女])/.test(text) ? text.replace(/^\d[-.:、]?/, '') : text
  if (/^男(?:性|生|子)?$/.test(word)) return { value: '1', coded: false }
  if (/^女(?:性|生|子)?$/.test(word)) return { value: '2', coded: false }
  if (/^(?:0?1|m|male)$/i.test(text)) return { value: '1', coded: true }
  if (/^(?:0?2|f|female)$/i.test(text)) return { value: '2', coded: true }
  return null
}

/** 0 and 9 of GB/T 2261.1 say that nobody knows. */
export function isUnknownSex(cell: Cell): boolean {
  return /^[09]$/.test(plain(cell))
}

export interface Disability {
  readonly category: DisabilityCategory | null
  readonly grade: DisabilityGrade | null
  /** Grades that the word may mean (重度 is 1 or 2); empty where none is said. */
  readonly grades: readonly DisabilityGrade[]
  readonly multi: readonly DisabilityCategory[]
  readonly codedCategory: boolean
  readonly codedGrade: boolean
}

const categoryWords: readonly (readonly [DisabilityCategory, RegExp])[] = [
  ['1', /视力|视障|视残|低视力|盲(?!文)/],
  ['2', /听力|听障|听残|耳聋|聋/],
  ['3', /言语|语言|言残|哑/],
  ['4', /肢体|肢残|肢障|肢/],
  ['5', /智力|智障|智残|弱智|智/],
  ['6', /精神|精残|精障/],
  ['7', /多重|综合残疾|多残/],
]

const gradeSigns: Readonly<Record<string, DisabilityGrade>> = {
  一: '1', 壹: '1', Ⅰ: '1', ⅰ: '1', '①': '1', I: '1', '1': '1',
  二: '2', 贰: '2', 弐: '2', Ⅱ: '2', ⅱ: '2', '②': '2', II: '2', '2': '2',
  三: '3', 叁: '3', Ⅲ: '3', ⅲ: '3', '③': '3', III: '3', '3': '3',
  四: '4', 肆: '4', Ⅳ: '4', ⅳ: '4', '④': '4', IV: '4', '4': '4',
}
const gradeSign = '(IV|III|II|I|[一壹Ⅰⅰ①二贰弐Ⅱⅱ②三叁Ⅲⅲ③四肆Ⅳⅳ④1-4])'
const gradeWords = new RegExp(`${gradeSign}(?:级|等)`, 'g')
const bareGrade = new RegExp(`(?:^|[^IVX])${gradeSign}(?:\\(.*\\))?$`)

/** A category, a grade, or both in one cell: 肢体, 4, 肢体三级, 视力残疾贰级, 多重（肢体、智力）一级, 43. */
export function readDisability(cell: Cell | undefined, expects: 'category' | 'grade' | 'both'): Disability {
  const text = plain(cell)
  const codes = readCodes(text, expects)
  if (codes !== null) return codes
  const grades = gradesIn(text, expects)
  const found = categoryWords.filter(([, word]) => word.test(text)).map(([code]) => code)
  const coded = found.length === 0 && expects !== 'grade' ? /^0?([1-7])(?=\D|$)(?!级)/.exec(text) : null
  const parts = found.filter((code) => code !== '7')
  const multiple = found.includes('7') || parts.length > 1
  return {
    category: multiple ? '7' : ((parts[0] ?? coded?.[1] ?? null) as DisabilityCategory | null),
    grade: grades.length === 1 ? (grades[0] as DisabilityGrade) : null,
    grades,
    multi: multiple && parts.length > 1 ? parts : [],
    codedCategory: coded !== null,
    codedGrade: false,
  }
}

function readCodes(text: string, expects: 'category' | 'grade' | 'both'): Disability | null {
  const blank = { category: null, grade: null, grades: [], multi: [], codedCategory: false, codedGrade: false }
  if (expects === 'category' && /^0?[1-7]$/.test(text)) {
    return { ...blank, category: text.at(-1) as DisabilityCategory, codedCategory: true }
  }
  if (expects === 'grade' && /^0?[1-4]$/.test(text)) {
    const grade = text.at(-1) as DisabilityGrade
    return { ...blank, grade, grades: [grade], codedGrade: true }
  }
  const pair = expects === 'both' ? /^([1-7])[-/、,.]?([1-4])$/.exec(text) : null
  if (pair !== null) {
    const grade = pair[2] as DisabilityGrade
    return { category: pair[1] as DisabilityCategory, grade, grades: [grade], multi: [], codedCategory: true, codedGrade: true }
  }
  const several = expects === 'category' ? /^[1-6](?:[、,;/+][1-6])+$/.exec(text) : null
  if (several === null) return null
  const multi = [...new Set(text.match(/[1-6]/g) ?? [])] as DisabilityCategory[]
  return { ...blank, category: multi.length > 1 ? '7' : (multi[0] ?? null), multi: multi.length > 1 ? multi : [], codedCategory: true }
}

function gradesIn(text: string, expects: 'category' | 'grade' | 'both'): DisabilityGrade[] {
  const signs = [...text.matchAll(gradeWords)].map((match) => gradeSigns[match[1] as string])
  if (signs.length === 0 && expects !== 'category') {
    const bare = bareGrade.exec(text)
    if (bare !== null) signs.push(gradeSigns[bare[1] as string])
  }
  const distinct = [...new Set(signs)].filter((grade) => grade !== undefined)
  if (distinct.length > 0) return distinct
  if (/极重度?/.test(text)) return ['1']
  if (/重度?$|重度/.test(text) && !/多重$/.test(text)) return ['1', '2']
  if (/中度/.test(text) || text === '中') return ['3']
  if (/轻度/.test(text) || text === '轻') return ['4']
  return []
}

const yes = /^(?:是|有|√|✓|✔|☑|✅|●|对|y|yes|true|t|1|已|属于|享受|是的|已享受)$/i
const no = /^(?:否|无|不|没有|没|×|✗|✘|✖|✕|x|n|no|false|f|0|2|未|不是|非|不享受|未享受|╳|☒|ⅹ|Ⅹ|╳)$/i

/** 是, 有, √ and their opposites; a ticked box among others; null where it says neither. */
export function readYesNo(cell: Cell | undefined): boolean | null {
  const text = tickedWord(plain(cell)).replace(/[。;；,，]$/, '')
  if (yes.test(text)) return true
  return no.test(text) ? false : null
}

/** `☑是 □否` says 是; `是√ 否` too. */
function tickedWord(text: string): string {
  if (!/[□☐○■☑√✓✔]/.test(text) || text.length < 3) return text
  // Where the first sign stands says whether marks precede their words.
  if (/^[^□☐○■☑√✓✔]/.test(text)) {
    const followed = /(?:^|[□☐○■☑√✓✔()])([\p{Script=Han}]{1,6})\(?[■☑√✓✔]/u.exec(text)
    if (followed !== null) return followed[1] as string
  }
  const before = /[■☑√✓✔]\)?([\p{Script=Han}]{1,6})/u.exec(text)
  if (before !== null && /[□☐○]/.test(text)) return before[1] as string
  const after = /([\p{Script=Han}]{1,6}?)\(?[■☑√✓✔]/u.exec(text)
  return after?.[1] ?? before?.[1] ?? text
}

const employedWords =
  /^(?:已就业|就业|在业|在岗|在职|上班|已上岗|有工作|务工|打工|外出务工|务农|种地|从业|已从业|稳定就业|灵活就业|个体(?:就业|户|工商户|经营)?|自主创业|创业|自谋职业|公益性?岗位?(?:就业)?|公岗|按比例(?:就业)?|按比例安排就业|集中就业|辅助性就业|居家就业|社区就业|农业种养加?|种养加|种养殖|从事农业(?:种养加)?|就业中|正在就业|盲人按摩(?:就业)?)$/
const unemployedWords =
  /^(?:未就业|(?:从|一直|长期|暂|目前|现)未就业|没就业|没有就业|不就业|无业|失业|待业|未从业|无工作|没有工作|没工作|下岗|未上岗|不在业|在家|待就业|未|尚未就业|登记失业|失业登记|未就业人员|无就业|就业未|丧失劳动能力|无劳动能力|在校|在读|在校学习|在校学生|学生|上学|退休|已退休|离退休|家务|操持家务|料理家务|家庭主妇|在家(?:待业|休养|务家|养病|闲置)|(?:待业|失业|无业|未就业)在家|未就业[\/、]?(?:在家|待业|无业))$/

export function readEmployed(cell: Cell | undefined): boolean | null {
  const text = tickedWord(plain(cell)).replace(/\(.*\)$/, '').replace(/^[1-9][.、:-]?(?=\D)/, '').replace(/[。;；,，]$/, '')
  if (employedWords.test(text) || /^(?:在家|从事|自家|外出|本地|在外|长期|在本村)(?:务农|种地|打工|务工|养殖|种植|就业)$/.test(text)) return true
  if (unemployedWords.test(text)) return false
  return readYesNo({ kind: 'text', text })
}

export function isAbsent(cell: Cell | undefined): boolean {
  const text = plain(cell)
  return text === '' || isPlaceholder(text)
}
