import type { Database } from 'better-sqlite3'
import type { Change } from '../../domain/journal/change.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { createProjector, project } from '../projection/project.ts'
import type { Store } from '../store.ts'
import { fileIdOf, insertChange, insertDelivery } from './rows.ts'

export interface RemoteItem {
  readonly change: Change
  readonly serverSeq: number
}

/** Thrown when an id comes again with other contents: a damaged or forged history, never to be passed over. */
export class ChangedHistory extends Error {
  readonly changeId: string
  constructor(changeId: string) {
    super(`The change ${changeId} is known with another hash`)
    this.name = 'ChangedHistory'
    this.changeId = changeId
  }
}

/**
 * Changes in the county's order: those of other devices and our own coming back. Rows, and what `extra` writes (a cursor), move in one
 * transaction. What is known already is only given its place.
 */
export function applyRemote(store: Store, items: readonly RemoteItem[], extra?: (sqlite: Database) => void): void {
  const { sqlite } = store
  const apply = sqlite.transaction(() => {
    const projector = createProjector(store)
    for (const { change, serverSeq } of items) {
      const known = preparedValue(sqlite, 'select fields_hash from change where id = ?').get(change.id)
      if (known === undefined) {
        const seq = insertChange(sqlite, change)
        insertDelivery(sqlite, change.id, 'accepted', serverSeq)
        projector.add(fileIdOf(change), { ...change, seq, serverSeq, state: 'accepted' })
      } else {
        if (known !== change.fieldsHash) throw new ChangedHistory(change.id)
        place(sqlite, change.id, serverSeq)
        projector.touch(fileIdOf(change))
      }
    }
    projector.finish()
    extra?.(sqlite)
  })
  apply.immediate()
}

/** A place in the county's order is a receipt too; a contest that the county has stated stays stated. */
function place(sqlite: Database, changeId: string, serverSeq: number): void {
  prepared(
    sqlite,
    `update delivery set server_seq = ?, state = case state when 'contested' then state else 'accepted' end where change_id = ?`,
  ).run(serverSeq, changeId)
}

/** After the standing of changes has moved (sealed, a receipt): marks and order of everything they touch. Call it in the same transaction. */
export function deliveryMoved(store: Store, changeIds: Iterable<string>): string[] {
  const files = new Set<string>()
  for (const id of changeIds) {
    const fileId = preparedValue(store.sqlite, 'select file_id from change where id = ?').get(id)
    if (typeof fileId === 'string') files.add(fileId)
  }
  project(store, files)
  return [...files]
}
