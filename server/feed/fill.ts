import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { goesToAll, isInScope } from '../../domain/sync/index.ts'
import type { PersonPlace } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import type { Transaction } from '../database/database.ts'
import { appUser, change, county, device, devicePerson, feed, personPlace, userAlias } from '../database/schema.ts'
import { groupsOf, mergesAround } from '../database/merges.ts'
import { HttpProblem } from '../problem.ts'
import { historyRows, hold, release } from './holding.ts'
import type { FeedDevice, FeedRow } from './holding.ts'
import { reviewScope } from './review.ts'

/**
 * Turns the county's order into the numbered rows of one device, when the device asks, under the device's row lock. What a device holds:
 * every change, up to `fedSeq`, about every person in `device_person`, and every change that goes to all.
 */

const chunkOfChanges = 2000

/** Writes at least the rows up to `wanted`, if there are as many. Answers the last number and whether more can be written. */
export async function fillFeed(server: CountyServer, deviceId: string, wanted: number): Promise<{ feedNo: number; more: boolean }> {
  for (;;) {
    const { feedNo, done } = await server.database.orm.transaction((tx) => fillOnce(tx, server, deviceId, wanted))
    await server.deps.at?.('feed.committed')
    if (done || feedNo >= wanted) return { feedNo, more: !done }
  }
}

async function fillOnce(tx: Transaction, server: CountyServer, deviceId: string, wanted: number): Promise<{ feedNo: number; done: boolean }> {
  const { countyCode } = server
  const mine = and(eq(device.countyCode, countyCode), eq(device.id, deviceId))
  const [row] = await tx.select().from(device).where(mine).for('no key update')
  if (row === undefined) throw new HttpProblem(403, 'deviceUnknown', '县里没有登记过这台电脑，请用登记码登记')
  await server.deps.at?.('feed.locked')
  const [user] = await tx.select().from(appUser).where(and(eq(appUser.countyCode, countyCode), eq(appUser.id, row.userId)))
  // Read after the lock, and written by the same transactions as the changes: everything up to it is there.
  const [head] = await tx.select({ seq: county.headSeq }).from(county).where(eq(county.code, countyCode))
  if (user === undefined || head === undefined) throw new Error('The device has no user or no county')
  if (row.feedNo >= wanted && row.fedSeq === head.seq && row.scopeVersion === user.scopeVersion) return { feedNo: row.feedNo, done: true }

  const holder: FeedDevice = { id: deviceId, scope: user.scope, ownIds: await ownIds(tx, countyCode, user.id) }
  let { fedSeq, scopeVersion } = row
  let rows: FeedRow[]
  if (scopeVersion !== user.scopeVersion) {
    const review = await reviewScope(tx, countyCode, holder, fedSeq)
    rows = review.rows
    if (review.done) scopeVersion = user.scopeVersion
  } else {
    const upTo = Math.min(fedSeq + chunkOfChanges, head.seq)
    rows = await rowsOfChanges(tx, countyCode, holder, fedSeq, upTo)
    fedSeq = upTo
  }
  await appendRows(tx, countyCode, deviceId, row.feedNo, rows)
  const feedNo = row.feedNo + rows.length
  await tx.update(device).set({ fedSeq, feedNo, scopeVersion }).where(mine)
  return { feedNo, done: fedSeq === head.seq && scopeVersion === user.scopeVersion }
}

async function ownIds(tx: Transaction, countyCode: string, userId: string): Promise<string[]> {
  const aliases = await tx
    .select({ id: userAlias.aliasId })
    .from(userAlias)
    .where(and(eq(userAlias.countyCode, countyCode), eq(userAlias.userId, userId)))
  return [userId, ...aliases.map((alias) => alias.id)]
}

async function rowsOfChanges(tx: Transaction, countyCode: string, holder: FeedDevice, after: number, upTo: number): Promise<FeedRow[]> {
  const changes = await tx
    .select({ serverSeq: change.serverSeq, personId: change.personId, entity: change.entity, kind: change.kind, deviceId: change.deviceId })
    .from(change)
    .where(and(eq(change.countyCode, countyCode), gt(change.serverSeq, after), lte(change.serverSeq, upTo)))
    .orderBy(asc(change.serverSeq))
  const persons = new Set(changes.flatMap((one) => (one.personId === null ? [] : [one.personId])))
  const related = await relatedIn(tx, countyCode, changes)
  const groups = await groupsOf(tx, countyCode, [...persons, ...related.values()].flat())
  const everybody = [...new Set([...persons, ...[...related.values(), ...groups.values()].flat()])]
  const places = await placesOf(tx, countyCode, everybody)
  const held = await heldOf(tx, countyCode, holder.id, everybody)
  const erased = everybody.filter((personId) => places.get(personId)?.erased === true)
  // Whoever had to let go of somebody may have kept what was never sent: a draft, pictures.
  const oncePresent = holder.scope.kind === 'county' ? new Set<string>() : await oncePresentOf(tx, countyCode, holder.id, erased.filter((personId) => !held.has(personId)))
  const isWanted = (personId: string) => {
    if (places.get(personId)?.erased === true) return held.has(personId) || oncePresent.has(personId) || holder.scope.kind === 'county'
    return (groups.get(personId) ?? [personId]).some((id) => isInScope(holder.scope, places.get(id) ?? nowhere, holder.ownIds))
  }
  const rows: FeedRow[] = []
  const granted = new Set<string>()
  const left = new Set<string>()
  const take = async (personId: string) => {
    if (held.has(personId)) return
    held.add(personId)
    granted.add(personId)
    const isOlder = (places.get(personId)?.firstSeq ?? Infinity) <= after
    rows.push({ kind: 'grant', personId }, ...(isOlder ? await historyRows(tx, countyCode, personId, after) : []))
  }
  const leave = (personId: string) => {
    held.delete(personId)
    granted.delete(personId)
    left.add(personId)
    rows.push({ kind: 'leave', personId })
  }
  for (const { serverSeq, personId, entity, deviceId } of changes) {
    if (personId === null) {
      if (goesToAll(entity) || holder.scope.kind === 'county' || deviceId === holder.id) rows.push({ kind: 'change', serverSeq })
      continue
    }
    // A device also holds whom it wrote about itself.
    if (deviceId === holder.id && places.get(personId)?.erased === true) await take(personId)
    if (isWanted(personId)) {
      await take(personId)
      rows.push({ kind: 'change', serverSeq })
    } else if (!left.has(personId) && (held.has(personId) || deviceId === holder.id)) leave(personId)
    // Files that are read as one come and go together.
    for (const other of related.get(personId) ?? groups.get(personId) ?? []) {
      if (other === personId) continue
      if (isWanted(other)) await take(other)
      else if (held.has(other)) leave(other)
    }
  }
  await hold(tx, countyCode, holder.id, [...granted])
  await release(tx, countyCode, holder.id, [...left])
  return rows
}

const nowhere: PersonPlace = { town: null, responsibleId: null }
const movesGroups: readonly string[] = ['merge', 'unmerge', 'erase']

/** For persons of whom a merge was made or ended here: everybody whom that may bring or take away. */
async function relatedIn(
  tx: Transaction, countyCode: string, changes: readonly { readonly personId: string | null; readonly kind: string }[],
): Promise<Map<string, string[]>> {
  const related = new Map<string, string[]>()
  for (const { personId, kind } of changes) {
    if (personId === null || !movesGroups.includes(kind) || related.has(personId)) continue
    const merges = await mergesAround(tx, countyCode, [personId])
    related.set(personId, [...new Set(merges.flatMap((one) => [one.loserId, one.survivorId]))])
  }
  return related
}

async function placesOf(tx: Transaction, countyCode: string, persons: readonly string[]) {
  const places = new Map<string, PersonPlace & { readonly firstSeq: number; readonly erased: boolean }>()
  if (persons.length === 0) return places
  const rows = await tx
    .select()
    .from(personPlace)
    .where(and(eq(personPlace.countyCode, countyCode), inArray(personPlace.personId, [...persons])))
  for (const row of rows) places.set(row.personId, row)
  return places
}

async function heldOf(tx: Transaction, countyCode: string, deviceId: string, persons: readonly string[]): Promise<Set<string>> {
  if (persons.length === 0) return new Set()
  const rows = await tx
    .select({ personId: devicePerson.personId })
    .from(devicePerson)
    .where(and(eq(devicePerson.countyCode, countyCode), eq(devicePerson.deviceId, deviceId), inArray(devicePerson.personId, [...persons])))
  return new Set(rows.map((row) => row.personId))
}

/** Of these persons those whom the feed of the device has spoken of. */
async function oncePresentOf(tx: Transaction, countyCode: string, deviceId: string, persons: readonly string[]): Promise<Set<string>> {
  if (persons.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ personId: feed.personId })
    .from(feed)
    .where(and(eq(feed.countyCode, countyCode), eq(feed.deviceId, deviceId), eq(feed.kind, 'grant'), inArray(feed.personId, [...persons])))
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}

/** One statement whatever the number of rows: a county's first fill has half a million. */
async function appendRows(tx: Transaction, countyCode: string, deviceId: string, last: number, rows: readonly FeedRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(
    rows.map((row, index) => ({ feed_no: last + index + 1, kind: row.kind, server_seq: row.serverSeq ?? null, person_id: row.personId ?? null })),
  )
  await tx.execute(sql`
    insert into feed (county_code, device_id, feed_no, kind, server_seq, person_id)
    select ${countyCode}, ${deviceId}, feed_no, kind, server_seq, person_id
    from json_to_recordset(${json}::json) as row (feed_no bigint, kind text, server_seq bigint, person_id uuid)`)
}
