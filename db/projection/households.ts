import type { Database } from 'better-sqlite3'
import type { CaseFacts } from '../../domain/cycle/index.ts'
import { groupsOf, newestWords, withWords } from '../../domain/groups/index.ts'
import type { Confirmation, Group } from '../../domain/groups/index.ts'
import { householdPartOf, householdRuns } from '../../domain/household/index.ts'
import type { HouseholdPart } from '../../domain/household/index.ts'
import { thresholdsNow } from '../cycle.ts'
import { prepared } from '../prepared.ts'
import { storedFlags } from './case.ts'
import type { StoredFlag } from './case.ts'
import { upsert } from './upsert.ts'

/** 零就业家庭 and 一户多残: the groups that depend on other files. Written after the files, for every household that they touched. */

export const householdFlags: readonly string[] = ['ZERO_EMPLOYMENT_HOUSEHOLD', 'MULTI_DISABLED_HOUSEHOLD']

interface PartRow {
  readonly no: number
  readonly part: string
}

interface StoredPart extends HouseholdPart {
  /** What was said of this person's being in a group of the household. */
  readonly said: readonly Confirmation[]
}

/** What the household of a person needs to know of them. A person who is in no list is in no household either. */
export function writeHouseholdPart(sqlite: Database, no: number, facts: CaseFacts | null): void {
  const found = facts === null ? null : householdPartOf(facts)
  if (facts === null || found === null) prepared(sqlite, 'delete from household_part where no = ?').run(no)
  else {
    const part: StoredPart = { ...found.part, said: newestWords(facts).filter(({ flag }) => householdFlags.includes(flag)) }
    upsert(sqlite, 'household_part', ['no'], { no, household_id: found.householdId, part: JSON.stringify(part) })
  }
}

export function householdParts(sqlite: Database, householdId: string): HouseholdPart[] {
  return partRows(sqlite, householdId).map(({ part }) => JSON.parse(part) as HouseholdPart)
}

function partRows(sqlite: Database, householdId: string): PartRow[] {
  return prepared(sqlite, 'select no, part from household_part where household_id = ? order by no').all(householdId) as PartRow[]
}

/** An empty file: what groupsOf says of it rests on the household alone. */
const nobody: CaseFacts = { person: {}, documents: [] }

export function writeHousehold(sqlite: Database, householdId: string): void {
  const rows = partRows(sqlite, householdId).map(({ no, part }) => ({ no, part: JSON.parse(part) as StoredPart }))
  const runs = householdRuns(rows.map(({ part }) => part))
  const groups = joined(runs.flatMap(({ from, until, facts }) =>
    groupsOf(nobody, thresholdsNow(sqlite), facts).filter(({ flag }) => householdFlags.includes(flag)).map((group) => ({ ...group, from, until })),
  ))
  const known = prepared(sqlite, 'select flag, from_on as fromOn from person_flag where no = ?')
  const drop = prepared(sqlite, 'delete from person_flag where flag = ? and no = ? and from_on = ?')
  for (const { no, part } of rows) {
    const spans: StoredFlag[] = storedFlags(withWords(groups, part.said))
    for (const { flag, fromOn } of known.all(no) as { flag: string; fromOn: string }[]) {
      const stays = !householdFlags.includes(flag) || spans.some((span) => span.flag === flag && span.from === fromOn)
      if (!stays) drop.run(flag, no, fromOn)
    }
    for (const { flag, from, until } of spans) upsert(sqlite, 'person_flag', ['flag', 'no', 'from_on'], { flag, no, from_on: from, until_on: until })
  }
}

/** Runs of one flag that follow each other without a gap are one. */
function joined(spans: readonly Group[]): Group[] {
  const result: Group[] = []
  for (const span of spans) {
    const at = result.findIndex(({ flag, until }) => flag === span.flag && until === span.from)
    if (at === -1) result.push(span)
    else result[at] = { ...(result[at] as Group), until: span.until }
  }
  return result
}
