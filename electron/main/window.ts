import { app, BrowserWindow } from 'electron'
import { pageUrl } from './appScheme.ts'
import { lockDownContents } from './lockDown.ts'

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 480,
    minHeight: 480,
    title: '四个一',
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  lockDownContents(window.webContents)
  window.once('ready-to-show', () => window.show())
  reloadAfterCrash(window)
  void window.loadURL(pageUrl('index.html'))
  return window
}

/** Drafts are on disk, so a page that crashed is simply shown again; one that keeps crashing is left for people to see. */
const mostReloads = 3

function reloadAfterCrash(window: BrowserWindow): void {
  let reloads = 0
  window.webContents.on('render-process-gone', () => {
    if (window.isDestroyed() || reloads >= mostReloads) return
    reloads += 1
    window.webContents.reload()
  })
}
