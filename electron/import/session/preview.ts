import type { Result } from '../../../domain/result.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { Store } from '../../../db/store.ts'
import type { ImportPreview } from '../../api/schemas/roster.ts'
import { problems } from '../../store/problems.ts'
import { differences, joinRows } from './compare.ts'
import { displayValue } from './display.ts'
import { knownByNumber } from './known.ts'
import { createRowTable } from './rowTable.ts'
import type { RowTable, Standing, TableRow } from './rowTable.ts'
import type { IncomingRow, RosterHead, RosterSource } from './source.ts'

/** Reading a roster and holding it against the persons known. Nothing of the store is written. */

const pageSize = 500

export interface Reading {
  readonly head: RosterHead
  readonly table: RowTable
}

export async function readIntoTable(options: {
  readonly store: Store
  readonly source: RosterSource
  readonly path: string
  readonly countyCode: string | null
  readonly on: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number | null) => void
}): Promise<Result<Reading>> {
  const { store, signal } = options
  const table = createRowTable(store.sqlite)
  let waiting: IncomingRow[] = []
  const flush = (): void => {
    if (signal.aborted) return
    table.add(waiting)
    waiting = []
  }
  const read = await options.source.read({
    path: options.path,
    countyCode: options.countyCode,
    on: options.on,
    signal,
    onProgress: options.onProgress,
    onRow(row) {
      waiting.push(row)
      if (waiting.length >= pageSize) flush()
    },
  })
  if (signal.aborted) return fail(problems.cancelled)
  if (!read.ok) {
    table.drop()
    return read
  }
  flush()
  const total = table.counts().rows
  for (let after = 0; ; ) {
    const leaders = table.leadersAfter(after, pageSize)
    if (leaders.length === 0) break
    table.setStandings(leaders.map((leader) => ({ no: leader.no, ...standingOf(store, [leader, ...table.followersOf(leader.no)]) })))
    after = leaders.at(-1)?.no ?? after
    options.onProgress(after, total)
    // Lets a cancel through, and other calls.
    await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted) return fail(problems.cancelled)
  }
  return ok({ head: read.value, table })
}

function standingOf(store: Store, rows: readonly TableRow[]): { standing: Standing; personId: string | null } {
  const incoming = joinRows(rows, displayValue)
  const { idNumber } = incoming.fields
  const known = typeof idNumber === 'string' ? knownByNumber(store, idNumber) : null
  if (known === null || known.values.withdrawn === true) return { standing: 'fresh', personId: known?.id ?? null }
  return { standing: differences(known.values, incoming).length > 0 ? 'changed' : 'same', personId: known.id }
}

export function previewOf(importId: string, fileName: string, { head, table }: Reading, source: RosterSource): ImportPreview {
  const { verdicts, standings, flagged, rows } = table.counts()
  return {
    importId,
    fileName,
    ...head,
    counts: { rows, ...verdicts, flagged, ...standings },
    groups: table.groups().map((group) => ({ ...group, ...source.describe(group.code) })),
  }
}
