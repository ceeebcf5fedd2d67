import type { JsonObject } from '../../../domain/journal/change.ts'
import type { Result } from '../../../domain/result.ts'
import type { ImportPreview } from '../../api/schemas/roster.ts'

/** A roster as the import sees it: rows that were read and judged, and what was understood of the file. */

export type Verdict = 'clean' | 'mended' | 'doubtful' | 'refused' | 'duplicate'

export interface RowFinding {
  readonly code: string
  readonly kind: 'mended' | 'doubtful' | 'refused' | 'flagged' | 'duplicate'
  /** A field of the person. */
  readonly field: string
  readonly sentence: string
  readonly before: string | null
  readonly after: string | null
}

export interface IncomingRow {
  readonly sheet: string
  readonly row: number
  readonly verdict: Verdict
  readonly findings: readonly RowFinding[]
  /** Fields of a person by their names in the file of a person; what the roster does not hold is absent. */
  readonly fields: JsonObject
}

export type RosterHead = Pick<ImportPreview, 'sheets' | 'columns' | 'county'>

export interface RosterSource {
  read(options: {
    readonly path: string
    readonly countyCode: string | null
    /** YYYY-MM-DD */
    readonly on: string
    readonly signal: AbortSignal
    readonly onProgress: (done: number, total: number | null) => void
    readonly onRow: (row: IncomingRow) => void
  }): Promise<Result<RosterHead>>
  /** A heading and a few words for all findings of a code. */
  describe(code: string): { readonly title: string; readonly explanation: string }
}
