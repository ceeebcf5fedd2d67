import type { Role } from '../api/client.ts'
import type { IconName } from '../components/Icon.tsx'

export interface Entry {
  readonly path: string
  readonly label: 'today' | 'caseload' | 'planning' | 'importing' | 'duplicates' | 'ledger' | 'progress' | 'groups' | 'review' | 'secondRating' | 'balance' | 'settings'
  readonly icon: IconName
  readonly roles?: readonly Role[]
}

/** The left bar, in groups. */
const groups: readonly (readonly Entry[])[] = [
  [
    { path: '/today', label: 'today', icon: 'today' },
    { path: '/caseload', label: 'caseload', icon: 'people' },
    { path: '/planning', label: 'planning', icon: 'route', roles: ['counsellor', 'office'] },
  ],
  [
    { path: '/import', label: 'importing', icon: 'import', roles: ['office'] },
    { path: '/duplicates', label: 'duplicates', icon: 'twins', roles: ['office'] },
    { path: '/ledger', label: 'ledger', icon: 'print' },
    { path: '/progress', label: 'progress', icon: 'chart' },
    { path: '/groups', label: 'groups', icon: 'aid' },
    { path: '/review', label: 'review', icon: 'reviewed' },
    { path: '/second-rating', label: 'secondRating', icon: 'ask' },
  ],
  [
    { path: '/balance', label: 'balance', icon: 'balance' },
    { path: '/settings', label: 'settings', icon: 'gear' },
  ],
]

/** What a role lacks is absent, not grey. */
export function entriesFor(role: Role): readonly (readonly Entry[])[] {
  return groups.map((group) => group.filter((entry) => entry.roles === undefined || entry.roles.includes(role)))
}
