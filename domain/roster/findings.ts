import type { RosterField } from './fields.ts'
import { fieldLabel } from './fields.ts'

export type FindingKind = 'mended' | 'doubtful' | 'refused' | 'flagged'
export type Verdict = 'clean' | 'mended' | 'doubtful' | 'refused' | 'duplicate'

export interface Finding {
  readonly code: FindingCode
  readonly kind: FindingKind
  readonly field: RosterField
  /** As the cell has it; empty where it is blank. */
  readonly before: string
  /** As it was read, or what would be right; null where nobody knows. */
  readonly after: string | null
}

interface CodeInfo {
  readonly kind: FindingKind
  /** Title of the group in the preview. */
  readonly zh: string
  readonly en: string
}

/** Every finding there is, in the order in which a preview lists the groups. */
export const findingCodes = {
  'cert-other-number': { kind: 'doubtful', zh: '号码和残疾人证对不上', en: 'Number and certificate disagree' },
  'cert-shape': { kind: 'doubtful', zh: '残疾人证号不全', en: 'Certificate number is incomplete' },
  'category-differs': { kind: 'doubtful', zh: '类别和残疾人证对不上', en: 'Category and certificate disagree' },
  'grade-differs': { kind: 'doubtful', zh: '等级和残疾人证对不上', en: 'Grade and certificate disagree' },
  'sex-differs': { kind: 'doubtful', zh: '性别和号码对不上', en: 'Sex and number disagree' },
  'birth-differs': { kind: 'doubtful', zh: '出生日期和号码对不上', en: 'Birth date and number disagree' },
  'town-unknown': { kind: 'doubtful', zh: '乡镇不在名录里', en: 'Town is not in the list' },
  'phone-impossible': { kind: 'doubtful', zh: '电话位数不对', en: 'No such phone' },
  'name-odd': { kind: 'doubtful', zh: '姓名里有别的字', en: 'Name holds other signs' },
  'same-person-differs': { kind: 'doubtful', zh: '同一人两行，内容不同', en: 'One person in two rows that differ' },

  'date-form': { kind: 'mended', zh: '日期换成统一写法', en: 'Dates written one way' },
  'name-spaces': { kind: 'mended', zh: '去掉姓名里的空格', en: 'Blanks taken out of names' },
  'name-dot': { kind: 'mended', zh: '姓名中间的点换成统一写法', en: 'Dots in names written one way' },
  spaces: { kind: 'mended', zh: '去掉多余的空格', en: 'Blanks taken out' },
  apostrophe: { kind: 'mended', zh: '去掉号码前的撇号', en: 'Apostrophes taken off' },
  'full-width': { kind: 'mended', zh: '全角数字换成半角', en: 'Full-width digits made plain' },
  'lower-case-x': { kind: 'mended', zh: '号码末位改成大写 X', en: 'Letter X made a capital' },
  'number-form': { kind: 'mended', zh: '去掉号码里的其他符号', en: 'Signs taken out of numbers' },
  'town-completed': { kind: 'mended', zh: '补全乡镇名', en: 'Names of towns completed' },
  'two-phones': { kind: 'mended', zh: '一格里的两个电话分开', en: 'Two phones in a cell parted' },
  'phone-form': { kind: 'mended', zh: '电话换成统一写法', en: 'Phones written one way' },
  'digit-code': { kind: 'mended', zh: '数字代码换成文字', en: 'Codes turned to words' },
  'cert-derived': { kind: 'mended', zh: '残疾人证号推得', en: 'Certificate numbers put together' },
  'id-from-cert': { kind: 'mended', zh: '身份证号取自残疾人证', en: 'Numbers taken from the certificate' },

  'id-check': { kind: 'refused', zh: '号码校验位不对', en: 'Check digit is wrong' },
  'id-lost-digits': { kind: 'refused', zh: '号码在表格里丢了末几位', en: 'Digits lost in the spreadsheet' },
  'id-fifteen': { kind: 'refused', zh: '15 位旧号码', en: 'Old 15-digit number' },
  'id-length': { kind: 'refused', zh: '号码位数不对', en: 'Number of another length' },
  'id-shape': { kind: 'refused', zh: '号码里有别的字', en: 'Number holds other signs' },
  'id-date': { kind: 'refused', zh: '号码里的日期不存在', en: 'Date in the number does not exist' },
  'id-missing': { kind: 'refused', zh: '没有身份证号', en: 'No number' },
  'name-missing': { kind: 'refused', zh: '没有姓名', en: 'No name' },

  'age-over': { kind: 'flagged', zh: '超过就业年龄', en: 'Over working age' },
  'age-under': { kind: 'flagged', zh: '不满 16 岁', en: 'Under 16' },
  'note-dead': { kind: 'flagged', zh: '备注说已去世', en: 'Note says deceased' },
  'note-cert-cancelled': { kind: 'flagged', zh: '备注说证已注销', en: 'Note says certificate cancelled' },
  'note-moved-out': { kind: 'flagged', zh: '备注说已迁出', en: 'Note says moved out' },
} as const satisfies Readonly<Record<string, CodeInfo>>

export type FindingCode = keyof typeof findingCodes

export function finding(code: FindingCode, field: RosterField, before: string, after: string | null): Finding {
  return { code, kind: findingCodes[code].kind, field, before, after }
}

const gravity: Readonly<Record<Verdict, number>> = { clean: 0, mended: 1, doubtful: 2, duplicate: 3, refused: 4 }

/** The gravest: refused, then duplicate, doubtful, mended, clean; flags count for nothing. */
export function verdictOf(findings: readonly Finding[], isDuplicate: boolean): Verdict {
  let verdict: Verdict = isDuplicate ? 'duplicate' : 'clean'
  for (const { kind } of findings) {
    if (kind !== 'flagged' && gravity[kind] > gravity[verdict]) verdict = kind
  }
  return verdict
}

/** One plain sentence for one finding. Numbers are shown whole: masking is the screen's. */
export function findingSentence(item: Finding, lang: 'zh' | 'en' = 'zh'): string {
  const field = fieldLabel(item.field, lang)
  const { before } = item
  const after = item.after ?? ''
  return lang === 'zh' ? chinese(item.code, field, before, after) : english(item.code, field, before, after)
}

function chinese(code: FindingCode, field: string, before: string, after: string): string {
  switch (code) {
    case 'cert-other-number': return `残疾人证号前 18 位应当就是身份证号：证上是 ${before}，身份证号是 ${after}。请照证件定。`
    case 'cert-shape': return `残疾人证号写的是 ${before}，不是 20 位的证号。请照证件补上。`
    case 'category-differs': return `残疾类别写的是 ${before}，残疾人证上是 ${after}。请照证件定。`
    case 'grade-differs': return `残疾等级写的是 ${before}，残疾人证上是 ${after}。请照证件定。`
    case 'sex-differs': return `性别写的是 ${before}，身份证号说是 ${after}。请照证件定。`
    case 'birth-differs': return `出生日期写的是 ${before}，身份证号说是 ${after}。请照证件定。`
    case 'town-unknown': return after === '' ? `${before} 不在本县乡镇名录里。先留空，等您定。` : `${before} 不在本县乡镇名录里，名录里有 ${after}。先留空，等您定。`
    case 'phone-impossible': return after === '' ? `${before} 打不通：不是手机号，也不是带区号的座机。` : `${before} 里有打不通的号，能用的是 ${after}。`
    case 'name-odd': return `姓名 ${before} 里有不像姓名的字，请照证件核一下。`
    case 'same-person-differs': return `前面已有这个人的一行，${before} 和这行不一样。以哪行为准，请您定。`
    case 'date-form': return `${field} ${before} 写成了 ${after}。`
    case 'name-spaces': return `姓名里的空格去掉了：${after}。`
    case 'name-dot': return `姓名中间的点换成了统一写法：${after}。`
    case 'spaces': return `${field}里多余的空格去掉了：${after}。`
    case 'apostrophe': return `${field}前面的撇号去掉了：${after}。`
    case 'full-width': return `${field}的全角数字换成了半角：${after}。`
    case 'lower-case-x': return `${field}末位的小写 x 改成了大写：${after}。`
    case 'number-form': return `${field}里的其他符号去掉了：${after}。`
    case 'town-completed': return `乡镇 ${before} 补成了 ${after}。`
    case 'two-phones': return `一格里有两个电话，分成了 ${after}。`
    case 'phone-form': return `电话 ${before} 写成了 ${after}。`
    case 'digit-code': return `${field}的代码 ${before} 就是 ${after}。`
    case 'cert-derived': return `残疾人证号没有写全，按身份证号、类别和等级推得 ${after}。看过证件再定。`
    case 'id-from-cert': return `身份证号没写，取残疾人证号的前 18 位：${after}。`
    case 'id-check': return `身份证号 ${before} 最后一位对不上，请照证件再核一遍。`
    case 'id-lost-digits': return `身份证号在表格里当成了数字，末几位已经丢了（${before}）。请把这一列设成文本，照证件重填。`
    case 'id-fifteen': return after === '' ? `${before} 是 15 位旧号码，请照证件改成 18 位。` : `${before} 是 15 位旧号码，改成 18 位应当是 ${after}，请照证件核对后重填。`
    case 'id-length': return `身份证号是 18 位，这里是 ${signs(before)} 位：${before}。`
    case 'id-shape': return `身份证号只有数字，最后一位可以是 X，这里写的是 ${before}。`
    case 'id-date': return `身份证号 ${before} 里的出生日期不存在，请照证件再核一遍。`
    case 'id-missing': return '这一行没有身份证号，请补上。'
    case 'name-missing': return '这一行没有姓名，请补上。'
    case 'age-over': return `${before} 出生，已到法定退休年龄。照常导入。`
    case 'age-under': return `${before} 出生，还不满 16 岁。照常导入。`
    case 'note-dead': return `${field}写着“${before}”，可能已去世。照常导入，请核实。`
    case 'note-cert-cancelled': return `${field}写着“${before}”，残疾人证可能已注销。照常导入，请核实。`
    case 'note-moved-out': return `${field}写着“${before}”，户口可能已迁出。照常导入，请核实。`
  }
}

function english(code: FindingCode, field: string, before: string, after: string): string {
  switch (code) {
    case 'cert-other-number': return `The first 18 characters of the certificate should be the identity number: the certificate has ${before}, the number is ${after}.`
    case 'cert-shape': return `${before} is no whole certificate number of 20 characters. Please complete it from the certificate.`
    case 'category-differs': return `The category says ${before}, the certificate says ${after}.`
    case 'grade-differs': return `The grade says ${before}, the certificate says ${after}.`
    case 'sex-differs': return `The sex says ${before}, the identity number says ${after}.`
    case 'birth-differs': return `The birth date says ${before}, the identity number says ${after}.`
    case 'town-unknown': return after === '' ? `${before} is not a town of this county. Left open for you.` : `${before} is not a town of this county; the list has ${after}. Left open for you.`
    case 'phone-impossible': return after === '' ? `${before} is neither a mobile nor a landline with its area code.` : `${before} holds a number that cannot be; ${after} can be used.`
    case 'name-odd': return `The name ${before} holds signs that names do not have.`
    case 'same-person-differs': return `An earlier row is of the same person; ${before} differ. Please say which row holds.`
    case 'date-form': return `${field}: ${before} written as ${after}.`
    case 'name-spaces': return `Blanks taken out of the name: ${after}.`
    case 'name-dot': return `The dot in the name written as usual: ${after}.`
    case 'spaces': return `${field}: blanks taken out: ${after}.`
    case 'apostrophe': return `${field}: apostrophe taken off: ${after}.`
    case 'full-width': return `${field}: full-width digits made plain: ${after}.`
    case 'lower-case-x': return `${field}: the last letter made a capital X: ${after}.`
    case 'number-form': return `${field}: other signs taken out: ${after}.`
    case 'town-completed': return `The town ${before} completed to ${after}.`
    case 'two-phones': return `Two phones in one cell, parted: ${after}.`
    case 'phone-form': return `The phone ${before} written as ${after}.`
    case 'digit-code': return `${field}: the code ${before} stands for ${after}.`
    case 'cert-derived': return `The certificate number was not there; number, category and grade make ${after}. Please compare with the certificate.`
    case 'id-from-cert': return `No identity number; taken from the certificate: ${after}.`
    case 'id-check': return `The last digit of ${before} does not fit. Please compare with the card.`
    case 'id-lost-digits': return `The spreadsheet kept the number as a figure and lost its last digits (${before}). Make the column text and type it again.`
    case 'id-fifteen': return after === '' ? `${before} is an old 15-digit number.` : `${before} is an old 15-digit number; with 18 digits it would be ${after}.`
    case 'id-length': return `An identity number has 18 digits, this one has ${signs(before)}: ${before}.`
    case 'id-shape': return `An identity number has digits only, perhaps an X at the end; here it is ${before}.`
    case 'id-date': return `The birth date in ${before} does not exist.`
    case 'id-missing': return 'This row has no identity number.'
    case 'name-missing': return 'This row has no name.'
    case 'age-over': return `Born ${before}, past the statutory retirement age. Comes in all the same.`
    case 'age-under': return `Born ${before}, not yet 16. Comes in all the same.`
    case 'note-dead': return `The ${field} says “${before}”: perhaps deceased. Comes in all the same.`
    case 'note-cert-cancelled': return `The ${field} says “${before}”: the certificate may be cancelled. Comes in all the same.`
    case 'note-moved-out': return `The ${field} says “${before}”: may have moved out. Comes in all the same.`
  }
}

function signs(text: string): number {
  return [...text.replace(/\s/g, '')].length
}
