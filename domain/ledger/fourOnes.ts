import { codeLabel } from '../codes/index.ts'
import type { CodeTableId } from '../codes/index.ts'
import { maskCertNumber, maskName, maskPhone } from '../privacy/index.ts'
import { blank } from './types.ts'
import type { LedgerColumn, LedgerSource, Masking } from './types.ts'

/**
 * 四个一服务台账: one row for each person of the target population of the cycle. A public page shows neither disability, nor phone, nor
 * assessment, nor what tells of them (盲人医疗按摩, 职业康复训练); an internal one shows the numbers whole; the screen form masks them.
 */

interface Column extends LedgerColumn {
  /** Not on a public page. */
  readonly isPrivate?: boolean
  readonly cell: (source: LedgerSource, serial: number, masking: Masking) => string
}

const check = '① 信息核对'
const assess = '② 能力评估'
const demand = '③ 需求登记'
const service = '④ 就业服务'

const columns: readonly Column[] = [
  { key: 'serial', title: '序号', group: null, align: 'center', widthMm: 7.5, cell: (_, serial) => String(serial) },
  { key: 'town', title: '乡镇（街道）', group: null, align: 'center', widthMm: 10.5, cell: ({ person }) => person.hukouTown ?? blank },
  { key: 'village', title: '村（社区）', group: null, align: 'center', widthMm: 10.5, cell: ({ person }) => person.hukouVillage ?? blank },
  { key: 'name', title: '姓名', group: null, align: 'center', widthMm: 12, cell: ({ person }, _, masking) => maskName(person.name ?? '', masking) },
  { key: 'sex', title: '性别', group: null, align: 'center', widthMm: 4.8, cell: ({ person }) => label('sex', person.sex) },
  { key: 'certNumber', title: '残疾人证号', group: null, align: 'center', widthMm: 18.5, cell: certNumber },
  { key: 'category', title: '残疾类别', group: null, align: 'center', widthMm: 7, isPrivate: true, cell: ({ person }) => label('category', person.disabilityCategory).replace(/残疾$/, '') },
  { key: 'grade', title: '等级', group: null, align: 'center', widthMm: 7, isPrivate: true, cell: ({ person }) => label('grade', person.disabilityGrade) },
  { key: 'phone', title: '联系电话', group: null, align: 'center', widthMm: 12, isPrivate: true, cell: phone },
  { key: 'hardship', title: '就业困难类别', group: null, align: 'center', widthMm: 11, isPrivate: true, cell: ({ hardshipFlags }) => labels('hardshipFlag', hardshipFlags) },

  { key: 'checkedOn', title: '日期', group: check, align: 'center', widthMm: 8.8, cell: ({ infoCheck }) => day(infoCheck?.checkedOn) },
  { key: 'checkMethod', title: '方式', group: check, align: 'center', widthMm: 7, cell: ({ infoCheck }) => label('checkMethod', infoCheck?.method) },
  { key: 'checkResult', title: '结果', group: check, align: 'center', widthMm: 7, cell: ({ infoCheck }) => label('checkResult', infoCheck?.result) },
  { key: 'need', title: '是否有就业需求', group: check, align: 'center', widthMm: 6, cell: ({ hasNeed }) => (hasNeed === null ? blank : hasNeed ? '有' : '无') },

  { key: 'assessedOn', title: '日期', group: assess, align: 'center', widthMm: 8.8, cell: ({ assessment }) => day(assessment?.assessedOn) },
  { key: 'supportLevel', title: '支持等级', group: assess, align: 'center', widthMm: 6, isPrivate: true, cell: ({ assessment }) => (assessment?.supportLevel === undefined ? blank : `${assessment.supportLevel}级`) },
  { key: 'suggestedForms', title: '建议就业形式', group: assess, align: 'center', widthMm: 11, isPrivate: true, cell: ({ assessment }) => firstLabels('suggestedForm', assessment?.suggestedForms) },

  { key: 'registeredOn', title: '日期', group: demand, align: 'center', widthMm: 8.8, cell: ({ registration }) => day(registration?.registeredOn) },
  { key: 'intentions', title: '意向岗位', group: demand, align: 'center', widthMm: 11, isPrivate: true, cell: intentions },
  { key: 'serviceNeeds', title: '服务需求', group: demand, align: 'center', widthMm: 10.5, isPrivate: true, cell: ({ registration }) => labels('serviceType', registration?.serviceNeeds) },

  { key: 'servedOn', title: '日期', group: service, align: 'center', widthMm: 8.8, cell: ({ services }) => day(services.at(-1)?.servedOn) },
  { key: 'serviceType', title: '类型', group: service, align: 'center', widthMm: 9.5, isPrivate: true, cell: ({ services }) => label('serviceType', services.at(-1)?.serviceType) },
  { key: 'content', title: '内容', group: service, align: 'start', widthMm: 13.5, isPrivate: true, cell: ({ services }) => services.at(-1)?.content ?? blank },
  { key: 'times', title: '次数', group: service, align: 'end', widthMm: 5, cell: ({ services }) => String(services.length) },

  { key: 'after', title: '服务后状况', group: null, align: 'center', widthMm: 8.4, cell: ({ services }) => label('serviceResult', services.at(-1)?.result) },
  { key: 'responsible', title: '责任人', group: null, align: 'center', widthMm: 9.1, cell: ({ responsibleName }) => responsibleName ?? blank },
  { key: 'done', title: '完成情况', group: null, align: 'center', widthMm: 8, cell: progressWord },
  { key: 'note', title: '备注', group: null, align: 'start', widthMm: 9, isPrivate: true, cell: remarks },
]

export function fourOnesColumns(masking: Masking): LedgerColumn[] {
  return shown(masking).map(({ key, title, group, align, widthMm }) => ({ key, title, group, align, widthMm }))
}

/** Cells in the order of `fourOnesColumns`; `serial` counts from 1. */
export function fourOnesRow(source: LedgerSource, serial: number, masking: Masking): string[] {
  return shown(masking).map((column) => column.cell(source, serial, masking))
}

export interface FourOnesSums {
  readonly persons: number
  readonly checked: number
  readonly need: number
  readonly assessed: number
  readonly registered: number
  readonly served: number
  readonly services: number
  readonly done: number
}

export const emptySums: FourOnesSums = { persons: 0, checked: 0, need: 0, assessed: 0, registered: 0, served: 0, services: 0, done: 0 }

export function addToSums(sums: FourOnesSums, source: LedgerSource): FourOnesSums {
  const { done } = source
  const needing = source.hasNeed === true
  return {
    persons: sums.persons + 1,
    checked: sums.checked + Number(done.infoCheck),
    need: sums.need + Number(needing),
    assessed: sums.assessed + Number(needing && done.assessment),
    registered: sums.registered + Number(needing && done.registration),
    served: sums.served + Number(needing && done.service),
    services: sums.services + source.services.length,
    done: sums.done + Number(isAllDone(source)),
  }
}

/** The last row of the table, by column key; what has no sum is left out. */
export function sumCells(sums: FourOnesSums): Readonly<Record<string, string>> {
  return {
    serial: '合计', name: `${sums.persons} 人`, checkedOn: `${sums.checked}`, need: `${sums.need}`, assessedOn: `${sums.assessed}`,
    registeredOn: `${sums.registered}`, servedOn: `${sums.served}`, times: `${sums.services}`, done: `${sums.done}`,
  }
}

export function isAllDone({ hasNeed, done }: LedgerSource): boolean {
  return hasNeed === true && done.infoCheck && done.assessment && done.registration && done.service
}

function shown(masking: Masking): readonly Column[] {
  return masking === 'PUBLIC' ? columns.filter((column) => column.isPrivate !== true) : columns
}

function certNumber({ person }: LedgerSource, _serial: number, masking: Masking): string {
  if (person.certNumber === undefined) return blank
  const text = maskCertNumber(person.certNumber, masking)
  return person.certDerived === true && masking !== 'PUBLIC' ? `${text}（推得）` : text
}

/** Somebody without a phone is reached by the contact's. */
function phone({ person }: LedgerSource, _serial: number, masking: Masking): string {
  const number = person.phone ?? person.contactPhone
  return number === undefined ? blank : (maskPhone(number, masking) ?? blank)
}

function intentions({ registration }: LedgerSource): string {
  const names = (registration?.intentions ?? []).map(
    ({ jobTitle, family, occupationCode }) => jobTitle ?? (family ? codeLabel('jobFamily', family) : codeLabel('occupationMajor', occupationCode ?? '')),
  )
  return names.filter((name) => name !== '').join('、') || blank
}

function progressWord(source: LedgerSource): string {
  if (isAllDone(source)) return '全部完成'
  if (source.infoCheck?.result === 'UNREACHABLE') return '失联'
  if (source.infoCheck?.result === 'REFUSED') return '不愿核对'
  if (!source.done.infoCheck) return '差核对'
  if (source.hasNeed === false) return '无需求'
  if (!source.done.assessment) return '差评估'
  return source.done.registration ? '差服务' : '差登记'
}

function remarks({ person, infoCheck }: LedgerSource): string {
  const waits = Object.keys(person.verification ?? {}).length
  const parts = [waits > 0 ? `待核实 ${waits} 项` : '', infoCheck?.note ?? '', person.rosterNotes ?? '']
  return parts.filter((part) => part !== '').join('；') || blank
}

function label(table: CodeTableId, code: string | undefined): string {
  return code === undefined ? blank : codeLabel(table, code)
}

function labels(table: CodeTableId, codes: readonly string[] | undefined): string {
  return codes === undefined || codes.length === 0 ? blank : codes.map((code) => codeLabel(table, code)).join('、')
}

/** The first two, in their order of preference: a row of paper has room for no more. */
function firstLabels(table: CodeTableId, codes: readonly string[] | undefined): string {
  return codes === undefined || codes.length <= 2 ? labels(table, codes) : `${labels(table, codes.slice(0, 2))}等`
}

/** 11.20: the year stands in the title. */
function day(date: string | undefined): string {
  return date === undefined ? blank : date.slice(5).replace('-', '.')
}
