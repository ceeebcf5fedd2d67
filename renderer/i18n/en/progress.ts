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
  explain: '{{passed}}% of the year is over. 5 points below is slow, 15 points below is behind',
  empty: 'Nobody in the list yet; progress comes from the list',
}
