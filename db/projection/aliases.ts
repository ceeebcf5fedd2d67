import type { Database } from 'better-sqlite3'
import { aliasesOf, linkedWith, survivorOf } from '../../domain/journal/alias.ts'
import type { Alias } from '../../domain/journal/alias.ts'
import { changesOfFile } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { upsert } from './upsert.ts'

/** Which files are of one person, as rows. */

/** So that nobody else pays for it: most stores have no merges at all. */
export function hasAliases(sqlite: Database): boolean {
  return preparedValue(sqlite, 'select 1 from alias limit 1').get() !== undefined
}

/** Answers whether the changes of this file speak of any alias. */
export function writeAliases(sqlite: Database, changes: readonly StoredChange[]): boolean {
  const aliases = aliasesOf(changes)
  for (const { mergeId, loserId, survivorId, unmergeId } of aliases) {
    upsert(sqlite, 'alias', ['merge_id'], { merge_id: mergeId, loser_id: loserId, survivor_id: survivorId, unmerge_id: unmergeId })
  }
  return aliases.length > 0
}

/** Of an erased person no merge is known any more. */
export function dropAliasesOf(sqlite: Database, loserId: string): void {
  prepared(sqlite, 'delete from alias where loser_id = ?').run(loserId)
}

export function isLinked(sqlite: Database, personId: string): boolean {
  return preparedValue(sqlite, 'select 1 from alias where loser_id = ? or survivor_id = ? limit 1').get(personId, personId) !== undefined
}

/** Everybody whom a merge, also an ended one, has to do with the person: those whose rows may have to be written again. */
export function relatedTo(sqlite: Database, personId: string): string[] {
  return linkedWith(personId, (id) => aliasesAt(sqlite, id))
}

export interface PersonGroup {
  readonly survivorId: string
  /** All whose files are read as one, the survivor too, by id. */
  readonly members: readonly string[]
}

/**
 * The files that are read together with this one. An erased file is nobody's, and of files that have not arrived yet none is shown for another: no
 * person may drop out of the lists for lack of the other file.
 */
export function groupOf(sqlite: Database, personId: string): PersonGroup {
  const used: Alias[] = []
  const joinedAt = (id: string) => {
    if (isErased(sqlite, id)) return []
    const holding = aliasesAt(sqlite, id).filter((one) => one.unmergeId === null && !isErased(sqlite, one.loserId) && !isErased(sqlite, one.survivorId))
    used.push(...holding)
    return holding
  }
  if (!hasAliases(sqlite)) return { survivorId: personId, members: [personId] }
  const members = linkedWith(personId, joinedAt)
  if (members.length === 1) return { survivorId: personId, members }
  const here = members.filter((id) => isHere(sqlite, id))
  return { survivorId: survivorOf(here.length > 0 ? here : members, used), members }
}

/** What is read as the file of a person: all of their own file, and the records of the files that were merged with it. */
export function changesOfPerson(sqlite: Database, personId: string): StoredChange[] {
  const own = changesOfFile(sqlite, personId)
  const others = groupOf(sqlite, personId).members.filter((id) => id !== personId)
  return [...own, ...others.flatMap((id) => changesOfFile(sqlite, id).filter((change) => change.entity !== 'person'))]
}

/** The person in whose file this one is shown; the person alone when no merge holds. */
export function shownAs(sqlite: Database, personId: string): string {
  return groupOf(sqlite, personId).survivorId
}

function aliasesAt(sqlite: Database, personId: string): Alias[] {
  return prepared(
    sqlite,
    `select merge_id as mergeId, loser_id as loserId, survivor_id as survivorId, unmerge_id as unmergeId from alias where loser_id = ?
     union select merge_id, loser_id, survivor_id, unmerge_id from alias where survivor_id = ?`,
  ).all(personId, personId) as Alias[]
}

export function isErased(sqlite: Database, personId: string): boolean {
  return preparedValue(sqlite, `select 1 from change where file_id = ? and kind = 'erase' and entity = 'person' limit 1`).get(personId) !== undefined
}

function isHere(sqlite: Database, personId: string): boolean {
  return preparedValue(sqlite, `select 1 from change where file_id = ? and kind = 'patch' and entity = 'person' and fields is not null limit 1`).get(personId) !== undefined
}
