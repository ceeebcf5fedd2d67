import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Scope } from '../../domain/sync/index.ts'
import type { Transaction } from '../database/database.ts'
import { change, devicePerson } from '../database/schema.ts'
import type { feed } from '../database/schema.ts'

/** The persons whom a device holds, and their histories as feed rows. */

export interface FeedDevice {
  readonly id: string
  readonly scope: Scope
  /** Every id under which the user is named as the one in charge. */
  readonly ownIds: readonly string[]
}

export type FeedRow = Pick<typeof feed.$inferInsert, 'kind' | 'serverSeq' | 'personId'>

export async function historyRows(tx: Transaction, countyCode: string, personId: string, upTo: number): Promise<FeedRow[]> {
  const rows = await tx
    .select({ serverSeq: change.serverSeq })
    .from(change)
    .where(and(eq(change.countyCode, countyCode), eq(change.personId, personId), lte(change.serverSeq, upTo)))
    .orderBy(asc(change.serverSeq))
  return rows.map(({ serverSeq }) => ({ kind: 'change', serverSeq }))
}

export async function hold(tx: Transaction, countyCode: string, deviceId: string, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await tx.insert(devicePerson).values(persons.map((personId) => ({ countyCode, deviceId, personId }))).onConflictDoNothing()
}

export async function release(tx: Transaction, countyCode: string, deviceId: string, persons: readonly string[]): Promise<void> {
  if (persons.length === 0) return
  await tx
    .delete(devicePerson)
    .where(and(eq(devicePerson.countyCode, countyCode), eq(devicePerson.deviceId, deviceId), inArray(devicePerson.personId, [...persons])))
}
