import { and, asc, eq, inArray, isNotNull, isNull, lte, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Transaction } from '../database/database.ts'
import { devicePerson, personGroup, personPlace } from '../database/schema.ts'
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
  const isWanted = isWantedBy(holder)
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

/** Themselves, or somebody whose file is read together with theirs. Of the erased a device keeps what it has. */
function isWantedBy(holder: FeedDevice): SQL {
  const place = alias(personPlace, 'place')
  const [own, other] = [alias(personGroup, 'own'), alias(personGroup, 'other')]
  const isInGroup = sql`exists (select 1 from ${personGroup} own
    join ${personGroup} other on other.county_code = own.county_code and other.group_id = own.group_id
    join ${personPlace} place on place.county_code = other.county_code and place.person_id = other.person_id
    where ${and(eq(own.countyCode, personPlace.countyCode), eq(own.personId, personPlace.personId), eq(other.groupId, own.groupId), inScope(holder, place))})`
  const isKept = and(eq(personPlace.erased, true), isNotNull(devicePerson.personId))
  return or(inScope(holder, personPlace), isInGroup, isKept) ?? sql`false`
}

/** `isInScope` of domain/sync as SQL. */
function inScope({ scope, ownIds }: FeedDevice, place: { readonly town: AnyPgColumn; readonly responsibleId: AnyPgColumn }): SQL {
  if (scope.kind === 'county') return sql`true`
  if (scope.kind === 'towns') return and(isNotNull(place.town), inArray(place.town, [...scope.towns])) ?? sql`false`
  return and(isNotNull(place.responsibleId), inArray(place.responsibleId, [...ownIds])) ?? sql`false`
}
