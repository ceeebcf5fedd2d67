import { and, eq, inArray, or } from 'drizzle-orm'
import { linkedWith, mergesInto, unmergesIn } from '../../domain/journal/alias.ts'
import type { Transaction } from '../database/database.ts'
import { mergesAround } from '../database/merges.ts'
import { personGroup, personMerge, personPlace } from '../database/schema.ts'
import { isErasure } from './erase.ts'
import type { Accepted } from './write.ts'

/** What merges, unmerges and erasures of a batch do to the groups of files that are read as one. Call it when the places are written. */
export async function writeMerges(tx: Transaction, countyCode: string, accepted: readonly Accepted[]): Promise<void> {
  const touched = new Set<string>()
  for (const { change } of accepted) {
    const into = mergesInto(change)
    const ends = unmergesIn(change)
    if (into !== null && uuid.test(into)) {
      const row = { countyCode, mergeId: change.id, loserId: change.entityId, survivorId: into }
      await tx.insert(personMerge).values({ ...row, ended: await isAnyErased(tx, countyCode, [row.loserId, into]) }).onConflictDoNothing()
      touched.add(change.entityId)
    } else if (ends.length > 0) {
      await end(tx, countyCode, and(inArray(personMerge.mergeId, ends.filter((id) => uuid.test(id))), eq(personMerge.loserId, change.entityId)))
      touched.add(change.entityId)
    } else if (isErasure(change)) {
      await end(tx, countyCode, or(eq(personMerge.loserId, change.entityId), eq(personMerge.survivorId, change.entityId)))
      touched.add(change.entityId)
    }
  }
  if (touched.size > 0) await regroup(tx, countyCode, [...touched])
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function end(tx: Transaction, countyCode: string, which: ReturnType<typeof and>): Promise<void> {
  await tx.update(personMerge).set({ ended: true }).where(and(eq(personMerge.countyCode, countyCode), which))
}

async function isAnyErased(tx: Transaction, countyCode: string, personIds: readonly string[]): Promise<boolean> {
  const rows = await tx
    .select({ personId: personPlace.personId })
    .from(personPlace)
    .where(and(eq(personPlace.countyCode, countyCode), inArray(personPlace.personId, [...personIds]), eq(personPlace.erased, true)))
  return rows.length > 0
}

async function regroup(tx: Transaction, countyCode: string, touched: readonly string[]): Promise<void> {
  const merges = await mergesAround(tx, countyCode, touched)
  const persons = [...new Set([...touched, ...merges.flatMap((one) => [one.loserId, one.survivorId])])]
  await tx.delete(personGroup).where(and(eq(personGroup.countyCode, countyCode), inArray(personGroup.personId, persons)))
  const holding = merges.filter((one) => !one.ended)
  const rows = persons.flatMap((personId) => {
    const members = linkedWith(personId, (id) => holding.filter((one) => one.loserId === id || one.survivorId === id))
    return members.length === 1 ? [] : [{ countyCode, personId, groupId: members[0] as string }]
  })
  if (rows.length > 0) await tx.insert(personGroup).values(rows)
}
