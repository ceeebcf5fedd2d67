import { hashesIn } from '../../domain/records/index.ts'
import type { StoreContext } from '../store/context.ts'
import { attachmentKeys } from './keys.ts'
import { openShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'

export { sweepErased, sweepFresh } from './fresh.ts'

/** The files of the open store. */
export function shelfOf(context: Pick<StoreContext, 'folder' | 'session'>): Shelf {
  return openShelf(context.folder, attachmentKeys(context.session.keys().databaseKey))
}

/** For a record that names what was put in another file that is read as one with its own: it is kept with the record, so that it is still there when the files part. */
export function shareAttachments(context: Pick<StoreContext, 'folder' | 'session'>, from: string, to: string, record: unknown): void {
  const shelf = shelfOf(context)
  for (const hash of hashesIn(record)) {
    const found = shelf.has(to, hash) ? null : shelf.get(from, hash)
    if (found !== null && found !== 'damaged') shelf.put(to, found.bytes)
  }
}

/**
 * For an erasure by law: every picture, scan and signature of the person, whether a record names it or not. Call it after the `erase` is committed; a crash in
 * between is made good when the store is next opened. Returns how many files went.
 */
export function dropAttachments(context: Pick<StoreContext, 'folder' | 'session'>, personId: string): number {
  return shelfOf(context).dropAll(personId)
}
