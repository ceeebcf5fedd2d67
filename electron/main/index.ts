import { app, BrowserWindow, dialog, ipcMain, powerMonitor, protocol, session } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import { callChannel, eventChannel } from '../api/channels.ts'
import type { AppEvent } from '../api/contract.ts'
import { startStore } from '../store/client.ts'
import { traceOf } from '../store/problems.ts'
import { createAppHandler, scheme, schemeRegistration } from './appScheme.ts'
import { createAttachmentFiles } from './attachmentFiles.ts'
import { createCalls } from './calls.ts'
import type { Calls } from './calls.ts'
import { createLedgerFiles } from './ledgerFiles.ts'
import { lockDownSession } from './lockDown.ts'
import { createLog } from './log.ts'
import { setMenu } from './menu.ts'
import { placesOf } from './places.ts'
import { createPaperFiles } from './paperFiles.ts'
import { openPrintWindow } from './printWindow.ts'
import { createRosterFiles } from './rosterFiles.ts'
import { openWindow } from './window.ts'

/** The app's life: one instance, one window, one store. */

app.enableSandbox()
protocol.registerSchemesAsPrivileged([schemeRegistration])

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const places = placesOf({
    mainUrl: import.meta.url, userData: app.getPath('userData'), argv: process.argv, env: process.env,
  })
  const log = createLog(places.logs, () => new Date().toISOString())
  process.on('uncaughtException', (error) => log.write(`main: ${traceOf(error)}`))
  process.on('unhandledRejection', (error) => log.write(`main: ${traceOf(error)}`))

  const store = startStore({ folder: places.store, workerUrl: places.worker, onLog: log.write })
  const first = await store.call('session.state', {})
  if (!first.ok) {
    dialog.showErrorBox('四个一', first.error.message)
    await store.close()
    app.exit(1)
    return
  }

  lockDownSession(session.defaultSession)
  protocol.handle(scheme, createAppHandler(places.pages))
  setMenu()

  const calls = createCalls({
    store,
    log: log.write,
    own: {
      ...createRosterFiles(store, (options) => dialog.showOpenDialog(options)),
      ...createLedgerFiles({
        store, tell,
        log: log.write,
        showSaveDialog: (options) => dialog.showSaveDialog(options),
        openPrintWindow: () => openPrintWindow(places.preload),
      }),
      ...createAttachmentFiles({ store, showSaveDialog: (options) => dialog.showSaveDialog(options) }),
      ...createPaperFiles({
        tell,
        log: log.write,
        showSaveDialog: (options) => dialog.showSaveDialog(options),
        openPrintWindow: () => openPrintWindow(places.preload),
      }),
    },
  })
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => answer(calls, event, name, input))
  store.onEvent(tell)
  // Whoever leaves the computer leaves the store locked.
  const lockStore = (): void => void store.call('session.lock', {})
  powerMonitor.on('lock-screen', lockStore)
  powerMonitor.on('suspend', lockStore)

  app.on('window-all-closed', () => app.quit())
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(places.preload)
  })
  closeBeforeQuit(() => store.close())
  openWindow(places.preload)
}

function answer(calls: Calls, event: IpcMainInvokeEvent, name: unknown, input: unknown): ReturnType<Calls['answer']> {
  const frame = event.senderFrame
  return calls.answer(frame === null ? null : { url: frame.url, isMainFrame: frame.parent === null }, name, input)
}

function tell(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
  }
}

function focusWindow(): void {
  // A hidden one is printing.
  const window = BrowserWindow.getAllWindows().find((one) => one.isVisible() || one.isMinimized())
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The store is closed in good order before the process ends. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
