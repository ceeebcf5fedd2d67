import type { Database } from 'better-sqlite3'
import { prepared } from '../prepared.ts'
import { initialsSuffixes, nameGrams } from './names.ts'

/** Search rows of one person: what is found, and so exactly what must go when a value changes. */

export interface Searchable {
  readonly name: string
  readonly idNumber: string | null
  readonly certNumber: string | null
  readonly phone: string | null
}

export function reversed(text: string): string {
  return [...text].reverse().join('')
}

/** Rows to be written later, all at once and in the order of their keys: neighbours in a table are then written together. */
export interface SearchRows {
  readonly grams: [string, number][]
  readonly suffixes: [string, number][]
  readonly tails: [string, string, number][]
}

export function emptySearchRows(): SearchRows {
  return { grams: [], suffixes: [], tails: [] }
}

export function addSearchRows(rows: SearchRows, no: number, person: Searchable): void {
  eachRow(person, {
    gram: (gram) => rows.grams.push([gram, no]),
    suffix: (suffix) => rows.suffixes.push([suffix, no]),
    tail: (kind, text) => rows.tails.push([kind, text, no]),
  })
}

export function writeSearchRows(sqlite: Database, rows: SearchRows): void {
  const gram = prepared(sqlite, 'insert or ignore into name_bigram (gram, no) values (?, ?)')
  for (const row of rows.grams.sort(byKey)) gram.run(...row)
  const suffix = prepared(sqlite, 'insert or ignore into pinyin_initials (suffix, no) values (?, ?)')
  for (const row of rows.suffixes.sort(byKey)) suffix.run(...row)
  const tail = prepared(sqlite, 'insert or ignore into tail (kind, reversed, no) values (?, ?, ?)')
  for (const row of rows.tails.sort(byKey)) tail.run(...row)
  for (const list of [rows.grams, rows.suffixes, rows.tails]) list.length = 0
}

function byKey(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] as string | number
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

export function dropSearchRows(sqlite: Database, no: number, person: Searchable): void {
  eachRow(person, {
    gram: (gram) => prepared(sqlite, 'delete from name_bigram where gram = ? and no = ?').run(gram, no),
    suffix: (suffix) => prepared(sqlite, 'delete from pinyin_initials where suffix = ? and no = ?').run(suffix, no),
    tail: (kind, text) => prepared(sqlite, 'delete from tail where kind = ? and reversed = ? and no = ?').run(kind, text, no),
  })
}

interface Visitor {
  gram(gram: string): unknown
  suffix(suffix: string): unknown
  tail(kind: 'id' | 'cert' | 'phone' | 'dial', text: string): unknown
}

function eachRow(person: Searchable, visit: Visitor): void {
  for (const gram of nameGrams(person.name)) visit.gram(gram)
  for (const suffix of initialsSuffixes(person.name)) visit.suffix(suffix)
  if (person.idNumber !== null) visit.tail('id', reversed(person.idNumber))
  if (person.certNumber !== null) visit.tail('cert', reversed(person.certNumber))
  const digits = person.phone?.replace(/\D/g, '') ?? ''
  if (digits === '') return
  visit.tail('phone', reversed(digits))
  visit.tail('dial', digits)
}
