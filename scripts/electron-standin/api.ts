import { app } from './app.ts'
import { BrowserWindow as BrowserWindowClass } from './browserWindow.ts'
import { powerMonitor, safeStorage, screen, shell } from './desktop.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { Menu as MenuClass, MenuItem } from './menu.ts'
import { protocol } from './schemes.ts'
import { defaultSession } from './session.ts'
import { absent, strict } from './strict.ts'
import { nativeTheme } from './theme.ts'
import { webContents } from './webContents.ts'

/** What the app gets for `electron`, by import or by require. */

const BrowserWindow = strict(BrowserWindowClass, 'BrowserWindow')
const Menu = strict(MenuClass, 'Menu')
const session = strict({ defaultSession }, 'session')

// Named, so that an import of one of them links, and its use throws by name.
const autoUpdater = absent('autoUpdater')
const clipboard = absent('clipboard')
const crashReporter = absent('crashReporter')
const desktopCapturer = absent('desktopCapturer')
const globalShortcut = absent('globalShortcut')
const nativeImage = absent('nativeImage')
const net = absent('net')
const Notification = absent('Notification')
const powerSaveBlocker = absent('powerSaveBlocker')
const Tray = absent('Tray')
const utilityProcess = absent('utilityProcess')
const WebContentsView = absent('WebContentsView')

const electron = strict(
  {
    app,
    autoUpdater,
    BrowserWindow,
    clipboard,
    crashReporter,
    desktopCapturer,
    dialog,
    globalShortcut,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net,
    Notification,
    powerMonitor,
    powerSaveBlocker,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
    Tray,
    utilityProcess,
    webContents,
    WebContentsView,
  },
  'electron',
)

export {
  app,
  autoUpdater,
  BrowserWindow,
  clipboard,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
  webContents,
  WebContentsView,
  electron as default,
  electron as 'module.exports',
}
