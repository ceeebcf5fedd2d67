import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder to name in ELECTRON_OVERRIDE_DIST_PATH. */
export const standInDir = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')

/** What to start in the place of Electron's binary; on Windows it needs a shell, as every .cmd does. */
export const standInExecutable = join(standInDir, process.platform === 'win32' ? 'electron.cmd' : 'electron')

/** The script behind the executable: `node <standInScript> <app folder>` works everywhere and needs no shell. Node 24. */
export const standInScript = join(standInDir, 'launch.ts')

/**
 * The Chromium, Chrome or Edge to drive: CHROMIUM_PATH first, then the usual places, then the path.
 * @returns {string | undefined}
 */
export function findChromium(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) return canRun(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  return [...usualPlaces(env, platform), ...onThePath(env, platform), ...downloadedByPlaywright(env, platform)].find(canRun)
}

function usualPlaces(env, platform) {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  // The Debian program itself comes before the shell script that wraps it: the script adds the machine's own flags.
  return ['/usr/lib/chromium/chromium', '/usr/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

function onThePath(env, platform) {
  if (platform === 'win32') return []
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function downloadedByPlaywright(env, platform) {
  if (platform !== 'linux') return []
  const root = env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache', 'ms-playwright')
  return foldersIn(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => foldersIn(join(root, name)).map((inner) => join(root, name, inner, 'chrome')))
}

function foldersIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
