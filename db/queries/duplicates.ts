import type { Database } from 'better-sqlite3'
import { writtenSince } from '../../domain/journal/alias.ts'
import { duplicateReasons, likelyDuplicates } from '../../domain/duplicates/index.ts'
import type { DuplicateReason, LikelyPair, PersonTraits, Why } from '../../domain/duplicates/index.ts'
import { maskIdNumber } from '../../domain/privacy/index.ts'
import { changeById, changesOfFile } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { shownAs } from '../projection/aliases.ts'
import { dayOf } from '../projection/documents.ts'
import type { Store } from '../store.ts'
import type { NameOf } from './file.ts'
import { cycleFor } from './list.ts'
import { rowsOf } from './rows.ts'
import type { PersonRow } from './rows.ts'

/** Likely duplicates, and the merges that were made of them. */

export interface DuplicatePair {
  readonly a: PersonRow
  readonly b: PersonRow
  readonly why: readonly Why[]
}

export interface DuplicateList {
  /** With the reason that was asked for. */
  readonly total: number
  readonly all: number
  /** Of all pairs, by each of their reasons. */
  readonly counts: { readonly [reason in DuplicateReason]: number }
  readonly pairs: DuplicatePair[]
}

export interface DuplicateFilter {
  readonly reason: DuplicateReason | null
  readonly offset: number
  readonly limit: number
}

export function listDuplicates(store: Store, { reason, offset, limit }: DuplicateFilter, today: string): DuplicateList {
  const year = cycleFor(store, today)
  const all = openPairs(store)
  const chosen = reason === null ? all : all.filter(({ why }) => why.some((one) => one.reason === reason))
  const pairs = chosen.slice(offset, offset + limit).flatMap(({ a, b, why }) => {
    const [left, right] = rowsOf(store, [a, b], year, today)
    return left === undefined || right === undefined ? [] : [{ a: left, b: right, why }]
  })
  const count = (wanted: DuplicateReason) => all.filter(({ why }) => why.some((one) => one.reason === wanted)).length
  return {
    total: chosen.length,
    all: all.length,
    counts: Object.fromEntries(duplicateReasons.map((one) => [one, count(one)])) as DuplicateList['counts'],
    pairs,
  }
}

interface Kept {
  readonly state: string
  readonly pairs: readonly LikelyPair[]
}
const kept = new WeakMap<Database, Kept>()

/** Without those of whom somebody has said that they are two. Worked out once for each state of the journal. */
function openPairs(store: Store): readonly LikelyPair[] {
  const { sqlite } = store
  const state = `${String(preparedValue(sqlite, 'select max(seq) from change').get())} ${String(preparedValue(sqlite, `select value from sync_state where key = 'cursor'`).get())}`
  const before = kept.get(sqlite)
  if (before?.state === state) return before.pairs
  const dismissed = dismissedPairs(sqlite)
  const pairs = likelyDuplicates(traitsOf(sqlite)).filter(({ a, b }) => !dismissed.has(`${a} ${b}`))
  kept.set(sqlite, { state, pairs })
  return pairs
}

/** Everything that pairs are found by lies in one index, so that no row is read. */
export const traitsSql = `select no, name, name_key as nameKey, id_number as idNumber, birth_date as birthDate, phone, town, village
  from person indexed by person_alike where hidden = 0`

function traitsOf(sqlite: Database): PersonTraits[] {
  return prepared(sqlite, traitsSql).all() as PersonTraits[]
}

/** As pairs of `no`, the smaller first; of merged files that of the one who is shown. */
function dismissedPairs(sqlite: Database): Set<string> {
  const rows = prepared(
    sqlite,
    `select p.no as a, coalesce(s.no, o.no) as b from document d join person p on p.id = d.person_id
     join person o on o.id = d.summary ->> 'otherId' left join person s on s.id = o.merged_into
     where d.entity = 'notDuplicate' and d.voided = 0`,
  ).all() as { a: number; b: number }[]
  return new Set(rows.map(({ a, b }) => (a < b ? `${a} ${b}` : `${b} ${a}`)))
}

export interface MergeParty {
  readonly personId: string
  readonly name: string
  readonly idNumberMasked: string
}

export interface WrittenMeanwhile {
  readonly changeId: string
  /** The file that it stays with. */
  readonly personId: string
  readonly at: string
  readonly actor: string
  readonly what: string
  /** The day that it speaks of. */
  readonly on: string | null
}

export interface MergeEntry {
  readonly mergeId: string
  readonly actionId: string
  readonly at: string
  readonly actor: string
  readonly survivor: MergeParty
  readonly loser: MergeParty
  readonly ended: { readonly at: string; readonly actor: string } | null
  /** While it holds, in the file that is not shown; after its end, in both. */
  readonly meanwhile: WrittenMeanwhile[]
}

/** Newest first. */
export function listMerges(store: Store, nameOf: NameOf): MergeEntry[] {
  const rows = prepared(
    store.sqlite,
    `select a.merge_id as mergeId, a.loser_id as loserId, a.survivor_id as survivorId, a.unmerge_id as unmergeId
     from alias a join change c on c.id = a.merge_id order by c.recorded_at desc, c.seq desc`,
  ).all() as { mergeId: string; loserId: string; survivorId: string; unmergeId: string | null }[]
  return rows.flatMap(({ mergeId, loserId, survivorId, unmergeId }) => {
    const merge = changeById(store.sqlite, mergeId)
    const [survivor, loser] = [partyOf(store, survivorId), partyOf(store, loserId)]
    if (merge === null || survivor === null || loser === null) return []
    const end = unmergeId === null ? null : changeById(store.sqlite, unmergeId)
    return [{
      mergeId, actionId: merge.actionId, at: merge.recordedAt, actor: nameOf(merge.actorId), survivor, loser,
      ended: end === null ? null : { at: end.recordedAt, actor: nameOf(end.actorId) },
      meanwhile: meanwhileOf(store, merge, end, survivorId).map((change) => ({
        changeId: change.id, personId: change.personId ?? loserId, at: change.recordedAt, actor: nameOf(change.actorId),
        what: `${change.entity}.${change.kind}`, on: dayOf(change.entity, bodyOf(change)),
      })),
    }]
  })
}

function partyOf({ sqlite }: Store, personId: string): MergeParty | null {
  const row = prepared(sqlite, `select name, id_number as idNumber from person where id = ? and name <> ''`).get(personId) as
    | { name: string; idNumber: string | null }
    | undefined
  return row === undefined ? null : { personId, name: row.name, idNumberMasked: maskIdNumber(row.idNumber ?? '', 'SCREEN') ?? '' }
}

const aliasKinds: readonly string[] = ['merge', 'unmerge']

function meanwhileOf(store: Store, merge: StoredChange, end: StoredChange | null, survivorId: string): StoredChange[] {
  const files = end === null ? [merge.entityId] : [merge.entityId, survivorId]
  const since = writtenSince(merge, files.flatMap((id) => changesOfFile(store.sqlite, id)))
  return since.filter(
    (change) => !aliasKinds.includes(change.kind) && (end === null || (change.actionId !== end.actionId && change.recordedAt <= end.recordedAt)),
  )
}

function bodyOf({ fields }: StoredChange) {
  const body = fields?.body
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as { readonly [field: string]: never }) : null
}

/** The merge that holds, with the action that made it, and those by which others have merged the same two. */
export function standingMerge(store: Store, mergeId: string): { readonly actionIds: readonly string[]; readonly personIds: readonly string[] } | null {
  const row = prepared(store.sqlite, 'select loser_id as loserId, survivor_id as survivorId from alias where merge_id = ? and unmerge_id is null').get(mergeId) as
    | { loserId: string; survivorId: string }
    | undefined
  if (row === undefined) return null
  const actionIds = preparedValue(
    store.sqlite,
    `select distinct c.action_id from alias a join change c on c.id = a.merge_id where a.unmerge_id is null
     and ((a.loser_id = @loserId and a.survivor_id = @survivorId) or (a.loser_id = @survivorId and a.survivor_id = @loserId)) order by c.seq`,
  ).all(row) as string[]
  return { actionIds, personIds: [row.survivorId, row.loserId, shownAs(store.sqlite, row.loserId)] }
}

export interface FileToCompare {
  readonly personId: string
  readonly isShown: boolean
  /** Moves with everything that is written in the file: a choice is made of what was seen. */
  readonly version: string
  /** How many records of each kind stand. */
  readonly records: { readonly entity: string; readonly n: number }[]
}

export function fileToCompare({ sqlite }: Store, personId: string): FileToCompare | null {
  const row = prepared(sqlite, 'select hidden from person where id = ?').get(personId) as { hidden: number } | undefined
  if (row === undefined) return null
  return {
    personId,
    isShown: row.hidden === 0,
    version: preparedValue(sqlite, 'select id from change where file_id = ? order by seq desc limit 1').get(personId) as string,
    records: prepared(
      sqlite, `select entity, count(*) as n from document where person_id = ? and voided = 0 and entity <> 'notDuplicate' group by entity order by entity`,
    ).all(personId) as { entity: string; n: number }[],
  }
}
