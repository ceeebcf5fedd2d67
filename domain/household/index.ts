export { factsOfParts, householdFacts, householdRuns, membersOnce } from './household.ts'
export type { HouseholdRun } from './household.ts'
export { householdPartOf, membersOf } from './part.ts'
export type { HouseholdMember, HouseholdPart, KnownHousehold, StateRun } from './types.ts'
