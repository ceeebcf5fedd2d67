import { ok, problem } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { commitAction } from '../../../db/journal/commit.ts'
import type { Store, StoreDeps } from '../../../db/store.ts'
import type { AppEvent, Input, Output } from '../../api/contract.ts'
import type { ImportPreview } from '../../api/schemas/roster.ts'
import { ProblemError } from '../../store/context.ts'
import { problems } from '../../store/problems.ts'
import { importsFor, undoImport } from './imports.ts'
import { importIntents } from './intents.ts'
import type { ImportTally } from './intents.ts'
import { listRows } from './listRows.ts'
import { previewOf, readIntoTable } from './preview.ts'
import type { Reading } from './preview.ts'
import type { RosterSource } from './source.ts'

/** Bringing a roster in: preview, look, confirm, and undo. One roster at a time; a new preview takes the place of the one before. */

export interface ImportDesk {
  preview(input: { path: string; fileName: string; countyCode?: string; on?: string }): Promise<Result<ImportPreview>>
  rows(input: Input<'roster.rows'>): Result<Output<'roster.rows'>>
  confirm(input: Input<'roster.confirm'>): Result<Output<'roster.confirm'>>
  cancel(importId: string | null): void
  imports(nameOf: (userId: string) => string): Output<'roster.imports'>
  undo(input: Input<'roster.undo'>): Result<Output<'roster.undo'>>
}

export interface ImportDeskOptions {
  readonly deps: StoreDeps
  readonly source: RosterSource
  /** Throws 'locked' while there is none. */
  readonly store: () => Store
  readonly by: () => { readonly actorId: string }
  readonly countyCode: () => string
  readonly today: () => string
  readonly emit: (event: AppEvent) => void
  /** How often people have asked to stop; looked at also within one long step. */
  readonly stops: () => number
  /** Milliseconds of a clock that never jumps. */
  readonly clock: () => number
}

interface Present {
  readonly importId: string
  readonly fileName: string
  readonly on: string
  readonly reading: Reading
}

/** People see at most so many steps of progress a second. */
const progressEveryMs = 100

export function createImportDesk(options: ImportDeskOptions): ImportDesk {
  const { deps, emit } = options
  let present: Present | null = null
  let underWay: AbortController | null = null

  function progress(task: 'preview' | 'confirm' | 'undo', unit: string): (done: number, total: number | null) => void {
    let last = Number.NEGATIVE_INFINITY
    return (done, total) => {
      const now = options.clock()
      if (now - last < progressEveryMs) return
      last = now
      emit({ type: 'progress', task, done, total, unit })
    }
  }

  function stopper(): () => void {
    const before = options.stops()
    return () => {
      if (options.stops() !== before) throw new ProblemError(problems.cancelled)
    }
  }

  function forget(): void {
    underWay?.abort()
    underWay = null
    present?.reading.table.drop()
    present = null
  }

  function presentOf(importId: string): Result<Present> {
    if (present?.importId === importId) return ok(present)
    return problem('previewGone', '这次预览已经不在了，什么都没有写入。请再选一次文件')
  }

  return {
    async preview(input) {
      forget()
      const controller = new AbortController()
      underWay = controller
      const on = input.on ?? options.today()
      const reading = await readIntoTable({
        store: options.store(),
        source: options.source,
        path: input.path,
        countyCode: input.countyCode ?? options.countyCode(),
        on,
        signal: controller.signal,
        onProgress: progress('preview', '行'),
      })
      if (!reading.ok) return reading
      underWay = null
      present = { importId: deps.newId(), fileName: input.fileName, on, reading: reading.value }
      return ok(previewOf(present.importId, input.fileName, reading.value, options.source))
    },

    rows(input) {
      const found = presentOf(input.importId)
      return found.ok ? ok(listRows(options.store(), found.value.reading.table, input)) : found
    },

    confirm(input) {
      const found = presentOf(input.importId)
      if (!found.ok) return found
      const { fileName, on, reading } = found.value
      const { verdicts, standings, flagged, rows } = reading.table.counts()
      const leftOut = verdicts.refused + verdicts.duplicate
      const tally: ImportTally = { added: 0, updated: 0, unchanged: 0, toVerify: 0 }
      const total = standings.fresh + standings.changed + standings.same
      const tell = progress('confirm', '人')
      const check = stopper()
      const intents = importIntents({
        store: options.store(),
        table: reading.table,
        tally,
        record: () => ({
          fileName, on, countyCode: reading.head.county.code, sheets: reading.head.sheets.map((sheet) => sheet.name),
          rows, ...verdicts, flagged, ...tally, leftOut,
        }),
        onPerson(done) {
          if (done % 100 !== 0) return
          check()
          tell(done, total)
        },
      })
      const saved = commitAction(options.store(), options.by(), intents, { keepChanges: false, onProgress: check })
      forget()
      emit({ type: 'progress', task: 'confirm', done: total, total, unit: '人' })
      return ok({ actionId: saved.actionId, savedAt: saved.savedAt, ...tally, leftOut })
    },

    cancel(importId) {
      if (importId === null || present === null || present.importId === importId) forget()
    },

    imports: (nameOf) => importsFor(options.store(), options.today(), nameOf),

    undo(input) {
      const check = stopper()
      const tell = progress('undo', '人')
      return undoImport({
        store: options.store(),
        by: options.by(),
        today: options.today(),
        actionId: input.actionId,
        onProgress(done) {
          check()
          tell(done, null)
        },
      })
    },
  }
}
