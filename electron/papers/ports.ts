import type { ApiProblem } from '../api/schemas/common.ts'
import type { Result } from '../../domain/result.ts'

/** What printing needs from around it; the main process provides it. */

/** As much of a hidden browser window as printing needs. */
export interface PrintWindow {
  loadURL(url: string): Promise<void>
  readonly webContents: {
    executeJavaScript(code: string): Promise<unknown>
    printToPDF(options: {
      readonly preferCSSPageSize: boolean
      readonly printBackground: boolean
      readonly landscape: boolean
      readonly pageSize: 'A4'
    }): Promise<Uint8Array>
  }
  destroy(): void
}

export interface PrintPorts {
  /** Hidden, fenced like every window of ours, with the bridge: the page asks for its data by itself. */
  readonly openPrintWindow: () => PrintWindow
  /** The address of the page that lays papers out. */
  readonly printPage: string
  readonly wait: (ms: number) => Promise<void>
  readonly log: (line: string) => void
  readonly onProgress: (done: number, total: number) => void
}

export interface PaperPorts extends PrintPorts {
  /** Asks where to save; null when the person closes the dialog. */
  readonly chooseTarget: (name: string) => Promise<string | null>
  /** Whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, ApiProblem>>
  /** The day by this device. */
  readonly today: () => string
}
