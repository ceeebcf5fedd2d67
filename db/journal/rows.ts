import type { Database } from 'better-sqlite3'
import type { Change, DeliveryState, JsonObject, PlacedChange } from '../../domain/journal/change.ts'
import { prepared } from '../prepared.ts'

/** The journal as rows. */

export interface StoredChange extends PlacedChange {
  readonly seq: number
  readonly state: DeliveryState
}

interface ChangeRow {
  readonly seq: number
  readonly id: string
  readonly v: number
  readonly action_id: string
  readonly entity: string
  readonly entity_id: string
  readonly person_id: string | null
  readonly kind: string
  readonly fields: string | null
  readonly salt: string | null
  readonly fields_hash: string
  readonly actor_id: string
  readonly device_id: string
  readonly device_epoch: string
  readonly device_seq: number
  readonly recorded_at: string
  readonly server_seq: number | null
  readonly state: string | null
}

const columns = `c.seq, c.id, c.v, c.action_id, c.entity, c.entity_id, c.person_id, c.kind, c.fields, c.salt, c.fields_hash,
  c.actor_id, c.device_id, c.device_epoch, c.device_seq, c.recorded_at, d.server_seq, d.state`
const joined = 'change c left join delivery d on d.change_id = c.id'

export function fileIdOf(change: Pick<Change, 'personId' | 'entityId'>): string {
  return change.personId ?? change.entityId
}

/** `json`: the fields as text, where the caller has it already. */
export function insertChange(sqlite: Database, change: Change, json?: string): number {
  const fields = change.fields === null ? null : (json ?? JSON.stringify(change.fields))
  const result = prepared(
    sqlite,
    `insert into change (id, v, action_id, entity, entity_id, person_id, file_id, kind, fields, salt, fields_hash,
      actor_id, device_id, device_epoch, device_seq, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    change.id, change.v, change.actionId, change.entity, change.entityId, change.personId, fileIdOf(change), change.kind,
    fields, change.salt, change.fieldsHash, change.actorId, change.deviceId, change.deviceEpoch, change.deviceSeq, change.recordedAt,
  )
  return Number(result.lastInsertRowid)
}

export function insertDelivery(sqlite: Database, changeId: string, state: DeliveryState, serverSeq: number | null): void {
  prepared(sqlite, 'insert into delivery (change_id, state, server_seq) values (?, ?, ?)').run(changeId, state, serverSeq)
}

/** Every change of a person (or of an entity without one), in order of arrival. */
export function changesOfFile(sqlite: Database, fileId: string): StoredChange[] {
  const rows = prepared(sqlite, `select ${columns} from ${joined} where c.file_id = ? order by c.seq`).all(fileId)
  return (rows as ChangeRow[]).map(fromRow)
}

export function changesOfAction(sqlite: Database, actionId: string): StoredChange[] {
  const rows = prepared(sqlite, `select ${columns} from ${joined} where c.action_id = ? order by c.seq`).all(actionId)
  return (rows as ChangeRow[]).map(fromRow)
}

export function changeById(sqlite: Database, id: string): StoredChange | null {
  const row = prepared(sqlite, `select ${columns} from ${joined} where c.id = ?`).get(id)
  return row === undefined ? null : fromRow(row as ChangeRow)
}

function fromRow(row: ChangeRow): StoredChange {
  return {
    seq: row.seq,
    id: row.id,
    v: row.v,
    actionId: row.action_id,
    entity: row.entity,
    entityId: row.entity_id,
    personId: row.person_id,
    kind: row.kind,
    fields: row.fields === null ? null : (JSON.parse(row.fields) as JsonObject),
    salt: row.salt,
    fieldsHash: row.fields_hash,
    actorId: row.actor_id,
    deviceId: row.device_id,
    deviceEpoch: row.device_epoch,
    deviceSeq: row.device_seq,
    recordedAt: row.recorded_at,
    serverSeq: row.server_seq,
    state: (row.state ?? 'accepted') as DeliveryState,
  }
}

/** The change as it travels, without what this device knows about it. */
export function asChange(stored: StoredChange): Change {
  const { seq: _seq, state: _state, serverSeq: _serverSeq, ...change } = stored
  return change
}
