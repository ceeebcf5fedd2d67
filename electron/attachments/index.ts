import type { StoreContext } from '../store/context.ts'
import { attachmentKeys } from './keys.ts'
import { openShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'

export { sweepErased, sweepFresh } from './fresh.ts'

/** The files of the open store. */
export function shelfOf(context: Pick<StoreContext, 'folder' | 'session'>): Shelf {
  return openShelf(context.folder, attachmentKeys(context.session.keys().databaseKey))
}

/**
 * For an erasure by law: every picture, scan and signature of the person, whether a record names it or not. Call it after the `erase` is committed; a crash in
 * between is made good when the store is next opened. Returns how many files went.
 */
export function dropAttachments(context: Pick<StoreContext, 'folder' | 'session'>, personId: string): number {
  return shelfOf(context).dropAll(personId)
}
