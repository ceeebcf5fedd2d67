import type { progress as zh } from '../zh-CN/progress.ts'
import type { SameShape } from '../shape.ts'

export const progress: SameShape<typeof zh> = {
  title: 'Progress',
  asOf: 'As of {{date}}, from this computer',
  target: 'To be checked',
  need: 'Of them with employment need',
  town: 'Town',
  unknownTown: 'Town unknown',
  people: 'People',
  rate: 'rate, people',
  s1: '① Check', s2: '② Assessed', s3: '③ Demand', s4: '④ Service',
  all: 'All four',
  most: 'Most missing',
  missing: '{{step}}: {{n}} missing',
  nothingMissing: 'All done',
  county: 'County, {{count}} towns',
  behind: 'behind',
  slow: 'slow',
  legal: '{{n}} by the statutory retirement age',
  cdpf: '{{n}} by the federation rule of 2012',
  oneRule: 'See whom only one rule counts',
  explainLegal: 'Working age has two rules; the table goes by the statutory retirement age. The check is a share of all to be checked, the other three of those with employment need',
  explainCdpf: 'Working age has two rules; the table goes by the federation rule of 2012. The check is a share of all to be checked, the other three of those with employment need',
  explain: '{{passed}}% of the year is over. 5 points below is slow, 15 points below is behind',
  empty: 'Nobody in the list yet; progress comes from the list',
}
