import { readMeta, writeMeta } from '../../db/meta.ts'
import { changesOfFile } from '../../db/journal/rows.ts'
import { isErased, relatedTo } from '../../db/projection/aliases.ts'
import { listDrafts } from '../../db/drafts.ts'
import type { Store } from '../../db/store.ts'
import { hashesIn } from '../../domain/records/index.ts'
import type { Shelf } from './shelf.ts'

/**
 * Files that no record names yet. A file is put while its form is still a draft; a draft that is thrown away must not leave a picture behind. What is noted
 * here is looked at again when the next file comes and when the store is opened.
 */

interface Fresh {
  readonly personId: string
  readonly hash: string
  readonly at: string
}

const key = 'attachments.fresh'
/** Between a file that is put and the draft that names it lie seconds; a day bears a clock that jumps. */
const patience = 24 * 3600 * 1000

/** Before the file is written: after a crash nothing lies there that is not noted. */
export function noteFresh({ sqlite, deps }: Store, personId: string, hash: string): void {
  const rest = read(sqlite).filter((one) => one.personId !== personId || one.hash !== hash)
  writeMeta(sqlite, key, JSON.stringify([...rest, { personId, hash, at: deps.now() }]))
}

/** Named by a record: kept for good. By a draft: waits on. By nothing for a day: gone. Returns how many files went. */
export function sweepFresh(store: Store, shelf: Shelf): number {
  const fresh = read(store.sqlite)
  if (fresh.length === 0) return 0
  const drafted = new Set(listDrafts(store).flatMap(({ body }) => hashesIn(body)))
  const now = Date.parse(store.deps.now())
  let gone = 0
  const waiting = fresh.filter((one) => {
    if (isRecorded(store, one)) return false
    if (drafted.has(one.hash) || Math.abs(now - Date.parse(one.at)) < patience) return true
    shelf.drop(one.personId, one.hash)
    gone += 1
    return false
  })
  if (waiting.length < fresh.length) writeMeta(store.sqlite, key, JSON.stringify(waiting))
  return gone
}

/** Those whose data were erased by law, here or by what the county sent, keep no picture either. `among`: where it is known who was touched. */
export function sweepErased(store: Store, shelf: Shelf, among: readonly string[] = shelf.persons()): number {
  return among.reduce((gone, personId) => gone + (isErased(store.sqlite, personId) ? shelf.dropAll(personId) : 0), 0)
}

function isRecorded({ sqlite }: Store, { personId, hash }: Fresh): boolean {
  // Also by a record of a file that is or was read together with this one.
  return relatedTo(sqlite, personId).some((id) => changesOfFile(sqlite, id).some((change) => hashesIn(change.fields).includes(hash)))
}

function read(sqlite: Store['sqlite']): Fresh[] {
  return JSON.parse(readMeta(sqlite, key) ?? '[]') as Fresh[]
}
