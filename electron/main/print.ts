import { BrowserWindow } from 'electron'
import { fail, ok } from '../../domain/result.ts'
import type { LedgerPorts, PrintJob } from '../ledger/ports.ts'
import { printHost, scheme } from './appScheme.ts'
import { lockDownContents } from './lockDown.ts'
import type { PrintShelf, ShelfFile } from './printShelf.ts'

/** Paper is made by a hidden, sandboxed window without a preload; its policy allows no script. */
export function createPdfMaker(shelf: PrintShelf, log: (line: string) => void): LedgerPorts['makePdf'] {
  return async (job) => {
    const folder = shelf.put(filesOf(job))
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
    })
    lockDownContents(window.webContents)
    try {
      await window.webContents.loadURL(`${scheme}://${printHost}${folder}index.html`)
      const bytes = await window.webContents.printToPDF({
        pageSize: 'A4',
        landscape: job.landscape,
        printBackground: true,
        margins: job.margins,
        ...(job.header === undefined && job.footer === undefined
          ? {}
          : { displayHeaderFooter: true, headerTemplate: job.header ?? '<span></span>', footerTemplate: job.footer ?? '<span></span>' }),
      })
      return ok(new Uint8Array(bytes))
    } catch (error) {
      log(`printing failed: ${error instanceof Error ? error.name : typeof error}`)
      return fail({ code: 'printFailed', message: '这一份没有印成，资料没有受影响。请关掉别的大程序，再做一次' })
    } finally {
      shelf.take(folder)
      window.destroy()
    }
  }
}

function filesOf(job: PrintJob): ReadonlyMap<string, ShelfFile> {
  const page: ShelfFile = { bytes: Buffer.from(job.html, 'utf8'), type: 'text/html; charset=utf-8' }
  return new Map([['index.html', page], ...job.assets.map((asset): [string, ShelfFile] => [asset.path, asset])])
}
