import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Immutable: rows are added, and emptied by law (erasure), never altered otherwise. */
export const change = sqliteTable(
  'change',
  {
    /** Order of arrival on this device; a number is used once, also when its change has left. */
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    v: integer('v').notNull(),
    actionId: text('action_id').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    personId: text('person_id'),
    /** Whose changes are folded together: the person, or the entity itself where there is none. */
    fileId: text('file_id').notNull(),
    kind: text('kind').notNull(),
    /** JSON; null once erased. */
    fields: text('fields'),
    salt: text('salt'),
    fieldsHash: text('fields_hash').notNull(),
    actorId: text('actor_id').notNull(),
    deviceId: text('device_id').notNull(),
    deviceEpoch: text('device_epoch').notNull(),
    deviceSeq: integer('device_seq').notNull(),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [index('change_file').on(table.fileId), index('change_action').on(table.actionId)],
)

/** Where a change stands with the county: pending | sealed | accepted | contested | refused. */
export const delivery = sqliteTable(
  'delivery',
  {
    changeId: text('change_id').primaryKey(),
    state: text('state').notNull(),
    batchId: text('batch_id'),
    /** Place in the county's order; null while it has none. */
    serverSeq: integer('server_seq'),
    reason: text('reason'),
    receiptAt: text('receipt_at'),
  },
  (table) => [
    index('delivery_open').on(table.state, table.changeId),
    index('delivery_batch').on(table.batchId),
  ],
)

/** Sealed bytes on their way; dropped once the county has accepted them. */
export const batch = sqliteTable(
  'batch',
  {
    id: text('id').primaryKey(),
    bytes: blob('bytes', { mode: 'buffer' }),
    state: text('state').notNull(),
    createdAt: text('created_at').notNull(),
    sentAt: text('sent_at'),
    size: integer('size').notNull(),
  },
  (table) => [index('batch_state').on(table.state, table.createdAt)],
)

/** Cursor of the feed, the county's epoch, keys of the connection: whatever the exchange remembers between runs. */
export const syncState = sqliteTable('sync_state', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

/** Unfinished forms: of this device only, never sent. `documentId` is '' for a record not yet made. */
export const draft = sqliteTable(
  'draft',
  {
    kind: text('kind').notNull(),
    personId: text('person_id').notNull(),
    documentId: text('document_id').notNull(),
    body: text('body').notNull(),
    /** Where the cursor stood. */
    field: text('field'),
    savedAt: text('saved_at').notNull(),
    /** Version of the app's form format, so that a later version still opens it. */
    v: integer('v').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.kind, table.documentId] }), index('draft_saved').on(table.savedAt)],
)

/** Who looked at a number in full, and when. */
export const viewLog = sqliteTable(
  'view_log',
  {
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    personId: text('person_id'),
    field: text('field').notNull(),
    reason: text('reason'),
  },
  (table) => [index('view_log_at').on(table.at)],
)

export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() })
