import { commitAction } from '../journal/commit.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { groupOf } from '../projection/aliases.ts'
import type { Store } from '../store.ts'
import { unsealAll } from './outbox.ts'

/** Erasure by law. What an `erase` in a file means is done where rows are made (projection/project.ts), whoever wrote it and whenever it arrives. */

export interface Erased {
  readonly actionId: string
  readonly savedAt: string
  /** The person, and every file that was merged with theirs. */
  readonly personIds: readonly string[]
  /** So many changes have no contents any more. */
  readonly emptied: number
}

export function erasePerson(
  store: Store, by: { readonly actorId: string }, { personId, ground, deadline }: { personId: string; ground: string; deadline: string | null },
): Erased {
  const { sqlite } = store
  const erase = sqlite.transaction((): Erased => {
    const personIds = groupOf(sqlite, personId).members
    const emptied = personIds.reduce((sum, id) => sum + countFull(store, id), 0)
    const { actionId, savedAt } = commitAction(store, by, personIds.map((id) => ({
      kind: 'erase' as const, entity: 'person' as const, entityId: id, personId: id, ground, ...(deadline === null ? {} : { deadline }),
    })))
    unsealErased(store, personIds)
    return { actionId, savedAt, personIds, emptied }
  })
  const erased = erase.immediate()
  // Older pages of the log still hold what was there.
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return erased
}

function countFull({ sqlite }: Store, personId: string): number {
  return preparedValue(sqlite, `select count(*) from change where file_id = ? and kind <> 'erase' and fields is not null`).get(personId) as number
}

/**
 * Sealed batches hold copies of what they send: with something about an erased person in them they are opened, and sealed anew without it. One that
 * reached the county all the same changes nothing there: it knows the changes by their ids.
 */
export function unsealErased(store: Store, personIds: readonly string[]): void {
  if (personIds.length === 0) return
  const sealed = prepared(
    store.sqlite,
    `select 1 from delivery d join change c on c.id = d.change_id
     where d.state = 'sealed' and d.state <> 'accepted' and c.file_id in (select value from json_each(?)) limit 1`,
  ).get(JSON.stringify(personIds))
  if (sealed !== undefined) unsealAll(store)
}
