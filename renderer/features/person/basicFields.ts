import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { person as texts } from '../../i18n/zh-CN/person.ts'

/** The basic data of a person as the tab shows it: groups of five to nine, one order from top to bottom. */

export type FieldName = keyof (typeof texts)['field']
export type GroupName = keyof (typeof texts)['group']

export interface BasicField {
  readonly name: FieldName
  /** How it is shown and asked. `fixed`: comes with the number and is not edited here. `hidden`: covered, shown on request. */
  readonly kind: 'text' | 'date' | 'code' | 'codes' | 'yesNo' | 'hidden' | 'hiddenFixed'
  readonly table?: CodeTableId
  /** Out of six columns. */
  readonly width: 2 | 3 | 6
  readonly max?: number
  readonly noFuture?: boolean
  /** One of the county's towns, where they are known. */
  readonly isTown?: boolean
}

export interface BasicGroup {
  readonly name: GroupName
  readonly fields: readonly BasicField[]
}

const code = (name: FieldName, table: CodeTableId, width: BasicField['width'] = 2): BasicField => ({ name, kind: 'code', table, width })
const text = (name: FieldName, width: BasicField['width'] = 2, max = 40): BasicField => ({ name, kind: 'text', width, max })
const date = (name: FieldName, noFuture = false): BasicField => ({ name, kind: 'date', width: 2, noFuture })

export const basicGroups: readonly BasicGroup[] = [
  {
    name: 'identity',
    fields: [
      text('name', 2, 32), { name: 'idNumber', kind: 'hiddenFixed', width: 2 }, code('sex', 'sex'), date('birthDate', true), code('ethnicity', 'ethnicity'),
      code('maritalStatus', 'marital'), code('politicalStatus', 'politicalStatus'), code('hukouType', 'hukouType'),
    ],
  },
  {
    name: 'certificate',
    fields: [
      { name: 'certNumber', kind: 'hidden', width: 2 }, code('disabilityCategory', 'category'), code('disabilityGrade', 'grade'), code('certStatus', 'certStatus'),
      date('certIssuedOn', true), date('certValidUntil'), code('disabilityCause', 'cause'), text('disabilityDetail', 3, 200),
    ],
  },
  {
    name: 'place',
    fields: [
      { ...text('hukouTown'), isTown: true }, text('hukouVillage'), text('hukouAddress', 6, 200), text('residenceTown'), text('residenceVillage'), text('residenceAddress', 6, 200),
    ],
  },
  {
    name: 'contact',
    fields: [
      { name: 'phone', kind: 'hidden', width: 2 }, text('contactName', 2, 32), code('contactRelation', 'relation'), { name: 'contactPhone', kind: 'hidden', width: 2 },
      { name: 'communicationModes', kind: 'codes', table: 'communicationMode', width: 6 },
    ],
  },
  {
    name: 'family',
    fields: [
      code('legalCapacity', 'legalCapacity'), code('selfCare', 'selfCare'), code('workCapacity', 'workCapacity'), text('guardianName', 2, 32),
      code('guardianRelation', 'relation'), { name: 'guardianPhone', kind: 'hidden', width: 2 }, code('socialAid', 'socialAid'), code('antiPovertyType', 'antiPovertyType'),
      text('relationToHead', 2, 20), { name: 'twoSubsidies', kind: 'codes', table: 'twoSubsidies', width: 6 },
    ],
  },
  {
    name: 'study',
    fields: [code('education', 'education'), { name: 'isLiterate', kind: 'yesNo', width: 2 }, text('school', 3, 60), text('major', 3, 60), date('graduatedOn')],
  },
]

export const basicFields: ReadonlyMap<string, BasicField> = new Map(basicGroups.flatMap((group) => group.fields.map((field) => [field.name, field])))

/** Code tables of document fields that the history and the tabs show as words. */
export const tableOfField: Readonly<Record<string, CodeTableId>> = {
  ...Object.fromEntries([...basicFields.values()].flatMap((field) => (field.table === undefined ? [] : [[field.name, field.table]]))),
  employmentState: 'employmentState', state: 'employmentState', employmentForm: 'employmentForm', unemployedReason: 'unemployedReason', purpose: 'consentPurpose', consentForm: 'consentForm',
  givenBy: 'givenBy', retireTrack: 'retireTrack', channel: 'channel', industry: 'industry', livingSource: 'livingSource',
}
