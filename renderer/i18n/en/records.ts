import type { records as zh } from '../zh-CN/records.ts'
import type { SameShape } from '../shape.ts'

export const records: SameShape<typeof zh> = {
  notDone: 'Not done yet',
  dueUntil: 'due {{date}}',
  version: 'version {{count}}',
}
