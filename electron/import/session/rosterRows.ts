import type { Json } from '../../../domain/journal/change.ts'
import type { RosterRow } from '../../../domain/roster/check.ts'
import { findingCodes, findingSentence } from '../../../domain/roster/findings.ts'
import type { Finding } from '../../../domain/roster/findings.ts'
import { shownEnds } from './display.ts'
import { personFieldOf, personFieldsOf } from './personFields.ts'
import type { IncomingRow, RowFinding } from './source.ts'

/** A row as the roster check judged it, in the shape of the import: fields of a person's file, sentences with masked numbers. */
export function incomingRow(row: RosterRow, on: string): IncomingRow {
  const findings = row.findings.map(rowFinding)
  return {
    sheet: row.sheet,
    row: row.row,
    verdict: row.verdict,
    findings: row.verdict === 'duplicate' ? [...findings, repeated(row)] : findings,
    fields: row.person === null ? nameAlone(row.name) : personFieldsOf(row.person, on),
  }
}

function nameAlone(name: string): { readonly [field: string]: Json } {
  return name === '' ? {} : { name }
}

function rowFinding(finding: Finding): RowFinding {
  // Which fields two rows differ in is found field by field when they are joined.
  const field = finding.code === 'same-person-differs' ? '' : personFieldOf(finding.field)
  const before = finding.before === '' ? null : finding.before
  const shown = shownEnds({ code: finding.code, field, before, after: finding.after })
  const sentence = findingSentence({ ...finding, before: shown.before ?? '', after: shown.after })
  return { code: finding.code, kind: finding.kind, field, sentence, before, after: finding.after }
}

const repeatedCode = 'duplicate'

function repeated(row: RosterRow): RowFinding {
  const where = row.sameAs === null ? '前面一行' : row.sameAs.sheet === row.sheet ? `第 ${row.sameAs.row} 行` : `${row.sameAs.sheet} 第 ${row.sameAs.row} 行`
  return { code: repeatedCode, kind: 'duplicate', field: '', sentence: `和${where}一样，只导入那一行。`, before: null, after: null }
}

const afterwards: Readonly<Record<RowFinding['kind'], string>> = {
  doubtful: '照常导入，记成待核实，看过证件再定',
  mended: '已经替您改好，照改好的导入',
  refused: '这些行不导入，别的行照常',
  flagged: '照常导入，只是提醒您看一眼',
  duplicate: '同一个人的同样一行只导入一次',
}

export function describeFinding(code: string): { readonly title: string; readonly explanation: string } {
  if (code === repeatedCode) return { title: '重复的行', explanation: afterwards.duplicate }
  if (!Object.hasOwn(findingCodes, code)) return { title: code, explanation: '' }
  const { zh, kind } = findingCodes[code as keyof typeof findingCodes]
  return { title: zh, explanation: afterwards[kind] }
}
