import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CountyRole, Scope } from '../../domain/sync/index.ts'

/** The tables as types; the SQL that makes them, with its indexes, is in migrations/. */

const seq = (name: string) => bigint(name, { mode: 'number' })
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const countyCode = () => text('county_code').notNull()

export interface Town {
  readonly code: string
  readonly name: string
}

export const county = pgTable('county', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  epoch: uuid('epoch').notNull(),
  headSeq: seq('head_seq').notNull().default(0),
  towns: jsonb('towns').$type<readonly Town[]>().notNull().default([]),
})

export const countyKey = pgTable(
  'county_key',
  {
    countyCode: countyCode(),
    keyId: text('key_id').notNull(),
    publicKey: text('public_key').notNull(),
    privateKey: text('private_key').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    retiredAt: at('retired_at'),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.keyId] })],
)

export const appUser = pgTable(
  'app_user',
  {
    countyCode: countyCode(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<CountyRole>().notNull(),
    scope: jsonb('scope').$type<Scope>().notNull(),
    scopeVersion: integer('scope_version').notNull().default(1),
    disabledAt: at('disabled_at'),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.id] })],
)

export const userAlias = pgTable(
  'user_alias',
  { countyCode: countyCode(), aliasId: uuid('alias_id').notNull(), userId: uuid('user_id').notNull() },
  (table) => [primaryKey({ columns: [table.countyCode, table.aliasId] })],
)

export const enrolmentCode = pgTable(
  'enrolment_code',
  {
    countyCode: countyCode(),
    codeHash: text('code_hash').notNull(),
    userId: uuid('user_id').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    usedByDevice: uuid('used_by_device'),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.codeHash] })],
)

export const device = pgTable(
  'device',
  {
    countyCode: countyCode(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    /** Ed25519, SPKI DER, base64url. */
    publicKey: text('public_key').notNull(),
    enrolledAt: at('enrolled_at').notNull().defaultNow(),
    revokedAt: at('revoked_at'),
    /** Up to here the county's order has been turned into feed rows. */
    fedSeq: seq('fed_seq').notNull().default(0),
    /** The last feed row. */
    feedNo: seq('feed_no').notNull().default(0),
    /** The version of the user's scope that the feed stands for. */
    scopeVersion: integer('scope_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.id] })],
)

export const deviceSeen = pgTable(
  'device_seen',
  { countyCode: countyCode(), deviceId: uuid('device_id').notNull(), seenAt: at('seen_at').notNull() },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId] })],
)

export const deviceEpoch = pgTable(
  'device_epoch',
  { countyCode: countyCode(), deviceId: uuid('device_id').notNull(), epoch: uuid('epoch').notNull(), nextSeq: seq('next_seq').notNull() },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId, table.epoch] })],
)

export const change = pgTable(
  'change',
  {
    countyCode: countyCode(),
    serverSeq: seq('server_seq').notNull(),
    id: uuid('id').notNull(),
    v: integer('v').notNull(),
    actionId: uuid('action_id').notNull(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id').notNull(),
    personId: uuid('person_id'),
    kind: text('kind').notNull(),
    /** Canonical JSON as text: jsonb would refuse some strings and reorder the rest. */
    fields: text('fields'),
    salt: text('salt'),
    fieldsHash: text('fields_hash').notNull(),
    actorId: uuid('actor_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    deviceEpoch: uuid('device_epoch').notNull(),
    deviceSeq: seq('device_seq').notNull(),
    recordedAt: text('recorded_at').notNull(),
    contestedFields: jsonb('contested_fields').$type<readonly string[]>(),
    batchId: uuid('batch_id').notNull(),
    acceptedAt: at('accepted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.serverSeq] })],
)

export const batch = pgTable(
  'batch',
  {
    countyCode: countyCode(),
    deviceId: uuid('device_id').notNull(),
    id: uuid('id').notNull(),
    hash: text('hash').notNull(),
    deviceEpoch: uuid('device_epoch').notNull(),
    fromSeq: seq('from_seq').notNull(),
    toSeq: seq('to_seq').notNull(),
    count: integer('count').notNull(),
    replaces: uuid('replaces'),
    /** Header and signature stay, the content is in the changes. */
    header: text('header').notNull(),
    signature: text('signature').notNull(),
    receivedAt: at('received_at').notNull(),
    /** Canonical JSON, as signed. */
    receipt: text('receipt').notNull(),
    receiptSignature: text('receipt_signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId, table.id] })],
)

export const refusal = pgTable(
  'refusal',
  {
    countyCode: countyCode(),
    deviceId: uuid('device_id').notNull(),
    changeId: uuid('change_id').notNull(),
    deviceEpoch: uuid('device_epoch').notNull(),
    deviceSeq: seq('device_seq').notNull(),
    code: text('code').notNull(),
    batchId: uuid('batch_id').notNull(),
    refusedAt: at('refused_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId, table.changeId] })],
)

/** Where a person belongs now, as the county's head values say: what scopes are decided by. */
export const personPlace = pgTable(
  'person_place',
  {
    countyCode: countyCode(),
    personId: uuid('person_id').notNull(),
    town: text('town'),
    responsibleId: uuid('responsible_id'),
    /** The first change about this person in the county's order. */
    firstSeq: seq('first_seq').notNull(),
    /** Emptied by law: nothing about the person is kept but ids and hashes, and what still comes is emptied as well. */
    erased: boolean('erased').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.personId] })],
)

/** Merges of two files of one person; see domain/journal/alias.ts. */
export const personMerge = pgTable(
  'person_merge',
  {
    countyCode: countyCode(),
    mergeId: uuid('merge_id').notNull(),
    loserId: uuid('loser_id').notNull(),
    survivorId: uuid('survivor_id').notNull(),
    /** By an unmerge, or because one of the two was erased. */
    ended: boolean('ended').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.mergeId] })],
)

/** The files that are read as one, by merges that hold. Whoever stands alone has no row. */
export const personGroup = pgTable(
  'person_group',
  {
    countyCode: countyCode(),
    personId: uuid('person_id').notNull(),
    /** The smallest id of the group. */
    groupId: uuid('group_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.personId] })],
)

/** The persons whom a device holds, as far as its feed has been written. */
export const devicePerson = pgTable(
  'device_person',
  { countyCode: countyCode(), deviceId: uuid('device_id').notNull(), personId: uuid('person_id').notNull() },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId, table.personId] })],
)

export const feed = pgTable(
  'feed',
  {
    countyCode: countyCode(),
    deviceId: uuid('device_id').notNull(),
    feedNo: seq('feed_no').notNull(),
    kind: text('kind').$type<'change' | 'grant' | 'leave'>().notNull(),
    serverSeq: seq('server_seq'),
    personId: uuid('person_id'),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.deviceId, table.feedNo] })],
)

export const discrepancy = pgTable(
  'discrepancy',
  {
    countyCode: countyCode(),
    entityId: uuid('entity_id').notNull(),
    /** 'document' where two versions stand against each other. */
    field: text('field').notNull(),
    rivalChangeId: uuid('rival_change_id').notNull(),
    entity: text('entity').notNull(),
    personId: uuid('person_id'),
    headChangeId: uuid('head_change_id'),
    openedSeq: seq('opened_seq').notNull(),
    closedSeq: seq('closed_seq'),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.entityId, table.field, table.rivalChangeId] })],
)
