import { pagesOf, sampleLedger } from '../electron/ledger/paperRows.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { succeed } from './fakeBridge.ts'

export const ledgerTotal = 60

export const ledgerHandlers: NonNullable<FakeOptions['handlers']> = {
  'ledger.page': ({ masking, town, ...rest }) => succeed(pagesOf(sampleLedger(town === undefined ? ledgerTotal : 0, masking))(rest)),
  'ledger.savePdf': () => succeed({ fileName: '四个一台账-示范县-2026-20261124.pdf', rows: ledgerTotal, pages: 5 }),
  'ledger.saveXlsx': () => succeed({ fileName: '四个一台账-示范县-2026-20261124.xlsx', rows: ledgerTotal, pages: null }),
}
