import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'
import type { records as texts } from '../../i18n/zh-CN/records.ts'

/** A form as data: one order from top to bottom, groups with headings, fields that open below their cause. */

export type FieldLabel = keyof (typeof texts)['field']
export type GroupLabel = keyof (typeof texts)['group']

export interface FieldSpec {
  /** Where the value lies in the record: `checkedOn`, `signature.date`. */
  readonly path: string
  readonly label: FieldLabel
  readonly kind: 'text' | 'date' | 'pastDate' | 'code' | 'codes' | 'yesNo' | 'number' | 'money' | 'rows' | 'texts' | 'special'
  readonly table?: CodeTableId
  /** Out of six columns. */
  readonly width: 1 | 2 | 3 | 4 | 6
  readonly lines?: number
  readonly max?: number
  readonly unit?: 'minutes' | 'yuan' | 'perMonth'
  /** Marked 必填; the rule itself is the domain's. */
  readonly needed?: boolean
  readonly show?: (body: JsonObject) => boolean
  /** Columns of a list of things. */
  readonly columns?: readonly FieldSpec[]
  readonly maxRows?: number
}

export interface GroupSpec {
  readonly label: GroupLabel
  readonly fields: readonly FieldSpec[]
  readonly show?: (body: JsonObject) => boolean
}

export interface FormSpec {
  readonly kind: 'infoCheck' | 'capabilityAssessment' | 'demandRegistration' | 'serviceRecord' | 'consent'
  readonly groups: readonly GroupSpec[]
}

type More = Partial<Omit<FieldSpec, 'path' | 'label' | 'kind'>>

export const text = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'text', width: 2, max: 200, ...more })
export const pastDate = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'pastDate', width: 2, ...more })
export const date = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'date', width: 2, ...more })
export const code = (path: string, label: FieldLabel, table: CodeTableId, more: More = {}): FieldSpec => ({ path, label, kind: 'code', table, width: 2, ...more })
export const codes = (path: string, label: FieldLabel, table: CodeTableId, more: More = {}): FieldSpec => ({ path, label, kind: 'codes', table, width: 6, ...more })
export const yesNo = (path: string, label: FieldLabel, more: More = {}): FieldSpec => ({ path, label, kind: 'yesNo', width: 2, ...more })

/** A signature on paper: what was signed, by whom, when, and where the sheet lies. */
export function paperSignature(show?: FieldSpec['show']): readonly FieldSpec[] {
  const more = show === undefined ? {} : { show }
  return [
    pastDate('signature.date', 'signatureDate', { needed: true, ...more }),
    code('signature.givenBy', 'givenBy', 'givenBy', { needed: true, ...more }),
    text('signature.guardianName', 'guardianName', { max: 32, needed: true, show: (body) => (show?.(body) ?? true) && valueAt(body, 'signature.givenBy') === 'GUARDIAN' }),
    text('signature.textVersion', 'textVersion', { max: 40, needed: true, ...more }),
    text('signature.paperLocation', 'paperLocation', { max: 80, needed: true, width: 4, ...more }),
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
