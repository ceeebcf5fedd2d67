import type { Database } from 'better-sqlite3'
import { and, desc, eq } from 'drizzle-orm'
import type { JsonObject } from '../domain/journal/change.ts'
import { prepared } from './prepared.ts'
import { draft } from './schema/index.ts'
import type { Store } from './store.ts'

/** Unfinished forms: saved at every pause in typing, kept through a crash, never sent. */

export interface DraftKey {
  readonly kind: string
  readonly personId: string
  /** null: a record that does not exist yet. */
  readonly documentId: string | null
}

export interface Draft {
  readonly body: JsonObject
  /** Where the cursor stood. */
  readonly field: string | null
  readonly savedAt: string
}

/** Raised when the form's format changes in a way that an old draft must be translated for. */
const draftVersion = 1

export function saveDraft(store: Store, key: DraftKey, body: JsonObject, field: string | null): { savedAt: string } {
  const savedAt = store.deps.now()
  prepared(
    store.sqlite,
    `insert into draft (kind, person_id, document_id, body, field, saved_at, v) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (person_id, kind, document_id) do update set body = excluded.body, field = excluded.field,
       saved_at = excluded.saved_at, v = excluded.v`,
  ).run(key.kind, key.personId, key.documentId ?? '', JSON.stringify(body), field, savedAt, draftVersion)
  return { savedAt }
}

export function getDraft(store: Store, key: DraftKey): Draft | null {
  const row = store.orm
    .select()
    .from(draft)
    .where(and(eq(draft.personId, key.personId), eq(draft.kind, key.kind), eq(draft.documentId, key.documentId ?? '')))
    .get()
  return row === undefined ? null : draftOf(row)
}

/** A form that was begun for a file that has been merged since: it goes on in the one that is shown. */
export function takeOverDraft(store: Store, key: DraftKey, otherIds: readonly string[]): Draft | null {
  for (const personId of otherIds) {
    const begun = getDraft(store, { ...key, personId })
    if (begun === null) continue
    prepared(store.sqlite, 'update draft set person_id = ? where person_id = ? and kind = ? and document_id = ?').run(
      key.personId, personId, key.kind, key.documentId ?? '',
    )
    return begun
  }
  return null
}

/** Newest first. */
export function listDrafts(store: Store): (DraftKey & Draft)[] {
  const rows = store.orm.select().from(draft).orderBy(desc(draft.savedAt), draft.personId, draft.kind).all()
  return rows.map((row) => ({
    kind: row.kind,
    personId: row.personId,
    documentId: row.documentId === '' ? null : row.documentId,
    ...draftOf(row),
  }))
}

export function discardDraft(store: Store, key: DraftKey): void {
  deleteDraft(store.sqlite, key)
}

export function deleteDraft(sqlite: Database, key: DraftKey): void {
  prepared(sqlite, 'delete from draft where person_id = ? and kind = ? and document_id = ?').run(
    key.personId, key.kind, key.documentId ?? '',
  )
}

function draftOf(row: typeof draft.$inferSelect): Draft {
  return { body: JSON.parse(row.body) as JsonObject, field: row.field, savedAt: row.savedAt }
}
