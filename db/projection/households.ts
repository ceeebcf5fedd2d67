import type { Database } from 'better-sqlite3'
import type { HouseholdFacts } from '../../domain/groups/index.ts'
import { prepared, preparedValue } from '../prepared.ts'
import { never } from './case.ts'

/** 一户多残: the one group that depends on other persons' files. Written after them, for every household that they touched. */

export const householdFlag = 'MULTI_DISABLED_HOUSEHOLD'

export function householdFacts(sqlite: Database, householdId: string): HouseholdFacts {
  const holders = preparedValue(
    sqlite,
    'select count(*) from person where household_id = ? and hidden = 0 and cert_number is not null',
  ).get(householdId) as number
  return { holders }
}

export function writeHousehold(sqlite: Database, householdId: string): void {
  const { holders = 0 } = householdFacts(sqlite, householdId)
  const members = preparedValue(sqlite, 'select no from person where household_id = ? and hidden = 0').all(householdId) as number[]
  for (const no of members) {
    if (holders >= 2) prepared(sqlite, 'insert or ignore into person_flag (flag, no, from_on, until_on) values (?, ?, ?, ?)').run(householdFlag, no, '1900-01-01', never)
    else prepared(sqlite, 'delete from person_flag where flag = ? and no = ?').run(householdFlag, no)
  }
}
