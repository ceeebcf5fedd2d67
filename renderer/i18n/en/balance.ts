import type { balance as zh } from '../zh-CN/balance.ts'
import type { SameShape } from '../shape.ts'

export const balance: SameShape<typeof zh> = {
  title: 'Balance',
  written: 'Written',
  received: 'Received by the county',
  unsent: 'Not sent yet',
  contested: 'To be settled',
  refused: 'Sent back',
  day: 'Day',
  empty: 'Nothing written yet',
  reading: 'Counting what was written on this computer',
}
