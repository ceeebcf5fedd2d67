import type { ledger as zh } from '../zh-CN/ledger.ts'
import type { SameShape } from '../shape.ts'

export const ledger: SameShape<typeof zh> = {
  title: 'Ledgers',
  rows: '{{count}} rows',
  rows_one: '{{count}} row',
  empty: 'No records in this period. Choose another',
  unsent: 'with {{count}} not reported yet',
}
