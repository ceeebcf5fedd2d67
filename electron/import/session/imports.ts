import { addDays } from '../../../domain/plan/index.ts'
import { ok, problem } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import { undoAction } from '../../../db/journal/undo.ts'
import { prepared } from '../../../db/prepared.ts'
import { listImports } from '../../../db/queries/journalLists.ts'
import type { Store } from '../../../db/store.ts'
import type { Output } from '../../api/contract.ts'
import { localDay } from '../../store/clock.ts'

/** Imports that were made, newest first, and the way back for thirty days. */

export const undoDays = 30
const mostShown = 100

export function importsFor(store: Store, today: string, nameOf: (userId: string) => string): Output<'roster.imports'> {
  return listImports(store, nameOf)
    .slice(0, mostShown)
    .map(({ actionId, at, actor, body, undone }) => {
      const until = addDays(localDay(at), undoDays)
      return {
        actionId, at, actor, undone,
        fileName: typeof body.fileName === 'string' ? body.fileName : '',
        added: countIn(body, 'added'),
        updated: countIn(body, 'updated'),
        leftOut: countIn(body, 'leftOut'),
        undoableUntil: undone || until < today ? null : until,
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
  const entry = listImports(store, () => '').find((one) => one.actionId === actionId)
  if (entry === undefined) return problem('noSuchImport', '没有找到这次导入，什么都没有改')
  if (entry.undone) return problem('alreadyUndone', '这次导入已经撤销过了')
  const until = addDays(localDay(entry.at), undoDays)
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

function countIn(body: { readonly [field: string]: unknown }, name: string): number {
  const value = body[name]
  return typeof value === 'number' ? value : 0
}
