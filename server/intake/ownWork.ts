import { and, eq, inArray } from 'drizzle-orm'
import type { Change } from '../../domain/journal/change.ts'
import { change as changeTable, userAlias } from '../database/schema.ts'
import type { Transaction } from '../database/database.ts'

/**
 * Decisions of a review on a version that the same user wrote (the author of a version is never its reviewer). Devices refuse them too; here also those
 * are seen that one user wrote at two computers, under two ids.
 */
export async function decisionsOnOwnWork(tx: Transaction, countyCode: string, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const decisions = changes.flatMap((change) => {
    const changeId = decidedOn(change)
    return changeId === null ? [] : [{ change, changeId }]
  })
  if (decisions.length === 0) return new Set()
  const authors = new Map(changes.map(({ id, actorId }) => [id, actorId]))
  const rows = await tx
    .select({ id: changeTable.id, actorId: changeTable.actorId })
    .from(changeTable)
    .where(and(eq(changeTable.countyCode, countyCode), inArray(changeTable.id, decisions.map(({ changeId }) => changeId))))
  for (const { id, actorId } of rows) authors.set(id, actorId)
  const aliases = await tx.select().from(userAlias).where(eq(userAlias.countyCode, countyCode))
  const users = new Map(aliases.map(({ aliasId, userId }) => [aliasId, userId]))
  const userOf = (actorId: string) => users.get(actorId) ?? actorId
  return new Set(
    decisions.flatMap(({ change, changeId }) => {
      const author = authors.get(changeId)
      return author !== undefined && userOf(author) === userOf(change.actorId) ? [change.id] : []
    }),
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The version that a review passes or returns; null for everything else. */
function decidedOn({ entity, fields }: Change): string | null {
  if (entity !== 'review') return null
  const body = fields?.body
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const { decision, changeId } = body as { readonly decision?: unknown; readonly changeId?: unknown }
  return (decision === 'REVIEWED' || decision === 'RETURNED') && typeof changeId === 'string' && uuid.test(changeId) ? changeId : null
}
