import type { FieldProblem, JsonObject } from '../../../api/client.ts'
import type { Input } from '../../../api/client.ts'
import type { fileForms as texts } from '../../../i18n/zh-CN/fileForms.ts'
import { isEmpty, valueAt, withoutValue } from '../../records/formSpec.ts'
import type { FieldSpec } from '../../records/formSpec.ts'

/** A form of the file beside the four ones, as data: which fields, in which order, under which condition. Rules and messages are the domain's. */

export type PartLabel = keyof (typeof texts)['field']
export type PartGroupLabel = keyof (typeof texts)['group']
type Condition = (body: JsonObject) => boolean

export interface PartField extends Pick<FieldSpec, 'path' | 'kind' | 'table' | 'lines' | 'max' | 'unit' | 'words' | 'width'> {
  readonly label: PartLabel
  readonly needed?: boolean | Condition
  readonly show?: Condition
}

export interface PartForm {
  readonly kind: Input<'records.complete'>['kind']
  readonly groups: readonly { readonly label: PartGroupLabel; readonly fields: readonly PartField[]; readonly show?: Condition }[]
}

type More = Partial<Omit<PartField, 'path' | 'label' | 'kind'>>
export const text = (path: string, label: PartLabel, more: More = {}): PartField => ({ path, label, kind: 'text', width: 2, max: 200, ...more })
export const date = (path: string, label: PartLabel, more: More = {}): PartField => ({ path, label, kind: 'date', width: 2, ...more })
export const pastDate = (path: string, label: PartLabel, more: More = {}): PartField => ({ path, label, kind: 'pastDate', width: 2, ...more })
export const code = (path: string, label: PartLabel, table: NonNullable<FieldSpec['table']>, more: More = {}): PartField => ({ path, label, kind: 'code', table, width: 2, ...more })
export const codes = (path: string, label: PartLabel, table: NonNullable<FieldSpec['table']>, more: More = {}): PartField => ({ path, label, kind: 'codes', table, width: 6, ...more })
export const yesNo = (path: string, label: PartLabel, more: More = {}): PartField => ({ path, label, kind: 'yesNo', width: 2, words: 'has', ...more })

/** Photos, scans and papers. */
export const attachments: PartField = { path: 'attachments', label: 'attachments', kind: 'special', width: 6 }

export function shownParts(form: PartForm, body: JsonObject): { readonly label: PartGroupLabel; readonly fields: readonly PartField[] }[] {
  return form.groups
    .filter((group) => group.show?.(body) ?? true)
    .map((group) => ({ label: group.label, fields: group.fields.filter((field) => field.show?.(body) ?? true) }))
    .filter((group) => group.fields.length > 0)
}

/** Answers whose question fell away stay in the draft only. */
export function partsHandedIn(form: PartForm, body: JsonObject): JsonObject {
  const shown = new Set(shownParts(form, body).flatMap((group) => group.fields.map(({ path }) => path)))
  const hidden = form.groups.flatMap((group) => group.fields).filter(({ path }) => !shown.has(path))
  return hidden.reduce((result, { path }) => withoutValue(result, path), body)
}

/** Problems at the fields that are on the screen, in their order; the rest belongs to the form as a whole. */
export function placedAt(fields: readonly PartField[], problems: readonly FieldProblem[]): { readonly at: readonly FieldProblem[]; readonly elsewhere: readonly FieldProblem[] } {
  const rank = (path: string) => fields.findIndex((field) => field.path === path || path.startsWith(`${field.path}.`))
  const at = problems.filter(({ path }) => rank(path) !== -1).sort((a, b) => rank(a.path) - rank(b.path))
  return { at: at.map(({ path, message }) => ({ path: fields[rank(path)]?.path ?? path, message })), elsewhere: problems.filter(({ path }) => rank(path) === -1) }
}

export function isMissing(body: JsonObject, path: string): boolean {
  return isEmpty(valueAt(body, path))
}
