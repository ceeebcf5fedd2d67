import { and, asc, eq, inArray, isNotNull, isNull, lte, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Transaction } from '../database/database.ts'
import { devicePerson, personPlace } from '../database/schema.ts'
import { historyRows, hold, release } from './holding.ts'
import type { FeedDevice, FeedRow } from './holding.ts'

/** So many persons at a time, so that no transaction grows with the county. */
const personsAtATime = 200

/** After the scope of a user was changed: who goes and who comes, by where persons belong now. */
export async function reviewScope(
  tx: Transaction, countyCode: string, holder: FeedDevice, fedSeq: number,
): Promise<{ rows: FeedRow[]; done: boolean }> {
  const isHeld = and(
    eq(devicePerson.countyCode, personPlace.countyCode), eq(devicePerson.personId, personPlace.personId), eq(devicePerson.deviceId, holder.id),
  )
  const isWanted = inScope(holder)
  const leaving = await tx
    .select({ personId: personPlace.personId })
    .from(personPlace)
    .innerJoin(devicePerson, isHeld)
    .where(and(eq(personPlace.countyCode, countyCode), or(not(isWanted), isNull(isWanted))))
    .limit(personsAtATime)
  const coming = await tx
    .select({ personId: personPlace.personId })
    .from(personPlace)
    .leftJoin(devicePerson, isHeld)
    .where(and(eq(personPlace.countyCode, countyCode), isWanted, lte(personPlace.firstSeq, fedSeq), isNull(devicePerson.personId)))
    .orderBy(asc(personPlace.firstSeq))
    .limit(personsAtATime)
  const rows: FeedRow[] = leaving.map(({ personId }) => ({ kind: 'leave', personId }))
  for (const { personId } of coming) rows.push({ kind: 'grant', personId }, ...(await historyRows(tx, countyCode, personId, fedSeq)))
  await release(tx, countyCode, holder.id, leaving.map((one) => one.personId))
  await hold(tx, countyCode, holder.id, coming.map((one) => one.personId))
  return { rows, done: leaving.length < personsAtATime && coming.length < personsAtATime }
}

/** `isInScope` of domain/sync as SQL. */
function inScope({ scope, ownIds }: FeedDevice): SQL {
  if (scope.kind === 'county') return sql`true`
  if (scope.kind === 'towns') return and(isNotNull(personPlace.town), inArray(personPlace.town, [...scope.towns])) ?? sql`false`
  return and(isNotNull(personPlace.responsibleId), inArray(personPlace.responsibleId, [...ownIds])) ?? sql`false`
}
