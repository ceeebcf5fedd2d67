import type { placement as zh } from '../zh-CN/placement.ts'
import type { SameShape } from '../shape.ts'

export const placement: SameShape<typeof zh> = {
  title: 'Checks after the job began',
  job: '{{employer}}, {{job}}, since {{on}}',
  jobUnnamed: 'Job since {{on}}',
  month: 'Month {{count}}',
  due: 'ask about {{on}}',
  done: 'asked on {{on}}',
  missed: 'was not asked',
  notNeeded: 'has left, not needed',
  inJob: 'in the job',
  left: 'left on {{on}}, {{reason}}',
  income: '{{yuan}} yuan a month',
  check: 'Check of month {{count}}',
  early: 'Check now, or record leaving',
  goOn: 'Go on with the check',
  submit: 'Record the check',
  recorded: 'Check of month {{count}} recorded and saved',
  recordedLeft: 'Leaving recorded and saved. The employment state changes from the next day on',
  stop: 'Not now',
  allDone: 'All checks are done',
  problem: 'Difficulty: {{text}}',
  action: 'Help: {{text}}',
}
