import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { prepared } from '../prepared.ts'
import { change, delivery, person, viewLog } from '../schema/index.ts'
import type { Store } from '../store.ts'
import type { NameOf } from './file.ts'

export interface ImportEntry {
  readonly documentId: string
  readonly actionId: string
  readonly at: string
  readonly actor: string
  /** What the import wrote of itself: file name, counts. */
  readonly body: { readonly [field: string]: Json }
  readonly undone: boolean
}

/** Roster imports, newest first. */
export function listImports(store: Store, nameOf: NameOf): ImportEntry[] {
  const rows = prepared(
    store.sqlite,
    `select d.id, d.voided, c.action_id as actionId, c.recorded_at as at, c.actor_id as actorId, h.fields
     from document d join change c on c.file_id = d.id and c.kind = 'create' join change h on h.id = d.head_change_id
     where d.entity = 'rosterImport' order by c.recorded_at desc, c.seq desc`,
  ).all() as { id: string; voided: number; actionId: string; at: string; actorId: string; fields: string | null }[]
  return rows.map((row) => ({
    documentId: row.id,
    actionId: row.actionId,
    at: row.at,
    actor: nameOf(row.actorId),
    body: row.fields === null ? {} : (JSON.parse(row.fields) as { body: JsonObject }).body,
    undone: row.voided === 1,
  }))
}

export interface RefusedEntry {
  readonly changeId: string
  readonly personId: string | null
  readonly personName: string | null
  readonly what: string
  readonly at: string
  readonly reason: string
}

/** What the county did not take, with its reasons. */
export function listRefused(store: Store): RefusedEntry[] {
  return refused(store)
    .all()
    .map(({ entity, kind, reason, ...row }) => ({ ...row, what: `${entity}.${kind}`, reason: reason ?? '' }))
}

export function refused(store: Store) {
  return store.orm
    .select({
      changeId: change.id, personId: change.personId, personName: person.name, entity: change.entity, kind: change.kind,
      at: change.recordedAt, reason: delivery.reason,
    })
    .from(delivery)
    .innerJoin(change, eq(change.id, delivery.changeId))
    .leftJoin(person, eq(person.id, change.personId))
    // The condition of the index, word for word, so that it is used.
    .where(and(eq(delivery.state, 'refused'), sql`${delivery.state} <> 'accepted'`))
    .orderBy(change.seq)
}

export interface Reveal {
  readonly actorId: string
  readonly personId: string | null
  readonly field: string
  readonly reason?: string
}

/** Every look at a number in full is kept. */
export function logReveal(store: Store, { actorId, personId, field, reason }: Reveal): void {
  store.orm.insert(viewLog).values({ at: store.deps.now(), actorId, personId, field, reason: reason ?? null }).run()
}

/** Who looked at what of a person, newest first; over all files that are read as one. */
export function looksAt(store: Store, personIds: readonly string[]): { at: string; actorId: string; field: string; reason: string | null }[] {
  return store.orm
    .select({ at: viewLog.at, actorId: viewLog.actorId, field: viewLog.field, reason: viewLog.reason })
    .from(viewLog)
    .where(inArray(viewLog.personId, [...personIds]))
    .orderBy(desc(viewLog.id))
    .all()
}
