import { scopeSentence } from '../../domain/sync/index.ts'
import type { Scope, Stamp } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import type { county } from '../database/schema.ts'
import { countyRow } from '../people/counties.ts'

export async function stampOf(server: CountyServer): Promise<Stamp> {
  return stampFrom(await countyRow(server))
}

export function stampFrom(row: typeof county.$inferSelect): Stamp {
  return { format: 'four-ones', v: 1, county: row.code, epoch: row.epoch, head: row.headSeq }
}

export function scopeText(scope: Scope, row: typeof county.$inferSelect): string {
  return scopeSentence(scope, (code) => row.towns.find((town) => town.code === code)?.name ?? code)
}
