import { and, eq, inArray, or } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { personGroup, personMerge } from './schema.ts'

/** Which files are of one person. */

export type MergeRow = typeof personMerge.$inferSelect

/** All merges, ended ones too, that these persons have to do with, over however many others. */
export async function mergesAround(tx: Transaction, countyCode: string, personIds: readonly string[]): Promise<MergeRow[]> {
  const rows = new Map<string, MergeRow>()
  const seen = new Set(personIds)
  let next = [...seen]
  while (next.length > 0) {
    const found = await tx
      .select()
      .from(personMerge)
      .where(and(eq(personMerge.countyCode, countyCode), or(inArray(personMerge.loserId, next), inArray(personMerge.survivorId, next))))
    next = []
    for (const row of found) {
      rows.set(row.mergeId, row)
      for (const id of [row.loserId, row.survivorId]) {
        if (seen.has(id)) continue
        seen.add(id)
        next.push(id)
      }
    }
  }
  return [...rows.values()]
}

/** Person -> everybody whose file is read together with theirs, themselves included; whoever stands alone is not among the keys. */
export async function groupsOf(tx: Transaction, countyCode: string, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>()
  if (personIds.length === 0) return groups
  const own = await tx
    .select({ groupId: personGroup.groupId })
    .from(personGroup)
    .where(and(eq(personGroup.countyCode, countyCode), inArray(personGroup.personId, [...personIds])))
  if (own.length === 0) return groups
  const rows = await tx
    .select()
    .from(personGroup)
    .where(and(eq(personGroup.countyCode, countyCode), inArray(personGroup.groupId, [...new Set(own.map((row) => row.groupId))])))
  for (const { groupId } of rows) {
    const members = rows.filter((row) => row.groupId === groupId).map((row) => row.personId)
    for (const member of members) groups.set(member, members)
  }
  return groups
}
