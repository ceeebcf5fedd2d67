import type { Cells, SheetInfo } from '../../../domain/roster/cell.ts'
import type { Result } from '../../../domain/result.ts'

export type RosterFormat = 'xlsx' | 'csv' | 'html' | 'xml'

/** Where a reader puts what it finds, in the order of the file. */
export interface RowSink {
  startSheet(info: SheetInfo): void
  row(number: number, cells: Cells): void
  endSheet(): void
  /** Awaited now and then, so that a slow consumer holds the reader back. */
  flush?(): Promise<void>
}

export interface ReadProgress {
  /** 0 to 1 of the file. */
  readonly part: number
  readonly rows: number
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
}

/** A file whose format is known. It can be read more than once. */
export interface RosterSource {
  readonly format: RosterFormat
  read(sink: RowSink, options?: ReadOptions): Promise<Result<null>>
  close(): Promise<void>
}
