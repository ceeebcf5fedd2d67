import { app, BrowserWindow } from 'electron'
import { lockDownContents } from './lockDown.ts'

/** Paper is laid out by a page of ours in a hidden window, fenced like the visible one. */
export function openPrintWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
      // Nobody sees it, and it is in a hurry all the same.
      backgroundThrottling: false,
    },
  })
  lockDownContents(window.webContents)
  return window
}
