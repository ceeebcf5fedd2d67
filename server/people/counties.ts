import { asc, eq } from 'drizzle-orm'
import type { CountyServer, ServerDeps } from '../context.ts'
import type { Orm } from '../database/database.ts'
import { county } from '../database/schema.ts'
import type { Town } from '../database/schema.ts'
import { makeCountyKey } from '../keys.ts'

export async function listCounties(orm: Orm) {
  return orm.select().from(county).orderBy(asc(county.code))
}

/** Once; again it only brings the name and the towns up to date. */
export async function makeCounty(
  orm: Orm, deps: ServerDeps, given: { readonly code: string; readonly name: string; readonly towns: readonly Town[] },
): Promise<void> {
  await orm.transaction(async (tx) => {
    const made = await tx
      .insert(county)
      .values({ ...given, epoch: deps.newId() })
      .onConflictDoNothing()
      .returning({ code: county.code })
    if (made.length > 0) await makeCountyKey(tx, given.code)
    else await tx.update(county).set({ name: given.name, ...(given.towns.length > 0 ? { towns: given.towns } : {}) }).where(eq(county.code, given.code))
  })
}

export async function countyRow(server: CountyServer): Promise<typeof county.$inferSelect> {
  const [row] = await server.database.orm.select().from(county).where(eq(county.code, server.countyCode))
  if (row === undefined) throw new Error('The county of this server is not in its database')
  return row
}
