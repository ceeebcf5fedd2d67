import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, safeStorage, session, shell } from 'electron'

const root = fileURLToPath(new URL('..', import.meta.url))
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' app: http: ws:; worker-src 'self'"

/** What happened, in order, for the tests. */
const log = []
globalThis.sample = { log }
const note = (...entry) => log.push(entry.join(' '))

app.enableSandbox()
app.setAppUserModelId('cn.example.sample')
app.commandLine.appendSwitch('lang', 'zh-CN')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
if (!app.requestSingleInstanceLock({ from: 'sample' })) {
  console.log('another instance runs')
  app.exit(7)
}
app.on('second-instance', (_event, _argv, _folder, data) => note('second-instance', data.from))
app.on('window-all-closed', () => app.quit())
app.on('before-quit', () => console.log('before-quit'))
app.on('activate', () => note('activate'))

async function serve(request) {
  const url = new URL(request.url)
  if (url.pathname === '/echo') return Response.json({ url: request.url, method: request.method, body: await request.text() })
  const file = normalize(join(root, 'pages', decodeURIComponent(url.pathname)))
  if (!file.startsWith(join(root, 'pages'))) return new Response('no', { status: 403 })
  const body = await readFile(file).catch(() => undefined)
  if (!body) return new Response('missing', { status: 404 })
  return new Response(body, {
    headers: { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream', 'content-security-policy': policy },
  })
}

function openWindow(query = '', show = false) {
  const window = new BrowserWindow({
    width: 1000,
    height: 700,
    minWidth: 600,
    show,
    title: '样例',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { preload: join(root, 'preload/index.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => {
    note('ready-to-show')
    window.show()
  })
  window.on('closed', () => note('closed'))
  window.webContents.setWindowOpenHandler(({ url }) => {
    note('open', url)
    return { action: url.startsWith('app://bundle/popup.html') ? 'allow' : 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    note('will-navigate', url)
    if (!url.startsWith('app://bundle/')) event.preventDefault()
  })
  window.webContents.on('console-message', (event) => note('console', event.level, event.message))
  window.webContents.on('render-process-gone', (_event, details) => note('gone', details.reason))
  void window.loadURL(`app://bundle/index.html${query}`)
  return window
}

/** A window that nobody sees, for printing. */
async function print(query, options) {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
  await window.loadURL(`app://bundle/print.html${query}`)
  const pdf = await window.webContents.printToPDF(options)
  window.destroy()
  return pdf
}

ipcMain.handle('echo', (_event, ...args) => args)
ipcMain.handle('who', (event) => ({
  url: event.senderFrame.url,
  id: event.sender.id,
  window: BrowserWindow.fromWebContents(event.sender).getTitle(),
}))
ipcMain.handle('fail', () => {
  throw new TypeError('打不开')
})
ipcMain.handle('pick', async (event) => (await dialog.showOpenDialog(BrowserWindow.fromWebContents(event.sender), {})).filePaths)
ipcMain.handle('print', (_event, query, options) => print(query, options))
ipcMain.handle('open', () => openWindow('?second').id)
ipcMain.handle(
  'thread',
  () => new Promise((resolve) => new Worker(new URL('./thread.js', import.meta.url), { workerData: 20 }).on('message', resolve)),
)
ipcMain.handle('shown', async () => {
  shell.showItemInFolder('/tmp/台账.pdf')
  return [await shell.openPath('/tmp/台账.pdf'), safeStorage.isEncryptionAvailable(), safeStorage.getSelectedStorageBackend()]
})
ipcMain.handle('flash', (event) => BrowserWindow.fromWebContents(event.sender).flashFrame(true))
ipcMain.handle('listen', (event) => void event.sender.on('did-navigate', () => {}))
ipcMain.handle('theme', (_event, source) => {
  nativeTheme.themeSource = source
  return nativeTheme.shouldUseDarkColors
})
ipcMain.on('tick', (event, count) => {
  for (let at = 0; at < count; at++) event.sender.send('tock', at)
})

await app.whenReady()
session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
  answer(permission === 'clipboard-sanitized-write'),
)
session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
session.defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url.endsWith('/forbidden') }))
protocol.handle('app', serve)
Menu.setApplicationMenu(
  Menu.buildFromTemplate([
    {
      label: '文件',
      submenu: [{ id: 'greet', label: '问好', click: (_item, window) => window.webContents.send('menu', '您好') }],
    },
  ]),
)
openWindow()
console.log(`ready ${process.pid}`)
