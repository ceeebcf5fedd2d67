export { certificateUntil, groupsOf, groupsOn } from './groups.ts'
export type { Group, GroupFlag, HouseholdFacts } from './groups.ts'
