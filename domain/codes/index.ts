import { educationTables } from './education.ts'
import { employmentTables } from './employment.ts'
import { erasureTables } from './erasure.ts'
import { ethnicityTables } from './ethnicity.ts'
import { fourOnesTables } from './fourOnes.ts'
import { groupTables } from './groups.ts'
import { personTables } from './person.ts'
import { placementTables } from './placement.ts'
import { rightsTables } from './rights.ts'
import type { CodeEntry, CodeTable } from './table.ts'

export type { CodeEntry, CodeTable } from './table.ts'
export { educationStepOf } from './education.ts'

export const codeTables = {
  ...personTables,
  ...educationTables,
  ...ethnicityTables,
  ...employmentTables,
  ...fourOnesTables,
  ...placementTables,
  ...groupTables,
  ...erasureTables,
  ...rightsTables,
} as const

export type CodeTableId = keyof typeof codeTables
export type CodeOf<T extends CodeTableId> = (typeof codeTables)[T]['codes'][number]
export type Lang = 'zh' | 'en'

/** All codes of a table in the order in which people choose them. */
export function codesOf<T extends CodeTableId>(table: T): readonly [CodeOf<T>, ...CodeOf<T>[]] {
  return codeTables[table].codes as readonly [CodeOf<T>, ...CodeOf<T>[]]
}

export function codeEntries(table: CodeTableId): readonly CodeEntry[] {
  return codeTables[table].entries
}

export function isCode<T extends CodeTableId>(table: T, value: unknown): value is CodeOf<T> {
  return typeof value === 'string' && entryOf(table, value) !== undefined
}

/** The label of a code; an unknown code is shown as it is, since a newer version may have written it. */
export function codeLabel(table: CodeTableId, code: string, lang: Lang = 'zh'): string {
  const entry = entryOf(table, code)
  return entry === undefined ? code : entry[lang]
}

export function codeTableTitle(table: CodeTableId, lang: Lang = 'zh'): string {
  return codeTables[table][lang]
}

/** True when the code is the wanted one or refines it, e.g. 73 is under 7. */
export function isUnder(table: CodeTableId, code: string, wanted: string): boolean {
  return code === wanted || entryOf(table, code)?.parent === wanted
}

const index = new Map<string, Map<string, CodeEntry>>(
  Object.entries(codeTables).map(([id, table]: [string, CodeTable]) => [
    id,
    new Map(table.entries.map((entry) => [entry.code, entry])),
  ]),
)

function entryOf(table: CodeTableId, code: string): CodeEntry | undefined {
  return index.get(table)?.get(code)
}
