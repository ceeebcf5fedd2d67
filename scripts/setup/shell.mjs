import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './command.mjs'
import { root } from './paths.mjs'
import { withProgress } from './progress.mjs'

/** Can a window be shown? */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * The program of the real Electron. Its package fetches it from outside the package registry; where that is closed the attempt
 * fails at once.
 * @returns {Promise<string | null>}
 */
export async function findElectron() {
  const home = join(root, 'node_modules', 'electron')
  if (!existsSync(join(home, 'path.txt'))) {
    await withProgress('Fetching Electron', () => run(process.execPath, [join(home, 'install.js')], { cwd: root }))
  }
  const program = await readFile(join(home, 'path.txt'), 'utf8').catch(() => null)
  if (program === null) return null
  const file = join(home, 'dist', program.trim())
  return existsSync(file) ? file : null
}
