import { and, asc, eq, gt } from 'drizzle-orm'
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
  const rows = await server.database.orm
    .select()
    .from(feed)
    .leftJoin(change, and(eq(change.countyCode, feed.countyCode), eq(change.serverSeq, feed.serverSeq)))
    .where(and(eq(feed.countyCode, countyCode), eq(feed.deviceId, deviceId), gt(feed.feedNo, after)))
    .orderBy(asc(feed.feedNo))
    .limit(limit)
  const items: FeedItem[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += row.change?.fields?.length ?? 0
    if (bytes > pageBytes && items.length > 0) break
    items.push(itemOf(row))
  }
  return { items, more: filled.more || after + items.length < filled.feedNo }
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
