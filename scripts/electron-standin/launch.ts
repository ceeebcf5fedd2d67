import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeApp, startApp, type Manifest } from './app.ts'
import { headless } from './browser.ts'
import { say } from './recorded.ts'

/** `electron [--inspect=0] [--remote-debugging-port=0] [-r script] <app folder or file> [arguments of the app]`, without Electron. */

interface CommandLine {
  target: string
  required: string[]
  inspect: string | undefined
}

function readCommandLine(args: readonly string[]): CommandLine {
  const required: string[] = []
  let inspect: string | undefined
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '-r' || arg === '--require') required.push(args[++at] ?? '')
    else if (/^--inspect(-brk)?(=|$)/.test(arg)) inspect = arg
    else if (!arg.startsWith('-')) return { target: arg, required, inspect }
  }
  return { target: '.', required, inspect }
}

function openInspector(wish: string): void {
  const [, host, port] = /=(?:(.*):)?(\d+)$/.exec(wish) ?? []
  inspector.open(Number(port ?? 9229), host ?? '127.0.0.1', wish.startsWith('--inspect-brk'))
}

const api = new URL('./api.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: api, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const { target, required, inspect } = readCommandLine(process.argv.slice(2))
const path = resolve(target)
const isFolder = statSync(path).isDirectory()
const folder = isFolder ? path : dirname(path)
const manifest = isFolder ? (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest) : {}

process.argv.splice(1, 1)
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(folder, 'resources') })
describeApp(folder, manifest)

// As in Electron's main process: a promise that nobody waits for is told about, and the app goes on.
process.on('unhandledRejection', (reason) => {
  if (process.listenerCount('unhandledRejection') === 1) console.error('Unhandled promise rejection in the main process:', reason)
})

const where = headless ? ', without windows' : ''
say(`this is not Electron but the development stand-in: Node ${process.versions.node} and an installed Chromium${where}`)
if (inspect) openInspector(inspect)
const require = createRequire(import.meta.url)
for (const script of required) require(resolve(script))
await import(pathToFileURL(isFolder ? join(folder, manifest.main ?? 'index.js') : path).href)
await startApp()
