import type { Result } from '../../domain/result.ts'
import type { AppEvent, Input, Output } from '../api/contract.ts'
import type { ApiProblem } from '../api/schemas/common.ts'
import type { PrintWindow } from '../papers/ports.ts'
import type { SavePorts } from './ports.ts'
import { savePdf, saveXlsx } from './save.ts'

/** `ledger.savePdf` and `ledger.saveXlsx` for the main process; Electron's parts come in from there. */

export interface SaveHandlerDeps {
  readonly page: SavePorts['page']
  readonly openPrintWindow: () => PrintWindow
  /** app://four-ones/print.html */
  readonly printPage: string
  /** `dialog.showSaveDialog`. */
  readonly showSaveDialog: (options: {
    title: string
    defaultPath: string
    filters: { name: string; extensions: string[] }[]
  }) => Promise<{ canceled: boolean; filePath?: string }>
  readonly writeFile: SavePorts['writeFile']
  readonly tell: (event: AppEvent) => void
  readonly wait: (ms: number) => Promise<void>
  readonly log: (line: string) => void
}

type Saving<M extends 'ledger.savePdf' | 'ledger.saveXlsx'> = (input: Input<M>) => Promise<Result<Output<M>, ApiProblem>>

const kinds = { pdf: { name: 'PDF', title: '存为 PDF' }, xlsx: { name: 'Excel 表', title: '存为 Excel 表' } } as const

export function createSaveHandlers(deps: SaveHandlerDeps): {
  readonly 'ledger.savePdf': Saving<'ledger.savePdf'>
  readonly 'ledger.saveXlsx': Saving<'ledger.saveXlsx'>
} {
  const ports: SavePorts = {
    page: deps.page,
    openPrintWindow: deps.openPrintWindow,
    printPage: deps.printPage,
    writeFile: deps.writeFile,
    wait: deps.wait,
    log: deps.log,
    onProgress: (done, total) => deps.tell({ type: 'progress', task: 'ledger', done, total, unit: '行' }),
    async chooseTarget({ name, kind }) {
      const chosen = await deps.showSaveDialog({ title: kinds[kind].title, defaultPath: name, filters: [{ name: kinds[kind].name, extensions: [kind] }] })
      return chosen.canceled || chosen.filePath === undefined || chosen.filePath === '' ? null : chosen.filePath
    },
  }
  return { 'ledger.savePdf': (input) => savePdf(ports, input), 'ledger.saveXlsx': (input) => saveXlsx(ports, input) }
}
