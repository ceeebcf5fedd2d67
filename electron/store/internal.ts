import type { Result } from '../../domain/result.ts'
import type { ImportPreview } from '../api/schemas/roster.ts'
import type { ApiProblem } from '../api/schemas/common.ts'

/** What only the main process may ask of the worker: a page never names a path. */
export type InternalCall = {
  readonly name: 'roster.preview'
  readonly path: string
  readonly fileName: string
  readonly countyCode?: string
  readonly on?: string
}

export type InternalAnswer = Result<ImportPreview, ApiProblem>
