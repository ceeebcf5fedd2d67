import { compact, isBlank, tidy } from './cell.ts'
import type { Cell } from './cell.ts'
import { readCode } from './codeWords.ts'
import type { CodedField } from './codeWords.ts'
import { agreesWith, readDate } from './dates.ts'
import type { RosterField } from './fields.ts'
import { fieldLabel } from './fields.ts'
import type { Layout } from './header.ts'
import { splitPhones } from '../identity/phone.ts'
import { normaliseName } from '../identity/name.ts'
import { cleanCertText } from '../identity/certNumber.ts'
import { withoutApostrophes } from '../identity/text.ts'
import type { RosterPerson } from './person.ts'
import type { RowView } from './rowView.ts'
import { isAbsent, readDisability, readEmployed, readSex } from './words.ts'

export interface RowPlace {
  readonly sheet: string
  readonly row: number
}

export type Repetition =
  | { readonly kind: 'first' }
  /** Nothing but the serial number differs from an earlier row. */
  | { readonly kind: 'duplicate'; readonly of: RowPlace }
  | { readonly kind: 'differs'; readonly from: RowPlace; readonly field: RosterField; readonly fields: readonly string[] }

export interface RepetitionFinder {
  see(row: RowView, person: RosterPerson, place: RowPlace): Repetition
}

interface Entry {
  readonly place: RowPlace
  readonly keys: LayoutKeys
  /** One digest per key, 0 for blank: rows stay small in memory. */
  readonly digests: readonly number[]
}

interface LayoutKeys {
  readonly names: readonly string[]
  readonly fields: readonly RosterField[]
  readonly columns: readonly number[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly hasTown: boolean
}

/**
 * Compares the rows of one person by what they say, not by how it is written: a row with full-width digits repeats the one with plain digits. A
 * blank cell differs from a filled one; a column that the later sheet does not have says nothing.
 */
export function createRepetitionFinder(): RepetitionFinder {
  const seen = new Map<string, Entry[]>()
  const keysOf = new WeakMap<Layout, LayoutKeys>()

  function see(row: RowView, person: RosterPerson, place: RowPlace): Repetition {
    let keys = keysOf.get(row.layout)
    if (keys === undefined) keysOf.set(row.layout, (keys = layoutKeys(row.layout)))
    const entry: Entry = { place, keys, digests: digestsOf(row, person, keys) }
    const earlier = seen.get(person.idNumber)
    if (earlier === undefined) {
      seen.set(person.idNumber, [entry])
      return { kind: 'first' }
    }
    const same = earlier.find((other) => differences(entry, other).length === 0)
    if (same !== undefined) return { kind: 'duplicate', of: same.place }
    earlier.push(entry)
    const first = earlier[0] as Entry
    const differing = differences(entry, first)
    const labels = differing.map((key) => labelOf(key, entry.keys))
    return { kind: 'differs', from: first.place, field: fieldOf(differing[0] as string, entry.keys), fields: [...new Set(labels)] }
  }

  return { see }
}

const townKey = 'town'

function layoutKeys(layout: Layout): LayoutKeys {
  const names: string[] = [townKey]
  const fields: RosterField[] = ['town']
  const columns: number[] = [-1]
  layout.fields.forEach((field, column) => {
    if (field === null || field === 'serial' || field === 'idNumber' || field === 'idOrCert' || field === 'town') return
    const name = field === 'other' || field === 'note' || field === 'status' || field === 'phone2' ? `${field}:${layout.labels[column]}` : field
    names.push(names.includes(name) ? `${name}#${column}` : name)
    fields.push(field)
    columns.push(column)
  })
  return {
    names, fields, columns, indexOf: new Map(names.map((name, index) => [name, index])),
    hasTown: layout.columnOf.has('town') || layout.columnOf.has('townVillage'),
  }
}

function digestsOf(row: RowView, person: RosterPerson, keys: LayoutKeys): number[] {
  return keys.columns.map((column, index) => {
    if (column === -1) return digest(person.town ?? compact(row.cell('town')))
    const cell = row.cells[column]
    if (cell === undefined || isBlank(cell)) return 0
    return digest(meaning(keys.fields[index] as RosterField, cell, person))
  })
}

const coded: readonly RosterField[] = [
  'education', 'hukouType', 'ethnicity', 'maritalStatus', 'politicalStatus', 'selfCare', 'workCapacity', 'unemployedReason', 'employmentForm',
]

/** One text for all ways of writing the same. */
function meaning(field: RosterField, cell: Cell, person: RosterPerson): string {
  const text = compact(cell)
  switch (field) {
    case 'name': return normaliseName(withoutApostrophes(cell.text))
    case 'certNumber': return cleanCertText(cell.text)
    case 'sex': return readSex(cell)?.value ?? text
    case 'category': {
      const reading = readDisability(cell, 'category')
      return `${reading.category ?? text}/${reading.grade ?? ''}/${reading.multi.join('')}`
    }
    case 'grade': return readDisability(cell, 'grade').grade ?? text
    case 'birthDate': return agreesWith(readDate(cell), person.birthDate) ? person.birthDate : text
    case 'phone':
    case 'phone2':
    case 'contactPhone':
    case 'guardianPhone': {
      const { phones, rest } = splitPhones(cell.text)
      return [...phones, ...rest].join('/')
    }
    case 'employed': return isAbsent(cell) ? text : String(readEmployed(cell) ?? text)
    case 'note': return tidy(cell)
    default: return coded.includes(field) ? (readCode(field as CodedField, cell)?.value ?? text) : text
  }
}

/** Keys in which the later row says something else than the earlier. */
function differences(later: Entry, earlier: Entry): string[] {
  const differing: string[] = []
  later.keys.names.forEach((name, index) => {
    const other = earlier.keys.indexOf.get(name)
    const own = later.digests[index] as number
    const digestThere = other === undefined ? 0 : (earlier.digests[other] as number)
    const saysNothing = name === townKey && own === 0 && !later.keys.hasTown
    if (own !== digestThere && !saysNothing) differing.push(name)
  })
  return differing
}

function labelOf(key: string, keys: LayoutKeys): string {
  const field = fieldOf(key, keys)
  const label = key.includes(':') ? key.slice(key.indexOf(':') + 1) : ''
  return field === 'other' && label !== '' ? label : fieldLabel(field, 'zh')
}

function fieldOf(key: string, keys: LayoutKeys): RosterField {
  return keys.fields[keys.indexOf.get(key) ?? 0] ?? 'other'
}

/** 53 bits of a text, never 0 for a text that is not empty. */
function digest(text: string): number {
  if (text === '') return 0
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1
}
