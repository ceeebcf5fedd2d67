import { saveAttachment } from '../attachments/saveAs.ts'
import type { SaveAsDeps } from '../attachments/saveAs.ts'
import type { SaveHandlerDeps } from '../ledger/saveHandlers.ts'
import type { MainHandlers } from './calls.ts'
import { saveFile } from './saveFile.ts'

/** Gives the saving of stored files what it needs of Electron. */
export function createAttachmentFiles({ store, showSaveDialog }: {
  readonly store: SaveAsDeps['store']
  readonly showSaveDialog: SaveHandlerDeps['showSaveDialog']
}): Pick<MainHandlers, 'attachments.save'> {
  const deps: SaveAsDeps = {
    store,
    writeFile: saveFile,
    async chooseTarget(name, extension) {
      const chosen = await showSaveDialog({ title: '另存为', defaultPath: `${name}.${extension}`, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] })
      return chosen.canceled || chosen.filePath === undefined || chosen.filePath === '' ? null : chosen.filePath
    },
  }
  return { 'attachments.save': (input) => saveAttachment(deps, input) }
}
