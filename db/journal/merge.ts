import { seenOf } from '../../domain/journal/alias.ts'
import type { JsonObject } from '../../domain/journal/change.ts'
import { foldLiving, patchOf } from '../../domain/journal/fold.ts'
import type { Store } from '../store.ts'
import { commitAction } from './commit.ts'
import type { Committed, Intent } from './commit.ts'
import { changesOfFile } from './rows.ts'

export interface MergeInput {
  readonly survivorId: string
  readonly loserId: string
  /** Values that the survivor is to show from now on. */
  readonly fields: JsonObject
}

/** One action: the alias in the file of the loser, and the values chosen as an edit of the survivor. Taking back the action takes back both. */
export function mergePersons(store: Store, by: { readonly actorId: string }, { survivorId, loserId, fields }: MergeInput): Committed {
  const survivor = changesOfFile(store.sqlite, survivorId)
  const seen = seenOf([...survivor, ...changesOfFile(store.sqlite, loserId)])
  const merge: Intent = { kind: 'merge', entity: 'person', entityId: loserId, personId: loserId, into: survivorId, seen }
  const patch = patchOf(foldLiving(survivor.filter((change) => change.entity === 'person')), fields)
  const chosen: Intent[] = Object.keys(patch).length === 0
    ? []
    : [{ kind: 'patch', entity: 'person', entityId: survivorId, personId: survivorId, fields: patch }]
  return commitAction(store, by, [merge, ...chosen])
}
