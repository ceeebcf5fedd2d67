import { isUnder } from '../../../domain/codes/index.ts'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import type { person as texts } from '../../i18n/zh-CN/person.ts'

/** The basic data of a person as the tab shows it: groups of five to nine, one order from top to bottom. */

export type FieldName = keyof (typeof texts)['field']
export type GroupName = keyof (typeof texts)['group']

export interface BasicField {
  readonly name: FieldName
  /** How it is shown and asked. `fixed`: comes with the number and is not edited here. `hidden`: covered, shown on request. */
  readonly kind: 'text' | 'date' | 'code' | 'codes' | 'yesNo' | 'number' | 'hidden' | 'hiddenFixed'
  readonly table?: CodeTableId
  /** Out of six columns. */
  readonly width: 2 | 3 | 6
  readonly max?: number
  readonly noFuture?: boolean
  /** One of the county's towns, where they are known. */
  readonly isTown?: boolean
  /** Asked only then; a value that is there is shown in any case. */
  readonly show?: (fields: JsonObject) => boolean
  /** What the answer may call for; asked together with it. */
  readonly opens?: readonly FieldName[]
}

export interface BasicGroup {
  readonly name: GroupName
  readonly fields: readonly BasicField[]
}

type More = Partial<Omit<BasicField, 'name' | 'kind'>>
const code = (name: FieldName, table: CodeTableId, more: More = {}): BasicField => ({ name, kind: 'code', table, width: 2, ...more })
const codes = (name: FieldName, table: CodeTableId, more: More = {}): BasicField => ({ name, kind: 'codes', table, width: 6, ...more })
const text = (name: FieldName, max = 40, more: More = {}): BasicField => ({ name, kind: 'text', width: 2, max, ...more })
const date = (name: FieldName, more: More = {}): BasicField => ({ name, kind: 'date', width: 2, ...more })
const yesNo = (name: FieldName): BasicField => ({ name, kind: 'yesNo', width: 2 })
const hidden = (name: FieldName, more: More = {}): BasicField => ({ name, kind: 'hidden', width: 2, ...more })

const needsGuardian = (fields: JsonObject) => fields.legalCapacity === 'LIMITED' || fields.legalCapacity === 'NONE'
const isMultiple = (fields: JsonObject) => fields.disabilityCategory === '7'
const isCollege = (fields: JsonObject) => /^[123]/.test(typeof fields.education === 'string' ? fields.education : '')
const isTarget = (fields: JsonObject) => typeof fields.antiPovertyType === 'string' && fields.antiPovertyType !== ''
/** Recognition is a matter of farm households; a town register rules it out. */
const mayBeRural = (fields: JsonObject) =>
  fields.isRuralResident === true || typeof fields.hukouType !== 'string' || !isUnder('hukouType', fields.hukouType, '10')

export const basicGroups: readonly BasicGroup[] = [
  {
    name: 'identity',
    fields: [
      text('name', 32), { name: 'idNumber', kind: 'hiddenFixed', width: 2 }, code('sex', 'sex'), date('birthDate', { noFuture: true }), code('ethnicity', 'ethnicity'),
      code('maritalStatus', 'marital'), code('politicalStatus', 'politicalStatus'),
    ],
  },
  {
    name: 'certificate',
    fields: [
      hidden('certNumber'), code('disabilityCategory', 'category', { opens: ['multiCategories'] }),
      codes('multiCategories', 'category', { width: 2, show: isMultiple }), code('disabilityGrade', 'grade'), code('certStatus', 'certStatus'), date('certIssuedOn', { noFuture: true }), date('certValidUntil'),
      code('disabilityCause', 'cause'), text('disabilityDetail', 200, { width: 3 }),
    ],
  },
  {
    name: 'place',
    fields: [
      code('hukouType', 'hukouType'), yesNo('isRuralResident'), text('hukouTown', 40, { isTown: true }), text('hukouVillage'), text('hukouAddress', 200, { width: 3 }),
      text('residenceTown', 40), text('residenceVillage'), text('residenceAddress', 200, { width: 3 }),
    ],
  },
  {
    name: 'contact',
    fields: [
      hidden('phone'), text('contactName', 32), code('contactRelation', 'relation'), hidden('contactPhone'), codes('communicationModes', 'communicationMode'),
    ],
  },
  {
    name: 'care',
    fields: [
      code('selfCare', 'selfCare'), code('workCapacity', 'workCapacity', { opens: ['workCapacityDocument'] }),
      text('workCapacityDocument', 80, { show: (fields) => fields.workCapacity === 'LOST' }),
      code('legalCapacity', 'legalCapacity', { opens: ['guardianName', 'guardianRelation', 'guardianPhone'] }), text('guardianName', 32, { show: needsGuardian }),
      code('guardianRelation', 'relation', { show: needsGuardian }), hidden('guardianPhone', { show: needsGuardian }),
      code('retireTrack', 'retireTrack', { show: (fields) => fields.sex === '2' }),
    ],
  },
  {
    name: 'aid',
    fields: [
      code('socialAid', 'socialAid'), { name: 'workInjuryGrade', kind: 'number', width: 2 }, codes('twoSubsidies', 'twoSubsidies'),
      code('antiPovertyType', 'antiPovertyType', { show: mayBeRural, opens: ['antiPovertyFrom', 'antiPovertyUntil', 'antiPovertyEnteredOn'] }),
      date('antiPovertyFrom', { noFuture: true, show: isTarget }), date('antiPovertyUntil', { show: isTarget }),
      date('antiPovertyEnteredOn', { noFuture: true, show: isTarget }), text('antiPovertyLabel', 40, { show: isTarget }),
    ],
  },
  {
    name: 'study',
    fields: [
      code('education', 'education', { opens: ['school', 'major', 'graduatedOn'] }), yesNo('isLiterate'), text('school', 60, { width: 3, show: isCollege }),
      text('major', 60, { width: 3, show: isCollege }), date('graduatedOn', { show: isCollege }),
    ],
  },
]

/** On the tab of the household. */
export const householdFields: readonly BasicField[] = [text('householdId'), text('relationToHead', 20)]

const allFields = [...basicGroups.flatMap((group) => group.fields), ...householdFields]
export const basicFields: ReadonlyMap<string, BasicField> = new Map(allFields.map((field) => [field.name, field]))

export function isShown(field: BasicField, fields: JsonObject): boolean {
  const value = fields[field.name]
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return !isEmpty || (field.show?.(fields) ?? true)
}

/** Code tables of document fields that the history and the tabs show as words. */
export const tableOfField: Readonly<Record<string, CodeTableId>> = {
  ...Object.fromEntries([...basicFields.values()].flatMap((field) => (field.table === undefined ? [] : [[field.name, field.table]]))),
  employmentState: 'employmentState', state: 'employmentState', employmentForm: 'employmentForm', unemployedReason: 'unemployedReason', purpose: 'consentPurpose', consentForm: 'consentForm',
  givenBy: 'givenBy', channel: 'channel', industry: 'industry', livingSource: 'livingSource', relation: 'relation', exclusionReason: 'exclusionReason',
}
