import { sameJson } from '../../../domain/journal/change.ts'
import type { Json, JsonObject } from '../../../domain/journal/change.ts'
import type { RowFinding } from './source.ts'

/** What a row of a roster would change of a person. What the roster does not hold never overwrites. */

/** Set by the undo of an import; the person is back when a roster names them again. */
const withdrawn = 'withdrawn'
/** Kept beside the values, not values themselves. */
const aside = ['verification', 'certDerived', 'employmentStateOn', withdrawn]

export interface RowOfPerson {
  readonly row: number
  readonly fields: JsonObject
  readonly findings: readonly RowFinding[]
}

export interface Incoming {
  readonly fields: JsonObject
  /** Field -> why it waits for a look at the paper. */
  readonly marks: { readonly [field: string]: string }
}

/**
 * The rows that name one person, in the order of the sheet, as one: the first keeps its values, later ones add what it lacks, and where they differ
 * the field waits for a look at the paper.
 */
export function joinRows(rows: readonly RowOfPerson[], display: (field: string, value: Json) => string): Incoming {
  const fields: { [field: string]: Json } = {}
  const marks: { [field: string]: string } = {}
  for (const { row, fields: given, findings } of rows) {
    let isOther = false
    const takes = certTaken(fields, given)
    for (const [field, value] of Object.entries(given)) {
      if (isNothing(value) || (certFields.includes(field) && !takes)) continue
      const present = fields[field]
      if (present === undefined) fields[field] = value
      else if (!aside.includes(field) && !sameJson(present, value)) {
        isOther = true
        marks[field] ??= `名册第 ${row} 行写的是 ${display(field, value)}`
      }
    }
    for (const { kind, field, sentence } of findings) {
      if (kind !== 'doubtful') continue
      // A doubt about the whole row, which no field of the person shows, waits at the remarks.
      if (field !== '') marks[field] ??= sentence
      else if (!isOther) marks.rosterNotes ??= sentence
    }
  }
  return { fields, marks }
}

const certFields = ['certNumber', 'certDerived']

/**
 * A certificate number travels with the mark that it was put together. One that a row gives in full ends the mark of the same number; one that was put
 * together adds nothing to a number that is there already.
 */
function certTaken(fields: { [field: string]: Json }, given: JsonObject): boolean {
  if (fields.certNumber === undefined || isNothing(given.certNumber)) return true
  if (given.certDerived === true) return false
  if (given.certNumber === fields.certNumber) delete fields.certDerived
  return true
}

export interface Difference {
  readonly field: string
  readonly from: Json
  readonly to: Json
}

export function differences(known: JsonObject, incoming: Incoming): Difference[] {
  return Object.entries(incoming.fields)
    .filter(([field, value]) => !aside.includes(field) && !isNothing(value) && !sameJson(known[field], value))
    .filter(([field]) => field !== 'certNumber' || !isPutTogether(known, incoming))
    .map(([field, value]) => ({ field, from: known[field] ?? null, to: value }))
}

/** What the roster does not hold: a number put together from the other columns never takes the place of one that was given. */
function isPutTogether(known: JsonObject, { fields }: Incoming): boolean {
  return fields.certDerived === true && !isNothing(known.certNumber) && known.certDerived !== true
}

/** Values to be written over those known; empty when the roster says nothing new. */
export function valuesToWrite(known: JsonObject, incoming: Incoming): JsonObject {
  const changed = differences(known, incoming)
  const values: { [field: string]: Json } = Object.fromEntries(changed.map(({ field, to }) => [field, to]))
  if (known[withdrawn] === true) values[withdrawn] = false
  const names = new Set(changed.map(({ field }) => field))
  if (names.size === 0) return values
  if (names.has('employmentState') && incoming.fields.employmentStateOn !== undefined) {
    values.employmentStateOn = incoming.fields.employmentStateOn
  }
  // A number that is now given in full ends the mark of one that was put together, and the other way round.
  if (names.has('certNumber')) values.certDerived = incoming.fields.certDerived === true
  const marks = { ...marksOf(known) }
  for (const field of names) delete marks[field]
  for (const [field, why] of Object.entries(incoming.marks)) if (names.has(field)) marks[field] = why
  if (!sameJson(marks, marksOf(known))) values.verification = marks
  return values
}

/** A person of whom nothing is known yet. */
export function freshValues(incoming: Incoming): JsonObject {
  const values: { [field: string]: Json } = {}
  for (const [field, value] of Object.entries(incoming.fields)) if (!isNothing(value)) values[field] = value
  if (Object.keys(incoming.marks).length > 0) values.verification = { ...incoming.marks }
  return values
}

function marksOf(known: JsonObject): { [field: string]: string } {
  const stated = known.verification
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) return {}
  const entries = Object.entries(stated).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries)
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
