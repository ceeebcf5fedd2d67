import type { visit as zh } from '../zh-CN/visit.ts'
import type { SameShape } from '../shape.ts'

export const visit: SameShape<typeof zh> = {
  start: 'Visit',
  stop: 'Stop for now',
  toFile: 'To the file',
  toEnd: 'See what is left',
  toStep: 'To step {{step}}',
  sections: 'Parts of this step',
  sectionCount: '{{answered}} of {{total}} answered',
  progress: '{{answered}} of {{total}} answered in this step',
  nothingToAsk: 'Known',
  year: { rest: 'The rest as last year', take: 'As last year: {{words}}', as: 'As last year', was: 'Last year {{words}}', taken: 'Taken from last year: {{count}}', grades: '{{count}} graded as last year' },
  time: { rest: 'The rest as last time', take: 'As last time: {{words}}', as: 'As last time', was: 'Last time {{words}}', taken: 'Taken from last time: {{count}}', grades: '{{count}} graded as last time' },
  edit: 'Change',
  editOf: 'Change {{field}}',
  extra: '{{count}} more may be filled in',
  nextQuestion: 'Next question',
  nextSection: 'Next part: {{section}}',
  toFinish: 'Look it over',
  minutes: '{{count}} minutes',
  from: { today: 'From today', nextMonth: 'From next month' },
  inMonths: 'In {{count}} months ({{date}})',
  keys: { digits: 'Digits', answer: 'answer', last: 'as last time', next: 'next', stop: 'stop' },
  met: { label: 'Was the person met', met: 'Met', UNREACHABLE: 'Not reached', REFUSED: 'Does not wish to', EXCLUDED: 'No longer in the population' },
  agree: { same: 'Unchanged', changed: 'Something changed' },
  review: { have: 'Assessed on {{date}}: index {{index}}, support level {{level}}', confirm: 'Unchanged, confirm it', anew: 'Assess anew' },
  scale: { W: 'W Work and participation' },
  part: { signature: 'Signature', callLog: 'Telephone call', attendance: 'Attendance', startup: 'Start-up' },
  ask: {
    method: 'How it is checked this time', respondent: 'Who answers', result: 'To be noted as well when nobody was met', agree: 'Read it out; press 1 when it is right', employmentState: 'The file says so. Is it still like this?',
    unemployedReason: '“What is the main reason for being out of work?”', livingSource: '“What do you live on?”', workWillingness: '“Would you like to work now?”', hasEmploymentNeed: '“Shall we help to find work?”',
    hasTrainingNeed: '“Would you like to learn something?”', hasStartupNeed: '“Would you like to start something of your own?”', noNeedReason: '“What is the reason?”', hardshipFlags: 'Worked out from the file. Look it over; Enter when it is right',
    signature: 'On paper or on the screen', reviewOf: 'Within twelve months and unchanged it may be confirmed', unchanged_certificate: '“Has the category or grade changed?”', unchanged_health: '“Has your health changed since?”', unchanged_job: '“Has your work changed?”',
    place: 'Where it is done', mode: 'Talk, look, or try', personOpinion: 'Read the result out, then ask', conclusion: 'Drafted from the score. Look it over, then Ctrl Enter', intentions: '“What kind of work would you like?”', workTime: '“Full days, half days, at home?”',
    targetAreas: '“Where could you work?”', availableFrom: '“From which day?”', serviceNeeds: '“What help would you like?”', serviceType: 'What was done today', minutes: 'How long it took',
    content: 'What was said and done, ten characters or more', followUpOn: 'When to come again',
  },
  finish: {
    title: 'Look over and submit', ready: 'Everything in this step is answered', open: '{{count}} still to answer', skipped: '{{count}} may be left out',
  },
  stopped: {
    title: 'Stopped here', where: 'It goes on here: {{step}}, {{where}}. {{answered}} of {{total}} answered', safe: 'All that was filled in lies on this computer; nothing is lost', goOn: 'Go on', leave: 'To the file',
  },
  done: {
    on: 'Done on {{date}}', closed: 'Noted on {{date}} that nobody was met; this step rests', notNeeded: 'Not needed: {{reason}}', outside: 'not in the population of this year', look: 'Look in the file',
  },
  end: {
    allDone: 'Everything is done', title: 'This visit ends here', noNeed: 'Says that no work is sought now: {{reason}}. The other three steps are not needed', followUp: 'Next follow-up: {{date}}', noFollowUp: 'No next follow-up yet',
    goOn: 'Go on with {{step}}', toToday: 'To today', nextPerson: 'Next: {{name}}',
  },
}
