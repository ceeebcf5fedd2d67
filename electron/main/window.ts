import { BrowserWindow } from 'electron'
import { startPage } from './appScheme.ts'
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
    },
  })
  lockDownContents(window.webContents)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(startPage)
  return window
}
