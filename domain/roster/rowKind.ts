import type { Town } from '../divisions/county.ts'
import type { TownLookup } from '../divisions/townLookup.ts'
import { compact, isBlank, isPlaceholder } from './cell.ts'
import type { RosterField } from './fields.ts'
import type { RowView } from './rowView.ts'

export type RowKind =
  | { readonly kind: 'data' }
  | { readonly kind: 'skip'; readonly why: 'total' | 'footer' | 'example' | 'columnNumbers' | 'empty' | 'title' }
  /** 东河乡（35 人）: the rows below belong to the town. */
  | { readonly kind: 'group'; readonly town: Town }

const total = /^.{0,10}?(?:小计|合计|总计|共计|累计|总人数|总数|人数小计|小\s*结)(?:[:：(（\d].*|.{0,4}人.*)?$/
const footerWord =
  '(?:填表|填报|制表|审核|审批|复核|经办|统计|报送|上报|校对|录入|打印|单位|分管|主管|部门|调查|核查|村|社区|乡镇|残联)?(?:负责|领导|分管领导)?(?:人|单位|日期|时间|领导|理事长|签字|签章|盖章|公章|人员|主任|书记)(?:签字|签名|签章|盖章|电话)?'
const footer = new RegExp(`^(?:${footerWord}|联系电话|电话|制表|审核|复核)(?:[(（][^)）]*[)）])?(?:[:：].*|$)`)
const remark = /^(?:注|附注|备注|说明|填表说明|填报说明|备注说明|注意|注意事项|要求|附|附件)\d*(?:[:：、.．(（].*|$)|^第?\d+页|^共\d+页|^[—-]\d+[—-]$|^以下空白$|^以上(?:共|合计)|^\(?以下无正文\)?$/
const example = /^[(（【]?(?:例如?|示例|样例|范例|举例|填写示例|填写样例|模板|样表)\d*[)）】]?[:：]?$/
const columnNumber = /^(?:[(（]?\d{1,2}[)）]?|[甲乙丙丁戊己庚辛]|[A-Z])$/
const hint = /^(?:必填|选填|必填项|选填项|文本|文本格式|请填写.*|填写.*|汉字|与身份证一致|\d+位|下拉选择|单选)$/

/** Nothing in the row but a name: somebody whose number is missing, not a title. */
const loneName = /^(?!.*[表册单页注续附])[\p{Script=Han}·]{2,4}$/u

/** Fields that a prepared but empty row may already hold. */
const prepared: readonly RosterField[] = ['serial', 'town', 'townVillage', 'village', 'employed', 'age', 'other', 'ethnicity', 'hukouType', 'unemployedMark']

export function kindOfRow(row: RowView, lookup: TownLookup): RowKind {
  const filled: { column: number; text: string; field: RosterField | null }[] = []
  row.cells.forEach((cell, column) => {
    if (!isBlank(cell)) filled.push({ column, text: compact(cell), field: row.layout.fields[column] ?? null })
  })
  const first = filled[0]
  if (first === undefined) return { kind: 'skip', why: 'empty' }
  const numberTexts = [row.cell('idNumber'), row.cell('idOrCert'), row.cell('certNumber')].map(compact)
  const name = compact(row.cell('name'))
  if (example.test(first.text)) return { kind: 'skip', why: 'example' }
  const hasNumber = numberTexts.some((text) => /[\dX]{6,}|E\+?\d/i.test(text))
  if (hasNumber) return { kind: 'data' }

  if (filled.slice(0, 3).some(({ text }) => total.test(text))) return { kind: 'skip', why: 'total' }
  if (footer.test(first.text) || remark.test(first.text)) return { kind: 'skip', why: 'footer' }
  if (footer.test(name) || remark.test(name)) return { kind: 'skip', why: 'footer' }
  if (filled.length > 2 && filled.every(({ text }) => columnNumber.test(text))) return { kind: 'skip', why: 'columnNumbers' }
  if (hint.test(name) || numberTexts.some((text) => hint.test(text))) return { kind: 'skip', why: 'columnNumbers' }

  const group = groupTown(filled, lookup)
  if (group !== null) return { kind: 'group', town: group }
  const distinct = new Set(filled.map(({ text }) => text))
  if (distinct.size === 1 && filled.length === 1) {
    return first.field === 'name' && loneName.test(first.text) ? { kind: 'data' } : { kind: 'skip', why: 'title' }
  }
  if (distinct.size === 1) return { kind: 'skip', why: 'title' }
  if (name !== '' && !isPlaceholder(name)) return { kind: 'data' }
  const telling = filled.filter(({ field, text }) => field !== null && !prepared.includes(field) && !isPlaceholder(text))
  return telling.length >= 2 ? { kind: 'data' } : { kind: 'skip', why: 'empty' }
}

/** A row that holds nothing but the name of a town, perhaps with a count. */
function groupTown(filled: readonly { text: string; field: RosterField | null }[], lookup: TownLookup): Town | null {
  const texts = [...new Set(filled.map(({ text }) => text))]
  const words = texts.filter((text) => !/^[(（]?(?:共|计)?\d+(?:人|户|名)?[)）]?$/.test(text))
  if (words.length !== 1 || texts.length > 2) return null
  return lookup.context(words[0] as string)
}
