import { addDays } from '../../../domain/plan/index.ts'
import { ok, problem } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { undoAction } from '../../../db/journal/undo.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Store } from '../../../db/store.ts'
import type { Output } from '../../api/contract.ts'
import { localDay } from '../../store/clock.ts'

/** Imports that were made, newest first, and the way back for thirty days. */

export const undoDays = 30
const mostShown = 100

interface ImportRow {
  readonly actionId: string
  readonly at: string
  readonly actorId: string
  readonly fields: string | null
  readonly voided: number
}

const importsSql = `select c.action_id as actionId, c.recorded_at as at, c.actor_id as actorId, c.fields, d.voided
  from document d join change c on c.id = d.head_change_id where d.entity = 'rosterImport'`

export function listImports(store: Store, today: string, nameOf: (userId: string) => string): Output<'roster.imports'> {
  const rows = prepared(store.sqlite, `${importsSql} order by c.recorded_at desc, c.seq desc limit ?`).all(mostShown) as ImportRow[]
  return rows.map((row) => {
    const body = bodyOf(row)
    const until = addDays(localDay(row.at), undoDays)
    return {
      actionId: row.actionId,
      at: row.at,
      actor: nameOf(row.actorId),
      fileName: typeof body.fileName === 'string' ? body.fileName : '',
      added: countIn(body, 'added'),
      updated: countIn(body, 'updated'),
      leftOut: countIn(body, 'leftOut'),
      undoableUntil: row.voided === 1 || until < today ? null : until,
      undone: row.voided === 1,
    }
  })
}

export function undoImport(options: {
  readonly store: Store
  readonly by: { readonly actorId: string }
  readonly today: string
  readonly actionId: string
  readonly onProgress: (done: number) => void
}): Result<Output<'roster.undo'>> {
  const { store, actionId } = options
  const row = prepared(store.sqlite, `${importsSql} and c.action_id = ?`).get(actionId) as ImportRow | undefined
  if (row === undefined) return problem('noSuchImport', '没有找到这次导入，什么都没有改')
  if (row.voided === 1) return problem('alreadyUndone', '这次导入已经撤销过了')
  const until = addDays(localDay(row.at), undoDays)
  if (until < options.today) return problem('tooLate', `这次导入只能撤销到 ${until}，什么都没有改。不对的地方请一人一人改`)
  const undone = undoAction(store, options.by, actionId, { onProgress: options.onProgress })
  return ok({
    actionId: undone.actionId,
    savedAt: undone.savedAt,
    // The record of the import itself is one of the files taken back.
    undone: Math.max(0, undone.undone - 1),
    kept: undone.kept.map((personId) => nameIn(store, personId)),
  })
}

function nameIn(store: Store, personId: string): string {
  const name = prepared(store.sqlite, 'select name from person where id = ?').pluck().get(personId)
  return typeof name === 'string' && name !== '' ? name : personId
}

function bodyOf(row: ImportRow): { readonly [field: string]: unknown } {
  const fields = JSON.parse(row.fields ?? '{}') as { body?: { [field: string]: unknown } }
  return fields.body ?? {}
}

function countIn(body: { readonly [field: string]: unknown }, name: string): number {
  const value = body[name]
  return typeof value === 'number' ? value : 0
}
