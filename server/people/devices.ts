import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { normalCode } from '../../domain/sync/index.ts'
import type { CountyRole, Scope, enrolRequest } from '../../domain/sync/index.ts'
import { sha256 } from '../context.ts'
import type { CountyServer } from '../context.ts'
import { appUser, change, device, deviceEpoch, deviceSeen, enrolmentCode, refusal, userAlias } from '../database/schema.ts'
import type { Transaction } from '../database/database.ts'
import { readPublicKey } from '../keys.ts'
import { HttpProblem } from '../problem.ts'

export interface KnownDevice {
  readonly id: string
  readonly publicKey: string
  readonly userId: string
  readonly userName: string
  readonly role: CountyRole
  readonly scope: Scope
}

/** A code makes one device known, once; the same device asking again (its reply was lost) gets the same answer. */
export async function enrol(server: CountyServer, asked: z.output<typeof enrolRequest>): Promise<KnownDevice> {
  if (readPublicKey(asked.publicKey) === null) throw new HttpProblem(400, 'keyWrong', '这台电脑的密钥不能用，请重新登记')
  const { countyCode } = server
  await server.database.orm.transaction(async (tx) => {
    const userId = await useCode(tx, server, asked)
    const [known] = await tx.select().from(device).where(and(eq(device.countyCode, countyCode), eq(device.id, asked.deviceId))).for('update')
    if (known?.revokedAt) throw revoked()
    const [user] = await tx.select().from(appUser).where(and(eq(appUser.countyCode, countyCode), eq(appUser.id, userId)))
    if (user === undefined || user.disabledAt !== null) throw codeWrong()
    if (known === undefined) {
      await tx.insert(device).values({
        countyCode, id: asked.deviceId, userId, name: asked.deviceName, publicKey: asked.publicKey, scopeVersion: user.scopeVersion,
      })
    } else if (known.publicKey !== asked.publicKey || known.userId !== userId) {
      // Enrolled anew, with a code of its own: the new key and user count from now on; the scope is looked at again.
      await tx
        .update(device)
        .set({ userId, name: asked.deviceName, publicKey: asked.publicKey, scopeVersion: 0 })
        .where(and(eq(device.countyCode, countyCode), eq(device.id, asked.deviceId)))
    }
    if (asked.userId !== undefined && asked.userId !== userId) await addAlias(tx, countyCode, asked.userId, userId)
  })
  return findDevice(server, asked.deviceId)
}

async function useCode(tx: Transaction, server: CountyServer, asked: z.output<typeof enrolRequest>): Promise<string> {
  const codeHash = sha256(normalCode(asked.code))
  const where = and(eq(enrolmentCode.countyCode, server.countyCode), eq(enrolmentCode.codeHash, codeHash))
  const [row] = await tx.select().from(enrolmentCode).where(where).for('update')
  if (row === undefined) throw codeWrong()
  if (row.usedAt !== null) {
    const [same] = await tx
      .select({ publicKey: device.publicKey })
      .from(device)
      .where(and(eq(device.countyCode, server.countyCode), eq(device.id, asked.deviceId)))
    if (row.usedByDevice === asked.deviceId && same?.publicKey === asked.publicKey) return row.userId
    throw new HttpProblem(403, 'codeUsed', '这个登记码已经用过了，请向县里要一个新的')
  }
  if (row.expiresAt < server.deps.now()) throw new HttpProblem(403, 'codeExpired', '这个登记码过期了，请向县里要一个新的')
  await tx.update(enrolmentCode).set({ usedAt: server.deps.now(), usedByDevice: asked.deviceId }).where(where)
  return row.userId
}

/** Work that was signed before the enrolment stays this user's; an id that already means somebody is left alone. */
async function addAlias(tx: Transaction, countyCode: string, aliasId: string, userId: string): Promise<void> {
  const [taken] = await tx.select({ id: appUser.id }).from(appUser).where(and(eq(appUser.countyCode, countyCode), eq(appUser.id, aliasId)))
  if (taken === undefined) await tx.insert(userAlias).values({ countyCode, aliasId, userId }).onConflictDoNothing()
}

function codeWrong(): HttpProblem {
  return new HttpProblem(403, 'codeWrong', '登记码不对，请核对后再输')
}

function revoked(): HttpProblem {
  return new HttpProblem(403, 'deviceRevoked', '县里停用了这台电脑。没有送到的记录都还在这台电脑上，请联系县里')
}

/** A device that may speak now; its user's role and scope as they are now. */
export async function findDevice(server: CountyServer, deviceId: string): Promise<KnownDevice> {
  const [row] = await server.database.orm
    .select()
    .from(device)
    .innerJoin(appUser, and(eq(appUser.countyCode, device.countyCode), eq(appUser.id, device.userId)))
    .where(and(eq(device.countyCode, server.countyCode), eq(device.id, deviceId)))
  if (row === undefined) throw new HttpProblem(403, 'deviceUnknown', '县里没有登记过这台电脑，请用登记码登记')
  if (row.device.revokedAt !== null) throw revoked()
  if (row.app_user.disabledAt !== null) throw new HttpProblem(403, 'userDisabled', '县里停用了您的账户。没有送到的记录都还在这台电脑上，请联系县里')
  const { id, publicKey, userId } = row.device
  return { id, publicKey, userId, userName: row.app_user.name, role: row.app_user.role, scope: row.app_user.scope }
}

export async function markSeen(server: CountyServer, deviceId: string): Promise<void> {
  const seenAt = server.deps.now()
  await server.database.orm
    .insert(deviceSeen)
    .values({ countyCode: server.countyCode, deviceId, seenAt })
    .onConflictDoUpdate({ target: [deviceSeen.countyCode, deviceSeen.deviceId], set: { seenAt } })
}

export async function nextSeqs(server: CountyServer, deviceId: string): Promise<Record<string, number>> {
  const rows = await server.database.orm
    .select()
    .from(deviceEpoch)
    .where(and(eq(deviceEpoch.countyCode, server.countyCode), eq(deviceEpoch.deviceId, deviceId)))
  return Object.fromEntries(rows.map((row) => [row.epoch, row.nextSeq]))
}

export async function revoke(server: CountyServer, deviceId: string): Promise<void> {
  const rows = await server.database.orm
    .update(device)
    .set({ revokedAt: server.deps.now() })
    .where(and(eq(device.countyCode, server.countyCode), eq(device.id, deviceId)))
    .returning({ id: device.id })
  if (rows.length === 0) throw new HttpProblem(404, 'noSuchDevice', '县里没有这台电脑')
}

export async function listDevices(server: CountyServer) {
  const { orm } = server.database
  const mine = eq(device.countyCode, server.countyCode)
  const rows = await orm
    .select()
    .from(device)
    .innerJoin(appUser, and(eq(appUser.countyCode, device.countyCode), eq(appUser.id, device.userId)))
    .leftJoin(deviceSeen, and(eq(deviceSeen.countyCode, device.countyCode), eq(deviceSeen.deviceId, device.id)))
    .where(mine)
    .orderBy(asc(device.enrolledAt))
  const taken = await orm
    .select({ deviceId: change.deviceId, all: sql<number>`count(*)::int`, contested: sql<number>`count(${change.contestedFields})::int` })
    .from(change)
    .where(eq(change.countyCode, server.countyCode))
    .groupBy(change.deviceId)
  const refused = await orm
    .select({ deviceId: refusal.deviceId, all: sql<number>`count(*)::int` })
    .from(refusal)
    .where(eq(refusal.countyCode, server.countyCode))
    .groupBy(refusal.deviceId)
  return rows.map((row) => {
    const counts = taken.find((one) => one.deviceId === row.device.id)
    return {
      id: row.device.id,
      name: row.device.name,
      userId: row.device.userId,
      userName: row.app_user.name,
      revoked: row.device.revokedAt !== null,
      enrolledAt: row.device.enrolledAt.toISOString(),
      lastSeenAt: row.device_seen?.seenAt.toISOString() ?? null,
      accepted: (counts?.all ?? 0) - (counts?.contested ?? 0),
      contested: counts?.contested ?? 0,
      refused: refused.find((one) => one.deviceId === row.device.id)?.all ?? 0,
    }
  })
}
