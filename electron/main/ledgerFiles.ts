import type { AppEvent } from '../api/contract.ts'
import type { LedgerInput } from '../api/schemas/ledger.ts'
import { createSaveHandlers } from '../ledger/saveHandlers.ts'
import type { SaveHandlerDeps } from '../ledger/saveHandlers.ts'
import type { PrintWindow } from '../papers/ports.ts'
import type { StoreClient } from '../store/client.ts'
import { pageUrl } from './appScheme.ts'
import type { MainHandlers } from './calls.ts'
import { saveFile } from './saveFile.ts'

/** Gives the making of ledgers what it needs of Electron, and sees to it that a reason is kept before full numbers are in a file. */
export function createLedgerFiles(options: {
  readonly store: Pick<StoreClient, 'call' | 'internal'>
  readonly showSaveDialog: SaveHandlerDeps['showSaveDialog']
  readonly openPrintWindow: () => PrintWindow
  readonly tell: (event: AppEvent) => void
  readonly log: (line: string) => void
}): Pick<MainHandlers, 'ledger.savePdf' | 'ledger.saveXlsx'> {
  const { store, showSaveDialog, openPrintWindow, tell, log } = options

  function handlersFor(input: LedgerInput): ReturnType<typeof createSaveHandlers> {
    return createSaveHandlers({
      showSaveDialog, openPrintWindow, tell, log,
      page: (asked) => store.call('ledger.page', asked),
      printPage: pageUrl('print.html'),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      async writeFile(path, bytes) {
        const kept = await store.internal({ name: 'ledger.saved', input })
        return kept.ok ? saveFile(path, bytes) : kept
      },
    })
  }

  return {
    'ledger.savePdf': (input) => handlersFor(input)['ledger.savePdf'](input),
    'ledger.saveXlsx': (input) => handlersFor(input)['ledger.saveXlsx'](input),
  }
}
