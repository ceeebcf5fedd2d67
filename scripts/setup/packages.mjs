import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './command.mjs'
import { root } from './paths.mjs'
import { withProgress } from './progress.mjs'
import { findNode24 } from './node24.mjs'

/** Installs the packages when node_modules is not what package-lock.json says. */
export async function ensurePackages() {
  if (await packagesMatch()) return
  const { code, output } = await withProgress('Installing the packages', npmCi)
  if (code === 0) return
  process.stderr.write(`${output}\nThe packages could not be installed. Is the package registry reachable?\n`)
  process.exit(1)
}

/**
 * npm leaves a copy of the lock file in node_modules as the last thing it does; an install that was cut short has none.
 * @param {string} [folder]
 */
export async function packagesMatch(folder = root) {
  const [wanted, installed] = await Promise.all([
    lockedPackages(join(folder, 'package-lock.json')),
    lockedPackages(join(folder, 'node_modules', '.package-lock.json')),
  ])
  if (!wanted || !installed) return false
  if (folder === root && process.platform !== 'darwin' && !findNode24()) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true
  })
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, integrity?: string, optional?: boolean }> | null>}
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

function npmCi() {
  const args = ['ci', '--loglevel=error']
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], { cwd: root })
  return run('npm', args, { cwd: root, shell: process.platform === 'win32' })
}
