import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { FeedItem } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { change, feed } from '../database/schema.ts'
import { placedChange } from '../intake/look.ts'
import { HttpProblem } from '../problem.ts'
import { fillFeed } from './fill.ts'

/** A page of the feed stays about this small (bytes of fields), whatever the number asked for. */
const pageBytes = 2 * 1024 * 1024

export async function readFeed(
  server: CountyServer, deviceId: string, after: number, limit: number,
): Promise<{ items: FeedItem[]; more: boolean }> {
  const { countyCode } = server
  const filled = await fillFeed(server, deviceId, after + limit)
  if (after > filled.feedNo) {
    // The device knows more than the county: one of the two was restored from a backup.
    throw new HttpProblem(409, 'feedAhead', '县里的数据比这台电脑记得的旧，将从头核对一遍', { feedNo: filled.feedNo })
  }
  const count = await rowsOfPage(server, deviceId, after, limit)
  const rows = count === 0 ? [] : await server.database.orm
    .select()
    .from(feed)
    .leftJoin(change, changeOfRow)
    .where(rowsAfter(countyCode, deviceId, after))
    .orderBy(asc(feed.feedNo))
    .limit(count)
  const items = rows.map(itemOf)
  return { items, more: filled.more || after + items.length < filled.feedNo }
}

const changeOfRow = and(eq(change.countyCode, feed.countyCode), eq(change.serverSeq, feed.serverSeq))

function rowsAfter(countyCode: string, deviceId: string, after: number) {
  return and(eq(feed.countyCode, countyCode), eq(feed.deviceId, deviceId), gt(feed.feedNo, after))
}

/** How many rows make a page, at least one if there is any: told by their sizes, so that a thousand long changes are never in memory at once. */
async function rowsOfPage({ database, countyCode }: CountyServer, deviceId: string, after: number, limit: number): Promise<number> {
  const sizes = await database.orm
    .select({ bytes: sql<number>`coalesce(octet_length(${change.fields}), 0)` })
    .from(feed)
    .leftJoin(change, changeOfRow)
    .where(rowsAfter(countyCode, deviceId, after))
    .orderBy(asc(feed.feedNo))
    .limit(limit)
  let total = 0
  const tooMany = sizes.findIndex(({ bytes }) => (total += bytes) > pageBytes)
  return tooMany === -1 ? sizes.length : Math.max(1, tooMany)
}

function itemOf(row: { feed: typeof feed.$inferSelect; change: typeof change.$inferSelect | null }): FeedItem {
  const { feedNo, kind, personId } = row.feed
  if (kind === 'change') {
    if (row.change === null) throw new Error(`Feed row ${feedNo} names a change that is not there`)
    const { serverSeq, ...one } = placedChange(row.change)
    return { feedNo, kind, serverSeq: serverSeq ?? 0, change: one }
  }
  return { feedNo, kind, personId: personId ?? '' }
}
