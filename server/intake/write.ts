import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { canonicalJson } from '../../domain/journal/change.ts'
import type { Change, JsonObject } from '../../domain/journal/change.ts'
import type { BatchHeader, PersonPlace } from '../../domain/sync/index.ts'
import type { Transaction } from '../database/database.ts'
import { batch as batchTable, change, deviceEpoch, discrepancy, personPlace, refusal } from '../database/schema.ts'
import type { OpenQuestion } from './contest.ts'
import type { RefusalCode } from './judge.ts'
import type { OpenedBatch } from './open.ts'

export interface Accepted {
  readonly change: Change
  readonly serverSeq: number
  readonly contestedFields: readonly string[]
}

export interface Refused {
  readonly changeId: string
  readonly deviceSeq: number
  readonly code: RefusalCode
}

export interface EntityQuestions {
  readonly entityId: string
  readonly entity: string
  readonly personId: string | null
  readonly open: readonly OpenQuestion[]
}

export async function writeChanges(
  tx: Transaction, countyCode: string, accepted: readonly Accepted[], batchId: string, at: Date,
): Promise<void> {
  if (accepted.length === 0) return
  await tx.insert(change).values(
    accepted.map(({ change: one, serverSeq, contestedFields }) => ({
      ...one,
      countyCode,
      serverSeq,
      fields: one.fields === null ? null : canonicalJson(one.fields),
      contestedFields: contestedFields.length === 0 ? null : contestedFields,
      batchId,
      acceptedAt: at,
    })),
  )
  // Refused before, mended and taken now.
  await tx
    .delete(refusal)
    .where(and(eq(refusal.countyCode, countyCode), inArray(refusal.changeId, accepted.map(({ change: one }) => one.id))))
}

export async function writeRefusals(
  tx: Transaction, countyCode: string, deviceId: string, header: BatchHeader, refused: readonly Refused[], at: Date,
): Promise<void> {
  if (refused.length === 0) return
  const rows = refused.map((one) => ({
    ...one, countyCode, deviceId, deviceEpoch: header.deviceEpoch, batchId: header.batchId, refusedAt: at,
  }))
  await tx
    .insert(refusal)
    .values(rows)
    .onConflictDoUpdate({
      target: [refusal.countyCode, refusal.deviceId, refusal.changeId],
      set: { code: sql`excluded.code`, batchId: sql`excluded.batch_id`, refusedAt: sql`excluded.refused_at` },
    })
}

export async function writeNextSeq(tx: Transaction, countyCode: string, deviceId: string, epoch: string, nextSeq: number): Promise<void> {
  await tx
    .insert(deviceEpoch)
    .values({ countyCode, deviceId, epoch, nextSeq })
    .onConflictDoUpdate({ target: [deviceEpoch.countyCode, deviceEpoch.deviceId, deviceEpoch.epoch], set: { nextSeq } })
}

/** `place` null: nothing of this batch said where the person belongs. */
export async function writePlaces(
  tx: Transaction, countyCode: string,
  places: readonly { readonly personId: string; readonly firstSeq: number; readonly place: PersonPlace | null }[],
): Promise<void> {
  const target = [personPlace.countyCode, personPlace.personId]
  const known = places.filter((one) => one.place !== null)
  const unknown = places.filter((one) => one.place === null)
  if (known.length > 0) {
    await tx
      .insert(personPlace)
      .values(known.map(({ personId, firstSeq, place }) => ({ countyCode, personId, firstSeq, ...place })))
      .onConflictDoUpdate({ target, set: { town: sql`excluded.town`, responsibleId: sql`excluded.responsible_id` } })
  }
  if (unknown.length > 0) {
    await tx
      .insert(personPlace)
      .values(unknown.map(({ personId, firstSeq }) => ({ countyCode, personId, firstSeq })))
      .onConflictDoNothing({ target })
  }
}

/** Opens what is in question now and closes what is no longer. */
export async function writeQuestions(
  tx: Transaction, countyCode: string, entities: readonly EntityQuestions[], seq: number,
): Promise<void> {
  if (entities.length === 0) return
  const open = await tx
    .select()
    .from(discrepancy)
    .where(
      and(
        eq(discrepancy.countyCode, countyCode), inArray(discrepancy.entityId, entities.map((one) => one.entityId)), isNull(discrepancy.closedSeq),
      ),
    )
  const stillOpen = new Set(entities.flatMap((one) => one.open.map((question) => keyOf(one.entityId, question.field, question.rivalChangeId))))
  for (const row of open) {
    if (stillOpen.has(keyOf(row.entityId, row.field, row.rivalChangeId))) continue
    await tx
      .update(discrepancy)
      .set({ closedSeq: seq })
      .where(
        and(
          eq(discrepancy.countyCode, countyCode), eq(discrepancy.entityId, row.entityId), eq(discrepancy.field, row.field),
          eq(discrepancy.rivalChangeId, row.rivalChangeId),
        ),
      )
  }
  const rows = entities.flatMap(({ entityId, entity, personId, open: questions }) =>
    questions.map((question) => ({ countyCode, entityId, entity, personId, ...question, openedSeq: seq })),
  )
  if (rows.length === 0) return
  await tx
    .insert(discrepancy)
    .values(rows)
    .onConflictDoUpdate({
      target: [discrepancy.countyCode, discrepancy.entityId, discrepancy.field, discrepancy.rivalChangeId],
      set: { headChangeId: sql`excluded.head_change_id`, closedSeq: null },
    })
}

function keyOf(entityId: string, field: string, rivalChangeId: string): string {
  return `${entityId} ${field} ${rivalChangeId}`
}

export async function writeBatch(
  tx: Transaction, deviceId: string, opened: OpenedBatch, receipt: string, receiptSignature: string, at: Date,
): Promise<void> {
  const { header } = opened
  await tx.insert(batchTable).values({
    countyCode: header.countyCode,
    deviceId,
    id: header.batchId,
    hash: opened.hash,
    deviceEpoch: header.deviceEpoch,
    fromSeq: header.fromSeq,
    toSeq: header.toSeq,
    count: header.count,
    replaces: header.replaces ?? null,
    header: canonicalJson(header as JsonObject),
    signature: opened.signature,
    receivedAt: at,
    receipt,
    receiptSignature,
  })
}
