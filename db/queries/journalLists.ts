import type { Json, JsonObject } from '../../domain/journal/change.ts'
import { prepared } from '../prepared.ts'
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
  return prepared(
    store.sqlite,
    `select c.id as changeId, c.person_id as personId, p.name as personName, c.entity || '.' || c.kind as what, c.recorded_at as at,
       coalesce(d.reason, '') as reason
     from delivery d join change c on c.id = d.change_id left join person p on p.id = c.person_id
     where d.state = 'refused' and d.state <> 'accepted' order by c.seq`,
  ).all() as RefusedEntry[]
}

export interface Reveal {
  readonly actorId: string
  readonly personId: string | null
  readonly field: string
  readonly reason?: string
}

/** Every look at a number in full is kept. */
export function logReveal(store: Store, { actorId, personId, field, reason }: Reveal): void {
  prepared(store.sqlite, 'insert into view_log (at, actor_id, person_id, field, reason) values (?, ?, ?, ?, ?)').run(
    store.deps.now(), actorId, personId, field, reason ?? null,
  )
}
