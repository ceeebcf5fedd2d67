import { EventEmitter } from 'node:events'
import { record } from './recorded.ts'
import { onlyEvents, strict } from './strict.ts'

/** The desktop around the app, of which the stand-in has none: it notes what was asked, and gives fixed answers. */

export const shell = strict(
  {
    openPath(path: string): Promise<string> {
      record('shell.openPath', path)
      return Promise.resolve('')
    },
    showItemInFolder(path: string): void {
      record('shell.showItemInFolder', path)
    },
  },
  'shell',
)

function noEncryption(): never {
  throw new Error('Encryption is not available')
}

/** There is no keyring: an app must do without, as on a Linux desktop that has none. */
export const safeStorage = strict(
  {
    isEncryptionAvailable: () => false,
    getSelectedStorageBackend: () => 'basic_text',
    encryptString: noEncryption,
    decryptString: noEncryption,
  },
  'safeStorage',
)

const power = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
  getSystemIdleState: () => 'active',
})
onlyEvents(power, 'powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery'])
export const powerMonitor = strict(power, 'powerMonitor')

const size = { width: 1366, height: 768 }
const area = { x: 0, y: 0, ...size }
const display = { id: 1, scaleFactor: 1, rotation: 0, bounds: area, workArea: area, size, workAreaSize: size }
export const screen = strict(
  {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
  },
  'screen',
)
