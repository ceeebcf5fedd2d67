import { record, say } from './recorded.ts'
import { strict } from './strict.ts'

interface MessageBoxOptions {
  message: string
  detail?: string
  buttons?: string[]
  cancelId?: number
}

/** Electron's dialogs take the window first or leave it out. */
function lastOf<T>(args: unknown[]): T {
  return (args.at(-1) ?? {}) as T
}

function cancelled<T>(api: string, args: unknown[], answer: T): Promise<T> {
  record(api, lastOf(args))
  say(`${api} was answered as cancelled; replace the function to answer otherwise`)
  return Promise.resolve(answer)
}

/** There is nobody to ask: tests put their own functions in the place of these. */
export const dialog = strict(
  {
    showOpenDialog: (...args: unknown[]) =>
      cancelled('dialog.showOpenDialog', args, { canceled: true, filePaths: [] as string[] }),
    showSaveDialog: (...args: unknown[]) => cancelled('dialog.showSaveDialog', args, { canceled: true, filePath: '' }),
    showMessageBox(...args: unknown[]) {
      const options = lastOf<MessageBoxOptions>(args)
      say(`message box: ${[options.message, options.detail].filter(Boolean).join(' | ')}`)
      return cancelled('dialog.showMessageBox', args, { response: options.cancelId ?? 0, checkboxChecked: false })
    },
    showErrorBox(title: string, content: string): void {
      record('dialog.showErrorBox', title, content)
      say(`error box: ${title} | ${content}`)
    },
  },
  'dialog',
)
