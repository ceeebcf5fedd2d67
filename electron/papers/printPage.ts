import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { PrintPorts } from './ports.ts'

/** Paper: a hidden window lays out by itself what its address asks for, says when it is done, and is printed. */

export interface PrintedPaper {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** What the page says of itself on <html>. */
interface Marks {
  readonly ready?: string
  readonly failed?: string
  readonly done?: string
  readonly total?: string
}

const lookEveryMs = 100
/** So long without further progress, the page has died. */
const patienceMs = 60_000

const failedToPrint: ApiProblem = { code: 'printFailed', message: '这一份没有印成，资料没有受影响。请关掉别的大程序，再做一次' }

/** `question` is JSON: a ledger by its settings, another paper by its name and what it is about. */
export async function printPaperPage(
  { openPrintWindow, printPage, wait, log, onProgress }: PrintPorts,
  question: object,
  { landscape }: { readonly landscape: boolean },
): Promise<Result<PrintedPaper, ApiProblem>> {
  const window = openPrintWindow()
  try {
    await window.loadURL(`${printPage}#${encodeURIComponent(JSON.stringify(question))}`)
    const failure = await laidOut()
    if (failure !== null) return fail(failure)
    const bytes = new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, landscape, pageSize: 'A4' }))
    return ok({ bytes, pages: countPages(bytes) })
  } catch (error) {
    log(`printing failed: ${error instanceof Error ? error.name : typeof error}`)
    return fail(failedToPrint)
  } finally {
    window.destroy()
  }

  async function laidOut(): Promise<ApiProblem | null> {
    let last = ''
    for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
      const marks = (await window.webContents.executeJavaScript('({ ...document.documentElement.dataset })')) as Marks
      if (marks.ready === 'true') return null
      if (marks.failed !== undefined) return { code: 'printFailed', message: marks.failed }
      if (marks.done !== undefined && marks.done !== last) {
        last = marks.done
        waited = 0
        onProgress(Number(marks.done), Number(marks.total ?? marks.done))
      }
      await wait(lookEveryMs)
    }
    log('printing failed: the page did not get ready')
    return failedToPrint
  }
}

/** Chromium writes the objects of pages in the clear, one for each page. */
export function countPages(pdf: Uint8Array): number {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}
