import { ageOn } from '../../domain/plan/index.ts'
import { groupsOf } from '../../domain/groups/index.ts'
import { factsOfParts } from '../../domain/household/index.ts'
import type { HouseholdMember, HouseholdPart, KnownHousehold } from '../../domain/household/index.ts'
import { thresholdsNow } from '../cycle.ts'
import { prepared } from '../prepared.ts'
import { householdFlags } from '../projection/households.ts'
import type { Store } from '../store.ts'

/** Who belongs to the household of a person, and what follows from it on a day. */

export interface HouseholdFile {
  readonly personId: string
  readonly name: string
  readonly sex: string | null
  readonly age: number | null
  readonly relationToHead: string | null
  /** Holds a certificate that stands. */
  readonly isHolder: boolean
  /** Left: deceased, moved out, settled abroad. */
  readonly isGone: boolean
  readonly state: string | null
}

export interface NamedMember extends HouseholdMember {
  /** The file in which the member is written down. */
  readonly personId: string
  readonly personName: string
  /** Another file of the household says something else of the same person. */
  readonly differs: boolean
}

export interface Household {
  readonly householdId: string
  readonly files: readonly HouseholdFile[]
  readonly members: readonly NamedMember[]
  readonly facts: KnownHousehold
  /** The groups that hold on the day, in words. */
  readonly groups: readonly { readonly flag: string; readonly because: string }[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string | null
  readonly relationToHead: string | null
  readonly part: string
}

const filesSql = `select p.id, p.name, p.sex, p.birth_date as birthDate, p.fields ->> '$.relationToHead' as relationToHead, h.part
  from household_part h join person p on p.no = h.no where h.household_id = ? order by h.no`

export function householdById(store: Store, householdId: string, on: string): Household {
  const rows = (prepared(store.sqlite, filesSql).all(householdId) as Row[]).map((row) => ({ ...row, part: JSON.parse(row.part) as HouseholdPart }))
  const facts = factsOfParts(rows.map(({ part }) => part), on)
  return {
    householdId,
    files: rows.map(({ id, name, sex, birthDate, relationToHead, part }) => ({
      personId: id, name, sex, relationToHead,
      age: birthDate === null ? null : ageOn(birthDate, on),
      isHolder: part.isHolder,
      isGone: part.gone.some(({ from, until }) => from <= on && (until === null || on < until)),
      state: part.states.findLast(([from]) => from <= on)?.[1] ?? null,
    })),
    members: namedMembers(rows),
    facts,
    groups: groupsOf({ person: {}, documents: [] }, thresholdsNow(store.sqlite), facts)
      .filter(({ flag }) => householdFlags.includes(flag))
      .map(({ flag, because }) => ({ flag, because })),
  }
}

function namedMembers(rows: readonly { readonly id: string; readonly name: string; readonly part: HouseholdPart }[]): NamedMember[] {
  const all = rows.flatMap(({ id, name, part }) => part.members.map((member) => ({ ...member, personId: id, personName: name, differs: false })))
  return all.map((member) => ({
    ...member,
    differs: all.some((other) =>
      other.name === member.name && other.birthDate === member.birthDate && (other.state !== member.state || other.ableAndWilling !== member.ableAndWilling)),
  }))
}
