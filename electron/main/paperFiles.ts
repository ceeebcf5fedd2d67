import type { AppEvent } from '../api/contract.ts'
import type { PaperPorts, PrintWindow } from '../papers/ports.ts'
import { savePaper } from '../papers/save.ts'
import type { SaveHandlerDeps } from '../ledger/saveHandlers.ts'
import { localDay } from '../store/clock.ts'
import { pageUrl } from './appScheme.ts'
import type { MainHandlers } from './calls.ts'
import { saveFile } from './saveFile.ts'

/** Gives the making of papers what it needs of Electron. */
export function createPaperFiles(options: {
  readonly showSaveDialog: SaveHandlerDeps['showSaveDialog']
  readonly openPrintWindow: () => PrintWindow
  readonly tell: (event: AppEvent) => void
  readonly log: (line: string) => void
}): Pick<MainHandlers, 'papers.savePdf'> {
  const { showSaveDialog, openPrintWindow, tell, log } = options
  const ports: PaperPorts = {
    openPrintWindow, log,
    printPage: pageUrl('print.html'),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onProgress: (done, total) => tell({ type: 'progress', task: 'paper', done, total, unit: '人' }),
    async chooseTarget(name) {
      const chosen = await showSaveDialog({ title: '存为 PDF', defaultPath: name, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
      return chosen.canceled || chosen.filePath === undefined || chosen.filePath === '' ? null : chosen.filePath
    },
    writeFile: saveFile,
    today: () => localDay(new Date().toISOString()),
  }
  return { 'papers.savePdf': (input) => savePaper(ports, input) }
}
