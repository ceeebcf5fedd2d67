import type { asAt as zh } from '../zh-CN/asAt.ts'
import type { SameShape } from '../shape.ts'

export const asAt: SameShape<typeof zh> = {
  open: 'Look at a past day',
  title: 'Which day?',
  day: 'Day',
  look: 'Look',
  bar: 'This is the file at the end of {{date}}, to read only',
  rule: 'What the county has received counts from the day of receipt, the rest from the day of writing',
  back: 'Back to today',
  nothing: 'On {{date}} nothing was known of this person yet. The file begins on {{since}}',
  noRecord: 'not yet on that day',
  reading: 'Looking up the file of that day',
}
