/** One code of a table: the stable code, the Chinese label, the English label, and the code above it when it refines another. */
export type CodeRow = readonly [code: string, zh: string, en: string, parent?: string]

export interface CodeEntry {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The code that this one refines, e.g. 11 机关 refines 1 按比例就业. */
  readonly parent?: string
}

export interface CodeTable<C extends string = string> {
  readonly zh: string
  readonly en: string
  /** Standard or system that owns the codes; 'own' where they are ours. */
  readonly source: string
  readonly entries: readonly CodeEntry[]
  readonly codes: readonly [C, ...C[]]
}

/** Builds a table from rows; the codes stay literal types so that schemas and forms are checked by the compiler. */
export function codeTable<const R extends readonly [CodeRow, ...CodeRow[]]>(
  zh: string,
  en: string,
  source: string,
  rows: R,
): CodeTable<R[number][0]> {
  const entries = rows.map(([code, zhLabel, enLabel, parent]) =>
    parent === undefined ? { code, zh: zhLabel, en: enLabel } : { code, zh: zhLabel, en: enLabel, parent },
  )
  const codes = rows.map((row) => row[0]) as [R[number][0], ...R[number][0][]]
  return { zh, en, source, entries, codes }
}
