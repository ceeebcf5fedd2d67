import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import type { records as recordTexts } from '../../i18n/zh-CN/records.ts'
import type { FileFacts } from './fileFacts.ts'

/** A form as data: one order from top to bottom, groups with headings, fields that open below their cause. */

export type FieldLabel = keyof (typeof recordTexts)['field']
export type GroupLabel = keyof (typeof recordTexts)['group']
export type YesNoWords = keyof (typeof recordTexts)['yesNo']

/** What the answers so far and the person's file say. */
export type Condition = (body: JsonObject, facts: FileFacts) => boolean

export interface FieldSpec {
  /** Where the value lies in the record: `checkedOn`, `signature.date`. */
  readonly path: string
  readonly label: FieldLabel
  readonly kind: 'text' | 'date' | 'pastDate' | 'code' | 'codes' | 'yesNo' | 'rating' | 'number' | 'money' | 'rows' | 'texts' | 'special'
  readonly table?: CodeTableId
  /** Out of six columns. */
  readonly width: 1 | 2 | 3 | 4 | 6
  readonly lines?: number
  readonly max?: number
  readonly unit?: 'minutes' | 'yuan' | 'perMonth'
  readonly words?: YesNoWords
  /** Marked 必填; the rule itself is the domain's. */
  readonly needed?: boolean | Condition
  readonly show?: Condition
  /** Columns of a list of things. */
  readonly columns?: readonly FieldSpec[]
  readonly maxRows?: number
  /** Other values of the record that this part sets; they fall away with it. */
  readonly also?: readonly string[]
}

export interface GroupSpec {
  readonly label: GroupLabel
  readonly fields: readonly FieldSpec[]
  readonly show?: Condition
}

export interface FormSpec {
  readonly kind: 'infoCheck' | 'capabilityAssessment' | 'demandRegistration' | 'serviceRecord' | 'consent' | 'placementCheck'
  readonly groups: readonly GroupSpec[]
}

type More = Partial<Omit<FieldSpec, 'path' | 'label' | 'kind'>>

export const text = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'text', width: 2, max: 200, ...more })
export const texts = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'texts', width: 3, max: 400, ...more })
export const pastDate = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'pastDate', width: 2, ...more })
export const date = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'date', width: 2, ...more })
export const code = (path: string, label: FieldLabel, table: CodeTableId, more: More = {}): FieldSpec => ({ path, label, kind: 'code', table, width: 2, ...more })
export const codes = (path: string, label: FieldLabel, table: CodeTableId, more: More = {}): FieldSpec => ({ path, label, kind: 'codes', table, width: 6, ...more })
export const yesNo = (path: string, label: FieldLabel, words: YesNoWords, more: More = {}): FieldSpec => ({ path, label, kind: 'yesNo', width: 2, words, ...more })
export const special = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'special', width: 6, ...more })

/** A signature: what was signed, by whom, when; drawn on the screen, or where the sheet lies. */
export function signatureFields(needed: FieldSpec['needed'], show: Condition = () => true): readonly FieldSpec[] {
  const must = needed === undefined ? {} : { needed }
  return [
    pastDate('signature.date', 'signatureDate', { ...must, show }),
    code('signature.givenBy', 'givenBy', 'givenBy', { ...must, show }),
    text('signature.guardianName', 'guardianName', { max: 32, needed: true, show: (body, facts) => show(body, facts) && valueAt(body, 'signature.givenBy') === 'GUARDIAN' }),
    text('signature.textVersion', 'textVersion', { max: 40, ...must, show }),
    special('signature.paperLocation', 'signatureProof', { width: 4, also: ['signature.image'], ...must, show }),
  ]
}

export function valueAt(body: unknown, path: string): unknown {
  let value = body
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** A copy with one value set; objects and lists on the way are made where they are missing. */
export function withValue(body: JsonObject, path: string, value: unknown): JsonObject {
  return setIn(body, path.split('.'), value) as JsonObject
}

function setIn(holder: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(holder) ? [...(holder as unknown[])] : []
    list[Number(key)] = setIn(list[Number(key)], rest, value)
    return list
  }
  const object = typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? { ...holder } : {}
  return { ...object, [key]: setIn((object as Record<string, unknown>)[key], rest, value) }
}

/** A copy without one value. */
export function withoutValue(body: JsonObject, path: string): JsonObject {
  const [key, ...rest] = path.split('.') as [string, ...string[]]
  const { [key]: held, ...others } = body
  if (held === undefined) return body
  if (rest.length === 0) return others
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return body
  return { ...others, [key]: withoutValue(held as JsonObject, rest.join('.')) }
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
