import { findingCodes, findingSentence } from '../../../domain/roster/findings.ts'
import type { FindingCode } from '../../../domain/roster/findings.ts'
import type { RosterField } from '../../../domain/roster/fields.ts'
import type { Output } from '../../api/client.ts'

type Finding = Output<'roster.rows'>['rows'][number]['findings'][number]

/** Where a field of a person has another name than the column of a roster. */
const columnOf: Readonly<Record<string, RosterField>> = {
  disabilityCategory: 'category', disabilityGrade: 'grade', hukouTown: 'town', hukouVillage: 'village',
}

/** The store tells in Chinese; in English the sentence is made anew from the same masked values. */
export function findingWords(finding: Finding, lang: 'zh' | 'en'): string {
  const { code, field, before, after, sentence } = finding
  if (lang === 'zh' || !Object.hasOwn(findingCodes, code)) return sentence
  const known = code as FindingCode
  return findingSentence({ code: known, kind: findingCodes[known].kind, field: columnOf[field] ?? (field as RosterField), before: before ?? '', after }, lang)
}
