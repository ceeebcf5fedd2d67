import type { today as zh } from '../zh-CN/today.ts'
import type { SameShape } from '../shape.ts'

export const today: SameShape<typeof zh> = {
  title: 'Today',
  date: '{{weekday}} {{month}}-{{day}}',
  overdue: 'Overdue',
  dueThisWeek: 'Due this week',
  followUps: 'Follow-ups',
  drafts: 'Unfinished',
  oldestFirst: 'oldest first',
  backToField: 'opens at the field where you stopped',
  stoppedAt: 'stopped at “{{field}}”',
  all: 'All {{count}}',
  empty: 'Nothing is due today.',
  emptyNext: 'Nothing is due today. Next: {{date}} {{name}}',
  nobody: 'Nobody in the list yet. The county office imports a roster, or you fetch your list from the county',
  toCaseload: 'See all people',
  local: 'All of this page is on this computer and works without a network',
  start: 'Start with the oldest',
  column: { name: 'Name', sexAge: 'Sex, age', place: 'Town, village', next: 'Next step, due', mark: 'County' },
  keys: { move: 'move', open: 'open at the step that is due' },
}
