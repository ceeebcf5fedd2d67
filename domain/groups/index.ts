export { certificateUntil, groupsOf, groupsOn } from './groups.ts'
export type { Group } from './groups.ts'
export type { Basis, GroupFlag, HouseholdFacts, RestsOn } from './rules.ts'
