import type { Database } from 'better-sqlite3'
import { foldLiving } from '../../domain/journal/fold.ts'
import { changesOfFile, fileIdOf } from '../journal/rows.ts'
import type { StoredChange } from '../journal/rows.ts'
import { readMeta } from '../meta.ts'
import { prepared, preparedValue } from '../prepared.ts'
import type { Store } from '../store.ts'
import { dropAliasesOf, groupOf, hasAliases, isLinked, relatedTo, writeAliases } from './aliases.ts'
import { createCounterDiff } from './counters.ts'
import { noteCountyValues } from './county.ts'
import type { CounterDiff } from './counters.ts'
import { foldDocuments } from './documents.ts'
import { writeHousehold } from './households.ts'
import { markOf, settledIn } from './marks.ts'
import { emptySearchRows, writeSearchRows } from './search.ts'
import type { SearchRows } from './search.ts'
import { writeDocuments, writePerson } from './write.ts'
import type { PersonToWrite } from './write.ts'

/** From changes to entity rows: the same way for a save, an import, the county and a rebuild. */

export interface Projector {
  /** A change just written to the journal. */
  add(fileId: string, change: StoredChange): void
  /** A file whose changes have moved in order or standing. */
  touch(fileId: string): void
  finish(): void
}

export interface ProjectionContext {
  readonly sqlite: Database
  readonly cycles: readonly string[]
  readonly counters: CounterDiff
  readonly search: SearchRows
  /** Those whose members have changed. */
  readonly households: Set<string>
  /** Persons whose file is read together with others', or was: written when all files are. */
  readonly linked: Set<string>
}

/** So many files are kept in memory before they are written. */
const filesAtOnce = 500
const searchRowsAtOnce = 20_000

export function createProjector(store: Store): Projector {
  const context = contextOf(store)
  let waiting = new Map<string, StoredChange[] | null>()
  const flush = () => {
    for (const [fileId, added] of waiting) projectFile(context, fileId, added)
    waiting = new Map()
    if (context.search.tails.length > searchRowsAtOnce) writeSearchRows(context.sqlite, context.search)
  }
  return {
    add(fileId, change) {
      const added = waiting.get(fileId)
      if (added === undefined) waiting.set(fileId, [change])
      else added?.push(change)
      if (waiting.size >= filesAtOnce) flush()
    },
    touch(fileId) {
      waiting.set(fileId, null)
      if (waiting.size >= filesAtOnce) flush()
    },
    finish() {
      flush()
      writeCollected(context)
    },
  }
}

/** What depends on more than one file, once all of them are written. */
export function writeCollected(context: ProjectionContext): void {
  writeLinked(context)
  context.counters.write(context.sqlite)
  writeSearchRows(context.sqlite, context.search)
  for (const household of context.households) writeHousehold(context.sqlite, household)
  context.households.clear()
}

/** Entity rows of these files anew. Call it within a transaction. */
export function project(store: Store, fileIds: Iterable<string>): void {
  const projector = createProjector(store)
  for (const fileId of fileIds) projector.touch(fileId)
  projector.finish()
}

export function contextOf(store: Store): ProjectionContext {
  return { sqlite: store.sqlite, cycles: knownCycles(store), counters: createCounterDiff(), search: emptySearchRows(), households: new Set(), linked: new Set() }
}

/** Years for which there are case rows. */
export function knownCycles(store: Store): string[] {
  return JSON.parse(readMeta(store.sqlite, 'cycles') ?? '[]') as string[]
}

/** `added`: the file's newest changes when they are at hand; if there are no others, nothing is read. */
function projectFile(context: ProjectionContext, fileId: string, added: readonly StoredChange[] | null): void {
  const first = added?.[0]
  const isFresh = first !== undefined && !hasEarlier(context.sqlite, fileId, first.seq)
  writeFile(context, fileId, isFresh ? (added as readonly StoredChange[]) : changesOfFile(context.sqlite, fileId), isFresh)
}

function hasEarlier(sqlite: Database, fileId: string, seq: number): boolean {
  return preparedValue(sqlite, 'select 1 from change where file_id = ? and seq < ? limit 1').get(fileId, seq) !== undefined
}

/** `isFresh`: there are no rows of this file yet. */
export function writeFile(context: ProjectionContext, fileId: string, stored: readonly StoredChange[], isFresh: boolean): void {
  const changes = emptiedIfErased(context.sqlite, fileId, stored)
  const settled = settledIn(changes)
  const documents = foldDocuments(changes)
  writeReferences(context, changes, settled)
  // Related before and after: an erasure takes an alias away.
  if (hasAliases(context.sqlite) && isLinked(context.sqlite, fileId)) for (const id of relatedTo(context.sqlite, fileId)) context.linked.add(id)
  if (writeAliases(context.sqlite, changes)) for (const id of relatedTo(context.sqlite, fileId)) context.linked.add(id)
  if (isErased(changes)) dropAliasesOf(context.sqlite, fileId)
  if (context.linked.has(fileId)) return
  writeDocuments(context, documents, settled, fileId)
  if (changes.some(({ entity }) => entity === 'countyValues')) noteCountyValues(context.sqlite)
  writePersonOf(context, { id: fileId, changes, documents, settled, isFresh, shownFor: null, isJoined: false })
}

/** The one who is shown reads the documents of all; the others are shown nowhere. */
function writeLinked(context: ProjectionContext): void {
  const done = new Set<string>()
  for (const id of context.linked) {
    if (done.has(id)) continue
    const { survivorId, members } = groupOf(context.sqlite, id)
    const files = members.map((member) => {
      done.add(member)
      const changes = emptiedIfErased(context.sqlite, member, changesOfFile(context.sqlite, member))
      return { id: member, changes, settled: settledIn(changes), documents: foldDocuments(changes), isFresh: false }
    })
    for (const file of files) {
      writeDocuments(context, file.documents, file.settled, survivorId)
      if (file.id !== survivorId) writePersonOf(context, { ...file, shownFor: survivorId, isJoined: true })
    }
    const own = files.find((file) => file.id === survivorId)
    if (own === undefined) continue
    writePersonOf(context, {
      ...own,
      changes: [...own.changes, ...files.flatMap((file) => (file === own ? [] : file.changes))],
      documents: files.flatMap((file) => file.documents),
      settled: new Set(files.flatMap((file) => [...file.settled])),
      shownFor: null,
      isJoined: files.length > 1,
    })
  }
  context.linked.clear()
}

/** `changes`: of all files that are read as one. */
function writePersonOf(context: ProjectionContext, person: Omit<PersonToWrite, 'no' | 'state'>): void {
  const own = person.changes.filter((change) => fileIdOf(change) === person.id)
  const personChanges = own.filter((change) => change.entity === 'person')
  if (personChanges.length === 0) return
  writePerson(context, { ...person, no: Math.min(...own.map((change) => change.seq)), state: foldLiving(personChanges) })
}

function isErased(changes: readonly StoredChange[]): boolean {
  return changes.some((change) => change.kind === 'erase' && change.entity === 'person')
}

/** An erasure empties what came before it and what comes after it, in whatever order they arrive. */
function emptiedIfErased(sqlite: Database, fileId: string, changes: readonly StoredChange[]): readonly StoredChange[] {
  if (!isErased(changes)) return changes
  prepared(sqlite, `update change set fields = null, salt = null where file_id = ? and kind <> 'erase' and fields is not null`).run(fileId)
  prepared(sqlite, 'delete from draft where person_id = ?').run(fileId)
  // That somebody looked, and at which field, stays; what they wrote about it goes.
  prepared(sqlite, 'update view_log set reason = null where person_id = ? and reason is not null').run(fileId)
  return changes.map((change) => (change.kind === 'erase' ? change : { ...change, fields: null, salt: null }))
}

/** Living entities that are no person. */
function writeReferences(context: ProjectionContext, changes: readonly StoredChange[], settled: ReadonlySet<string>): void {
  const groups = new Map<string, StoredChange[]>()
  for (const change of changes) {
    if (!['household', 'employer', 'job'].includes(change.entity)) continue
    groups.set(change.entityId, [...(groups.get(change.entityId) ?? []), change])
  }
  for (const [id, group] of groups) {
    const state = foldLiving(group)
    const rivals = Object.values(state.fields).filter((head) => head.rivals.length > 0).length
    const values = Object.fromEntries(Object.entries(state.fields).map(([field, head]) => [field, head.value]))
    prepared(
      context.sqlite,
      'insert or replace into reference (id, entity, person_id, rivals, mark, fields) values (?, ?, ?, ?, ?, ?)',
    ).run(id, group[0]?.entity, group[0]?.personId ?? null, rivals, markOf(group, rivals, settled), JSON.stringify(values))
  }
}
