import { getDraft, takeOverDraft } from '../../../db/drafts.ts'
import type { Draft, DraftKey } from '../../../db/drafts.ts'
import { groupOf } from '../../../db/projection/aliases.ts'
import type { Store } from '../../../db/store.ts'

/** The unfinished form of a file, also one that was begun in a file that has been merged with it since. */
export function openDraft(store: Store, key: DraftKey): Draft | null {
  const { members, survivorId } = groupOf(store.sqlite, key.personId)
  const others = survivorId === key.personId ? members.filter((id) => id !== key.personId) : []
  return getDraft(store, key) ?? takeOverDraft(store, key, others)
}
