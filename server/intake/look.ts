import { and, asc, eq, inArray } from 'drizzle-orm'
import type { JsonObject, PlacedChange } from '../../domain/journal/change.ts'
import { receiptSchema } from '../../domain/sync/index.ts'
import type { Receipt } from '../../domain/sync/index.ts'
import type { Orm, Transaction } from '../database/database.ts'
import { batch as batchTable, change, deviceEpoch } from '../database/schema.ts'
import { HttpProblem } from '../problem.ts'
import type { OpenedBatch } from './open.ts'

export interface StoredReceipt {
  readonly receipt: Receipt
  readonly signature: string
}

export async function receiptOf(orm: Orm | Transaction, countyCode: string, deviceId: string, batchId: string) {
  const [row] = await orm
    .select({ hash: batchTable.hash, receipt: batchTable.receipt, signature: batchTable.receiptSignature })
    .from(batchTable)
    .where(and(eq(batchTable.countyCode, countyCode), eq(batchTable.deviceId, deviceId), eq(batchTable.id, batchId)))
  if (row === undefined) return null
  return { hash: row.hash, receipt: receiptSchema.parse(JSON.parse(row.receipt)), signature: row.signature }
}

export async function findReceipt(
  orm: Orm | Transaction, countyCode: string, deviceId: string, opened: OpenedBatch,
): Promise<StoredReceipt | null> {
  const found = await receiptOf(orm, countyCode, deviceId, opened.header.batchId)
  if (found === null) return null
  if (found.hash !== opened.hash) {
    throw new HttpProblem(409, 'batchDiffers', '同一批以前送到过县里，但内容不一样，这一次一条也没有收下')
  }
  return { receipt: found.receipt, signature: found.signature }
}

export async function nextSeqOf(tx: Transaction, countyCode: string, deviceId: string, epoch: string): Promise<number> {
  const [row] = await tx
    .select({ nextSeq: deviceEpoch.nextSeq })
    .from(deviceEpoch)
    .where(and(eq(deviceEpoch.countyCode, countyCode), eq(deviceEpoch.deviceId, deviceId), eq(deviceEpoch.epoch, epoch)))
  return row?.nextSeq ?? 1
}

export interface KnownChange {
  readonly fieldsHash: string
  readonly serverSeq: number
  readonly contestedFields: readonly string[]
}

export async function knownChanges(tx: Transaction, countyCode: string, ids: readonly string[]): Promise<Map<string, KnownChange>> {
  const rows = await tx
    .select({ id: change.id, fieldsHash: change.fieldsHash, serverSeq: change.serverSeq, contestedFields: change.contestedFields })
    .from(change)
    .where(and(eq(change.countyCode, countyCode), inArray(change.id, [...ids])))
  return new Map(rows.map((row) => [row.id, { ...row, contestedFields: row.contestedFields ?? [] }]))
}

/** Sequence numbers of this device and epoch that a taken change has already. */
export async function usedSeqs(
  tx: Transaction, countyCode: string, deviceId: string, epoch: string, seqs: readonly number[],
): Promise<Set<number>> {
  const rows = await tx
    .select({ deviceSeq: change.deviceSeq })
    .from(change)
    .where(
      and(
        eq(change.countyCode, countyCode), eq(change.deviceId, deviceId), eq(change.deviceEpoch, epoch),
        inArray(change.deviceSeq, [...seqs]),
      ),
    )
  return new Set(rows.map((row) => row.deviceSeq))
}

/** All changes so far of these entities, in the county's order. */
export async function historiesOf(
  tx: Transaction, countyCode: string, entityIds: readonly string[],
): Promise<Map<string, PlacedChange[]>> {
  const histories = new Map<string, PlacedChange[]>()
  if (entityIds.length === 0) return histories
  const rows = await tx
    .select()
    .from(change)
    .where(and(eq(change.countyCode, countyCode), inArray(change.entityId, [...new Set(entityIds)])))
    .orderBy(asc(change.serverSeq))
  for (const row of rows) {
    const history = histories.get(row.entityId) ?? []
    history.push(placedChange(row))
    histories.set(row.entityId, history)
  }
  return histories
}

export function placedChange(row: typeof change.$inferSelect): PlacedChange {
  return {
    id: row.id, v: row.v, actionId: row.actionId, entity: row.entity, entityId: row.entityId, personId: row.personId, kind: row.kind,
    fields: row.fields === null ? null : (JSON.parse(row.fields) as JsonObject),
    salt: row.salt, fieldsHash: row.fieldsHash, actorId: row.actorId, deviceId: row.deviceId, deviceEpoch: row.deviceEpoch,
    deviceSeq: row.deviceSeq, recordedAt: row.recordedAt, serverSeq: row.serverSeq,
  }
}
