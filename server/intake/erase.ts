import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Change } from '../../domain/journal/change.ts'
import type { ChangeResult } from '../../domain/sync/index.ts'
import type { Transaction } from '../database/database.ts'
import { change as changeTable, discrepancy, personPlace } from '../database/schema.ts'
import type { Accepted } from './write.ts'

/**
 * Erasure by law: the contents of every change about the person go, ids and hashes stay, so that signatures and the order of the county still hold.
 * What arrives later about the person, from a device that did not know, is emptied as it is taken in.
 */

export function isErasure(change: Pick<Change, 'entity' | 'kind' | 'entityId' | 'personId'>): boolean {
  return change.entity === 'person' && change.kind === 'erase' && change.entityId === change.personId
}

/** Of the persons of a batch those who are erased, by it or before. */
export async function erasedIn(tx: Transaction, countyCode: string, accepted: readonly Accepted[]): Promise<Set<string>> {
  const persons = [...new Set(accepted.flatMap(({ change }) => (change.personId === null ? [] : [change.personId])))]
  const rows = persons.length === 0 ? [] : await tx
    .select({ personId: personPlace.personId })
    .from(personPlace)
    .where(and(eq(personPlace.countyCode, countyCode), inArray(personPlace.personId, persons), eq(personPlace.erased, true)))
  return new Set([
    ...rows.map((row) => row.personId),
    ...accepted.flatMap(({ change }) => (isErasure(change) ? [change.entityId] : [])),
  ])
}

/** As it is written: of an erased person nothing but ids, hashes and the erasure itself. */
export function emptied(one: Accepted, erased: ReadonlySet<string>): Accepted {
  const { change } = one
  if (change.personId === null || !erased.has(change.personId) || isErasure(change)) return one
  return { ...one, change: { ...change, fields: null, salt: null }, contestedFields: [] }
}

/** Empties what the county had of them already; answers how many changes that were, by person. */
export async function emptyOlder(
  tx: Transaction, countyCode: string, accepted: readonly Accepted[], seq: number,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const persons = accepted.flatMap(({ change }) => (isErasure(change) ? [change.entityId] : []))
  if (persons.length === 0) return counts
  const rows = await tx
    .update(changeTable)
    .set({ fields: null, salt: null, contestedFields: null })
    .where(
      and(eq(changeTable.countyCode, countyCode), inArray(changeTable.personId, persons), ne(changeTable.kind, 'erase'), isNotNull(changeTable.fields)),
    )
    .returning({ personId: changeTable.personId })
  for (const { personId } of rows) if (personId !== null) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  await tx
    .update(discrepancy)
    .set({ closedSeq: seq })
    .where(and(eq(discrepancy.countyCode, countyCode), inArray(discrepancy.personId, persons), isNull(discrepancy.closedSeq)))
  await tx
    .update(personPlace)
    .set({ town: null, responsibleId: null, erased: true })
    .where(and(eq(personPlace.countyCode, countyCode), inArray(personPlace.personId, persons)))
  return counts
}

/** The receipt says what is gone: for the erasure the changes that it emptied, for a late one itself. */
export function withEmptied(
  results: readonly ChangeResult[], accepted: readonly Accepted[], erased: ReadonlySet<string>, older: ReadonlyMap<string, number>,
): ChangeResult[] {
  const byId = new Map(accepted.map((one) => [one.change.id, one]))
  return results.map((result) => {
    const one = byId.get(result.changeId)
    if (one === undefined || one.change.personId === null || !erased.has(one.change.personId)) return result
    const count = isErasure(one.change) ? (older.get(one.change.entityId) ?? 0) : 1
    return { changeId: result.changeId, state: 'accepted', serverSeq: one.serverSeq, emptied: count }
  })
}
